"""What forms of attribution are built from: slots, and a compiler that lets a form name a slot more than once."""

import re
from collections import Counter
from dataclasses import dataclass

from intake.lines.dates import MAYBE_DATE
from intake.lines.language import LANGUAGE
from intake.patterns import Pattern

OUTLET = r"(?P<outlet>[^\n]+?)"
DATE = rf"(?P<date>{MAYBE_DATE})"
LANG = rf"(?P<language>\b{LANGUAGE}\b)"
NAMES = r"(?P<names>[^\n]{3,160}?)"
HEADLINE = r"\"(?P<headline>[^\"\n]{1,300})\""
_NAMED = Pattern(r"\(\?P<([a-z]+)>")
BY_ADVERB = "by adverb"
"""The relation of a form whose adverb tells it: groups `first` and `also`, else the original."""


@dataclass(frozen=True)
class Form:
    """One way to say where a piece ran. An empty relation is a label: it leaves open what ran there.

    `needs_record`: too bare to trust with a name the desk does not know. `fixed` are values the form itself says.
    """

    relation: str
    pattern: Pattern
    needs_record: bool = False
    fixed: tuple[tuple[str, str], ...] = ()


def form(relation: str, pattern: str, *, needs_record: bool = False, **fixed: str) -> Form:
    """Compile a form; the second `(?P<date>…)` in it becomes `date2`, and so on. A final stop is left open."""
    return Form(relation, compiled(pattern + r"\.?"), needs_record, tuple(fixed.items()))


def compiled(pattern: str) -> Pattern:
    """A pattern in which groups may share a name; `values` brings them together again."""
    seen: Counter[str] = Counter()

    def numbered(found: re.Match[str]) -> str:
        seen[found[1]] += 1
        number = seen[found[1]]
        return f"(?P<{found[1]}{number if number > 1 else ''}>"

    return Pattern(_NAMED.sub(numbered, pattern), re.IGNORECASE)


def group_of(found: re.Match[str], name: str) -> str:
    """The name of the group that took part of those that share a name; the first where none did."""
    groups = found.groupdict()
    for candidate in (name, *(f"{name}{number}" for number in range(2, 8))):
        if groups.get(candidate):
            return candidate
    return name


def value(found: re.Match[str], name: str) -> str:
    """What a slot holds; empty where the form has no such slot or it took no part."""
    return (found.groupdict().get(group_of(found, name)) or "").strip()
