"""Context of the desk's front page: what is held back, waits, goes out or changed; own drafts; what is newest."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils import timezone

from articles.models.article import Article
from articles.models.edition import Edition
from articles.querysets import User
from articles.states import Form
from desk.buffers.offers import offers_on_the_desk
from desk.documents.pages import SHELF as FILES
from desk.first_steps.steps import progress
from desk.library.permission import SOON_DAYS, in_list
from desk.looks import changed_pieces
from desk.my_desk.drafts import drafts_in_hand
from desk.my_desk.going_out import going_out
from desk.my_desk.held_back import pieces_held_back
from desk.pictures.pages import SHELF as PICTURES
from desk.pieces.work import with_work
from desk.sharing.in_brief import new_through_links
from desk.sign_in import administrators

ROWS = 8
COLUMNS = ("headline", "article_id", "first_published_on", "first_published_at", "permalink__path")


@dataclass(frozen=True)
class WorkList:
    """A list of drafts in one state of the work; `empty` stands in it when there are none, "" hides it then."""

    code: str
    title: str
    articles: list[Article]
    empty: str = ""


def my_desk(request: HttpRequest) -> dict[str, Any]:
    """Short lists, one query each."""
    user = request.user
    if not user.has_perm("articles.view_article"):
        return {
            "has_desk": False,
            "administrators": administrators(),
            "groups": list(Group.objects.order_by("name").values_list("name", flat=True)),
        }
    at = timezone.now()
    visible = Article.objects.visible_to(user).values("pk")
    kept = Article.objects.visible_to(user).kept().values("pk")
    listed = Edition.objects.filter(article__in=visible).select_related("permalink")
    return {
        "has_desk": True,
        "first_steps": open_steps(user, at),
        "may_write": user.has_perm("articles.add_article"),
        "permissions_to_look_at": list(_permissions_to_look_at(user, timezone.localdate(at))),
        "soon_days": SOON_DAYS,
        "held_back": pieces_held_back(kept, at, shown=ROWS),
        "work_lists": [each for each in _work_lists(user) if each.articles or each.empty],
        "kept_offers": offers_on_the_desk(user),
        "through_links": new_through_links(Article.objects.visible_to(user), user.pk, at),
        "drafts": drafts_in_hand(visible, user, at, shown=ROWS),
        "changed": changed_pieces(kept, user, at, shown=ROWS),
        "going_out": going_out(visible, at, shown=ROWS),
        "newest": listed.listed(at).filter(form=Form.PIECE).only(*COLUMNS, "byline")[:ROWS],
    }


def open_steps(user: User, at: dt.datetime) -> dict[str, Any] | None:
    """For administrators: the titles of the first steps that are not done yet; None if all are."""
    if not user.is_superuser:  # type: ignore[union-attr]
        return None
    steps = progress(timezone.localdate(at))
    titles = [step.step.title for step in steps if step.is_open]
    return {"open": titles, "all": len(steps)} if titles else None


def _permissions_to_look_at(user: User, today: dt.date) -> Iterator[tuple[str, str]]:
    """Pictures and files whose permission ends soon or has no evidence: "3 pictures", and the address of their list.

    None for who does not look after them.
    """
    for shelf, changing in (
        (PICTURES, "pictures.change_clearance"),
        (FILES, "documents.change_documentclearance"),
    ):
        if not user.has_perm(changing):  # type: ignore[union-attr]
            continue
        if number := in_list("watch", shelf.model.objects.visible_to(user), today).count():
            named = shelf.model._meta.verbose_name if number == 1 else shelf.model._meta.verbose_name_plural
            yield f"{number} {named}", f"{shelf.list_address()}?permission=watch"


def _work_lists(user: User) -> Iterator[WorkList]:
    """What was handed in and what was returned, oldest first: it has waited longest."""
    yield _work_list(user, "returned-to-me", "Returned to me")
    if user.has_perm("articles.publish_article"):  # type: ignore[union-attr]
        yield _work_list(user, "waiting", "Waiting for an editor", "Nothing waits for an editor.")
        yield _work_list(user, "mine", "With me")
    else:
        yield _work_list(user, "handed-in", "Handed in")


def _work_list(user: User, code: str, title: str, empty: str = "") -> WorkList:
    people = ("work_entry__actor", "editor", "handed_in_by")
    articles = with_work(Article.objects.visible_to(user), code, user)
    rows = articles.select_related(*(f"desk__{name}" for name in people)).order_by("desk__work_since")
    return WorkList(code, title, list(rows[:ROWS]), empty)
