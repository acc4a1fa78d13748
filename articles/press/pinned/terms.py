"""Terms that a page was printed with, for its next edition: licence, terms of republication, other pieces it names.

Editions keep them as `printed["terms"]`; of those of earlier releases they are read back from the lines of the page.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain
from typing import Any

from articles.models.edition import Edition
from articles.press.names import Names
from articles.press.pinned.library import OF_THE_LIBRARY, rows_of
from articles.press.pinned.old_terms import AddressAndHeadline, successors_of_old, terms_of_old
from articles.renewed import Renewable, Renewed
from articles.snapshot import content_of


@dataclass(frozen=True)
class LicenceFact:
    """A licence as printed: its name with its version.

    `chosen_by`: "piece", "type" (the usual one of the content type) or "outlet" (the text came under it); `of`: that
    outlet, or the institution that states the usual one.
    """

    name: str
    url: str
    allows_republication: bool
    id: int = 0
    chosen_by: str = "piece"
    of: str = ""


@dataclass(frozen=True)
class Terms:
    """The terms of one edition. `takes_usual_licence`: the piece leaves its licence to the content type."""

    licence: LicenceFact | None = None
    offers_republication: bool = False
    republication_terms: str = ""
    supersedes: tuple[AddressAndHeadline, ...] = ()
    made_from: AddressAndHeadline = ("", "")
    takes_usual_licence: bool = False

    def as_json(self, successors: dict[int, AddressAndHeadline]) -> dict[str, Any]:
        """`Edition.printed["terms"]`. `successors`: address and headline by the key of the notice that names them."""
        pieces = [list(pair) for pair in self.supersedes]
        by_notice = {str(key): list(pair) for key, pair in successors.items()}
        others = {"supersedes": pieces, "made_from": list(self.made_from), "successors": by_notice}
        return asdict(self) | others


def pinned_terms(
    today: Terms, previous: Edition, renewed: Renewed, *, names: Names, is_same_version: bool
) -> Terms:
    """Today's terms in place of those that are read anew or that another version chose, all others as printed."""
    frozen = previous.printed.get("terms") or terms_of_old(previous, asdict(today))
    licence, was = today.licence, frozen["licence"]
    is_same_house = previous.printed["records"]["institution"] == names.institution
    is_same_type = is_same_house and previous.printed["records"]["kind"] == names.kind
    # Before there were usual licences, a piece without a licence of its own was under none.
    took_usual = frozen.get("takes_usual_licence", was is None)
    is_usual = today.takes_usual_licence and took_usual and is_same_type
    is_same = bool(licence and was and licence.id == was["id"])
    if (is_usual or is_same) and not renewed.covers(Renewable.LICENCE, was["id"] if was else ""):
        licence = LicenceFact(**was) if was else None
    if licence and was and licence.id == was["id"]:
        licence = replace(licence, allows_republication=_allows(today.licence, was, renewed))
    keeps_offer = is_same_house and not renewed.covers(Renewable.REPUBLICATION)
    keeps_pieces = is_same_version and not renewed.covers(Renewable.OTHER_PIECES)
    offer = frozen if keeps_offer else asdict(today)
    return Terms(
        licence=licence,
        offers_republication=offer["offers_republication"],
        republication_terms=offer["republication_terms"],
        supersedes=tuple(map(_pair, frozen["supersedes"])) if keeps_pieces else today.supersedes,
        made_from=_source(frozen, today) if keeps_pieces else today.made_from,
        takes_usual_licence=today.takes_usual_licence,
    )


def _allows(today: LicenceFact | None, was: dict[str, Any], renewed: Renewed) -> bool:
    """True if the licence lets others republish: as printed, until the terms for them are read anew."""
    is_anew = today is not None and today.id == was["id"] and renewed.covers(Renewable.REPUBLICATION)
    return today.allows_republication if today and is_anew else bool(was["allows_republication"])


def licences_on(edition: Edition) -> list[int]:
    """Keys of the licences that a page prints, that of its text first; of an old page the one its version names."""
    terms = edition.printed.get("terms")
    own = (terms["licence"] or {}).get("id") if terms else content_of(edition.revision)["licence_id"]
    rows = chain(*(rows_of(edition, subject).values() for subject in OF_THE_LIBRARY))
    return list(filter(None, dict.fromkeys([own, *(row["licence_id"] for row in rows)])))


def pinned_successors(previous: Edition | None, renewed: Renewed) -> dict[int, AddressAndHeadline]:
    """Address and headline, as printed, of the piece that takes the place of this one, by the key of the notice."""
    if previous is None or renewed.covers(Renewable.OTHER_PIECES):
        return {}
    terms = previous.printed.get("terms")
    rows = terms.get("successors", {}) if terms else successors_of_old(previous)
    return {int(key): _pair(pair) for key, pair in rows.items()}


def _source(frozen: dict[str, Any], today: Terms) -> AddressAndHeadline:
    """The source as printed; today's where readers have it no more, or did not have it then."""
    was = _pair(frozen.get("made_from", ["", ""]))
    return was if was[0] and today.made_from[0] else today.made_from


def _pair(row: Sequence[str]) -> AddressAndHeadline:
    address, headline = row
    return address, headline
