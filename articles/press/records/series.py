"""The series of a version. Its name is not printed: pages say the one that it has today."""

from typing import Any, NamedTuple

from articles.models.grouping.series import series_on_record
from articles.snapshot import Content


class SeriesPart(NamedTuple):
    """The key of the series, and the place in it that the editor gave the piece."""

    series: int
    place: int | None

    @property
    def as_json(self) -> dict[str, Any]:
        """`printed["part"]`."""
        return self._asdict()


def load_part(content: Content) -> SeriesPart | None:
    """The part of a series that a version is; None if it names none that is on record."""
    series = series_on_record(content["series"]) if content["series"] else None
    return SeriesPart(series.pk, content["series_place"]) if series else None
