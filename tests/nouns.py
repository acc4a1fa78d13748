"""Every field that anybody can fill in is found on some surface, or this fails: a field nobody sees does not exist.

Words: every field that takes words gets a word of its own on one full desk, and all surfaces are searched for it.
Everything else (choices, days, numbers, marks): with another value in it, some surface says something else.
Surfaces are the readers' pages and feeds and, for what is the desk's own business, the desk's lists and pages; the
form in which a thing is typed does not count.
"""

from django.core import validators
from django.db import models

from articles.models import (
    Appearance,
    Article,
    Attachment,
    Byline,
    Disclosure,
    Notice,
    PinnedWording,
    Reprint,
    RightsRecord,
    Series,
    SeriesName,
    Topic,
)
from articles.models.topic import TopicName
from authors.models import Appointment, AppointmentBody, AppointmentWords, Author, AuthorLink, AuthorName
from disclaimers.models import (
    Disclaimer,
    FooterLink,
    HouseStyle,
    Institution,
    InstitutionName,
    Kind,
    KindLabel,
    Licence,
    Phrase,
    StandingNotice,
    UsualLicence,
    Wording,
)
from documents.models import Document, DocumentClearance
from outlets.models import FormerName, Outlet, OutletAlias, OutletName, StandingPermission
from pictures.models import Clearance, Picture
from prose.fields import PageAddressField, WebURLField
from website.models import Arrangement, FrontPlace, Menu, MenuEntry, OldAddress

NOUNS = (
    Institution, FooterLink, HouseStyle, Phrase, Kind, KindLabel, Licence, UsualLicence, StandingNotice, Disclaimer,
    Wording,
    Outlet, OutletAlias, FormerName, StandingPermission, Author, AuthorLink, Appointment, AppointmentBody,
    Article, Byline, Disclosure, Appearance, PinnedWording, RightsRecord, Notice, Reprint, Topic, Series, SeriesName,
    InstitutionName, AuthorName, OutletName, TopicName, AppointmentWords, Picture, Clearance,
    Document, DocumentClearance, Attachment, Menu, MenuEntry, OldAddress,
    Arrangement, FrontPlace,
)  # fmt: skip

NOT_PRINTED = {
    "code": "a lasting key for files and programs",
    "slug": "an address; every page that is visited below was found under one",
    "OldAddress.path": "an address that leads on: tests/website/test_old_addresses.py",
    "OldAddress.address": "where it leads: tests/website/test_old_addresses.py",
    "colour": "a colour, no words: tests/reading/test_colours.py",
    "time_zone": "tells which day it is; tests/articles/test_acts.py",
    "embargo_zone": "tells which instant is meant; tests/articles/test_rights_over_time.py",
    "sort_name": "places a name in lists; tests/authors",
    "country": "tells two outlets of one name apart, by a constraint",
    "OutletAlias.name": "a name under which texts mention the outlet; tests/outlets and tests/intake",
    "RightsRecord.outlet_name": "holds a record to its place; tests/articles/test_rights.py",
    "RightsRecord.outlet_terms": "compared with today's terms; tests/desk",
    "Author.orcid": "a number with a check digit: tests/reading/test_person_pages.py",
    "Author.portrait_alt": "drawn with its picture: tests/reading/pictures/test_faces.py",
    "Picture.description": "offered as the words of the picture: tests/desk/manuscript/test_misfits.py",
    "Picture.shown_words": "looked for by the checklist: tests/articles/test_pictures.py",
    "Picture.people": "searched by in the library: tests/desk/pictures",
    "Picture.place": "searched by in the library: tests/desk/pictures",
    "Clearance.granted_by": "the record of a permission, on the picture's page: tests/desk/pictures",
    "Clearance.evidence": "the record of a permission, on the picture's page: tests/desk/pictures",
    "Clearance.terms": "the record of a permission, on the picture's page: tests/desk/pictures",
    **{
        f"DocumentClearance.{name}": "the record of a permission, on the file's page: tests/desk/documents"
        for name in ("granted_by", "evidence", "terms")
    },
    "Kind.starting_text": "a new piece opens with it: tests/desk/manuscript/test_starting_texts.py",
    "Appointment.organisation": "the other side of Appointment.institution; tests/authors",
}


def words(model: type[models.Model]) -> dict[str, str]:
    """A value of its own for every field of a noun that takes words."""
    found = {}
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
        if (
            is_text
            and field.editable
            and not {field.name, f"{model.__name__}.{field.name}"} & NOT_PRINTED.keys()
        ):
            found[field.name] = _value(field, f"{model.__name__}{field.name}".lower().replace("_", ""))
    return found


def _value(field: models.Field, word: str) -> str:
    if isinstance(field, WebURLField | PageAddressField):
        return f"https://{word}.example/there"
    if isinstance(field, models.EmailField):
        return f"{word}@harbour.example"
    if field.name == "body":
        return f"<p>{word}</p><h2>bylinesection</h2>"
    if any(
        isinstance(one, validators.MaxLengthValidator) and one.limit_value < len(word)
        for one in field.validators
    ):
        return word[: field.max_length]
    return word
