"""How a name sorts and shortens: by whether it belongs to a person, and which part of it stands first."""

from django.db import models


class Form(models.TextChoices):
    """Who a name belongs to; a body's name is never taken apart."""

    PERSON = "person", "Person"
    BODY = "body", "Body (an institution, a task force)"


class NameOrder(models.TextChoices):
    """Where a person's family name stands in the name as printed."""

    GIVEN_FIRST = "given-first", "given name first: “Ida Quay”"
    FAMILY_FIRST = "family-first", "family name first: “Sim Haneul”"


def sort_name_of(name: str, form: str = Form.PERSON, order: str = NameOrder.GIVEN_FIRST) -> str:
    """ "Pier, Robert R." where the family name stands last; "Sim Haneul" where it stands first; a body as called."""
    given, _, family = name.strip().rpartition(" ")
    if given and form == Form.PERSON and order == NameOrder.GIVEN_FIRST:
        return f"{family}, {given.strip()}"
    return name.strip()


def family_name_of(name: str, sort_name: str, form: str, order: str) -> str:
    """The short form: "Pier", "Sim"; a body's whole name.

    A sort name with a comma was written by somebody who knows ("van der Holm, Jan"): what stands before it counts.
    """
    if form == Form.BODY or not name.strip():
        return name.strip()
    family, comma, _ = sort_name.partition(",")
    if comma and family.strip():
        return family.strip()
    return name.split()[0 if order == NameOrder.FAMILY_FIRST else -1]
