"""Disclaimer texts to print on a page: fixed by hand, else as they were printed, else chosen by the rule for a day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from articles.models.edition import Edition
from articles.press.applicable_disclaimers import employment_wordings, house_choices, text_of_today
from articles.press.names import Names, author_keys
from articles.press.pinned.wordings import pinned_wordings
from articles.press.printed_wording import (
    Days,
    PrintedWording,
    fill,
    print_wording,
    why_not_printed,
    why_of_nobody,
    wordings_of,
)
from articles.renewed import NOTHING, Renewable, Renewed
from articles.snapshot import Content
from disclaimers.models import Disclaimer, Institution, Wording


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
    for_added = employment_wordings(content, names, Days(days.counted, days.counted), added)
    pinned = [
        *(
            text_of_today(wording, names, content, days) or wording
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
    employment = list(employment_wordings(content, names, days, author_keys(content), bodies))
    owed = [code for code, wording in employment if wording is None]
    personal = [wording for _, wording in employment if wording]
    if content["pinned_wordings"]:
        printed = wordings_of(previous) if previous else []
        fixed = _with_fixed(content, names, personal, printed)
        return _by_condition(content, fixed, tuple(owed), why=why_of_nobody)
    chosen, withheld = house_choices(content, institution, days)
    printed, unprinted = (
        [print_wording(choice, names, content, of) for choice, of in some if choice.wording]
        for some in (chosen, withheld)
    )
    owed = [*(choice.disclaimer.code for choice, _ in chosen if choice.wording is None), *owed]
    return _by_condition(content, (*printed, *personal, *unprinted), tuple(owed))


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
