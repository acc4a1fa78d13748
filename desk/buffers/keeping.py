"""The address to which an open form sends what is typed in it: no checks of the form, no version, a few statements."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.models.article import Article
from articles.querysets import User
from desk.buffers.newer import newer_than
from desk.buffers.offers import offer_of
from desk.buffers.presence import end, others_at, presence_in_words, prolong, taken_from, taken_in_words
from desk.buffers.storing import TOO_LONG, TooLong, TypedPlace, place_of, purge, retire_brought, store, tab_in
from desk.looks import note_look
from desk.models import Buffer
from desk.models.sent_form import key_in
from desk.pages import DeskPage
from prose.keys import as_key

SOMEBODY_ELSE = "Somebody else is logged in here now. What was typed was not sent to the desk."
OWN_BASE = "_base"  # the number of the version that the form was opened on, sent with each sign of life
NO_FORM = "The desk could not tell which form this is."
LONGEST_AGO = dt.timedelta(days=30)


@dataclass(frozen=True)
class Sent:
    """One message of a tab. `what`: "typed" to keep it, "forget" to let it go, anything else to say it is open.

    `ago`: the time since it was typed, where it could not be sent at once.
    """

    what: str
    turn: int
    ago: dt.timedelta
    is_unsaved: bool
    is_new: bool
    is_closing: bool

    @classmethod
    def by(cls, post: Any) -> "Sent":
        ago = dt.timedelta(seconds=min(as_key(post.get("_ago", "")) or 0, 3_000_000))
        turn = as_key(post.get("_turn", "")) or 0
        flags = [name in post for name in ("_unsaved", "_opened", "_closing")]
        return cls(post.get("_what", ""), turn, min(ago, LONGEST_AGO), *flags)


@require_POST
def keep(request: HttpRequest, object_id: int | None = None) -> HttpResponse:
    """Keep what is typed, and answer with the hour and with who else has the piece open.

    {"kept": "14:02", "others": ["Ana has this open …"], "taken": "", "newer": null}, `newer` being a NewerVersion if
    the form was opened on an earlier one; 403 and 404 as for the form itself. What comes late, from an earlier page,
    gets the address where it is offered: {"look": "/admin/…"}, "" if it need not be.
    """
    article = _piece(request, object_id)
    if article is None and object_id is not None:
        raise Http404
    # Who sees a piece may do to it what their groups may.
    if not request.user.has_perm("articles.change_article" if article else "articles.add_article"):
        return _refused(
            "Your account may not change this piece: what you typed is not kept at the desk.", 403
        )
    if request.POST.get("_account", "") not in ("", str(request.user.pk)):
        return _refused(SOMEBODY_ELSE, 409)
    place, tab = place_of(article, key_in(request.POST)), tab_in(request.POST)
    if place is None or tab is None:
        return _refused(NO_FORM, 400)
    at, sent = timezone.now(), Sent.by(request.POST)
    answer: dict[str, Any] = {}
    try:
        answer["kept"] = _carry_out(request, sent, place, tab, at)
    except TooLong:
        return _refused(TOO_LONG, 413)
    if "_late" in request.POST:
        answer["look"] = _offered_at(request.user, place, tab)
    elif article:
        answer |= _presence(request.user, article, sent, tab, at) | _newer(request, article, sent, at)
    if sent.is_new:
        purge(at)
        if article:
            note_look(article.pk, request.user, at, version=as_key(request.POST.get(OWN_BASE, "")))
    return JsonResponse(answer)


def _refused(sentence: str, status: int) -> HttpResponse:
    return JsonResponse({"sentence": sentence}, status=status)


def _piece(request: HttpRequest, object_id: int | None) -> Article | None:
    """The piece without its text."""
    if object_id is None:
        return None
    visible = Article.objects.visible_to(request.user).filter(pk=object_id)
    return visible.only("pk", "institution_id").first()


def _carry_out(request: HttpRequest, sent: Sent, place: TypedPlace, tab: Any, at: dt.datetime) -> str:
    """The hour at which the typed text is kept; "" for what keeps nothing."""
    if sent.what == "forget":
        Buffer.objects.filter(**place.row, person=request.user.pk, tab=tab).delete()
    if sent.what != "typed":
        return ""
    typed_at = at - sent.ago
    store(request.POST, place, by=request.user, at=typed_at, tab=tab, turn=sent.turn)
    if "_late" not in request.POST:
        retire_brought(request.POST, place, by=request.user, tab=tab)
    return f"{timezone.localtime(typed_at):%H:%M}"


def _presence(user: User, article: Article, sent: Sent, tab: Any, at: dt.datetime) -> dict[str, Any]:
    if sent.is_closing:
        end(article.pk, by=user, tab=tab)
        return {}
    taken = taken_from(article.pk, user, tab)
    prolong(article.pk, by=user, tab=tab, has_unsaved=sent.is_unsaved, at=at)
    others = others_at(article.pk, user, at)
    return {
        "others": presence_in_words(others, user, at),
        "taken": taken_in_words(taken) if taken else "",
        "take_over": DeskPage.TAKE_WRITING.address(article.pk),
    }


def _newer(request: HttpRequest, article: Article, sent: Sent, at: dt.datetime) -> dict[str, Any]:
    base = as_key(request.POST.get(OWN_BASE, ""))
    if base is None or sent.is_closing:
        return {}
    newer = newer_than(base, article, request.user, at, has_unsaved=sent.is_unsaved)
    return {"newer": asdict(newer) if newer else None}


def _offered_at(user: User, place: TypedPlace, tab: Any) -> str:
    buffer = Buffer.objects.filter(**place.row, person=user.pk, tab=tab).first()
    if buffer is None:
        return ""
    offer = offer_of(buffer)
    return offer.address if offer.is_needed(user) else ""
