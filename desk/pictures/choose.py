"""The library for the body editor: pictures by words, the newest first, or by their keys, as JSON."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse

from desk.library.pages import user_of
from desk.pictures.records import keys_in, records_of
from pictures.models import Picture

MOST_CHOICES = 24
MOST_NAMED = 200
"""So many figures have more than any piece."""


def choose(request: HttpRequest) -> HttpResponse:
    """{"pictures": […], "more": 5}: those with the words `q`, or those whose keys are given as `uuid`.

    `more`: how many others have the words.
    """
    visible = Picture.objects.visible_to(user_of(request, "pictures.view_picture"))
    if keys := request.GET.getlist("uuid"):
        pictures, more = list(visible.filter(uuid__in=keys_in(keys[:MOST_NAMED]))), 0
    else:
        matching = _with_words(request, visible, request.GET.get("q", ""))
        pictures = list(matching[:MOST_CHOICES])
        more = matching.count() - len(pictures) if len(pictures) == MOST_CHOICES else 0
    return JsonResponse({"pictures": records_of(pictures), "more": more})


def _with_words(request: HttpRequest, pictures: QuerySet[Picture], words: str) -> QuerySet[Picture]:
    """The pictures that the library's own search has for these words."""
    library = admin.site.get_model_admin(Picture)
    same, may_have_doubles = library.get_search_results(request, pictures, words)
    return same.distinct() if may_have_doubles else same
