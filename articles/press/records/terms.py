"""Terms of a page: the offer to republish it, and its licence: the piece's own, the outlet's, else its type's."""

import datetime as dt

from articles.prepared_query import Prepared
from articles.press.other_pieces import live_source, superseded_pieces
from articles.press.pinned.terms import LicenceFact, Terms
from articles.press.relations import is_by_others
from articles.rights.rule import Allowed
from articles.snapshot import Content
from disclaimers.inheritance import nearest
from disclaimers.models import Institution, Licence, UsualLicence


def load_terms(
    content: Content,
    institution: Institution,
    allowed: Allowed,
    on: dt.date,
    *,
    article_id: int,
    at: dt.datetime,
) -> Terms:
    """Today's terms of a version that goes out at an instant, with the licence of the day `on`."""
    return Terms(
        licence=_licence(content, institution, allowed, on),
        offers_republication=institution.inherited("offers_republication").value,
        republication_terms=institution.inherited("republication_terms").value,
        supersedes=superseded_pieces(article_id),
        made_from=live_source(content, at),
        takes_usual_licence=_takes_usual_licence(content, allowed),
    )


def _takes_usual_licence(content: Content, allowed: Allowed) -> bool:
    """True if the licence is left to the content type: for a text of our own in which copyright is claimed."""
    says_so = content["licence_id"] or content["has_no_licence"] or content["copyright_basis"] == "none"
    return not says_so and allowed.is_our_own and not is_by_others(content)


def _licence(content: Content, institution: Institution, allowed: Allowed, on: dt.date) -> LicenceFact | None:
    """The licence that prints, by the facts of a day; None without one."""
    if content["licence_id"]:
        return _fact(_licence_on_record(content["licence_id"]))
    if content["has_no_licence"]:
        return None
    for permission in allowed.in_force:
        if permission.licence_id:
            return _fact(_licence_on_record(permission.licence_id), "outlet", permission.outlet)
    return _usual(content, institution, on) if _takes_usual_licence(content, allowed) else None


_USUAL_LICENCES: Prepared[UsualLicence] = Prepared(
    lambda kind, on: UsualLicence.objects.in_use(on).filter(kind=kind).select_related("licence__merged_into"),
    kind=int,
    on=dt.date,
)


def _usual(content: Content, institution: Institution, on: dt.date) -> LicenceFact | None:
    """The content type's licence on a day: of the nearest institution that states one, else for all."""
    licences = {row.institution_id: row.licence for row in _USUAL_LICENCES(kind=content["kind"], on=on)}
    usual = nearest(institution.lineage(), lambda house: licences.get(house.pk), licences.get(None))
    return _fact(usual.value, "type", usual.house.name if usual.house else "")


def _licence_on_record(key: int) -> Licence | None:
    return Licence.objects.select_related("merged_into").filter(pk=key).first()


def _fact(row: Licence | None, chosen_by: str = "piece", of: str = "") -> LicenceFact | None:
    row = (row.merged_into or row) if row else None
    return LicenceFact(str(row), row.url, row.allows_republication, row.pk, chosen_by, of) if row else None
