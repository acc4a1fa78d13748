"""Authors (people and bodies that sign pieces) and their posts."""

from authors.models.appointment import Appointment, AppointmentBody, posts_to_show
from authors.models.appointment_words import AppointmentWords
from authors.models.author import Author, AuthorLink
from authors.models.author_name import AuthorName
from authors.models.names import AuthorType, NameOrder, sort_name_of

__all__ = [
    "Appointment",
    "AppointmentBody",
    "AppointmentWords",
    "Author",
    "AuthorLink",
    "AuthorName",
    "AuthorType",
    "NameOrder",
    "posts_to_show",
    "sort_name_of",
]
