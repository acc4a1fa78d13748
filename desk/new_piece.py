"""What a new piece starts with: house, content type and language of who writes it, and an author's own byline."""

import datetime as dt
from typing import Any

from django.db.models import F

from articles.models.article import Article
from articles.querysets import User
from authors.models import Appointment, Author
from disclaimers.lineage import open_to
from disclaimers.models import Institution, Kind
from disclaimers.models.institution import InstitutionQuerySet


def starting_values(user: User, on: dt.date) -> dict[str, Any]:
    """Initial values of the form: the house of the user's own post on that day, else the site's own institution.

    A user who may work for some houses only starts with one of those. The language is the one in which an author wrote
    their last piece for this house, else the house's usual one.
    """
    may_choose = open_to(user).standing()
    own = _house_of_the_post(user, on, may_choose)
    house = own or may_choose.home().first() or may_choose.order_by("pk").first()
    if house is None:
        return {}
    language = (own and _last_language(user, own)) or house.usual_language
    kind = house.inherited("default_kind").value
    text = kind.starting_text if kind else ""
    return {"institution": house, "kind": kind, "language": language, "body": text}


def starting_texts() -> dict[str, str]:
    """The texts to begin with, by the keys of their content types as the form sends them."""
    texts = Kind.objects.exclude(starting_text="").values_list("pk", "starting_text")
    return {str(pk): text for pk, text in texts}


def _house_of_the_post(user: User, on: dt.date, houses: InstitutionQuerySet) -> Institution | None:
    posts = Appointment.objects.filter(author__user=user.pk, institution__in=houses).current(on)
    # As Appointment orders a person's posts: the one that began last; one without a first day comes last.
    post = (
        posts.select_related("institution__parent").order_by(F("from_on").desc(nulls_last=True), "pk").first()
    )
    return post.institution if post else None


def _last_language(user: User, house: Institution) -> str:
    mine = Article.objects.filter(institution=house, bylines__author__user=user.pk)
    return mine.order_by("-pk").values_list("language", flat=True).first() or ""


def own_byline(user: User) -> list[dict[str, Any]]:
    """Initial rows of a new piece: the person whose account it is. Editors mostly write down what others wrote."""
    if user.has_perm("articles.view_every_article"):  # type: ignore[union-attr]
        return []
    return [{"author": pk} for pk in Author.objects.filter(user=user.pk).values_list("pk", flat=True)]
