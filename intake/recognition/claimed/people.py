"""Authors whom a source names outside its text, weighed against those whom the text credits.

An account's name, an organisation and an address are no author; a name that only one tag gives is a question.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.findings import Certainty, Evidence, Finding, FoundPerson
from intake.knowledge import Knowledge
from intake.lines.bylines import is_account, is_town
from intake.lines.naming import named_people
from intake.patterns import Pattern
from intake.recognition.claimed_headline import evidence_of
from intake.recognition.loose_lines import loose_people
from intake.recognition.remaining import Remaining
from intake.sources.claims import Claim, Claimed, claims_of
from intake.sources.manuscript import Hint
from intake.sources.page.headline import bare, family, site_names
from intake.sources.page.marked import BY_CLASS
from prose.typography import clean_line

_LEAD = Pattern(
    r"(?:(?:post\s+author\s+)?(?:written\s+)?by|von|par|por|di|door|interview|text|autor(?:in)?|author)\s*:?\s+",
    re.IGNORECASE,
)
_REVERSED = Pattern(r"([^\W\d]+(?:[ -][^\W\d]+)?),\s+([^\W\d][^,;&]{1,40})")
_BARS = Pattern(r"\s*[|｜·•\n]\s*|\s+[-–—]\s+")
_LIST = Pattern(r"\s+/\s+|;\s+")
_HANDLE = Pattern(r"\s*[(]?@\w{2,30}[)]?")
_DAY_BEHIND = Pattern(
    r"(?:,|\s)\s*(?:(?:on|am|vom|le|el|il|em|op|posted|published|updated)\s+)?\S*\d.*$", re.IGNORECASE
)
_BETWEEN = Pattern(
    r"(?:(?:written\s+|posted\s+)?by|von|par|por|di|da|door|am|on|le|el|and|und|et|y|e|[^|]{0,20}\d[^|]{0,40}"
    r"|[\w ]{2,20}:|)\W*",
    re.IGNORECASE,
)
"""Words of a byline that are no name: labels, joints and days."""
_PROFILE = Pattern(
    r"https?://[^\s?#]{4,100}/(?:authors?|editors?|autor(?:en|es)?|auteurs?|staff|people|by|contributors?|journalists?)"
    r"/(?P<slug>[a-z]{2,20}(?:[-_][a-z]{2,20}){1,2})/?"
)
"""Address of a profile that spells its owner's name."""
_REACH = 12  # lines of the head in which a byline may stand
_LONGEST_BYLINE = 160


def people_with_claims(
    people: tuple[Finding[FoundPerson], ...],
    claims: Sequence[Claim],
    remaining: Remaining,
    knowledge: Knowledge,
) -> tuple[tuple[Finding[FoundPerson], ...], list[str]]:
    """The credited people with the claims about authors as evidence or, where nobody is credited, in their place."""
    claimed = _claimed(claims, knowledge)
    authors = [person for person in people if person.value.role == "author"]
    if not claimed and not authors and claims_of(claims, Claimed.HEADLINE):
        return _loosely(people, claims, remaining, knowledge)
    if not claimed:
        return people, []
    if authors:
        people = _parted(people, claimed)
        return _with_others(_confirmed(people, claimed), claimed), _doubts_on(people, claimed)
    added, doubts = _added(claimed, remaining)
    return (*added, *people), doubts


def _loosely(
    people: tuple[Finding[FoundPerson], ...],
    claims: Sequence[Claim],
    remaining: Remaining,
    knowledge: Knowledge,
) -> tuple[tuple[Finding[FoundPerson], ...], list[str]]:
    """The people, and those whom a line of the page seems to name; the site's own name is none."""
    names = site_names(claims)
    loose = [each for each in loose_people(remaining.lines, knowledge) if bare(each.value.name) not in names]
    words = ", ".join(finding.value.name for finding in loose)
    doubts = [f"{words}: a line of the page looks as if it named who wrote it."] if loose else []
    return (*loose, *people), doubts


def _claimed(claims: Sequence[Claim], knowledge: Knowledge) -> dict[str, tuple[FoundPerson, list[Claim]]]:
    """Each person by their bare name, with the claims that name them; the site's name only where nobody else is named.

    Of lines whose class calls them bylines the first that names somebody counts: others may be of other pieces.
    """
    names = site_names(claims)
    people: dict[str, tuple[FoundPerson, list[Claim]]] = {}
    has_line = False
    for claim in claims_of(claims, Claimed.AUTHOR):
        is_line = claim.where == BY_CLASS
        found = [] if is_line and has_line else _people_in(claim.value, knowledge, is_line=is_line)
        for person in found:
            people.setdefault(bare(person.name), (person, []))[1].append(claim)
            has_line = has_line or is_line
    others = {name: each for name, each in people.items() if each[0].author or name not in names}
    named_so = [
        claim for _, claims in people.values() for claim in claims if claim.where.startswith("JSON-LD")
    ]
    return others or (people if named_so else {})


def _people_in(words: str, knowledge: Knowledge, *, is_line: bool = False) -> list[FoundPerson]:
    """The people whom a claim names, whatever joins them: a list, towns between them, a handle or a day behind.

    `is_line`: the words are a line of the page. Its first words that are no label and no day must be a name.
    """
    if match := _PROFILE.fullmatch(words.strip()):
        words = match["slug"].replace("-", " ").replace("_", " ").title()
    people: dict[str, FoundPerson] = {}
    for part in _BARS.split(_HANDLE.sub("", words)):
        found = [person for piece in _LIST.split(part) for person in _people_in_part(piece, knowledge)]
        if is_line and not found and not _BETWEEN.fullmatch(part.strip()):
            break
        for person in found:
            people.setdefault(bare(person.name), person)
        if found and not is_line:
            break  # behind the bar stands the site
    return list(people.values())


def _people_in_part(words: str, knowledge: Knowledge) -> list[FoundPerson]:
    lead = _LEAD.match(words)
    words = clean_line(words[lead.end() :] if lead else words).strip(" ,;|·:")
    words = _DAY_BEHIND.sub("", words).strip(" ,;|·:-–—")
    people = named_people(words, knowledge, is_labelled=True)
    if not people and (match := _REVERSED.fullmatch(words)):
        people = named_people(f"{match[2]} {match[1]}", knowledge)
    if not people and "," in words:
        parts = [part.strip() for part in words.split(",")]
        people = [person for part in parts if not is_town(part) for person in named_people(part, knowledge)]
        people = people if len(people) == sum(not is_town(part) for part in parts) else []
    return [person for person in people if person.author or not is_account(person.name)]


def _confirmed(
    people: tuple[Finding[FoundPerson], ...], claimed: dict[str, tuple[FoundPerson, list[Claim]]]
) -> tuple[Finding[FoundPerson], ...]:
    return tuple(
        replace(finding, evidence=(*finding.evidence, *evidence_of(claimed[bare(finding.value.name)][1])))
        if finding.value.role == "author" and bare(finding.value.name) in claimed
        else finding
        for finding in people
    )


def _parted(
    people: tuple[Finding[FoundPerson], ...], claimed: dict[str, tuple[FoundPerson, list[Claim]]]
) -> tuple[Finding[FoundPerson], ...]:
    """People whose names stood in one line without a joint, parted as the claims name them."""
    together = "".join(claimed)
    parted: list[Finding[FoundPerson]] = []
    for finding in people:
        is_run_together = len(claimed) > 1 and bare(finding.value.name) == together
        parted += (
            [replace(finding, value=person) for person, _ in claimed.values()]
            if is_run_together
            else [finding]
        )
    return tuple(parted)


def _with_others(
    people: tuple[Finding[FoundPerson], ...], claimed: dict[str, tuple[FoundPerson, list[Claim]]]
) -> tuple[Finding[FoundPerson], ...]:
    """The people, and those whom the claims name beside one of them: a question, because a byline may be cut."""
    credited = {bare(finding.value.name) for finding in people}
    if not credited & set(claimed):
        return people
    others = [each for name, each in _witnessed(claimed).items() if name not in credited]
    added = [Finding(person, Certainty.ASSUMED, evidence_of(claims)) for person, claims in others]
    last = max(number for number, finding in enumerate(people) if finding.value.role == "author")
    return (*people[: last + 1], *added, *people[last + 1 :])


def _doubts_on(
    people: Sequence[Finding[FoundPerson]], claimed: dict[str, tuple[FoundPerson, list[Claim]]]
) -> list[str]:
    """A doubt where text and metadata name different people."""
    credited = {bare(author.value.name) for author in people}
    named = _witnessed(claimed) if credited & set(claimed) else claimed
    others = ", ".join(person.name for name, (person, _) in named.items() if name not in credited)
    if not others:
        return []
    if credited & set(claimed):
        return [f"The page's own metadata names {others} as author, too; the text does not."]
    return [f"The page's own metadata names {others} as author; the text names someone else."]


def _added(
    claimed: dict[str, tuple[FoundPerson, list[Claim]]], remaining: Remaining
) -> tuple[list[Finding[FoundPerson]], list[str]]:
    """Credits from claims: sure where the page prints the name in its head, too, or where two origins agree."""
    best = _witnessed(claimed)
    added, unsure = [], []
    for name, (person, claims) in best.items():
        lines = _take_byline(remaining, name, len(best))
        is_sure = bool(lines) or len({family(claim) for claim in claims}) > 1
        certainty = Certainty.KNOWN if person.author else Certainty.READ
        evidence = (*lines, *evidence_of(claims))
        added.append(Finding(person, certainty if is_sure else Certainty.ASSUMED, evidence))
        if not is_sure:
            unsure.append(person.name)
    names = ", ".join(unsure)
    doubts = [f"{names}: only the page's own metadata says who wrote it, and in one place."] if unsure else []
    return added, doubts


def _witnessed(
    claimed: dict[str, tuple[FoundPerson, list[Claim]]],
) -> dict[str, tuple[FoundPerson, list[Claim]]]:
    """The people of the origin that names whom most others name, too: one tag alone may name the publisher."""
    best = max(
        claimed.values(), key=lambda each: len({family(claim) for claim in each[1]})
    )  # the first of equals
    leading = {name for name, (_, claims) in claimed.items() if family(best[1][0]) in map(family, claims)}
    return {name: each for name, each in claimed.items() if name in leading}


def _take_byline(remaining: Remaining, name: str, many: int) -> tuple[Evidence, ...]:
    """Evidence that a short line of the head names the person; a line that names nothing else is taken."""
    for line in remaining.lines[:_REACH]:
        if len(line.text) > _LONGEST_BYLINE or name not in bare(line.text):
            continue
        lead = _LEAD.match(line.text)
        is_all = bare(line.text[lead.end() :] if lead else line.text) == name
        if is_all and line.block.hint is not Hint.TITLE:
            return remaining.take([line])
        if line.block.hint is Hint.BESIDE or many > 1 or len(line.text) < 3 * len(name):
            return (Evidence(line.block.line, line.text, "line of the page"),)
    return ()
