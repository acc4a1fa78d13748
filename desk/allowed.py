"""What the user of a request may do to a piece, asked of the database once a request.

Django's admin asks the same for the form and for each of its groups of rows, thirty times a page. An act asks anew,
under its lock: what is remembered here decides what is offered, and never what is done.
"""

from django.http import HttpRequest

from articles.models.article import Article


def is_allowed(request: HttpRequest, permission: str, article: Article | None) -> bool:
    """`has_perm` of the request's user, remembered for the request. None stands for pieces in general."""
    if article is None or article.pk is None:
        return request.user.has_perm(permission, article)
    answers: dict[tuple[str, int], bool] = request.__dict__.setdefault("allowed_here", {})
    asked = (permission, article.pk)
    if asked not in answers:
        answers[asked] = request.user.has_perm(permission, article)
    return answers[asked]
