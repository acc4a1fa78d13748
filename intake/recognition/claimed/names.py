"""Names in what a source says of its authors: a `meta` tag, a login, the address of a profile, a line of the page."""

import re
from collections.abc import Iterable, Iterator

from intake.findings import FoundPerson
from intake.knowledge import Knowledge
from intake.lines.bylines import is_account, is_town, without_agency
from intake.lines.naming import named_people
from intake.patterns import Pattern
from intake.sources.page.headline import bare
from prose.typography import clean_line

LEAD = Pattern(
    r"(?:(?:post\s+author\s+)?(?:(?:written|posted)\s+)?by|von|par|por|di|door|text\s+(?:und|&)\s+\w+|interview|text"
    r"|autor(?:in)?|author)\s*:?\s+",
    re.IGNORECASE,
)
_REVERSED = Pattern(r"([^\W\d]+(?:[ -][^\W\d]+)?),\s+([^\W\d][^,;&]{1,40})")
_BARS = Pattern(r"\s*[|｜·•\n]\s*")
_DASH = Pattern(r"\s+[-–—]\s+")
_LIST = Pattern(r"\s+/\s+|;\s+")
_HANDLE = Pattern(r"\s*(?:[(]?@\w{2,30}[)]?|\([a-zß-öø-ÿ]{2,5}\)(?=\s*(?:$|[,;|])))")
"""A handle, and the letters by which a paper signs for somebody: "Nora Quill (nqu)"."""
_DAY_BEHIND = Pattern(
    r"(?:,|\s)\s*(?:(?:on|am|vom|le|el|il|em|op|posted|published|updated)\s+)?\S*\d.*$", re.IGNORECASE
)
_BETWEEN = Pattern(
    r"(?:(?:written\s+|posted\s+)?by|von|par|por|di|da|door|am|on|le|el|and|und|et|y|e|[^|]{0,20}\d[^|]{0,40}"
    r"|[\w ]{2,20}:|)\W*",
    re.IGNORECASE,
)
"""Words of a byline that are no name: labels, joints and days."""
_SECTION = Pattern(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]{3,20}")
"""A part of the paper before the names in a line: "Politics · Nora Quill"."""
_PROFILE = Pattern(
    r"https?://[^\s?#,]{4,100}/(?:authors?|editors?|autor(?:en|es)?|auteurs?|staff|people|by|contributors?|journalists?"
    r"|profiles?|writers?)/(?P<slug>[a-z]{2,20}(?:[-_][a-z]{2,20}){1,2})/?"
)
"""Address of a profile that spells its owner's name."""
_LOGIN = Pattern(r"[a-zß-öø-ÿ]{3,20}[._][a-zß-öø-ÿ]{3,20}")
_SMALL = Pattern(
    r"(?!(?i:the|our|your|die|der|das|unser|le|la|les|el|los)\s)[^\W\d_]{3,20}(?:[ -][^\W\d_]{3,20}){1,2}"
)
"""A name whose family name is written small, as people write their own into a form: "nora quill"."""


def people_in(words: str, knowledge: Knowledge, *, is_line: bool = False) -> list[FoundPerson]:
    """The people whom a claim names, whatever joins them: a list, towns between them, a handle or a day behind.

    `is_line`: the words are a line of the page. Its first words that are no label and no day must be a name.
    """
    people: dict[str, FoundPerson] = {}
    for number, part in enumerate(_BARS.split(_HANDLE.sub("", _spelled_out(words.strip())))):
        readings = (_people_in_list(each, knowledge, is_line=is_line) for each in _DASH.split(part))
        found = next(filter(None, readings), [])  # behind the dash stands a department
        is_section = not number and _SECTION.fullmatch(part.strip())
        if is_line and not found and not is_section and not _BETWEEN.fullmatch(part.strip()):
            break
        for person in found:
            people.setdefault(bare(person.name), person)
        if found and not is_line:
            break  # behind the bar stands the site
    return list(people.values())


def is_spelled_in(name: str, statements: Iterable[str]) -> bool:
    """True if a statement spells the words of a name, or all in capitals: no login, address or lower case does."""
    return any(all(word in each or word.upper() in each for word in name.split()) for each in statements)


def completed(first_name: str, lines: Iterable[str]) -> Iterator[str]:
    """Whole names that lines of a page begin with, of somebody whom it calls by a first name elsewhere."""
    if not first_name.isalpha() or not first_name.istitle() or len(first_name) < 3:
        return
    pattern = re.compile(
        rf"(?:(?:by|von|par|por|autor(?:in)?:?|author:?|i['’]m|i am|my name is|ich bin)\s+)?(?-i:{first_name})\s+"
        r"(?-i:[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:-[^\W\d_]+)?)",
        re.IGNORECASE,
    )
    for line in lines:
        if match := pattern.match(line):
            yield match[0][match[0].index(first_name) :]


def _spelled_out(words: str) -> str:
    """Names for addresses of profiles and for a login; other words as they are."""
    addresses = [each for each in re.split(r"[,;\s]+", words) if each]
    slugs = [match["slug"] for each in addresses if (match := _PROFILE.fullmatch(each))]
    if slugs and len(slugs) == len(addresses):
        return "; ".join(slug.replace("-", " ").replace("_", " ").title() for slug in slugs)
    if _LOGIN.fullmatch(words):
        return words.replace(".", " ").replace("_", " ").title()
    return words


def _people_in_list(words: str, knowledge: Knowledge, *, is_line: bool) -> list[FoundPerson]:
    pieces = _LIST.split(words)
    return [person for piece in pieces for person in _people_in_part(piece, knowledge, is_line=is_line)]


def _people_in_part(words: str, knowledge: Knowledge, *, is_line: bool) -> list[FoundPerson]:
    lead = LEAD.match(words)
    words = clean_line(words[lead.end() :] if lead else words).strip(" ,;|·:")
    words = _DAY_BEHIND.sub("", words).strip(" ,;|·:-–—")
    people = named_people(words, knowledge, is_labelled=True) or named_people(
        without_agency(words), knowledge
    )
    if not people and (match := _REVERSED.fullmatch(words)):
        people = named_people(f"{match[2]} {match[1]}", knowledge)
    if not people and "," in words:
        parts = [part.strip() for part in words.split(",")]
        people = [person for part in parts if not is_town(part) for person in named_people(part, knowledge)]
        people = people if len(people) == sum(not is_town(part) for part in parts) else []
    if not people and not is_line and _SMALL.fullmatch(words):
        people = named_people(_with_capitals(words), knowledge)
    return [person for person in people if person.author or not is_account(person.name)]


def _with_capitals(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words.split())
