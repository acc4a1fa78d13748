"""axe-core in an open page (https://github.com/dequelabs/axe-core/blob/develop/doc/API.md)."""

from importlib.resources import files
from typing import Any

_SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text()
_RUN = """async ([context, options]) => (await axe.run(context || document, options)).violations
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 200))])"""
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"], "iframes": False, "preload": False}
CONTRAST = EVERYTHING | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def violations(
    page: Any, options: dict[str, Any] = EVERYTHING, context: str | None = None
) -> list[tuple[str, list[str]]]:
    """Each rule that is broken inside of `context` (a CSS selector), and the first elements that break it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)
    return [(rule, elements) for rule, elements in page.evaluate(_RUN, [context, options])]
