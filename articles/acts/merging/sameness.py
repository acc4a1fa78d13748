"""When a row of one record says what a row of another says, or something else for the same days."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from authors.models import Appointment
from disclaimers.models import Disclaimer, FooterLink, HouseStyle


def are_apart(one: Any, other: Any) -> bool:
    """True if one period ends before the other begins; never, for rows without days."""
    return hasattr(one, "from_on") and any(
        (a.until_on or dt.date.max) <= (b.from_on or dt.date.min) for a, b in ((one, other), (other, one))
    )


def covers(one: Any, other: Any) -> bool:
    """True if each day of the other period is a day of this one; always, for rows without days."""
    if not hasattr(one, "from_on"):
        return True
    begins = (one.from_on or dt.date.min) <= (other.from_on or dt.date.min)
    return begins and (other.until_on or dt.date.max) <= (one.until_on or dt.date.max)


def is_repeated(one: Any, other: Any, owner: str, *besides: str) -> bool:
    """True if the other row has the same values, whoever it belongs to, for all days of this one."""
    left_out = {"id", owner, "from_on", "until_on", *besides}
    names = [field.attname for field in one._meta.concrete_fields if field.name not in left_out]
    return covers(other, one) and all(getattr(one, name) == getattr(other, name) for name in names)


def is_same_post(one: Appointment, other: Appointment) -> bool:
    """True for the same words at the same place, unless one post ends before the other begins.

    A post with a disclaimer, which its holder's pieces print, is the same only as one that demands the same words.
    """
    demands = [(post.disclaimer_id, post.body_names) for post in (one, other)]
    is_owed = one.disclaimer_id is None or demands[0] == demands[1]
    is_there = one.institution_id == other.institution_id
    return has_same_words(one, other) and is_there and not are_apart(one, other) and is_owed


def has_same_words(one: Appointment, other: Appointment) -> bool:
    """True for two posts of one title, in one unit and organisation."""
    words = [(post.title, post.unit, post.organisation) for post in (one, other)]
    first, second = (tuple(word.casefold() for word in row) for row in words)
    return first == second


def is_post_twice(one: Appointment, other: Appointment) -> bool:
    """True for two posts of one person that print the same words on some day, once they are at one house."""
    return one.author_id == other.author_id and has_same_words(one, other) and not are_apart(one, other)


def is_same_style(one: HouseStyle, other: HouseStyle) -> bool:
    """True for the same choices and phrases."""
    phrases = [{row.position: row.text for row in style.phrases.all()} for style in (one, other)]
    return is_repeated(one, other, "institution") and phrases[0] == phrases[1]


def is_same_disclaimer(one: Disclaimer, other: Disclaimer) -> bool:
    """True for the same texts on the same pages and days."""
    columns = ("language", "text", "in_force_from", "in_force_until")
    texts = [set(each.wordings.values_list(*columns)) for each in (one, other)]
    kinds = [set(each.kinds.values_list("pk", flat=True)) for each in (one, other)]
    is_told_alike = texts[0] == texts[1] and kinds[0] == kinds[1]
    return is_told_alike and is_repeated(one, other, "institution", "code", "order")


def is_same_link(one: FooterLink, other: FooterLink) -> bool:
    """True for one label and address on the same pages."""
    return (one.label, one.url, one.language) == (other.label, other.url, other.language)


def rivals(*place: str) -> Callable[[Any, Any], bool]:
    """A test of two rows that are equal in these columns and speak of the same day, so that only one can be true."""

    def are_rivals(one: Any, other: Any) -> bool:
        return all(getattr(one, name) == getattr(other, name) for name in place) and not are_apart(one, other)

    return are_rivals
