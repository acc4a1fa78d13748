"""The face of a house: its name, contacts and links, as its pages and feeds show them on a day.

A page shows the house that published it; the desk's first house (`is_home`) is the default. What a house does not say
itself it has from the nearest one above it. The whole line comes with one query (`house_rows`). Names, holder, style
and logo are those of the day of reading: a new name may be on record before its first day.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from disclaimers.inheritance import nearest
from disclaimers.models.institution import INHERITED, POLICIES
from disclaimers.naming import HouseName
from disclaimers.phrases import printed_text, usual_on_page
from disclaimers.standing import SiteNotice
from pictures.today import TodaysPicture, todays_picture
from prose.dates import day_of
from prose.languages import BASES, base
from prose.links import is_page_address, is_safe_href
from prose.names.forms import NameForm, original
from prose.page_phrase import PagePhrase
from prose.periods import is_within
from prose.text_language.recognition import language_of_name
from reading.house_rows import PHRASES, STATED, house_row
from reading.kept import while_marked

Row = Mapping[str, Any]
_SILENT, _NAME, _RETIRED = map(PagePhrase, ("", "{name}[, {suffix}]", "(ret.)"))


@dataclass(frozen=True)
class Link:
    """A label and the address behind it; without a label it is a web site."""

    label: str
    url: str


@dataclass(frozen=True)
class Site:
    """A house for headers, footers and feeds. The defaults are for a desk without institutions.

    `at`: the instant for which it was loaded. `house`: its key; `merged`: those of houses merged into it; `line`: its
    key and those of the houses above it, nearest first. `language`: that in which its lists are read, `usual_language`
    its own, `home_language` that of the desk's first house; `languages`: all in which the desk's lists have pieces,
    without scripts and regions. `name` is in `language`, `names` in all.
    `path`: its front page; `slug`: its name in addresses. `colour`: "#1d4a5c". `above`: the houses above it, nearest
    first. `menus`: rows of all menus of the desk. `notices`: all standing notices of it and of those above, whatever
    their days.
    `is_whole_desk`: True if every house that has published on this desk is this one or below it.
    """

    at: dt.datetime | None = field(default=None, compare=False)
    house: int = 0
    merged: tuple[int, ...] = ()
    line: tuple[int, ...] = ()
    name: str = "Commentary"
    slug: str = ""
    path: str = "/"
    strapline: str = ""
    url: str = ""
    language: str = "en"
    usual_language: str = "en"
    home_language: str = "en"
    languages: tuple[str, ...] = field(default=(), compare=False)
    time_zone: str = "UTC"
    colour: str = ""
    errors_contact: str = ""
    permissions_contact: str = ""
    publishing_principles: str = ""
    corrections_policy: str = ""
    ethics_policy: str = ""
    copyright_holder: str = ""
    copyright_format: PagePhrase = _SILENT
    reservation: PagePhrase = _SILENT
    byline_name: PagePhrase = _NAME
    retired_word: PagePhrase = _RETIRED
    links: tuple[Link, ...] = ()
    names: HouseName | None = None
    above: tuple[HouseName, ...] = ()
    notices: tuple[SiteNotice, ...] = ()
    logo: TodaysPicture | None = None
    menus: tuple[Row, ...] = field(default=(), compare=False)
    is_whole_desk: bool = True

    @property
    def keys(self) -> frozenset[int]:
        """Keys of the houses whose editions are its own: this one, and those merged into it."""
        return frozenset((self.house, *self.merged))

    @property
    def about_path(self) -> str:
        """The page that says what it is; also of the desk's first house, whose front page has no such beginning."""
        return f"/houses/{self.slug}/about/"

    @property
    def read_in(self) -> str:
        """The language in which its lists are read, without script and region: they have its pieces alone."""
        return base(self.language)

    @property
    def has_other_languages(self) -> bool:
        """True if the desk's lists have pieces in another language."""
        return bool({*self.languages} - {self.read_in})

    @property
    def searched_in(self) -> str:
        """The language to which a search is limited; "" on a desk with one alone."""
        return self.read_in if self.has_other_languages else ""

    @property
    def in_languages(self) -> HouseName:
        """Its name in all languages."""
        return self.names or HouseName((NameForm(self.name, self.language),), self.url)

    @property
    def zone(self) -> dt.tzinfo:
        """The time zone in which this house counts its days."""
        return ZoneInfo(self.time_zone)


def load_site(at: dt.datetime, language: str = "") -> Site:
    """The desk's first house as it is at an instant, read in a language; "" for its usual one."""
    return _face(at, "home", language=language) or Site(at=at)


def load_house(slug: str, at: dt.datetime, language: str = "") -> Site | None:
    """A house by its slug; None if there is none."""
    return _face(at, "slug", slug, language)


def load_house_by_key(key: int, at: dt.datetime, language: str = "") -> Site:
    """A house by its key; the desk's first house if there is none."""
    return _face(at, "key", key, language) or load_site(at, language)


def load_houses(keys: Iterable[int], at: dt.datetime) -> dict[int, Site]:
    """Several houses by their keys."""
    sites = (_face(at, "key", key) for key in sorted(set(keys)))
    return {key: site for site in sites if site for key in site.keys}


def has_been_read_in(language: str, at: dt.datetime) -> bool:
    """True if readers have ever had a piece in a language, given without script and region."""
    return bool(language and _ever_read(at=at, language=language))


def house_of(edition: Edition) -> int:
    """The key of the house that published an edition, stored or a proof."""
    key: int = edition.printed["records"]["institution"]
    return key


def _face(at: dt.datetime, by: str, value: object = None, language: str = "") -> Site | None:
    """The face of a house, found as `house_row` finds it; one is made for each day and language.

    Raise Http404 for a language in which readers have never had a piece.
    """
    row = house_row(at, by, value)
    if row is None:
        return None
    if language and not (row["languages"][language] or has_been_read_in(language, at)):
        raise Http404
    zone = ZoneInfo(nearest(row["line"], itemgetter("time_zone"), INHERITED["time_zone"]).value)
    on = at.astimezone(zone).date()
    (site,) = while_marked(at, ("face", by, value, on, language), lambda: (_site(row, on, language),))
    return replace(site, at=at)


def _site(row: Row, on: dt.date, read_in: str) -> Site:
    """The face of the house in a row on a day, in a language or its usual one; unsafe addresses are left out."""
    line = row["line"]
    own = line[0]
    stated: dict[str, Any] = {name: nearest(line, itemgetter(name), INHERITED[name]).value for name in STATED}
    stated |= {name: "" for name in POLICIES if not is_page_address(stated[name])}
    usual_language = stated.pop("default_language")
    language = read_in if read_in and read_in != base(usual_language) else usual_language
    stated |= {position: _phrase(line, position, language, on) for position in PHRASES}
    links: list[dict[str, str]] = nearest(line, itemgetter("links"), []).value
    names = _names(own, on)
    return Site(
        house=own["key"],
        merged=tuple(own["merged"]),
        line=tuple(house["key"] for house in line),
        name=names.on_page(language).value,
        names=names,
        slug=own["slug"],
        path="/" if own["is_home"] else f"/houses/{own['slug']}/",
        strapline=own["strapline"],
        url=_safe(own["url"]),
        language=language,
        usual_language=usual_language,
        home_language=own["home_language"] or INHERITED["default_language"],
        languages=tuple(code for code in BASES if row["languages"][code]),
        links=tuple(_links(links, language)),
        above=tuple(_names(house, on) for house in line[1:]),
        copyright_holder=nearest(line, lambda house: _holder(house, on), "").value,
        notices=_notices(line),
        logo=todays_picture(own["logo"], on),
        menus=tuple(row["all_menus"]),
        is_whole_desk=not row["has_others"],
        **stated,
    )


def _names(house: Row, on: dt.date) -> HouseName:
    forms = _forms(house, house["name"], lambda row: row["name"])
    return HouseName(forms, _safe(house["url"]), on)


def _holder(house: Row, on: dt.date) -> str:
    """The copyright holder that a house states, as it was called on a day; a former name may stand for it."""
    own, *others = _forms(
        house, house["copyright_holder"], lambda row: row["copyright_holder"] or row["name"]
    )
    return original(own, others, on).value if own.value else ""


def _forms(house: Row, own: str, word: Callable[[Row], str]) -> tuple[NameForm[str], ...]:
    """The forms of one word, the own one first; its language, where not stated, is the desk's usual one."""
    usual = house["home_language"] or INHERITED["default_language"]
    language = language_of_name(house["name_language"], own or house["name"], usual)
    others = (
        NameForm(word(row), row["language"], day_of(row["from_on"]), day_of(row["until_on"]))
        for row in house["names"]
    )
    return (NameForm(own, language), *others)


def _notices(line: Sequence[Row]) -> tuple[SiteNotice, ...]:
    """The notices of all houses of the line, the one that began last first."""
    rows = [row for house in line for row in house["notices"]]
    rows.sort(key=lambda row: row["key"])
    rows.sort(key=lambda row: row["shown_from"] or "", reverse=True)
    return tuple(SiteNotice(**{name: row[name] for name in row if name != "key"}) for row in rows)


def _phrase(line: Sequence[Row], position: str, language: str, on: dt.date) -> PagePhrase:
    """The nearest phrase at a position in the language on a day, else the usual one."""

    def own(house: Row) -> str | None:
        rows = [row for row in house["phrases"] if row["position"] == position and _is_in_use(row, on)]
        texts = {row["language"]: row["text"] for row in rows}
        return texts.get(language) or texts.get(base(language))

    text = nearest(line, own, "").value
    return PagePhrase(printed_text(text), language, language) if text else usual_on_page(language)[position]


def _is_in_use(row: Row, on: dt.date) -> bool:
    return is_within(on, day_of(row["from_on"]), day_of(row["until_on"]))


def _links(rows: Iterable[dict[str, str]], language: str) -> Iterator[Link]:
    """The links at the foot of pages in a language."""
    for row in rows:
        if base(row["language"]) in ("", base(language)) and is_safe_href(row["url"]):
            yield Link(row["label"], row["url"])


def _safe(url: str) -> str:
    return url if is_safe_href(url) else ""


_ever_read = Prepared(
    lambda at, language: Edition.objects.ever_live(at).in_language(language).order_by().values("pk")[:1],
    at=dt.datetime,
    language=str,
)
