"""Template tag for the header of the desk's pages: the mark of the one house that an account works for."""

import datetime as dt
from typing import Any

from django import template
from django.utils import timezone

from disclaimers.lineage import DeskUser, open_to
from pictures.today import logo_row, todays_picture
from reading.pictures.faces import PlacedLogo, header_logo

register = template.Library()


@register.simple_tag
def house_mark(user: Any) -> PlacedLogo | None:
    """The logo of the house that the user works for, if it is one."""
    return mark_for(user, timezone.now()) if user.is_staff else None


def mark_for(user: DeskUser, at: dt.datetime) -> PlacedLogo | None:
    """The logo of the user's house; None for an account of several, and where nothing allows to show it today.

    Centres belong to the house above them. A desk with one house is that of all its accounts.
    """
    houses = open_to(user).filter(merged_into=None).order_by()
    rows = list(houses.values("pk", "parent", face=logo_row("institution")))
    keys = {row["pk"] for row in rows}
    tops = [row for row in rows if row["parent"] not in keys]
    if len(tops) != 1:
        return None
    return header_logo(todays_picture(tops[0]["face"], timezone.localdate(at)))
