"""Sentences with gaps: ``{name}`` takes a value, ``{authors:author|authors}`` agrees with their number.

A part in square brackets that holds a slot, as in ``in {outlet}[ on {date}]``, prints only when its slots have
values; brackets around plain words are plain brackets. A template has no way to write a literal brace: none of the
sentences printed around a piece needs one.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from prose.errors import ProseError

AUTHORS = "authors"
"""The name of the slot that agrees with the number of authors; every template may use it."""

_SLOT = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_NUMBER = re.compile(rf"{AUTHORS}:([^{{}}|:]*)\|([^{{}}|:]*)")
_OPTIONAL = re.compile(r"\[([^\[\]]*\{[^\[\]]*)\]")
# Stands where an empty value stood until the spaces around it are settled; no stored text holds it.
_GAP = "\x00"
_AROUND_GAPS = re.compile(rf"([ \xa0]?){_GAP}(?: *{_GAP})*([ \xa0]?)(?=([,.;:!?)\]]?))")


def fill(template: str, values: Mapping[str, str], *, authors: int | None = None) -> str:
    """The sentence with every slot filled; a name that ``values`` does not know counts as empty.

    An empty value takes the spaces with it that would else stand doubled, before a stop, or at an end.
    ``authors``: how many there are; one takes the first word of the author slot, any other number the second.
    """

    def value(slot: re.Match[str]) -> str:
        if number := _NUMBER.fullmatch(slot[1]):
            return number[1 if authors == 1 else 2] or _GAP
        return values.get(slot[1], "").replace(_GAP, "") or _GAP

    filled = _SLOT.sub(value, _OPTIONAL.sub(lambda part: _kept(part[1], values), template))
    return _AROUND_GAPS.sub(lambda gap: _closed(gap, filled), filled)


def _kept(part: str, values: Mapping[str, str]) -> str:
    """An optional part without its brackets, or nothing where one of its slots has no value."""
    return part if all(values.get(name) for name in used(part) - {AUTHORS}) else ""


def _closed(gap: re.Match[str], text: str) -> str:
    before, after, stop = gap[1], gap[2], gap[3]
    if before and after:
        return before
    if before:
        return "" if stop or gap.end() == len(text) else before
    return after if gap.start() else ""


def used(template: str) -> set[str]:
    """The names of the slots in it; the author slot counts as ``authors``."""
    return {slot.partition(":")[0] for slot in _SLOT.findall(template)}


def required(template: str) -> set[str]:
    """The names of the slots outside square brackets: without their values the sentence says nothing."""
    return used(_OPTIONAL.sub("", template)) - {AUTHORS}


def unknown(template: str, allowed: Collection[str]) -> list[str]:
    """What is wrong with the slots of a template, as sentences; empty when nothing is."""
    return list(dict.fromkeys(_problems(template, allowed)))


def _problems(template: str, allowed: Collection[str]) -> Iterator[str]:
    may = ", ".join(f"{{{name}}}" for name in sorted(allowed)) or "none but the author slot"
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


def split(template: str, slot: str) -> tuple[str, str]:
    """The text before and after the first ``{slot}``, for callers that link or set what stands in it.

    Raises ``ProseError`` when the template has no such slot.
    """
    before, found, after = template.partition(f"{{{slot}}}")
    if not found:
        raise ProseError(f"“{template}” has no place for {{{slot}}}.")
    return before, after
