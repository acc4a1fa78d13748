"""The page of a place's permission, and its forms as they are sent."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Appearance
from articles.timeline import load_timeline

GRANT = {
    "act": "grant_rights", "grant_rights-mode": "full", "grant_rights-granted_on": "2026-03-01",
    "grant_rights-evidence": "Mail of 1 March", "grant_rights-search_policy": "index",
    "grant_rights-edits_allowed": "on",
}  # fmt: skip

TODAY = "2026-03-10"


def address(place: Appearance) -> str:
    return reverse("admin:articles_article_rights", args=[place.article_id, place.key])


def send(client: Client, place: Appearance, typed: dict[str, Any], **more: Any) -> Any:
    """Some act's form, with nothing of the others."""
    return client.post(address(place), typed | more, follow=True)


def mode_now(place: Appearance) -> str:
    current = load_timeline(place.article_id, timezone.now()).current
    assert current is not None
    return current.mode
