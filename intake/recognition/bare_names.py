"""Names below a headline without "By": sure by what stands beside them, else only a question."""

import re
from collections.abc import Sequence

from intake.knowledge import Knowledge
from intake.lines.bylines import is_account, is_town
from intake.lines.credits import RoleCredit, credit_with_affiliation
from intake.lines.days.datelines import dateline_in
from intake.lines.naming import named_people
from intake.patterns import Pattern
from intake.recognition.head_lines import HeadLine
from intake.recognition.remaining import SourceLine
from intake.sources.manuscript import BlockKind, Hint
from intake.sources.markup import links_of
from prose.limits import MAX_LINE_CHARS

_PROFILE = Pattern(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|profiles?|people|person(?:en)?|staff|team|experts?|by|contributors?)/",
    re.IGNORECASE,
)


def bare_byline(lines: Sequence[SourceLine], knowledge: Knowledge) -> HeadLine | None:
    """The first line as a credit, if a profile's link, capitals, an affiliation or a date below say that it is one."""
    line = lines[0]
    if line.block.kind is not BlockKind.PARAGRAPH or line.block.hint not in (Hint.NONE, Hint.BESIDE):
        return None
    text = line.text
    if len(text) > MAX_LINE_CHARS or text[-1:] in ".?!:":
        return None
    if credit := credit_with_affiliation(text, knowledge):
        return HeadLine((line,), credits=(credit,))
    people = [
        person for person in named_people(text, knowledge) if person.author or not is_account(person.name)
    ]
    has_profile = any(_PROFILE.search(link) for _, link in links_of(line.block.html))
    if people and (text.isupper() or has_profile or _is_dated(lines[1:])) and not is_town(text):
        return HeadLine((line,), credits=(RoleCredit(tuple(people)),))
    return None


def _is_dated(lines: Sequence[SourceLine]) -> bool:
    return bool(lines) and dateline_in(lines[0].text) is not None
