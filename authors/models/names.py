"""The sort name of an author, made from the printed name."""

from django.db import models


class AuthorType(models.TextChoices):
    """A person, or a body, whose name is never split."""

    PERSON = "person", "Person"
    BODY = "body", "Body (an institution, a task force)"


class NameOrder(models.TextChoices):
    """Order of the given and the family name in a person's printed name."""

    GIVEN_FIRST = "given-first", "given name first: “Ida Quay”"
    FAMILY_FIRST = "family-first", "family name first: “Sim Haneul”"


def sort_name_of(name: str, author_type: str = AuthorType.PERSON, order: str = NameOrder.GIVEN_FIRST) -> str:
    """ "Pier, Robert R." if the family name comes last; "Sim Haneul" if it comes first; a body's whole name."""
    given, _, family = name.strip().rpartition(" ")
    if given and author_type == AuthorType.PERSON and order == NameOrder.GIVEN_FIRST:
        return f"{family}, {given.strip()}"
    return name.strip()
