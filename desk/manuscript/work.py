"""The work on a piece in words, and the pieces in each state of it: waiting, in an editor's hands, returned."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from articles.models.article import Article
from articles.models.desk import DeskState
from articles.querysets import User
from articles.states import Work


def work_in_words(desk: DeskState | None, user: User | None = None) -> str:
    """Who has the draft, as "Waiting for an editor" or "Returned to ada"; empty while nobody has handed it in.

    `user` reads "me" in the place of their name.
    """
    match Work(desk.work) if desk else Work.DRAFTING:
        case Work.IN_REVIEW if desk and desk.editor:
            return f"With {_name(desk.editor, user)}"
        case Work.IN_REVIEW:
            return "Waiting for an editor"
        case Work.CHANGES_REQUESTED:
            return f"Returned to {_name(desk.handed_in_by, user) if desk else ''}"
    return ""


def saved_in_words(article_id: int, user: User) -> str:
    """What a save means for a draft that was handed in: it stays so. Empty for any other."""
    desk = DeskState.objects.select_related("editor").filter(article=article_id, work=Work.IN_REVIEW).first()
    if desk is None or desk.editor_id == user.pk:
        return ""
    return (
        f"{desk.editor} has this piece in hand and sees this version."
        if desk.editor
        else ("The piece is handed in and still waits for an editor, with this version.")
    )


def _name(person: Any, user: User | None) -> str:
    if person is None:
        return "its author"
    return "me" if user and person.pk == user.pk else str(person)


def with_work(articles: QuerySet[Article], code: str | None, user: User) -> QuerySet[Article]:
    """Pieces whose draft is in a state, by its code in `WorkFilter`; all pieces for any other code."""
    at_the_desk = Q(desk__work=Work.IN_REVIEW)
    match code:
        case "waiting":
            return articles.filter(at_the_desk, desk__editor=None)
        case "mine":
            return articles.filter(at_the_desk, desk__editor=user.pk)
        case "taken":
            return articles.filter(at_the_desk, desk__editor__isnull=False)
        case "handed-in":
            return articles.filter(at_the_desk, desk__handed_in_by=user.pk)
        case "returned-to-me":
            return articles.filter(desk__work=Work.CHANGES_REQUESTED, desk__handed_in_by=user.pk)
        case "returned":
            return articles.filter(desk__work=Work.CHANGES_REQUESTED)
    return articles


class WorkFilter(admin.SimpleListFilter):
    """Filter by who has the draft, in the words of the column."""

    title = "who has the draft"
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("waiting", "Waiting for an editor"),
            ("taken", "With an editor"),
            ("mine", "With me"),
            ("returned", "Returned to its author"),
            ("returned-to-me", "Returned to me"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return with_work(queryset, self.value(), request.user)
