"""The work on a piece in words, and the pieces in each state of it: waiting, in an editor's hands, returned."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest

from articles.models.desk import DeskState
from articles.querysets import ArticleQuerySet, User
from articles.states import Act, Work
from desk.history.sentences import who

TRASH = "trash"  # the trash's code in `WorkFilter`


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
        case Work.SPIKED:
            return "In the trash"
    return ""


def work_since_in_words(desk: DeskState | None) -> str:
    """What comes between `work_in_words` and the hour since which it is so: "Version 3 was handed in by ada on"."""
    entry = desk.work_entry if desk else None
    if entry is None:
        return ""
    match entry.act:
        case Act.HAND_IN:
            return f"Version {entry.after.get('version')} was handed in by {who(entry)} on"
        case Act.RETURN:
            return f"Version {entry.after.get('version')} came back from {who(entry)} on"
        case Act.SPIKE:
            return f"Thrown away by {who(entry)} on"
        case Act.UNSPIKE | Act.SAVE_DRAFT:
            return f"Put back from the trash by {who(entry)} on"
    return "Since"


def saved_in_words(article_id: int, user: User) -> str:
    """What a save means for a draft that was handed in: it stays so; for one in the trash: it is back. Else empty."""
    desk = DeskState.objects.select_related("editor", "work_entry").filter(article=article_id).first()
    if desk and desk.work_entry and desk.work_entry.act == Act.SAVE_DRAFT:
        return _put_back_in_words(desk)
    if desk is None or desk.work != Work.IN_REVIEW or desk.editor_id == user.pk:
        return ""
    return (
        f"{desk.editor} has this piece in hand and sees this version."
        if desk.editor
        else ("The piece is handed in and still waits for an editor, with this version.")
    )


def _put_back_in_words(desk: DeskState) -> str:
    is_new = desk.work_entry and desk.work_entry.after.get("version") == desk.head_number
    return "It was in the trash: saving has put it back." if is_new else ""


def _name(person: Any, user: User | None) -> str:
    if person is None:
        return "its author"
    return "me" if user and person.pk == user.pk else str(person)


def with_work(articles: ArticleQuerySet, code: str | None, user: User) -> ArticleQuerySet:
    """Pieces whose draft is in a state, by its code in `WorkFilter`; all but the trash for any other code."""
    if code == TRASH:
        return articles.filter(desk__work=Work.SPIKED)
    articles, at_the_desk = articles.kept(), Q(desk__work=Work.IN_REVIEW)
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
            (TRASH, "In the trash"),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet:
        return with_work(queryset, self.value(), request.user)
