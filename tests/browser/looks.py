"""Which words of a page look like none before: only those need their contrast measured once more.

Words look alike if all that decides about their contrast is alike: the element's kind, colours, size and opacity, and
what lies behind it up to the first opaque colour. The pages of a desk have few looks, and share most of them.
"""

from typing import Any

MARK = "data-new-look"
NEW = f"[{MARK}]"
MOST = 3  # elements of a look: one of them may be covered or out of the window, and is then not measured
_MARK = """([part, seen, most, mark]) => {
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
    document.querySelectorAll(`[${mark}]`).forEach((element) => element.removeAttribute(mark));
    for (const element of document.querySelectorAll(`${part}, ${part} *`)) {
        if (!hasWords(element) || !isShown(element)) continue;
        const { color, fontSize, fontWeight, textShadow, position } = styleOf(element);
        const look = JSON.stringify([
            element.tagName, element.type, Boolean(element.closest(":disabled, [aria-disabled=true]")),
            color, fontSize, fontWeight, textShadow, position, behind(element)]);
        if (known.has(look) || made.get(look) >= most) continue;
        made.set(look, (made.get(look) ?? 0) + 1);
        element.setAttribute(mark, "");
    }
    return [...made.keys()];
}"""


def mark_new(page: Any, part: str, seen: set[str]) -> bool:
    """Mark the first elements of each look in a part of the page that is not among those seen, and add it to them."""
    new = page.evaluate(_MARK, [part, sorted(seen), MOST, MARK])
    seen.update(new)
    return bool(new)
