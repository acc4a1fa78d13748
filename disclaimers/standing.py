"""The rule that chooses the standing notices of a page, as pure functions of values."""

import datetime as dt
from dataclasses import dataclass

from prose.languages import base


@dataclass(frozen=True)
class SiteNotice:
    """A standing notice; `language` is empty where it is not known. Days are ISO, `shown_until` is exclusive."""

    text: str
    purpose: str
    language: str
    is_for_archive: bool = False
    shown_from: str | None = None
    shown_until: str | None = None

    def is_on_page(self, language: str, *, is_archive: bool, on: dt.date) -> bool:
        """True for a page in a language, as read on a day; archive notices only for a piece from an earlier site."""
        day = on.isoformat()
        return (
            (not self.shown_from or self.shown_from <= day)
            and (not self.shown_until or day < self.shown_until)
            and self.language in ("", language, base(language))
            and (is_archive or not self.is_for_archive)
        )
