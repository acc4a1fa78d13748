"""Reasons for printing pages again, in plain words: what is read anew from today's records, and of which of them."""

from collections.abc import Iterable

from django.db.models import Model

from articles.models.topic import Topic
from articles.renewed import NOTHING, Renewable, Renewed
from authors.models import Author
from disclaimers.models import Disclaimer, Institution, Kind, Licence, Wording, WordingCorrection
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Picture

CHOICES = [
    (Renewable.PEOPLE.value, "Names of people"),
    (Renewable.POSTS.value, "Titles and posts of people, on the day of the piece"),
    (Renewable.OUTLETS.value, "Names of outlets"),
    (Renewable.TOPICS.value, "Names of topics"),
    (Renewable.INSTITUTION.value, "The institution’s names and its copyright holder"),
    (Renewable.LABEL.value, "The content type’s label, on the day of the piece"),
    (Renewable.STYLE.value, "The words of the house style"),
    (
        Renewable.DISCLAIMERS.value,
        "Disclaimer texts: those in force today of the disclaimers that applied on the day of the piece",
    ),
    (Renewable.LICENCE.value, "Names and addresses of licences, of the piece, its pictures and its files"),
    (Renewable.REPUBLICATION.value, "The terms for those who republish"),
    (
        Renewable.OTHER_PIECES.value,
        "Headlines of pieces that it replaces or that replace it, and links to our own pages",
    ),
    (Renewable.PICTURES.value, "The file, the credit and the licence of its pictures"),
    (Renewable.DOCUMENTS.value, "The names, credits and licences of its files, and their newest versions"),
]
"""The boxes to tick. A corrected slip is not among them: it comes from the page that corrects it."""

_OF_RECORDS: dict[type[Model], tuple[Renewable, ...]] = {
    Author: (Renewable.PEOPLE, Renewable.POSTS),
    Outlet: (Renewable.OUTLETS,),
    Topic: (Renewable.TOPICS,),
    Wording: (Renewable.DISCLAIMERS,),
    Institution: (Renewable.INSTITUTION,),
    Kind: (Renewable.LABEL,),
    Licence: (Renewable.LICENCE,),
    Picture: (Renewable.PICTURES,),
    Document: (Renewable.DOCUMENTS,),
}
"""Record that chooses the pages -> the subjects that it is about, the usual one first."""

_WITHOUT_KEY = (Renewable.INSTITUTION, Renewable.LABEL)  # a page has one of each


def subjects_for(
    record: Model | None, chosen: Iterable[str] = (), correction: WordingCorrection | None = None
) -> Renewed:
    """The chosen subjects, of the record alone where they are about it; without any the usual one."""
    if correction and not chosen:
        return Renewed.of(Renewable.SLIPS, keys=[correction.wording_id])
    about = _OF_RECORDS.get(type(record), ()) if record else ()
    subjects = [Renewable(name) for name in chosen] or list(about[:1])
    renewed = NOTHING
    for subject in subjects:
        is_about_it = record is not None and subject in about and subject not in _WITHOUT_KEY
        renewed |= Renewed.of(subject, keys=[_key(record)] if is_about_it else [])
    return renewed


def _key(record: Model | None) -> object:
    if isinstance(record, Wording):
        return record.disclaimer.code
    if isinstance(record, Picture | Document):
        return record.uuid
    if isinstance(record, Licence):
        return record.merged_into_id or record.pk
    return record.slug if isinstance(record, Topic) else record.pk if record else ""


def in_words(renewed: Renewed) -> str:
    """ "names of people (Ida Quay), disclaimer texts"."""
    parts: dict[Renewable, list[str]] = {}
    for subject, key in renewed.subjects():
        parts.setdefault(subject, []).extend([_name(subject, key)] if key else [])
    return ", ".join(
        f"{subject.in_words} ({', '.join(names)})" if names else subject.in_words
        for subject, names in parts.items()
    )


def _name(subject: Renewable, key: str) -> str:
    """The record in its own words; by its key if it is gone."""
    model, field = _LOOKUPS[subject]
    record = model._default_manager.filter(**{field: key}).first()
    return f"“{record}”" if record else key


_LOOKUPS: dict[Renewable, tuple[type[Model], str]] = {
    Renewable.PEOPLE: (Author, "pk"),
    Renewable.POSTS: (Author, "pk"),
    Renewable.OUTLETS: (Outlet, "pk"),
    Renewable.TOPICS: (Topic, "slug"),
    Renewable.DISCLAIMERS: (Disclaimer, "code"),
    Renewable.SLIPS: (Wording, "pk"),
    Renewable.LICENCE: (Licence, "pk"),
    Renewable.PICTURES: (Picture, "uuid"),
    Renewable.DOCUMENTS: (Document, "uuid"),
}
