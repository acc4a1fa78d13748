"""What the user of a request may do to a piece, asked of the database once a request.

Django's admin asks the same for the form and for each of its groups of rows, thirty times a page, and each button asks
for its act. An act asks anew, under its lock: what is remembered here decides what is offered, and never what is done.
"""

from django.http import HttpRequest

from articles.groups import OBJECT_PERMISSIONS
from articles.models.article import Article


def is_allowed(request: HttpRequest, permission: str, article: Article | None) -> bool:
    """`has_perm` of the request's user, remembered for the request. None stands for pieces in general."""
    if article is None or article.pk is None:
        return request.user.has_perm(permission, article)
    answers: dict[tuple[str, int], bool] = request.__dict__.setdefault("allowed_here", {})
    asked = (permission, article.pk)
    if asked not in answers:
        # Who may do one thing to a piece sees it; what else they may do to it is then up to their groups.
        is_seen = permission in OBJECT_PERMISSIONS and (article.pk, True) in (
            (key, answer) for (_, key), answer in answers.items()
        )
        answers[asked] = request.user.has_perm(permission, None if is_seen else article)
    return answers[asked]


def note_that_it_is_seen(request: HttpRequest, article: Article) -> None:
    """Remember the right to view a piece, for one that was just read from those that are visible to the user."""
    request.__dict__.setdefault("allowed_here", {})["articles.view_article", article.pk] = True
