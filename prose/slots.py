"""Templates with slots: ``{name}`` takes a value, ``{authors:author|authors}`` a word by the number of authors.

A part in square brackets that holds a slot, as in ``in {outlet}[ on {date}]``, prints only when its slots have
values; brackets around plain words are plain brackets. A template cannot write a literal brace, and no sentence
printed with a piece needs one.
"""

import re
from collections.abc import Collection, Iterator, Mapping

AUTHORS = "authors"
"""Name of the slot that agrees with the number of authors; every template may use it."""

_SLOT = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_NAMED = re.compile(r"\{[a-z0-9_]*\}")
_NUMBER = re.compile(rf"{AUTHORS}:([^{{}}|:]*)\|([^{{}}|:]*)")
_OPTIONAL = re.compile(r"\[([^\[\]]*\{[^\[\]]*)\]")
# Placeholder for an empty value until the spaces around it are closed; no stored text holds this character.
_GAP = "\x00"
_AROUND_GAPS = re.compile(rf"([ \xa0]?){_GAP}(?: *{_GAP})*([ \xa0]?)(?=([,.;:!?)\]]?))")


def fill(template: str, values: Mapping[str, str], *, authors: int | None = None) -> str:
    """The template with every slot filled; a slot without a value is empty.

    An empty value leaves no double space, no space before a stop and none at either end.
    ``authors`` is their number: 1 takes the first word of the author slot, any other number the second.
    """

    def value(slot: re.Match[str]) -> str:
        if number := _NUMBER.fullmatch(slot[1]):
            return number[1 if authors == 1 else 2] or _GAP
        return values.get(slot[1], "").replace(_GAP, "") or _GAP

    filled = _SLOT.sub(value, _OPTIONAL.sub(lambda part: _optional_part(part[1], values), template))
    return _AROUND_GAPS.sub(lambda gap: _close_gap(gap, filled), filled)


def _optional_part(part: str, values: Mapping[str, str]) -> str:
    """The part inside square brackets, or "" if one of its slots has no value."""
    return part if all(values.get(name) for name in names_in(part) - {AUTHORS}) else ""


def _close_gap(gap: re.Match[str], text: str) -> str:
    """The space that remains where a value was empty: one of the two around it, or none."""
    before, after, stop = gap[1], gap[2], gap[3]
    if before and after:
        return before
    if before:
        return "" if stop or gap.end() == len(text) else before
    return after if gap.start() else ""


def names_in(template: str) -> set[str]:
    """Names of the slots in a template; the author slot counts as ``authors``."""
    return {slot.partition(":")[0] for slot in _SLOT.findall(template)}


def required_names(template: str) -> set[str]:
    """Names of the slots outside square brackets, without the author slot: the sentence needs their values."""
    return names_in(_OPTIONAL.sub("", template)) - {AUTHORS}


def has_words(template: str) -> bool:
    """True if the template has words of its own, beside its slots, signs and numbers."""
    return any(map(str.isalpha, _NAMED.sub("", template)))


def problems(template: str, allowed: Collection[str]) -> list[str]:
    """Errors in the slots and brackets of a template, as sentences for its editor; [] if there are none."""
    return list(dict.fromkeys(_problems(template, allowed)))


def _problems(template: str, allowed: Collection[str]) -> Iterator[str]:
    may = ", ".join(f"{{{name}}}" for name in sorted(allowed)) or "{authors:one|more} alone"
    for slot in _SLOT.findall(template):
        if slot.partition(":")[0].strip() == AUTHORS and slot not in allowed:
            if not _NUMBER.fullmatch(slot):
                yield f"“{{{slot}}}” needs two words, for one author and for more: {{authors:one|more}}."
        elif slot not in allowed or not _NAME.fullmatch(slot):
            yield f"“{{{slot}}}” is not known here. What may stand in braces: {may}."
    if re.search(r"[{}]", _SLOT.sub("", template)):
        yield "A brace is opened or closed without its partner."
    if template.count("[") != template.count("]"):
        yield "A square bracket is opened or closed without its partner."
