"""Disclaimer texts to print on a page: fixed by hand, else as they were printed, else chosen by the rule for a day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from articles.models.edition import Edition
from articles.press.names import Names, author_keys, author_rows
from articles.press.pinned.wordings import pinned_wordings
from articles.press.printed_wording import (
    Days,
    PrintedWording,
    fill,
    print_wording,
    speaks_of_authors,
    why_not_printed,
    why_of_nobody,
    why_withheld,
    wordings_of,
)
from articles.renewed import NOTHING, Renewable, Renewed
from articles.snapshot import Content
from authors.models import Appointment, Author
from disclaimers.choice import DisclaimerFact, WordingChoice, WordingFact, choose, choose_for
from disclaimers.models import Disclaimer, Institution, Wording

__all__ = ["ChosenWordings", "Days", "PrintedWording", "disclaimer_facts", "load_wordings"]

Bodies = dict[tuple[str, int], tuple[str, ...]]
"""(code of a disclaimer, key of an author) -> the bodies that it names for this author."""


@dataclass(frozen=True)
class ChosenWordings:
    """The texts to print, and the codes of disclaimers that must be printed and have no text in the language.

    `withheld`: texts whose condition the piece does not meet, each with the reason. A text that is fixed for the piece
    by hand is withheld only where it speaks of authors and nobody signs; its condition is the checklist's business.
    """

    printed: tuple[PrintedWording, ...]
    owed: tuple[str, ...] = ()
    withheld: tuple[tuple[PrintedWording, str], ...] = ()


def _by_condition(
    content: Content,
    wordings: Iterable[PrintedWording],
    owed: tuple[str, ...] = (),
    *,
    why: Callable[[PrintedWording, Content], str] = why_not_printed,
) -> ChosenWordings:
    """The texts that a piece may print, and apart from them those that it may not, with the reasons."""
    reasons = [(wording, why(wording, content)) for wording in wordings]
    return ChosenWordings(
        tuple(wording for wording, why in reasons if not why),
        owed,
        tuple((wording, why) for wording, why in reasons if why),
    )


def load_wordings(
    content: Content,
    institution: Institution,
    names: Names,
    days: Days,
    *,
    previous: Edition | None,
    renewed: Renewed = NOTHING,
    is_same_version: bool = True,
) -> ChosenWordings:
    """Choose the texts: fixed by hand, else those of `previous`, else by the rule.

    Texts of `previous` keep their words. A version that readers have not had is judged by today's conditions: whether
    a sentence is true of it is no matter of what an earlier one said.

    Which disclaimers apply is always decided for `days.counted`, by the posts of that day too. Texts read anew are
    those in force on `days.of_texts`. A version of another institution, content type or language takes none over.
    """
    if previous and _has_moved(previous, names):
        previous = None
    if previous is None or renewed.covers(Renewable.DISCLAIMERS):
        days = days if previous else Days(days.counted, days.counted)
        return _chosen_wordings(content, institution, names, days, previous, renewed)
    added = [key for key in author_keys(content) if key not in previous.printed["authors"]]
    for_added = _employment_wordings(content, names, Days(days.counted, days.counted), added)
    pinned = [
        *(
            _text_of_today(wording, names, content, days) or wording
            if renewed.covers(Renewable.DISCLAIMERS, wording.disclaimer)
            else wording
            for wording in pinned_wordings(content, names, previous, renewed)
        ),
        *(wording for _, wording in for_added if wording),
    ]
    if not is_same_version:
        pinned = list(_with_conditions_of_today(pinned))
    if not content["pinned_wordings"]:
        return _by_condition(content, pinned)
    return _by_condition(content, _with_fixed(content, names, pinned, pinned), why=why_of_nobody)


def _with_conditions_of_today(wordings: list[PrintedWording]) -> Iterator[PrintedWording]:
    codes = {wording.disclaimer for wording in wordings if not wording.author}
    conditions = dict(Disclaimer.objects.filter(code__in=codes).values_list("code", "condition"))
    for wording in wordings:
        yield replace(wording, condition=conditions.get(wording.disclaimer, wording.condition))


def _has_moved(previous: Edition, names: Names) -> bool:
    frozen = previous.printed["records"]
    then = (frozen["institution"], frozen["kind"], frozen["language"])
    return then != (names.institution, names.kind, names.language)


def _chosen_wordings(
    content: Content,
    institution: Institution,
    names: Names,
    days: Days,
    previous: Edition | None,
    renewed: Renewed,
) -> ChosenWordings:
    bodies = {
        (wording.disclaimer, wording.author): wording.bodies
        for wording in (wordings_of(previous) if previous else ())
        if wording.bodies and not renewed.covers(Renewable.POSTS, wording.author)
    }
    employment = list(_employment_wordings(content, names, days, author_keys(content), bodies))
    owed = [code for code, wording in employment if wording is None]
    personal = [wording for _, wording in employment if wording]
    if content["pinned_wordings"]:
        printed = wordings_of(previous) if previous else []
        fixed = _with_fixed(content, names, personal, printed)
        return _by_condition(content, fixed, tuple(owed), why=why_of_nobody)
    chosen, withheld = _choices(content, institution, days)
    printed, unprinted = (
        [print_wording(choice, names, content, of) for choice, of in some if choice.wording]
        for some in (chosen, withheld)
    )
    owed = [*(choice.disclaimer.code for choice, _ in chosen if choice.wording is None), *owed]
    return _by_condition(content, (*printed, *personal, *unprinted), tuple(owed))


_Choices = list[tuple[WordingChoice, Days]]


def _choices(content: Content, institution: Institution, days: Days) -> tuple[_Choices, _Choices]:
    """The choices of the house's disclaimers, and those of disclaimers whose conditions the piece does not meet."""
    lineage = institution.lineage()
    facts = disclaimer_facts(Disclaimer.objects.filter(institution__in=lineage))
    is_unmet = [fact for fact in facts if _is_unmet(fact, content, days)]
    chosen, withheld = (
        choose(
            some,
            lineage=[house.code for house in lineage],
            kind=str(content["kind"]),
            language=content["language"],
            on=days.counted,
        )
        for some in ([fact for fact in facts if fact not in is_unmet], is_unmet)
    )
    return (
        [_choice_for(choice.disclaimer, content, days) for choice in chosen],
        [_choice_for(choice.disclaimer, content, days) for choice in withheld],
    )


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


def _text_of_today(
    wording: PrintedWording, names: Names, content: Content, days: Days
) -> PrintedWording | None:
    """The text of the same disclaimer that is in force now; None if it has none, or for words of the piece's own."""
    facts = disclaimer_facts(Disclaimer.objects.filter(code=wording.disclaimer)) if wording.chosen_for else []
    if not facts or not any(text.is_in_force(days.of_texts) for text in facts[0].wordings):
        return None
    choice = choose_for(facts[0], content["language"], days.of_texts)
    if choice.wording is None:
        return None
    of = Days(wording.decided_for, days.of_texts)
    return print_wording(choice, names, content, of, author=wording.author, bodies=wording.bodies)


def _employment_wordings(
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
        .prefetch_related("bodies")
    )
    merged = Author.objects.filter(pk__in=authors, merged_into__isnull=False) if posts else ()
    stands_for = {author.pk: author.merged_into_id for author in merged}
    for key, post in product(authors, posts):
        if post.author_id != stands_for.get(key, key):
            continue
        fact = disclaimer_facts(Disclaimer.objects.filter(appointments=post))[0]
        choice, of = _choice_for(fact, content, days)
        if choice.wording is None:
            yield fact.code, None
            continue
        bodies = (printed_bodies or {}).get((fact.code, key), tuple(post.body_names))
        yield fact.code, print_wording(choice, names, content, of, author=key, bodies=bodies)


def _with_fixed(
    content: Content, names: Names, wordings: list[PrintedWording], printed: list[PrintedWording]
) -> tuple[PrintedWording, ...]:
    """Texts fixed by hand in place of the institution's; employment disclaimers of authors stay.

    `printed`: texts of the page so far, whose words a text that is fixed keeps.
    """
    by_key = {wording.wording: wording for wording in printed}
    fixed = _fixed_wordings(content, names, by_key)
    keys = {wording.wording for wording in fixed}
    return (*fixed, *(wording for wording in wordings if wording.author and wording.wording not in keys))


def _fixed_wordings(
    content: Content, names: Names, printed: dict[int | None, PrintedWording]
) -> tuple[PrintedWording, ...]:
    """Wordings chosen for this piece: in its own words, else as already printed, else in today's text."""
    pins: list[dict[str, Any]] = content["pinned_wordings"]
    keys = [pin["wording_id"] for pin in pins if pin["wording_id"]]
    rows = Wording.objects.select_related("disclaimer__institution").in_bulk(keys)
    wordings = []
    for pin in pins:
        row = rows.get(pin["wording_id"])
        if row is None:
            wordings.append(PrintedWording(pin["own_text"], names.language))
        elif not pin["own_text"] and row.pk in printed:
            wordings.append(replace(printed[row.pk], condition=row.disclaimer.condition))
        else:
            own, whose = pin["own_text"], row.disclaimer.institution.code
            text, template = (own, "") if own else (fill(row.text, names, content, row.language), row.text)
            wordings.append(
                PrintedWording(
                    text,
                    row.language,
                    row.pk,
                    row.disclaimer.code,
                    whose=whose,
                    template=template,
                    condition="" if own else row.disclaimer.condition,
                )
            )
    return tuple(wordings)


def disclaimer_facts(rows: Any) -> list[DisclaimerFact]:
    """A query set of disclaimers as values for the choosing rule; kinds by their primary key."""
    return [
        DisclaimerFact(
            code=row.code,
            institution=row.institution.code,
            wordings=[
                WordingFact(text.pk, text.language, text.text, text.in_force_from, text.in_force_until)
                for text in row.wordings.all()
            ],
            kinds=frozenset(str(kind.pk) for kind in row.kinds.all()),
            language=row.language,
            order=row.order,
            replaces_parents=row.replaces_parents,
            condition=row.condition,
            scope=row.scope,
            placement=row.placement,
            missing=row.institution.inherited("missing_wording").value,
            usual_language=row.institution.usual_language,
        )
        for row in rows.select_related("institution").prefetch_related("wordings", "kinds")
    ]
