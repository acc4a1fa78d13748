"""Which buttons an article's page shows: read off the table of acts, the person's rights and the piece's standing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from articles.models.article import Article
from articles.states import ACTS, Act, Public, allows
from articles.timeline import Timeline
from desk.acts.forms import FORMS
from desk.pages import DeskPage

SAVES_FIRST = frozenset({Act.PUBLISH, Act.SCHEDULE})
"""What sends the text out: its button saves what is typed and then leads to the page that asks."""


@dataclass(frozen=True)
class Button:
    """One act a person may take here. `address` is empty for a piece that has none yet."""

    act: Act
    label: str
    address: str
    saves_first: bool


def buttons(
    user: AbstractBaseUser | AnonymousUser,
    article: Article | None,
    standing: Timeline | None,
    *,
    may_save: bool,
) -> list[Button]:
    """In the order of the table. `article` None: a piece being added."""
    return list(_allowed(user, article, standing, may_save))


def _allowed(
    user: AbstractBaseUser | AnonymousUser, article: Article | None, standing: Timeline | None, may_save: bool
) -> Iterator[Button]:
    public = standing.public if standing else Public.NEVER
    has_coming = standing is not None and standing.coming is not None
    for act, rule in ACTS.items():
        if act not in FORMS or not allows(act, public, has_coming=has_coming):
            continue
        if user.has_perm(rule.permission, article):  # type: ignore[union-attr]
            label = "Publish changes" if act == Act.PUBLISH and public == Public.LIVE else rule.label
            address = DeskPage.ACT.address(article.pk, act.value) if article else ""
            yield Button(act, label, address, may_save and act in SAVES_FIRST)
