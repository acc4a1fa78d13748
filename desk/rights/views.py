"""The page of one place's permission: its record, the acts on it, and their effects on the live page.

An act can be tried first: it is carried out in a transaction that is rolled back, so its effects are exact.
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
from articles.rights.rule import SETTLED, Permission
from articles.states import ACTS, Act
from articles.timeline import load_timeline
from desk import made_from_it
from desk.pages import draw, find_article
from desk.rights.effects import effect_sentences
from desk.rights.forms import ExtendForm, RefuseForm, RequestForm, RightsForm, SettleForm, WithdrawForm
from desk.rights.going_out import going_out
from desk.rights.grant_form import GrantForm
from desk.rights.record import (
    FIRST_FACTS,
    RightsEvent,
    address,
    facts,
    has_new_terms,
    permission_of,
    rights_events,
    terms_on_record,
)
from desk.rights.trial import page_now, trial_sentences
from outlets.models import StandingPermission
from prose.forms.unsaved import is_to_be_done
from prose.keys import as_key

TEMPLATE = "admin/articles/article/rights.html"
FORMS: tuple[type[RightsForm], ...] = (
    GrantForm, RequestForm, RefuseForm, ExtendForm, WithdrawForm, SettleForm,
)  # fmt: skip
"""In the order of the page."""


@dataclass
class RightsPage:
    """One place's permission at one instant.

    `effects`: sentences for an act that was tried. `tried`: the standing permission that would be taken over, `terms`:
    what would be on record then.
    """

    place: Appearance
    rights: RightsRecord
    permission: Permission | None
    forms: list[RightsForm]
    standing: list[StandingPermission]
    may_change: bool
    past: list[RightsEvent]
    refusal: str = ""
    effects: list[str] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)
    tried: StandingPermission | None = None

    @property
    def first_facts(self) -> list[tuple[str, str]]:
        return [fact for fact in facts(self.rights) if fact[0] in FIRST_FACTS]

    @property
    def further_facts(self) -> list[tuple[str, str]]:
        return [fact for fact in facts(self.rights) if fact[0] not in FIRST_FACTS]

    @property
    def terms_in_words(self) -> str:
        return terms_on_record(self.rights)

    @property
    def is_settled(self) -> bool:
        """False while somebody has to ask, to answer or to record something: then its form stands open."""
        return self.permission is None or self.permission.state in SETTLED

    @property
    def has_new_terms(self) -> bool:
        return has_new_terms(self.rights)


def rights_page(request: HttpRequest, object_id: int, key: UUID) -> HttpResponse:
    """Show the permission of one place of a piece, and carry out or try acts on it."""
    place, at = _place(request, object_id, key), timezone.now()
    page = _page(request, place, at)
    if is_to_be_done(request):
        if not page.may_change:
            raise PermissionDenied
        if message := _carry_out(request, page, at):
            messages.success(request, message)
            return HttpResponseRedirect(address(place))
    context = {"page": page, "going_out": going_out(request, place.article, at) if page.is_settled else None}
    return draw(request, TEMPLATE, context, title=f"Permission: {page.place}", article=place.article)


def _place(request: HttpRequest, object_id: int, key: UUID) -> Appearance:
    article = find_article(request, object_id)
    place = article.appearances.select_related("outlet").filter(key=key).first()
    if place is None:
        raise Http404
    place.article = article
    return place


def _page(request: HttpRequest, place: Appearance, at: dt.datetime) -> RightsPage:
    rights = rights_record(place)
    act = request.POST.get("act", "") if request.method == "POST" else ""
    forms = [
        form(
            request.POST if act == form.act else None,
            place=place,
            rights=rights,
            at=at,
            is_trial="_try" in request.POST,
        )
        for form in FORMS
        if form.is_offered(rights) or act == form.act
    ]
    return RightsPage(
        place=place,
        rights=rights,
        permission=permission_of(place, at),
        forms=forms,
        standing=_standing_permissions(place, forms[0].today),
        may_change=request.user.has_perm(ACTS[Act.GRANT_RIGHTS].permission, place.article),
        past=rights_events(place),
    )


def _standing_permissions(place: Appearance, on: dt.date) -> list[StandingPermission]:
    return list(StandingPermission.objects.of_outlet(place.outlet).in_force(on))


def _carry_out(request: HttpRequest, page: RightsPage, at: dt.datetime) -> str:
    """Carry out the chosen act and return a message. Empty if it is refused, not valid or only tried."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - admin_view lets only users in
    form = next((form for form in page.forms if form.is_bound), None)
    standing = _chosen_standing_permission(request, page)
    if not standing and not (form and form.is_valid()):
        return ""
    is_trial = "_try" in request.POST or (standing and not _is_seen(request, standing))
    article, before = page.place.article, load_timeline(page.place.article_id, at)
    page_before = page_now(article, before) if is_trial else None
    try:
        with transaction.atomic():
            if standing:
                _grant_by_standing_permission(page, standing, by=user, at=at)
            elif form:
                form.call(by=user, at=at)
            after = load_timeline(article.pk, at)
            effects = [*effect_sentences(before, after), *made_from_it.sentences(article.pk, at, user)]
            if is_trial:
                effects += trial_sentences(article, page_before, after)
                effects += form.assumed if form else []
            terms = facts(rights_record(page.place)) if standing else []
            transaction.set_rollback(bool(is_trial))
    except acts.ActRefused as refused:
        page.refusal = str(refused)
        return ""
    if is_trial:
        page.effects, page.terms, page.tried = effects, terms, standing
        return ""
    return " ".join(["Recorded.", *effects])


def _chosen_standing_permission(request: HttpRequest, page: RightsPage) -> StandingPermission | None:
    key = as_key(request.POST.get("take_over", ""))
    return next((permission for permission in page.standing if permission.pk == key), None)


def _is_seen(request: HttpRequest, standing: StandingPermission) -> bool:
    """True if the form stood on a page that says what taking this permission over does."""
    return request.POST.get("seen", "") == str(standing.pk)


def _grant_by_standing_permission(
    page: RightsPage, standing: StandingPermission, *, by: User, at: dt.datetime
) -> None:
    grant = Grant.by_standing_permission(standing, on=page.forms[0].today)
    acts.grant_rights(page.place, grant, by=by, at=at)
