"""Pictures as a page was printed with them, for its next edition: the same file, credit and licence.

If a picture may be shown, and passed on, is never pinned: it follows its permissions.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from articles.models.edition import Edition
from articles.renewed import Renewable, Renewed
from prose.printed_line import PrintedLine

PrintedPictures = dict[str, dict[str, Any]]
"""`Edition.printed["pictures"]`: pictures by their uuid."""
_KEYS = ("id", "file_id", "uuid")
_PINNED = ("credit", "focus", "description", "language")


@dataclass(frozen=True)
class PictureFact:
    """A picture with one of its files. `widths`: of its renditions, in pixels; `focus`: hundredths across and down.

    `language`: that of `description`. `id`, `file_id`: keys of the records.
    """

    id: int
    file_id: int
    uuid: str
    file: str
    width: int
    height: int
    format: str
    widths: list[int]
    credit: PrintedLine
    licence: PrintedLine
    licence_id: int | None
    focus: list[int]
    may_be_passed_on: bool
    description: str
    language: str

    @property
    def as_json(self) -> dict[str, Any]:
        """The picture's member of `printed["pictures"]`."""
        return {name: value for name, value in asdict(self).items() if name not in _KEYS}


def pictures_to_keep(previous: Edition | None, language: str, renewed: Renewed) -> PrintedPictures:
    """Pictures that a page in this language keeps as printed: all that `previous` shows and that are not renewed.

    One whose licence is renewed comes without its licence.
    """
    if previous is None or previous.language != language:
        return {}
    rows: PrintedPictures = previous.printed.get("pictures", {})
    return {
        uuid: _without_licence(row) if renewed.covers(Renewable.LICENCE, row["licence_id"]) else row
        for uuid, row in rows.items()
        if not renewed.covers(Renewable.PICTURES, uuid)
    }


def _without_licence(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "licence"}


def as_printed(today: PictureFact, was: dict[str, Any]) -> PictureFact:
    """Today's fact of the file that was printed, with the words printed beside it."""
    kept = {name: was[name] for name in _PINNED}
    if "licence" in was and today.licence_id == was["licence_id"]:
        kept["licence"] = was["licence"]
    return replace(today, **kept)
