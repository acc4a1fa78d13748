"""Parts that a React server streams after the page: hidden, until its script puts them where a template waits."""

import lxml.html

from intake.patterns import Pattern

_PART = Pattern(r"S:[0-9a-f]{1,6}")
_CALL = Pattern(r'\$R[A-Z]\("([BPS]:[0-9a-f]{1,6})",\s?"([BPS]:[0-9a-f]{1,6})"')
"""The script's call for one part, such as `$RC("B:0","S:0")` or `$RS("S:1","P:1")`."""


def place_streamed(root: lxml.html.HtmlElement) -> None:
    """Put each streamed part where its template waits, as the page's script does; one without a template is shown."""
    hidden = [each for each in root.iter("div") if each.get("hidden") is not None]
    parts = [each for each in hidden if _PART.fullmatch(each.get("id") or "")]
    waiting = {each.get("id"): each for each in root.iter("template") if each.get("id")} if parts else {}
    called = _templates_by_part(root) if waiting else {}
    for part in parts:
        del part.attrib["hidden"]
        identity = part.get("id") or ""
        names = (called.get(identity, ""), f"B:{identity[2:]}", f"P:{identity[2:]}")
        template = next((waiting.pop(name) for name in names if name in waiting), None)
        if template is not None and part not in template.iterancestors():
            _move(part, template)


def _templates_by_part(root: lxml.html.HtmlElement) -> dict[str, str]:
    """Identities of templates by those of the parts that scripts put there."""
    calls = [pair for script in root.iter("script") for pair in _CALL.findall(script.text or "")]
    pairs = [(first, second) if first.startswith("S:") else (second, first) for first, second in calls]
    return dict(pairs)


def _move(part: lxml.html.HtmlElement, template: lxml.html.HtmlElement) -> None:
    """Put the content of a part in a template's place; the words behind both stay where they stood."""
    stand_in = lxml.html.Element("div")
    part.addprevious(stand_in)  # takes along no tail
    stand_in.tail, part.tail = part.tail, None
    template.addprevious(part)
    template.drop_tree()
    part.drop_tag()
    stand_in.drop_tag()
