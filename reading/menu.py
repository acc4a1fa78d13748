"""The menu in the header: the ways through a house's site, in the language of the page.

A house has the menu that the desk gives it; without one, that of the nearest house above it that has one, else the
usual ways. An entry stands in it only while it leads to a page.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.models.grouping.series import Series
from articles.models.topic import Topic
from disclaimers.models.institution import INHERITED
from disclaimers.models.kind import Kind
from prose.languages import base, serves
from prose.links import is_safe_href
from prose.names.forms import ChosenForm, PageForms
from reading.kept import while_marked
from reading.kind_labels import label_from_rows
from reading.site import Site
from website.models.menu import Target

PAGES: Mapping[str, str] = {
    Target.TOPICS: "/topics/",
    Target.SERIES: "/series/",
    Target.PEOPLE: "/authors/",
    Target.OUTLETS: "/outlets/",
    Target.ARCHIVE: "/archive/",
    Target.CORRECTIONS: "/corrections/",
    Target.FEEDS: "/feeds/",
}
"""Pages of the site; `reading.words` has their names by the codes of these targets."""
USUAL = (Target.TOPICS, Target.PEOPLE, Target.OUTLETS, Target.ARCHIVE)


@dataclass(frozen=True)
class MenuItem:
    """An entry as a page prints it: its label, or the name of our word for it.

    `language`: that of the label, empty where it is the page's own.
    """

    path: str
    label: str = ""
    language: str = ""
    word: str = ""


def menu_of(site: Site, language: str) -> tuple[MenuItem, ...]:
    """The menu on pages of a house in a language; none for a face that was kept from an earlier page."""
    if site.at is None:
        return ()
    on = site.at.astimezone(site.zone).date()
    return while_marked(site.at, ("menu", site.line, language, on), lambda: _menu(site, language, on))


def _menu(site: Site, language: str, on: dt.date) -> tuple[MenuItem, ...]:
    for house in site.line:
        own = [row for row in site.menus if row["house"] == house]
        for spoken in (language, base(language), ""):
            if entries := [row for row in own if row["spoken"] == spoken]:
                items = (_item(row, site.line, language, on) for row in entries)
                return tuple(item for item in items if item)
    return tuple(MenuItem(PAGES[page], word=page) for page in USUAL)


def _item(row: Mapping[str, Any], line: Sequence[int], language: str, on: dt.date) -> MenuItem | None:
    """An entry as printed; None if there is no page behind it."""
    row = {**row, "piece": _piece(row, language)}
    path = _path(row)
    if not path:
        return None
    if row["label"]:
        spoken = row["spoken"]
        return MenuItem(path, row["label"], "" if not spoken or serves(spoken, language) else spoken)
    if row["leads_to"] in PAGES:
        return MenuItem(path, word=row["leads_to"])
    page = PageForms(language, on, row["home_language"] or INHERITED["default_language"])
    name = _NAMES[row["leads_to"]](row, page, line)
    return MenuItem(path, name.value, name.language)


def _piece(row: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    """The version of a piece in the language of the page, if readers have it; else the piece that was chosen."""
    in_it = [each for each in row["versions"] if base(each["language"]) == base(language)]
    chosen = [each for each in row["versions"] if each["piece"] == row["piece"]]
    return next(iter(in_it + chosen), {"path": ""})


def _path(row: Mapping[str, Any]) -> str:
    match row["leads_to"]:
        case Target.TOPIC:
            return f"/topics/{row['topic_slug']}/" if row["has_topic"] else ""
        case Target.ONE_SERIES:
            return f"/series/{row['series_slug']}/" if row["has_series"] else ""
        case Target.KIND:
            return f"/kinds/{row['kind_code']}/" if row["has_kind"] else ""
        case Target.PIECE:
            return str(row["piece"]["path"])
        case Target.WEB:
            return row["url"] if is_safe_href(row["url"]) else ""
    return PAGES[row["leads_to"]]


def _topic_name(row: Mapping[str, Any], page: PageForms, line: Sequence[int]) -> ChosenForm[str]:
    topic = Topic(name=row["topic_name"], name_language=row["topic_language"])
    return topic.name_on(page, row["topic_names"])


def _series_name(row: Mapping[str, Any], page: PageForms, line: Sequence[int]) -> ChosenForm[str]:
    series = Series(name=row["series_name"], name_language=row["series_language"])
    return series.name_on(page, row["series_names"])


def _kind_name(row: Mapping[str, Any], page: PageForms, line: Sequence[int]) -> ChosenForm[str]:
    kind = Kind(label=row["kind_label"], name_language=row["kind_language"])
    return label_from_rows(page, kind, row["kind_labels"], line)


def _headline(row: Mapping[str, Any], page: PageForms, line: Sequence[int]) -> ChosenForm[str]:
    return page.original(row["piece"]["headline"], row["piece"]["language"])


_NAMES = {
    Target.TOPIC: _topic_name,
    Target.ONE_SERIES: _series_name,
    Target.KIND: _kind_name,
    Target.PIECE: _headline,
}
