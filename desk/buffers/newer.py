"""Versions that were saved since a form was opened, in a sentence for whoever still has it open."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.formats import date_format

from articles.models.article import Article
from articles.models.revision import Revision
from articles.querysets import User
from desk.pages import DeskPage, form_address


@dataclass(frozen=True)
class NewerVersion:
    """The newest version, which an open form does not show: its number, a sentence, and a link with its words."""

    number: int
    sentence: str
    address: str
    link: str


def newer_than(
    base: int, article: Article, user: User, at: dt.datetime, *, has_unsaved: bool
) -> NewerVersion | None:
    """The newest version if the form was opened on an earlier one, `base`: one query, without any text."""
    newer = Revision.objects.filter(article=article.pk, number__gt=base)
    newest = newer.select_related("saved_by").defer("content").first()
    if newest is None:
        return None
    words, number = _words(newest, user, at), newest.number
    if not has_unsaved:
        address = form_address(article.pk)
        return NewerVersion(
            number, f"{words} Open it before you write here.", address, f"Open version {number}"
        )
    sides = urlencode({"old": base or number, "new": number})
    address = f"{DeskPage.COMPARE.address(article.pk)}?{sides}"
    words = f"{words} Your text is safe: Save brings the two together."
    return NewerVersion(number, words, address, "See what changed")


def _words(newest: Revision, user: User, at: dt.datetime) -> str:
    saved, today = timezone.localtime(newest.saved_at), timezone.localtime(at).date()
    when = f"at {saved:%H:%M}" if saved.date() == today else f"on {date_format(saved, 'j F, H:i')}"
    if newest.saved_by_id == user.pk:
        return f"You saved version {newest.number} {when}, after this form was opened."
    by = f" by {newest.saved_by}" if newest.saved_by else ""
    return f"Version {newest.number} was saved{by} {when} while you have this open."
