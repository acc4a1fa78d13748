"""The buttons of acts on a piece's form, from the act table, the user's permissions and the public state."""

from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from articles.models.article import Article
from articles.states import ACTS, Act, Public, allows
from articles.timeline import Timeline
from desk.acts.forms import FORMS
from desk.pages import DeskPage

SAVES_FIRST = frozenset({Act.PUBLISH, Act.SCHEDULE})
"""Acts that publish the text: their buttons save the form, then open the act's page."""


@dataclass(frozen=True)
class Button:
    """An act that the user may perform. `address` is empty for a piece that is not saved yet."""

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
    """Buttons in the order of the act table. `article` is None for a piece being added."""
    public = standing.public if standing else Public.NEVER
    has_coming = standing is not None and standing.coming is not None
    return [
        Button(
            act,
            "Publish changes" if act == Act.PUBLISH and public == Public.LIVE else rule.label,
            DeskPage.ACT.address(article.pk, act.value) if article else "",
            may_save and act in SAVES_FIRST,
        )
        for act, rule in ACTS.items()
        if act in FORMS
        and allows(act, public, has_coming=has_coming)
        and user.has_perm(rule.permission, article)  # type: ignore[union-attr]
    ]
