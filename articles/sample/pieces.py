"""The sample desk's pieces as they stand in files: front matter in TOML between lines of +++, then the text in HTML."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).parent
DESK = HERE / "desk.toml"
PIECES = HERE / "pieces"
PLACES = ("live", "unpublished", "scheduled", "draft")


@dataclass(frozen=True)
class Ran:
    """A place where a piece ran, and how exactly its day there is known."""

    outlet: str
    relation: str
    headline: str
    url: str
    language: str
    on: dt.date | None
    precision: Literal["day", "month"]


@dataclass(frozen=True)
class Piece:
    """One piece. `changes`: passages (old, new) of an update that readers have not been given yet.

    `in_days`, `at_hour`: when a scheduled piece is to appear, counted from the day the desk is made.
    """

    name: str
    place: str
    institution: str
    kind: str
    language: str
    headline: str
    dek: str
    body: str
    topics: tuple[str, ...]
    bylines: tuple[Mapping[str, str], ...]
    appearances: tuple[Ran, ...]
    first_published_on: dt.date | None
    is_archive: bool
    reason: str
    in_days: int
    at_hour: int
    changes: tuple[tuple[str, str], ...]


def read_pieces() -> list[Piece]:
    """All of them, the oldest first; those that are not out yet last."""
    return [_piece(file) for file in sorted(PIECES.glob("*.html"))]


def _piece(file: Path) -> Piece:
    _, front, body = file.read_text(encoding="utf-8").split("+++\n", 2)
    said: dict[str, Any] = tomllib.loads(front)
    return Piece(
        name=file.stem,
        body=body.strip(),
        dek=said.get("dek", ""),
        topics=tuple(said["topics"]),
        bylines=tuple(said["byline"]),
        appearances=tuple(_ran(row) for row in said.get("appearance", [])),
        first_published_on=said.get("first_published_on"),
        is_archive=said.get("archive", False),
        reason=said.get("reason", ""),
        in_days=said.get("in_days", 0),
        at_hour=said.get("at_hour", 0),
        changes=tuple((row["old"], row["new"]) for row in said.get("change", [])),
        **{name: said[name] for name in ("place", "institution", "kind", "language", "headline")},
    )


def _ran(row: Mapping[str, Any]) -> Ran:
    """`on` is a day, or a month in quotes ("2015-09") where the day is not known."""
    on, precision = row.get("on"), "day"
    if isinstance(on, str):
        on, precision = dt.date.fromisoformat(f"{on}-01"), "month"
    return Ran(
        outlet=row["outlet"],
        relation=row["relation"],
        headline=row.get("headline", ""),
        url=row.get("url", ""),
        language=row.get("language", ""),
        on=on,
        precision="month" if precision == "month" else "day",
    )
