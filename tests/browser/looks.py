"""Which words of a page look like none before: only those need their contrast measured once more in a run.

Words look alike if all that decides about their contrast is alike: the element's kind, colours, size and opacity, and
what lies behind it up to the first opaque colour. The pages of a desk have few looks, and share most of them.
"""

from typing import Any

from tests.browser.axe import CONTRAST, NEW, violations

MOST = 3  # elements of a look: one of them may be covered or out of the window, and is then not measured
_FIND = """([part, seen, most]) => {
    const [known, made, styles] = [new Set(seen), new Map(), new Map()];
    const styleOf = (element) => {
        if (!styles.has(element)) styles.set(element, getComputedStyle(element));
        return styles.get(element);
    };
    const behind = (element) => {
        const layers = [];
        for (let up = element; up; up = up.parentElement) {
            const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = styleOf(up);
            layers.push([backgroundColor, backgroundImage, opacity, filter, mixBlendMode]);
            if (backgroundColor.startsWith("rgb(") && backgroundImage === "none" && opacity === "1") break;
        }
        return layers;
    };
    const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) &&
        element.getBoundingClientRect().width > 1 && element.getBoundingClientRect().height > 1;
    const hasWords = (element) => element.matches("input, select, textarea, button") ||
        [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
    const isForced = matchMedia("(forced-colors: active)").matches;
    window.newLooks = [];
    for (const element of document.querySelectorAll(`:is(${part}), :is(${part}) *`)) {
        if (!hasWords(element) || !isShown(element)) continue;
        const { color, fontSize, fontWeight, textShadow, position } = styleOf(element);
        const look = JSON.stringify([
            element.tagName, element.type, Boolean(element.closest(":disabled, [aria-disabled=true]")),
            color, fontSize, fontWeight, textShadow, position, behind(element)]);
        if (known.has(look) || made.get(look) >= most) continue;
        made.set(look, (made.get(look) ?? 0) + 1);
        window.newLooks.push(element);
        // axe reads the colour that fills letters, which Chromium reports as it was before colours were forced.
        if (isForced) element.style.setProperty("-webkit-text-fill-color", color);
    }
    return [...made.keys()];
}"""


Seen = dict[str, set[str]]
"""By medium (light, dark, forced colours): the looks whose contrast was measured and is enough."""
SEEN: Seen = {}


def unreadable(page: Any, medium: str, part: str = "body", seen: Seen = SEEN) -> list[tuple[str, list[str]]]:
    """What axe cannot read in a part of the page as it stands. A look that is bad is measured again next time."""
    known = seen.setdefault(medium, set())
    new = find_new(page, part, known)
    faults = violations(page, CONTRAST, NEW) if new else []
    if not faults:
        known.update(new)
    return faults


def find_new(page: Any, part: str, seen: set[str]) -> list[str]:
    """The looks in a part of the page that are not among those seen; the page keeps the first elements of each."""
    return list(page.evaluate(_FIND, [part, sorted(seen), MOST]))
