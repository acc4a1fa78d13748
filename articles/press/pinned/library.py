"""Pictures and files of the library as a page was printed with them, for its next edition.

They keep the same file, credit and licence. If one may be shown, and passed on, is never pinned: it follows its
permissions.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any, ClassVar, Self

from articles.models.edition import Edition
from articles.renewed import Renewable, Renewed
from prose.printed_line import PrintedLine

PrintedRows = dict[str, dict[str, Any]]
"""Values that a page prints of each picture, or of each file, by its uuid."""
OF_THE_LIBRARY = (Renewable.PICTURES, Renewable.DOCUMENTS)
"""The members of `Edition.printed` that hold them."""
_KEYS = ("id", "file_id")


@dataclass(frozen=True, kw_only=True)
class LibraryFact:
    """A record of the library with one of its files. `id`, `file_id`: keys of the records; `language`: of its words."""

    PINNED: ClassVar[tuple[str, ...]]
    """The members that stay as printed."""

    id: int
    file_id: int
    uuid: str
    file: str
    credit: PrintedLine
    licence: PrintedLine
    licence_id: int | None
    may_be_passed_on: bool
    language: str

    @property
    def as_json(self) -> dict[str, Any]:
        """Values that an edition keeps of it."""
        return {name: value for name, value in asdict(self).items() if name not in _KEYS}

    def as_printed(self, was: dict[str, Any]) -> Self:
        """Today's fact of the file that was printed, with the words printed beside it."""
        kept = {name: was[name] for name in self.PINNED}
        if "licence" in was and self.licence_id == was["licence_id"]:
            kept["licence"] = was["licence"]
        return replace(self, **kept)


def rows_of(edition: Edition, subject: Renewable) -> PrintedRows:
    """Values that an edition keeps of its pictures, or of its files; none in editions of earlier releases."""
    rows: Any = edition.printed.get(subject.value, {})
    return rows if isinstance(rows, dict) else {row["uuid"]: row for row in rows}


def rows_to_keep(
    previous: Edition | None, language: str, renewed: Renewed, subject: Renewable
) -> PrintedRows:
    """Those that a page in this language keeps as printed: all that `previous` shows and that are not renewed.

    One whose licence is renewed comes without its licence.
    """
    if previous is None or previous.language != language:
        return {}
    return {
        uuid: _without_licence(row) if renewed.covers(Renewable.LICENCE, row["licence_id"]) else row
        for uuid, row in rows_of(previous, subject).items()
        if not renewed.covers(subject, uuid)
    }


def _without_licence(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "licence"}
