"""People (and bodies) who sign pieces, and the posts they have held."""

from authors.models.appointment import Appointment, AppointmentBody, said_posts
from authors.models.author import Author, AuthorLink
from authors.models.names import family_name_of, sort_name_of

__all__ = [
    "Appointment",
    "AppointmentBody",
    "Author",
    "AuthorLink",
    "family_name_of",
    "said_posts",
    "sort_name_of",
]
