"""Time a key takes in a text of 10,000 words on a CPU slowed four times: `python -m tests.prose.typing_speed`.

No test: the figures depend on the machine, and `make bench` needs no browser. Printed are milliseconds from the key to
the next frame, and long tasks; on a busy machine they wait for others, and the time that the page's own thread computed
says more. The same text in an element that is merely editable is measured in the same run: so much is the browser's.
"""

import os
import sys
from statistics import median, quantiles
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
WORDS, PARAGRAPHS, KEYS, SLOWED = 10_000, 160, 120, 4
BARE = '<!doctype html><meta charset="utf-8"><div class="ProseMirror" contenteditable>{}</div>'
LIMIT_OF_A_KEY, LIMIT_OF_A_TASK = 50, 200
SENTENCE = "The tide came in at the harbour wall and nobody had written down how high it stood that year. "

MEASURE = """() => {
    window.keys = []; window.tasks = []; window.isPainted = () => {};
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration)))
        .observe({ type: "longtask" });
    document.addEventListener("keydown", () => {
        const pressed = performance.now();
        requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.onmessage = () => { window.keys.push(performance.now() - pressed); window.isPainted(); };
            painted.port2.postMessage(null);
        });
    }, true);
}"""


# Not asked again and again, which would have the browser draw frames that no key asked for.
PAINTED = "typed => window.keys.length === typed || new Promise((resolve) => { window.isPainted = resolve; })"


def long_text() -> str:
    """Paragraphs with links and notes, a heading and a table between them now and then."""
    per_paragraph = WORDS // PARAGRAPHS
    words = (SENTENCE * (per_paragraph // len(SENTENCE.split()) + 1)).split()[:per_paragraph]
    words[3], words[9] = f"<strong>{words[3]}</strong>", f'<a href="https://example.org/">{words[9]}</a>'
    noted = f'<p>{" ".join(words)}<span data-footnote="">A note of some words, p. 4.</span></p>'
    table = f"<table><tbody>{'<tr><td><p>a</p></td><td><p>b</p></td></tr>' * 4}</tbody></table>"
    return "".join(f"<h2>Part {at}</h2>{noted}{table}" if at % 20 == 0 else noted for at in range(PARAGRAPHS))


def typed_into(page: Any) -> tuple[list[float], list[float], float]:
    """(milliseconds of each key, of each long task, computed for a key) while a person types amid the text."""
    page.locator(".ProseMirror p").nth(PARAGRAPHS // 2).click()
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.keyboard.type("warm up ", delay=100)
    page.evaluate(MEASURE)
    before = computed(devtools)
    for at, sign in enumerate(('It is "so", they say-- ' * KEYS)[:KEYS], start=1):
        page.keyboard.type(sign)
        page.evaluate(PAINTED, at)
    own = (computed(devtools) - before) * 1000 / KEYS
    return page.evaluate("window.keys"), page.evaluate("window.tasks"), own


def computed(devtools: Any) -> float:
    """Seconds that the page's thread has worked."""
    metrics = {each["name"]: each["value"] for each in devtools.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"])


def lines_of(name: str, keys: list[float], tasks: list[float], own: float) -> list[str]:
    worst = quantiles(keys, n=20)[-1]
    return [
        f"{name}: a key {median(keys):.0f} ms, 95th of 100 {worst:.0f} ms; {own:.0f} ms computed for it",
        f"  long tasks: {len(tasks)}, the longest {max(tasks, default=0):.0f} ms",
    ]


def main() -> None:
    # Read once the settings are there.
    from playwright.sync_api import sync_playwright

    from tests.browser.window import ARGUMENTS, CHROMIUM
    from tests.prose.forms.page import served

    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        bare, page = browser.new_page(), browser.new_page()
        bare.set_content(BARE.format(long_text()))
        page.goto(address)
        page.wait_for_selector(".prose-count")
        page.evaluate(
            "html => document.querySelector('.ProseMirror').editor.commands.setContent(html)", long_text()
        )
        bare.bring_to_front()
        plain = typed_into(bare)
        page.bring_to_front()
        ours = typed_into(page)
        browser.close()
    lines = (
        f"{WORDS:,} words, CPU slowed {SLOWED} times, {KEYS} keys; limits: {LIMIT_OF_A_KEY} ms a key, "
        f"{LIMIT_OF_A_TASK} ms a task; load {os.getloadavg()[0]:.1f}",
        *lines_of("the editor", *ours),
        *lines_of("nothing but editable", *plain),
    )
    sys.stdout.write("\n".join((*lines, "")))


if __name__ == "__main__":
    django.setup()
    main()
