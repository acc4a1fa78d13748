"""Names of those who made a stored piece, as feeds state them."""

from collections.abc import Iterable

from articles.models.edition import Edition
from prose.printed_line import PrintedLine


def creators_of(edition: Edition) -> list[str]:
    """The names kept with the edition; of one of an earlier release its authors, else those whom its bylines link."""
    printed = edition.printed
    return list(
        printed["creators"]
        if "creators" in printed
        else [name["name"] for name in printed["names"]] or _linked(printed["bylines"])
    )


def _linked(bylines: Iterable[PrintedLine]) -> list[str]:
    """The names that the bylines link: earlier releases do not keep those of an interview apart."""
    names: dict[str, str] = {}
    for span in (span for line in bylines for span in line if span.get("href")):
        names[span["href"]] = names.get(span["href"], "") + span["text"]
    return list(names.values())
