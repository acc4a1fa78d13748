"""Read the sample's pieces from files: front matter in TOML between lines of `+++`, then the body in HTML."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from prose.dates import YEAR_UNKNOWN

HERE = Path(__file__).parent
DESK = HERE / "desk.toml"
PIECES = HERE / "pieces"
_PICTURE = re.compile(r'data-picture="([a-z]+)"')
STATES = ("live", "unpublished", "taken down", "retracted", "scheduled", "draft")
_ARTICLE_FIELDS = (
    "institution", "kind", "language", "headline", "dek", "first_published_on", "series", "region", "editors_note",
    "editing_note", "source_language", "translation_extent", "has_more_places", "attribution_override",
    "copyright_basis", "copyright_holders", "copyright_year", "copyright_reason", "copyright_line", "licence",
    "licence_exceptions", "is_left_out_of_home",
)  # fmt: skip


@dataclass(frozen=True)
class SamplePlace:
    """A place where a piece ran: fields of the appearance, and its permission.

    `outlet` is the name of an outlet in desk.toml, or empty. `rights` has `state` (default "granted") and the terms of
    that state; `standing = true` uses the outlet's standing permission. Empty `rights`: no record.
    """

    outlet: str
    fields: Mapping[str, Any]
    rights: Mapping[str, Any]


@dataclass(frozen=True)
class SamplePiece:
    """A piece of the sample, as its file describes it.

    `facts`: fields of the article, with foreign keys by code. `state`: one of `STATES`, reached at the end of loading.
    `changes`: (old, new) passages of a saved but unpublished update. `notices`: rows of notices, each with the
    passages that it changes. `in_days`, `at_hour`: the hour of a scheduled piece, in days after loading.
    `translation_of`: name of the file of the original. `lead`: the lead picture, by the name of its drawing, with its
    words; figures in `body` name theirs likewise (`with_pictures`). `files`: by their names in documents.toml.
    """

    name: str
    state: str
    facts: Mapping[str, Any]
    lead: Mapping[str, str]
    body: str
    topics: tuple[str, ...]
    bylines: tuple[Mapping[str, Any], ...]
    appearances: tuple[SamplePlace, ...]
    disclosures: tuple[Mapping[str, str], ...]
    files: tuple[Mapping[str, str], ...]
    translation_of: str
    is_archive: bool
    without_text: bool
    reason: str
    taken_down: Mapping[str, Any]
    retraction: Mapping[str, str]
    in_days: int
    at_hour: int
    changes: tuple[tuple[str, str], ...]
    notices: tuple[Mapping[str, Any], ...]

    @property
    def headline(self) -> str:
        return str(self.facts["headline"])

    @property
    def language(self) -> str:
        return str(self.facts["language"])


def read_pieces() -> list[SamplePiece]:
    """All pieces in the order of their file names, which begin with the year, or with "draft" or "scheduled"."""
    return [_read_piece(file) for file in sorted(PIECES.glob("*.html"))]


def with_pictures(body: str, uuids: Mapping[str, UUID]) -> str:
    """The body with the uuids of its pictures in place of their names."""
    return _PICTURE.sub(lambda match: f'data-picture="{uuids[match[1]]}"', body)


def _read_piece(file: Path) -> SamplePiece:
    _, front, body = file.read_text(encoding="utf-8").split("+++\n", 2)
    values: dict[str, Any] = tomllib.loads(front)
    return SamplePiece(
        name=file.stem,
        state=values["state"],
        facts={name: values[name] for name in _ARTICLE_FIELDS if name in values},
        lead=values.get("lead", {}),
        body=body.strip(),
        topics=tuple(values["topics"]),
        bylines=tuple(values.get("byline", [])),
        appearances=tuple(_place(row) for row in values.get("appearance", [])),
        disclosures=tuple(values.get("disclosure", [])),
        files=tuple(values.get("file", [])),
        translation_of=values.get("translation_of", ""),
        is_archive=values.get("archive", False),
        without_text=values.get("without_text", False),
        reason=values.get("reason", ""),
        taken_down=values.get("taken_down", {}),
        retraction=values.get("retraction", {}),
        in_days=values.get("in_days", 0),
        at_hour=values.get("at_hour", 0),
        changes=tuple((row["old"], row["new"]) for row in values.get("change", [])),
        notices=tuple(values.get("notice", [])),
    )


def _place(row: Mapping[str, Any]) -> SamplePlace:
    """One `appearance` table. `on` is a date, or a string: month "2015-09", year "2015", day without year "05-22"."""
    fields = {name: value for name, value in row.items() if name not in ("on", "outlet", "rights")}
    if on := row.get("on"):
        fields["published_on"], fields["precision"] = _day(on)
    return SamplePlace(outlet=row.get("outlet", ""), fields=fields, rights=row.get("rights", {}))


def _day(on: dt.date | str) -> tuple[dt.date, str]:
    """First day of the period, and its precision."""
    if isinstance(on, dt.date):
        return on, "day"
    if len(on) == len("2015"):
        return dt.date(int(on), 1, 1), "year"
    if len(on) == len("05-22"):
        return dt.date.fromisoformat(f"{YEAR_UNKNOWN}-{on}"), "month-day"
    return dt.date.fromisoformat(f"{on}-01"), "month"
