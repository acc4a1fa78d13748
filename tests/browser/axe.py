"""axe-core in an open page (https://github.com/dequelabs/axe-core/blob/develop/doc/API.md)."""

from importlib.resources import files
from typing import Any

_SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text()
NEW = "those whose look is new"  # `looks` keeps them in the page's own window: marks would change an editor's text
_RUN = """async ([context, options, marked]) =>
    (await axe.run(context === marked ? window.newLooks : context || document, options)).violations
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 200))])"""
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"], "iframes": False, "preload": False}
# Contrast takes half of axe's time: `looks.unreadable` measures it once for all words that look alike.
ALL_BUT_CONTRAST = EVERYTHING | {"rules": {"color-contrast": {"enabled": False}}}
CONTRAST = EVERYTHING | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def violations(
    page: Any, options: dict[str, Any] = ALL_BUT_CONTRAST, context: str | None = None
) -> list[tuple[str, list[str]]]:
    """Each rule that is broken inside of `context` (a CSS selector, or NEW), and the first elements that break it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)
    return [(rule, elements) for rule, elements in page.evaluate(_RUN, [context, options, NEW])]
