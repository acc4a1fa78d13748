"""What the pages of a piece ask about the rights of who opened them."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client, RequestFactory

from articles.models import Byline
from desk.allowed import is_allowed
from tests.desk.pages import change_page
from tests.factories import BylineFactory, saved


def test_the_form_of_a_piece_asks_for_each_right_once(
    eve: Client, now: Any, django_assert_max_num_queries: Any
) -> None:
    article = BylineFactory().article
    saved(article, at=now)
    # One of them is for a content type, where no test before has asked for it in this process.
    with django_assert_max_num_queries(31):
        assert eve.get(change_page(article)).status_code == 200


def test_an_answer_holds_for_its_request_its_right_and_its_piece_only(author_user: User, now: Any) -> None:
    own, other = BylineFactory(author__user=author_user).article, BylineFactory().article
    for piece in (own, other):
        saved(piece, at=now)

    def answers() -> list[bool]:
        return [is_allowed(request, f"articles.{right}_article", piece) for right, piece in asked]

    asked = [("change", own), ("change", other), ("view", own), ("publish", own)]
    request = RequestFactory().get("/")
    request.user = author_user
    assert answers() == [True, False, True, False]
    Byline.objects.filter(article=own).delete()
    assert answers() == [True, False, True, False], "remembered"
    request = RequestFactory().get("/")
    request.user = author_user
    assert answers() == [False] * 4, "asked anew"
