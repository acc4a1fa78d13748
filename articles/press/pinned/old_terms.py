"""Terms of an edition of an earlier release, which kept none: read back from the lines that it printed."""

from collections.abc import Iterable
from typing import Any

from articles.models.edition import Edition
from articles.models.notice import Notice
from articles.rights.rule import FULL
from articles.snapshot import Content, content_of
from disclaimers.models import Licence
from prose import printed_line
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine, words

AddressAndHeadline = tuple[str, str]
_MARK = "\ufffc"
"""Stands for the licence's name while the words around it are found."""


def terms_of_old(edition: Edition, today: dict[str, Any]) -> dict[str, Any]:
    """`printed["terms"]` of an edition without them; `today`: the same for what its lines do not tell."""
    printed, content = edition.printed, content_of(edition.revision)
    offer, licence = printed["republication"], _licence(edition, content)
    if licence and _could_be_offered(edition, content):
        licence["allows_republication"] &= bool(offer)
    is_by_licence = bool(licence and licence["allows_republication"])
    is_told = not is_by_licence and (offer or _could_be_offered(edition, content))
    return {
        "licence": licence,
        "offers_republication": bool(offer) if is_told else today["offers_republication"],
        "republication_terms": offer["terms"] if offer else today["republication_terms"],
        "supersedes": [
            pair
            for row in printed["notices"]
            if row["kind"] == "supersedes" and (pair := _named(row["line"]))
        ],
        "made_from": _named(printed.get("made_from", [])) or ("", ""),
    }


def successors_of_old(edition: Edition) -> dict[str, AddressAndHeadline]:
    """Address and headline of the piece that a notice names as its successor, by the notice's key."""
    keys = edition.printed["notice_ids"]
    if not keys:
        return {}
    amendments = set(Notice.objects.filter(pk__in=keys, amends__isnull=False).values_list("pk", flat=True))
    rows = [row for row in edition.printed["notices"] if row["kind"] != "supersedes"]
    own = [key for key in keys if key not in amendments]
    return {str(key): pair for key, row in zip(own, rows, strict=False) if (pair := _named(row["line"]))}


def _named(line: Iterable[Any]) -> AddressAndHeadline | None:
    """The piece that a line links to."""
    links = [(span["href"], span["text"]) for span in line if span.get("href")]
    return links[-1] if links else None


def _could_be_offered(edition: Edition, content: Content) -> bool:
    """True if nothing but the house's own choice stood against offering the piece to others."""
    objects = any(row["no_republication"] for row in content["bylines"])
    return edition.mode == FULL and not objects and content["copyright_basis"] != "named"


def _licence(edition: Edition, content: Content) -> dict[str, Any] | None:
    """The licence as its line names it; that it allows others to republish is what its record says."""
    line: PrintedLine = edition.printed["licence"]
    if not line:
        return None
    template = edition.printed["records"]["style"]["templates"]["licence_line"]
    values = {"licence": words(_MARK), "exceptions": words(content["licence_exceptions"])}
    before, _, after = printed_line.text(PagePhrase(template).fill(values)).partition(_MARK)
    record = Licence.objects.filter(pk=content["licence_id"] or 0).first()
    return {
        "name": printed_line.text(line).removeprefix(before).removesuffix(after),
        "url": next((span["href"] for span in line if span.get("href")), ""),
        "allows_republication": bool(record and record.allows_republication),
        "id": content["licence_id"] or 0,
    }
