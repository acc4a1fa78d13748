"""Which disclaimer texts a page prints, with the day and the rule that chose them; pinned once readers had them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from articles.models.edition import Edition
from articles.press.names import Names
from articles.snapshot import Content
from authors.models import Appointment
from disclaimers.choosing import Chosen, DisclaimerFact, WordingFact, choose, choose_for
from disclaimers.models import Disclaimer, Institution, Wording
from prose import slots


@dataclass(frozen=True)
class PrintedWording:
    """One disclaimer's text, its slots filled; `wording` is None for a piece's own words.

    `author`: the key of the person an employment line speaks for. The rest says why it stands here: whose it is, in
    force from when until when (ISO days, `until` exclusive), chosen for which day.
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
class Said:
    """The texts to print, and the codes of disclaimers that are owed and have none that may be printed."""

    printed: tuple[PrintedWording, ...]
    owed: tuple[str, ...] = ()


def wordings(
    content: Content,
    institution: Institution,
    known: Names,
    on: dt.date,
    previous: Edition | None,
    corrected: frozenset[int] = frozenset(),
) -> Said:
    """Fixed by hand, else as the page has said since it was first published, else by the rule."""
    if previous:
        said = _pinned(content, known, on, previous, corrected)
        return Said(_with_pins(content, known, said) if content["pinned_wordings"] else tuple(said))
    employment = list(_employment(content, known, on, _credited(content)))
    owed = [code for code, wording in employment if wording is None]
    own = [wording for _, wording in employment if wording]
    if content["pinned_wordings"]:
        return Said(_with_pins(content, known, own), tuple(owed))
    lineage = institution.lineage()
    facts = disclaimer_facts(Disclaimer.objects.filter(institution__in=lineage))
    chosen = choose(
        facts,
        lineage=[one.code for one in lineage],
        kind=str(content["kind"]),
        language=content["language"],
        on=on,
    )
    printed = [_printed(one, known, content, on, {}) for one in chosen if one.wording]
    owed = [*(one.disclaimer.code for one in chosen if one.wording is None), *owed]
    return Said((*printed, *own), tuple(owed))


def _with_pins(content: Content, known: Names, said: list[PrintedWording]) -> tuple[PrintedWording, ...]:
    """Texts fixed by hand take the place of the institution's; what authors must have said of them stays."""
    fixed = _fixed(content["pinned_wordings"], {one.wording: one for one in said}, known, _authors(content))
    taken = {one.wording for one in fixed}
    return (*fixed, *(one for one in said if one.author and one.wording not in taken))


def _pinned(
    content: Content, known: Names, on: dt.date, previous: Edition, corrected: frozenset[int]
) -> list[PrintedWording]:
    """As the page has said, but for a slip put right and for authors who came or went."""
    credited = _credited(content)
    before = previous.printed.get("authors", credited)
    same_number = len(previous.printed["names"]) == _authors(content)
    said = []
    for one in _before(previous):
        if one.author and one.author not in credited:
            continue
        stays = one.wording is None or (same_number and one.wording not in corrected)
        said.append(one if stays else _said_anew(one, known, content))
    came = [pk for pk in credited if pk not in before]
    return said + [one for _, one in _employment(content, known, on, came) if one]


def _before(edition: Edition) -> list[PrintedWording]:
    kept = {field.name for field in fields(PrintedWording)}
    rows = edition.printed.get("wordings", [])
    return [PrintedWording(**{key: value for key, value in row.items() if key in kept}) for row in rows]


def _employment(
    content: Content, known: Names, on: dt.date, authors: list[int]
) -> Iterator[tuple[str, PrintedWording | None]]:
    """What authors must have said of themselves while they hold a post; each for that author alone, by name."""
    if not authors:
        return
    posts = Appointment.objects.filter(author__in=authors, disclaimer__isnull=False).held(on)
    for post in sorted(posts.prefetch_related("bodies"), key=lambda one: authors.index(one.author_id)):
        fact = disclaimer_facts(Disclaimer.objects.filter(appointments=post))[0]
        chosen = choose_for(fact, content["language"], on)
        if chosen.wording is None:
            yield fact.code, None
            continue
        words = known.style.templates
        bodies = _listed(post.body_names, words["name_separator"], words["or_word"])
        said = {"author": known.people[post.author_id].name, "bodies": bodies}
        yield fact.code, replace(_printed(chosen, known, content, on, said), author=post.author_id)


def _listed(names: list[str], separator: str, last: str) -> str:
    """ "the Navy, the Ministry or the Government": the chain in its order."""
    if len(names) < 2:
        return "".join(names)
    return f"{f'{separator} '.join(names[:-1])} {last} {names[-1]}"


def _printed(
    chosen: Chosen, known: Names, content: Content, on: dt.date, values: dict[str, str]
) -> PrintedWording:
    text, fact = chosen.wording, chosen.disclaimer
    assert text is not None  # noqa: S101 - callers leave out what is owed
    return PrintedWording(
        _said(text.text, known, _authors(content), values),
        text.language,
        text.id,
        fact.code,
        placement=fact.placement,
        whose=fact.institution,
        begins=text.begins.isoformat(),
        until=text.until.isoformat() if text.until else "",
        chosen_for=on.isoformat(),
    )


def _said_anew(said: PrintedWording, known: Names, content: Content) -> PrintedWording:
    """The same text for another number of authors, or after a slip in it was corrected; all else of it stays."""
    row = Wording.objects.filter(pk=said.wording or 0).first()
    if row is None:
        return said
    values: dict[str, str] = {}
    if said.author:
        day = dt.date.fromisoformat(said.chosen_for)
        posts = Appointment.objects.filter(author=said.author, disclaimer=row.disclaimer).held(day)
        bodies = next((post.body_names for post in posts.prefetch_related("bodies")), [])
        words = known.style.templates
        name = known.people[said.author].name if said.author in known.people else ""
        values = {"author": name, "bodies": _listed(bodies, words["name_separator"], words["or_word"])}
    return replace(said, text=_said(row.text, known, _authors(content), values))


def _fixed(
    pins: list[dict[str, Any]], said: dict[int | None, PrintedWording], known: Names, authors: int
) -> tuple[PrintedWording, ...]:
    """Wordings chosen for this piece: its own words, else as already printed, else the text as it stands."""
    ids = [pin["wording_id"] for pin in pins if pin["wording_id"]]
    rows = Wording.objects.select_related("disclaimer__institution").in_bulk(ids)
    fixed = []
    for pin in pins:
        row = rows.get(pin["wording_id"])
        if row is None:
            fixed.append(PrintedWording(pin["own_text"], known.language))
        elif not pin["own_text"] and row.pk in said:
            fixed.append(said[row.pk])
        else:
            text = pin["own_text"] or _said(row.text, known, authors, {})
            whose = row.disclaimer.institution.code
            fixed.append(PrintedWording(text, row.language, row.pk, row.disclaimer.code, whose=whose))
    return tuple(fixed)


def _said(template: str, known: Names, authors: int, values: dict[str, str]) -> str:
    return slots.fill(template, {"kind": known.kind_label, **values}, authors=authors)


def _credited(content: Content) -> list[int]:
    return [row["author_id"] for row in content["bylines"] if row["role"] == "author" and row["author_id"]]


def _authors(content: Content) -> int:
    return sum(row["role"] == "author" for row in content["bylines"])


def disclaimer_facts(rows: Any) -> list[DisclaimerFact]:
    """Disclaimers as values for the choosing rule; kinds by their primary key."""
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
            missing=row.institution.missing_wording,
            usual_language=row.institution.default_language,
        )
        for row in rows.select_related("institution").prefetch_related("wordings", "kinds")
    ]
