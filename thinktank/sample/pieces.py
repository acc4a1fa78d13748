"""The sample desk's pieces as they stand in files: front matter in TOML between lines of +++, then the text in HTML."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prose.dates import YEAR_UNKNOWN

HERE = Path(__file__).parent
DESK = HERE / "desk.toml"
PIECES = HERE / "pieces"
PLACES = ("live", "unpublished", "taken down", "scheduled", "draft")
_OF_THE_ARTICLE = (
    "institution", "kind", "language", "headline", "dek", "first_published_on", "series", "region", "editors_note",
    "editing_note", "source_language", "translation_extent", "has_more_places", "attribution_override",
    "copyright_basis", "copyright_holders", "copyright_year", "copyright_reason", "copyright_line", "licence",
    "licence_exceptions",
)  # fmt: skip


@dataclass(frozen=True)
class Ran:
    """A place where a piece ran: the appearance's own fields, and what was done about its permission.

    `outlet` is the name of an outlet of the desk file, or empty. `rights`: `state` (granted unless it says otherwise)
    with the terms of that state; `standing = true` takes over what the outlet has allowed in advance.
    """

    outlet: str
    fields: Mapping[str, Any]
    rights: Mapping[str, Any]


@dataclass(frozen=True)
class Piece:
    """One piece. `facts`: the manuscript's fields as the file gives them, rows that they point at by code.

    `changes`: passages (old, new) of an update that readers have not been given yet; `notices`: what was said of it
    after it was published, with the passages that this changed. `in_days`, `at_hour`: when a scheduled piece is to
    appear, counted from the day the desk is made. `translation_of`: the name of the file it translates.
    """

    name: str
    place: str
    facts: Mapping[str, Any]
    body: str
    topics: tuple[str, ...]
    bylines: tuple[Mapping[str, Any], ...]
    appearances: tuple[Ran, ...]
    disclosures: tuple[Mapping[str, str], ...]
    translation_of: str
    is_archive: bool
    without_text: bool
    reason: str
    taken_down: Mapping[str, Any]
    in_days: int
    at_hour: int
    changes: tuple[tuple[str, str], ...]
    notices: tuple[Mapping[str, Any], ...]

    @property
    def headline(self) -> str:
        """As readers have it."""
        return str(self.facts["headline"])

    @property
    def language(self) -> str:
        """The text's."""
        return str(self.facts["language"])


def read_pieces() -> list[Piece]:
    """All of them, the oldest first; those that are not out yet last."""
    return [_piece(file) for file in sorted(PIECES.glob("*.html"))]


def _piece(file: Path) -> Piece:
    _, front, body = file.read_text(encoding="utf-8").split("+++\n", 2)
    said: dict[str, Any] = tomllib.loads(front)
    return Piece(
        name=file.stem,
        place=said["place"],
        facts={name: said[name] for name in _OF_THE_ARTICLE if name in said},
        body=body.strip(),
        topics=tuple(said["topics"]),
        bylines=tuple(said.get("byline", [])),
        appearances=tuple(_ran(row) for row in said.get("appearance", [])),
        disclosures=tuple(said.get("disclosure", [])),
        translation_of=said.get("translation_of", ""),
        is_archive=said.get("archive", False),
        without_text=said.get("without_text", False),
        reason=said.get("reason", ""),
        taken_down=said.get("taken_down", {}),
        in_days=said.get("in_days", 0),
        at_hour=said.get("at_hour", 0),
        changes=tuple((row["old"], row["new"]) for row in said.get("change", [])),
        notices=tuple(said.get("notice", [])),
    )


def _ran(row: Mapping[str, Any]) -> Ran:
    """`on` is a day; or, in quotes, a month ("2015-09"), a year ("2015") or a day without its year ("05-22")."""
    fields = {name: value for name, value in row.items() if name not in ("on", "outlet", "rights")}
    if on := row.get("on"):
        fields["published_on"], fields["precision"] = _day(on)
    return Ran(outlet=row.get("outlet", ""), fields=fields, rights=row.get("rights", {}))


def _day(on: dt.date | str) -> tuple[dt.date, str]:
    if isinstance(on, dt.date):
        return on, "day"
    if len(on) == len("2015"):
        return dt.date(int(on), 1, 1), "year"
    if len(on) == len("05-22"):
        return dt.date.fromisoformat(f"{YEAR_UNKNOWN}-{on}"), "month-day"
    return dt.date.fromisoformat(f"{on}-01"), "month"
