"""The page of one place's permission: what is on record, what may be done, what each would do to the live page.

An act can be tried first: it is then done in full inside a transaction that is rolled back, so that what is said of
it comes from the very proof that readers would get.
"""

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from articles import acts
from articles.acts.rights import Grant, rights_record
from articles.models.appearance import Appearance
from articles.models.rights import RightsRecord
from articles.rights.rule import Permission
from articles.states import ACTS, Act
from articles.timeline import load_timeline
from desk.locks import RowsLocked, refusing_locked_rows
from desk.pages import draw, find_article
from desk.rights import record as record_page
from desk.rights.effects import told
from desk.rights.forms import ExtendForm, RefuseForm, RequestForm, RightsForm, SettleForm, WithdrawForm
from desk.rights.grant_form import GrantForm
from desk.rights.record import Past, permission_of
from outlets.models import StandingPermission
from prose.keys import as_key

TEMPLATE = "admin/articles/article/rights.html"
FORMS: tuple[type[RightsForm], ...] = (
    RequestForm, GrantForm, RefuseForm, ExtendForm, WithdrawForm, SettleForm,
)  # fmt: skip
"""In the order of the page."""


@dataclass
class RightsPage:
    """One place's permission, seen at one instant. `effects`: what a tried act would do, in sentences."""

    place: Appearance
    rights: RightsRecord
    permission: Permission | None
    forms: list[RightsForm]
    standing: list[StandingPermission]
    may_change: bool
    past: list[Past]
    refusal: str = ""
    effects: list[str] = field(default_factory=list)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What is on record, a line each."""
        return record_page.facts(self.rights)

    @property
    def has_new_terms(self) -> bool:
        """Whether the outlet's usual terms are not those of the day on which permission was given."""
        return record_page.has_new_terms(self.rights)


def rights_page(request: HttpRequest, object_id: int, key: UUID) -> HttpResponse:
    """Answer for one place of one piece."""
    place, at = _place(request, object_id, key), timezone.now()
    page = _page(request, place, at)
    if request.method == "POST":
        if not page.may_change:
            raise PermissionDenied
        if done := _done(request, page, at):
            messages.success(request, done)
            return HttpResponseRedirect(record_page.address(place))
    return draw(request, TEMPLATE, {"page": page}, title=f"Permission: {page.place}", article=place.article)


def _place(request: HttpRequest, object_id: int, key: UUID) -> Appearance:
    article = find_article(request, object_id)
    place = article.appearances.select_related("outlet").filter(key=key).first()
    if place is None:
        raise Http404
    place.article = article
    return place


def _page(request: HttpRequest, place: Appearance, at: dt.datetime) -> RightsPage:
    rights = rights_record(place)
    chosen = request.POST.get("act", "") if request.method == "POST" else ""
    forms = [
        asked(request.POST if chosen == asked.act else None, place=place, rights=rights, at=at)
        for asked in FORMS
        if asked.is_offered(rights) or chosen == asked.act
    ]
    return RightsPage(
        place=place,
        rights=rights,
        permission=permission_of(place, at),
        forms=forms,
        standing=_in_force(place, forms[0].today),
        may_change=request.user.has_perm(ACTS[Act.GRANT_RIGHTS].permission, place.article),
        past=record_page.past(place),
    )


def _in_force(place: Appearance, on: dt.date) -> list[StandingPermission]:
    return list(StandingPermission.objects.filter(outlet=place.outlet_id).in_force(on))


def _done(request: HttpRequest, page: RightsPage, at: dt.datetime) -> str:
    """Do what was chosen and say what has changed; empty where it was refused, is incomplete or was only tried."""
    person = request.user
    assert isinstance(person, User)  # noqa: S101 - admin_view let nobody else in
    form = next((form for form in page.forms if form.is_bound), None)
    standing = _taken_over(request, page)
    if not standing and not (form and form.is_valid()):
        return ""
    is_trial = "_try" in request.POST
    before = load_timeline(page.place.article_id, at)
    try:
        with refusing_locked_rows(), transaction.atomic():
            if standing:
                _take_over(page, standing, by=person, at=at)
            elif form:
                form.call(by=person, at=at)
            effects = told(before, load_timeline(page.place.article_id, at))
            transaction.set_rollback(is_trial)
    except (acts.ActRefused, RowsLocked) as refused:
        page.refusal = str(refused)
        return ""
    if is_trial:
        page.effects = effects
        return ""
    return " ".join(["Recorded.", *effects])


def _taken_over(request: HttpRequest, page: RightsPage) -> StandingPermission | None:
    key = as_key(request.POST.get("take_over", ""))
    return next((one for one in page.standing if one.pk == key), None)


def _take_over(page: RightsPage, standing: StandingPermission, *, by: User, at: dt.datetime) -> None:
    grant = Grant.by_standing_permission(standing, on=page.forms[0].today)
    acts.grant_rights(page.place, grant, by=by, at=at)
