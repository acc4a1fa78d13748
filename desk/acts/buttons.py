"""The buttons of acts on a piece's form, from the act table, the user's permissions and the public state."""

from dataclasses import dataclass

from django.http import HttpRequest

from articles.corrections import find_lack
from articles.models.article import Article
from articles.states import ACTS, DOWN, Act, Public
from articles.timeline import Timeline
from desk.acts.forms import FORMS
from desk.allowed import is_allowed
from desk.pages import DeskPage

SAVES_FIRST = frozenset({Act.HAND_IN, Act.PUBLISH, Act.SCHEDULE, Act.SWAP})
"""Acts that take the text as it stands in the form: their buttons save the form, then open the act's page."""


@dataclass(frozen=True)
class Button:
    """An act that the user may perform. `address` is empty for a piece that is not saved yet."""

    act: Act
    label: str
    address: str
    saves_first: bool


def buttons(
    request: HttpRequest, article: Article | None, standing: Timeline, *, may_save: bool
) -> list[Button]:
    """Buttons in the order of the act table. `article` is None for a piece being added."""
    return [
        Button(
            act,
            label_of(act, standing),
            DeskPage.ACT.address(article.pk, act.value) if article else "",
            may_save and act in SAVES_FIRST,
        )
        for act, rule in ACTS.items()
        if act in FORMS
        and _has_matter(act, standing, article, may_save=may_save)
        and standing.allows(act, request.user)
        and is_allowed(request, rule.permission, article)
    ]


def label_of(act: Act, standing: Timeline) -> str:
    """The act's name on its button, short enough for a bar of seven."""
    if act == Act.PUBLISH and standing.public == Public.LIVE:
        # What is typed in the form may be a change, and nobody knows before it is saved.
        return "Save and publish" if _is_newest_live(standing) else "Publish changes"
    if act == Act.CORRECT and standing.public in DOWN:
        return "Add to the notice"
    return "Swap scheduled" if act == Act.SWAP else ACTS[act].label


def _has_matter(act: Act, standing: Timeline, article: Article | None, *, may_save: bool) -> bool:
    """False for an act that would leave all as it is, and for a decision if none is open.

    Publishing what readers have is such an act, where nothing can be saved before it; so is a swap while the scheduled
    version is the newest one.
    """
    if act == Act.PUBLISH and not may_save:
        return not _is_newest_live(standing)
    if act == Act.SETTLE_CORRECTION:
        newest = article.revisions.first() if article and _has_notices(standing) else None
        return newest is not None and find_lack(newest, standing) is not None
    if act != Act.SWAP or standing.coming is None or standing.desk is None:
        return True
    return standing.desk.head_number != standing.coming.revision.number


def _is_newest_live(standing: Timeline) -> bool:
    """True if readers have the version that was saved last."""
    current, desk = standing.current, standing.desk
    return current is not None and desk is not None and current.revision.number == desk.head_number


def _has_notices(standing: Timeline) -> bool:
    return standing.latest_piece is not None and bool(standing.latest_piece.printed["notice_ids"])
