"""Building blocks of attribution forms: slots, and patterns that may name a slot more than once."""

import re
from collections import Counter
from dataclasses import dataclass

from intake.lines.days.dates import MAYBE_DATE
from intake.lines.languages.names import LANGUAGE
from intake.patterns import Pattern

OUTLET = r"(?P<outlet>[^\n]+?)"
DATE = rf"(?P<date>{MAYBE_DATE})"
LANG = rf"(?P<language>\b{LANGUAGE}\b)"
NAMES = r"(?P<names>[^\n]{3,160}?)"
HEADLINE = r"\"(?P<headline>[^\"\n]{1,400})\""
_NAMED_GROUP = Pattern(r"\(\?P<([a-z]+)>")
BY_ADVERB = "by adverb"
"""Relation of a form whose groups `first` and `also` decide it; without either it is the original."""


@dataclass(frozen=True)
class AttributionForm:
    """One way to say where a piece ran. A label has an empty relation: it does not say what ran there.

    `needs_record`: too bare to trust with a name the desk does not know. `expert_role` as in Appearance.
    """

    relation: str
    pattern: Pattern
    needs_record: bool = False
    expert_role: str = ""


def form(
    relation: str, pattern: str, *, needs_record: bool = False, expert_role: str = ""
) -> AttributionForm:
    """A form; a final stop is optional."""
    return AttributionForm(relation, slot_pattern(pattern + r"\.?"), needs_record, expert_role)


def slot_pattern(source: str) -> Pattern:
    """A pattern whose groups may share a name: the second `(?P<date>…)` becomes `date2`. Read it by `slot_value`."""
    seen: Counter[str] = Counter()

    def with_number(group: re.Match[str]) -> str:
        seen[group[1]] += 1
        number = seen[group[1]]
        return f"(?P<{group[1]}{number if number > 1 else ''}>"

    return Pattern(_NAMED_GROUP.sub(with_number, source), re.IGNORECASE, costly=(MAYBE_DATE, LANGUAGE))


def group_of(match: re.Match[str], slot: str) -> str:
    """The group that took part, of those of a slot; the first where none did."""
    groups = match.groupdict()
    for name in (slot, *(f"{slot}{number}" for number in range(2, 8))):
        if groups.get(name):
            return name
    return slot


def slot_value(match: re.Match[str], slot: str) -> str:
    """The words in a slot; empty where the form has no such slot or it took no part."""
    return (match.groupdict().get(group_of(match, slot)) or "").strip()
