"""The way from a permission on to publishing: its button, and what else the rights of others still hold back."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest

from articles.checklist import Obstacle
from articles.checklist.rights import blockers
from articles.models.article import Article
from articles.press.proof import make_proof
from articles.states import Act
from articles.timeline import load_standing
from desk.acts.buttons import Button, buttons


@dataclass(frozen=True)
class GoingOut:
    """The button that leads to publishing the newest version, and what its rights still lack; one of them is empty."""

    button: Button | None
    held_back_by: list[Obstacle]


def going_out(request: HttpRequest, article: Article, at: dt.datetime) -> GoingOut | None:
    """Whether the newest version may go out as far as rights go. None if it is live, or not this user's to publish."""
    standing = load_standing(article.pk, at)
    offered = buttons(request, article, standing, may_save=False)
    button = next((button for button in offered if button.act == Act.PUBLISH), None)
    newest = article.revisions.first()
    if button is None or newest is None:
        return None
    proof = make_proof(newest, at=at, timeline=standing)
    missing = list(blockers(Act.PUBLISH, proof, standing, without_text=False))
    return GoingOut(None if missing else button, missing)
