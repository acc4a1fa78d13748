"""Authors whom a source names outside its text, weighed against those whom the text credits.

An account's name, an organisation and an address are no author; a name that only one tag gives is a question.
"""

from collections.abc import Sequence
from dataclasses import replace

from intake.findings import Certainty, Evidence, Finding, FoundPerson
from intake.knowledge import Knowledge
from intake.lines.bylines import is_account
from intake.lines.credits import names_a_desk
from intake.lines.naming import named_people
from intake.recognition.claimed.headline import evidence_of
from intake.recognition.claimed.names import LEAD, completed, is_spelled_in, people_in
from intake.recognition.loose_lines import head_zone, loose_people
from intake.recognition.remaining import Remaining
from intake.sources.claims import Claim, Claimed, claims_of
from intake.sources.manuscript import Hint, Manuscript
from intake.sources.page.headline import bare, family, site_names
from intake.sources.page.marked import BY_CLASS, IN_A_BOX

_REACH = 12  # lines of the head in which a byline may stand
_LONGEST_BYLINE = 160


def people_with_claims(
    people: tuple[Finding[FoundPerson], ...],
    manuscript: Manuscript,
    remaining: Remaining,
    knowledge: Knowledge,
) -> tuple[tuple[Finding[FoundPerson], ...], list[str]]:
    """The credited people with the claims about authors as evidence or, where nobody is credited, in their place."""
    claims = manuscript.claims
    claimed = _claimed(claims, knowledge) or _by_first_name(manuscript, knowledge)
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
    """The people, and those whom a line of the page seems to name; nobody where a byline names a desk."""
    if any(names_a_desk(line.text) for line in head_zone(remaining.lines)):
        return people, []
    names = site_names(claims)  # the site's own name is none
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
        is_line = claim.where in (BY_CLASS, IN_A_BOX)
        for person in people_in(claim.value, knowledge, is_line=is_line):
            if not (is_line and has_line) or bare(person.name) in people:
                people.setdefault(bare(person.name), (person, []))[1].append(claim)
        has_line = has_line or (is_line and any(claim in claims for _, claims in people.values()))
    others = {name: each for name, each in people.items() if each[0].author or name not in names}
    named_so = [
        claim for _, claims in people.values() for claim in claims if claim.where.startswith("JSON-LD")
    ]
    return others or (people if named_so else {})


def _by_first_name(
    manuscript: Manuscript, knowledge: Knowledge
) -> dict[str, tuple[FoundPerson, list[Claim]]]:
    """Somebody whom the metadata calls by a first name only and a line of the page by the whole one."""
    lines = [*(block.text for block in manuscript.blocks), *(part.text for part in manuscript.left_out)]
    for claim in claims_of(manuscript.claims, Claimed.AUTHOR):
        for name in completed(claim.value, lines) if claim.where not in (BY_CLASS, IN_A_BOX) else ():
            people = [] if is_account(name) else named_people(name, knowledge)
            if people:
                return {bare(name): (people[0], [claim])}
    return {}


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
        is_sure = bool(lines) or len(set(map(_origin, claims))) > 1
        is_sure = is_sure and is_spelled_in(person.name, (claim.value for claim in claims))
        certainty = Certainty.KNOWN if person.author else Certainty.READ
        evidence = (*lines, *evidence_of(claims))
        added.append(Finding(person, certainty if is_sure else Certainty.ASSUMED, evidence))
        if not is_sure:
            unsure.append(person.name)
    names = ", ".join(unsure)
    doubts = [f"{names}: only the page's own metadata says who wrote it, and in one place."] if unsure else []
    return added, doubts


def _origin(claim: Claim) -> str:
    """The origin of a claim; a box on the author is called so by a class, as a line is."""
    return BY_CLASS if claim.where == IN_A_BOX else family(claim)


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
        lead = LEAD.match(line.text)
        is_all = bare(line.text[lead.end() :] if lead else line.text) == name
        if is_all and line.block.hint is not Hint.TITLE:
            return remaining.take([line])
        if line.block.hint is Hint.BESIDE or many > 1 or len(line.text) < 3 * len(name):
            return (Evidence(line.block.line, line.text, "line of the page"),)
    return ()
