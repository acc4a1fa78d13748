"""Disclaimers that apply to a piece: those of its institutions, and those that the posts of its authors demand.

Which of an institution's apply is decided by the rule of `disclaimers.choice`.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from django.db.models import QuerySet

from articles.press.names import Names, author_rows
from articles.press.printed_wording import (
    Days,
    PrintedWording,
    print_wording,
    speaks_of_authors,
    why_withheld,
)
from articles.snapshot import Content
from authors.models import Appointment, Author
from disclaimers.choice import DisclaimerFact, WordingChoice, WordingFact, choose, choose_for
from disclaimers.models import Disclaimer, Institution

WordingChoices = list[tuple[WordingChoice, Days]]
"""Texts by the rule, each with the days that it was chosen for."""
Bodies = dict[tuple[str, int], tuple[str, ...]]
"""(code of a disclaimer, key of an author) -> the bodies that it names for this author."""


def house_choices(
    content: Content, institution: Institution, days: Days
) -> tuple[WordingChoices, WordingChoices]:
    """The choices of the house's disclaimers, and those of disclaimers whose conditions the piece does not meet."""
    houses = institution.lineage()
    facts = _facts(Disclaimer.objects.filter(institution__in=houses, merged_into=None), houses)
    unmet = [fact for fact in facts if _is_unmet(fact, content, days)]
    met = [fact for fact in facts if fact not in unmet]

    def choices(some: list[DisclaimerFact]) -> WordingChoices:
        applying = choose(
            some,
            lineage=[house.code for house in houses],
            kind=str(content["kind"]),
            language=content["language"],
            on=days.counted,
        )
        return [_choice_for(choice.disclaimer, content, days) for choice in applying]

    return choices(met), choices(unmet)


def _is_unmet(fact: DisclaimerFact, content: Content, days: Days) -> bool:
    """True if the piece does not meet the condition, or has none of the authors of whom the text speaks."""
    if why_withheld(fact.condition, content):
        return True
    text = None if author_rows(content) else choose_for(fact, content["language"], days.counted).wording
    return text is not None and speaks_of_authors(text.text)


def _choice_for(fact: DisclaimerFact, content: Content, days: Days) -> tuple[WordingChoice, Days]:
    """The choice for a disclaimer that applies: its text of the later day, else that of the day that counts."""
    if any(text.is_in_force(days.of_texts) for text in fact.wordings):
        return choose_for(fact, content["language"], days.of_texts), days
    return choose_for(fact, content["language"], days.counted), Days(days.counted, days.counted)


def text_of_today(
    wording: PrintedWording, names: Names, content: Content, days: Days
) -> PrintedWording | None:
    """The text of the same disclaimer that is in force now; None if it has none, or for words of the piece's own."""
    facts = _facts(Disclaimer.objects.filter(code=wording.disclaimer)) if wording.chosen_for else []
    if not facts or not any(text.is_in_force(days.of_texts) for text in facts[0].wordings):
        return None
    choice = choose_for(facts[0], content["language"], days.of_texts)
    if choice.wording is None:
        return None
    of = Days(wording.decided_for, days.of_texts)
    return print_wording(choice, names, content, of, author=wording.author, bodies=wording.bodies)


def employment_wordings(
    content: Content, names: Names, days: Days, authors: list[int], printed_bodies: Bodies | None = None
) -> Iterator[tuple[str, PrintedWording | None]]:
    """(code, text) of the disclaimers that authors' posts demand, one for each author; None if there is no text.

    `printed_bodies`: the bodies that the page names so far.
    """
    if not authors:
        return
    posts = list(
        Appointment.objects.of(authors)
        .filter(disclaimer__isnull=False)
        .current(days.counted)
        .select_related("disclaimer")
        .prefetch_related("bodies")
    )
    merged = Author.objects.filter(pk__in=authors, merged_into__isnull=False) if posts else ()
    facts = {fact.code: fact for fact in _facts(Disclaimer.objects.filter(appointments__in=posts).distinct())}
    stands_for = {author.pk: author.merged_into_id for author in merged}
    for key, post in product(authors, posts):
        if post.disclaimer is None or post.author_id != stands_for.get(key, key):
            continue
        fact = facts[post.disclaimer.code]
        choice, of = _choice_for(fact, content, days)
        if choice.wording is None:
            yield fact.code, None
            continue
        bodies = (printed_bodies or {}).get((fact.code, key), tuple(post.body_names))
        yield fact.code, print_wording(choice, names, content, of, author=key, bodies=bodies)


def _facts(rows: "QuerySet[Disclaimer]", houses: Iterable[Institution] = ()) -> list[DisclaimerFact]:
    """Disclaimers as values for the rule; content types by their primary key. `houses`: institutions read already."""
    known = {house.pk: house for house in houses}
    return [
        _fact(row, known.get(row.institution_id) or row.institution)
        for row in rows.select_related("institution").prefetch_related("wordings", "kinds")
    ]


def _fact(row: Disclaimer, house: Institution) -> DisclaimerFact:
    return DisclaimerFact(
        code=row.code,
        institution=house.code,
        wordings=[
            WordingFact(text.pk, text.language, text.text, text.in_force_from, text.in_force_until)
            for text in row.wordings.all()
        ],
        kinds=frozenset(str(kind.merged_into_id or kind.pk) for kind in row.kinds.all()),
        language=row.language,
        order=row.order,
        replaces_parents=row.replaces_parents,
        condition=row.condition,
        scope=row.scope,
        placement=row.placement,
        missing=house.inherited("missing_wording").value,
        usual_language=house.usual_language,
    )
