"""The values of a text that the second step of "New from a text" carries along."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from intake.drafts.report import Report


@dataclass(frozen=True)
class CarriedText:
    """Values that the second form carries, signed: body and pictures, the source's hash, the report, its warnings."""

    body: str
    sha256: str
    file_name: str
    recognised: Report
    warnings: list[str]
    alike: list[list[str]]  # title, address
    text: str = ""  # key of the brought text, beside which its pictures are kept
    pictures: Sequence[dict[str, Any]] = ()  # values of CarriedPicture
    refused: str = ""  # the body with the tracked changes refused, where there are any
    changes: Sequence[dict[str, Any]] = ()  # values of TrackedChange
    comments: Sequence[dict[str, Any]] = ()  # values of MarginComment
