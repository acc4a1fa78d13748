"""Disclaimer texts to print on a page, with the day and the rule that chose them; pinned once readers had them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from articles.models.edition import Edition
from articles.press.names import Names, author_keys, author_rows
from articles.snapshot import Content
from authors.models import Appointment, Author
from disclaimers.choice import DisclaimerFact, WordingChoice, WordingFact, choose, choose_for
from disclaimers.models import Disclaimer, Institution, Wording
from prose import slots


@dataclass(frozen=True)
class PrintedWording:
    """One disclaimer's text with its slots filled; `wording` is None for words written for the piece.

    `author`: the key of the person for whom an employment disclaimer is printed. `whose`, `begins`, `until` and
    `chosen_for` give the reason: the institution, the days in force (ISO, `until` exclusive), the day that counted.
    """

    text: str
    language: str
    wording: int | None = None
    disclaimer: str = ""
    placement: str = "foot"
    author: int = 0
    whose: str = ""
    begins: str = ""
    until: str = ""
    chosen_for: str = ""


@dataclass(frozen=True)
class ChosenWordings:
    """The texts to print, and the codes of disclaimers that must be printed and have no text in the language."""

    printed: tuple[PrintedWording, ...]
    owed: tuple[str, ...] = ()


def load_wordings(
    content: Content,
    institution: Institution,
    names: Names,
    on: dt.date,
    previous: Edition | None,
    corrected: frozenset[int] = frozenset(),
) -> ChosenWordings:
    """Choose the texts: fixed by hand, else those of `previous`, else by the rule for the day `on`."""
    if previous:
        pinned = _pinned_wordings(content, names, on, previous, corrected)
        return ChosenWordings(
            _with_fixed(content, names, pinned) if content["pinned_wordings"] else tuple(pinned)
        )
    employment = list(_employment_wordings(content, names, on, author_keys(content)))
    owed = [code for code, wording in employment if wording is None]
    personal = [wording for _, wording in employment if wording]
    if content["pinned_wordings"]:
        return ChosenWordings(_with_fixed(content, names, personal), tuple(owed))
    lineage = institution.lineage()
    choices = choose(
        disclaimer_facts(Disclaimer.objects.filter(institution__in=lineage)),
        lineage=[house.code for house in lineage],
        kind=str(content["kind"]),
        language=content["language"],
        on=on,
    )
    printed = [_print_wording(chosen, names, content, on, {}) for chosen in choices if chosen.wording]
    owed = [*(chosen.disclaimer.code for chosen in choices if chosen.wording is None), *owed]
    return ChosenWordings((*printed, *personal), tuple(owed))


def _with_fixed(content: Content, names: Names, wordings: list[PrintedWording]) -> tuple[PrintedWording, ...]:
    """Texts fixed by hand in place of the institution's; employment disclaimers of authors stay."""
    printed = {wording.wording: wording for wording in wordings}
    fixed = _fixed_wordings(content["pinned_wordings"], printed, names, len(author_rows(content)))
    keys = {wording.wording for wording in fixed}
    return (*fixed, *(wording for wording in wordings if wording.author and wording.wording not in keys))


def _pinned_wordings(
    content: Content, names: Names, on: dt.date, previous: Edition, corrected: frozenset[int]
) -> list[PrintedWording]:
    """The texts of `previous`, except for corrected slips and for authors who were added or removed."""
    keys = author_keys(content)
    same_number = len(previous.printed["names"]) == len(author_rows(content))
    wordings = []
    for wording in _wordings_of(previous):
        if wording.author and wording.author not in keys:
            continue
        stays = wording.wording is None or (same_number and wording.wording not in corrected)
        wordings.append(wording if stays else _fill_again(wording, names, content))
    added = [key for key in keys if key not in previous.printed["authors"]]
    return wordings + [wording for _, wording in _employment_wordings(content, names, on, added) if wording]


def _wordings_of(edition: Edition) -> list[PrintedWording]:
    rows = edition.printed["wordings"]
    return [PrintedWording(**{key: value for key, value in row.items() if key != "at"}) for row in rows]


def _employment_wordings(
    content: Content, names: Names, on: dt.date, authors: list[int]
) -> Iterator[tuple[str, PrintedWording | None]]:
    """(code, text) of the disclaimers that authors' posts demand, one for each author; None if there is no text."""
    if not authors:
        return
    posts = list(
        Appointment.objects.of(authors)
        .filter(disclaimer__isnull=False)
        .current(on)
        .prefetch_related("bodies")
    )
    merged = Author.objects.filter(pk__in=authors, merged_into__isnull=False) if posts else ()
    stands_for = {author.pk: author.merged_into_id for author in merged}
    for key, post in product(authors, posts):
        if post.author_id != stands_for.get(key, key):
            continue
        fact = disclaimer_facts(Disclaimer.objects.filter(appointments=post))[0]
        chosen = choose_for(fact, content["language"], on)
        if chosen.wording is None:
            yield fact.code, None
            continue
        values = {"author": names.people[key].name, "bodies": _list_bodies(post.body_names, names)}
        wording = _print_wording(chosen, names, content, on, values)
        yield fact.code, replace(wording, author=key)


def _list_bodies(bodies: list[str], names: Names) -> str:
    """ "the Navy, the Ministry or the Government": the bodies in their order."""
    if len(bodies) < 2:
        return "".join(bodies)
    words = names.style.templates
    separator = f"{words['name_separator']} "
    return f"{separator.join(bodies[:-1])} {words['or_word']} {bodies[-1]}"


def _print_wording(
    chosen: WordingChoice, names: Names, content: Content, on: dt.date, values: dict[str, str]
) -> PrintedWording:
    text, fact = chosen.wording, chosen.disclaimer
    assert text is not None  # noqa: S101 - callers leave out what is owed
    return PrintedWording(
        _fill(text.text, names, len(author_rows(content)), values),
        text.language,
        text.id,
        fact.code,
        placement=fact.placement,
        whose=fact.institution,
        begins=text.begins.isoformat() if text.begins else "",
        until=text.until.isoformat() if text.until else "",
        chosen_for=on.isoformat(),
    )


def _fill_again(wording: PrintedWording, names: Names, content: Content) -> PrintedWording:
    """The same wording, its slots filled for another number of authors or after a slip was corrected."""
    row = Wording.objects.filter(pk=wording.wording or 0).first()
    if row is None:
        return wording
    values: dict[str, str] = {}
    if wording.author:
        day = dt.date.fromisoformat(wording.chosen_for)
        posts = Appointment.objects.of([wording.author]).filter(disclaimer=row.disclaimer).current(day)
        bodies = next((post.body_names for post in posts.prefetch_related("bodies")), [])
        name = names.people[wording.author].name if wording.author in names.people else ""
        values = {"author": name, "bodies": _list_bodies(bodies, names)}
    return replace(wording, text=_fill(row.text, names, len(author_rows(content)), values))


def _fixed_wordings(
    pins: list[dict[str, Any]], printed: dict[int | None, PrintedWording], names: Names, authors: int
) -> tuple[PrintedWording, ...]:
    """Wordings chosen for this piece: in its own words, else as already printed, else in today's text."""
    keys = [pin["wording_id"] for pin in pins if pin["wording_id"]]
    rows = Wording.objects.select_related("disclaimer__institution").in_bulk(keys)
    wordings = []
    for pin in pins:
        row = rows.get(pin["wording_id"])
        if row is None:
            wordings.append(PrintedWording(pin["own_text"], names.language))
        elif not pin["own_text"] and row.pk in printed:
            wordings.append(printed[row.pk])
        else:
            text = pin["own_text"] or _fill(row.text, names, authors, {})
            whose = row.disclaimer.institution.code
            wordings.append(PrintedWording(text, row.language, row.pk, row.disclaimer.code, whose=whose))
    return tuple(wordings)


def _fill(template: str, names: Names, authors: int, values: dict[str, str]) -> str:
    return slots.fill(template, {"kind": names.kind_label, **values}, authors=authors)


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
            scope=row.scope,
            placement=row.placement,
            missing=row.institution.inherited("missing_wording").value,
            usual_language=row.institution.usual_language,
        )
        for row in rows.select_related("institution").prefetch_related("wordings", "kinds")
    ]
