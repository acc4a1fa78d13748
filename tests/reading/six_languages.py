"""A desk in six languages, and two without usual words: every record has a form in each, or an English one alone.

Words of an English form hold "the" or "of", so that they are told from French and German ones.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from articles.models import Article, Disclosure
from articles.models.byline import Byline
from articles.models.topic import Topic, TopicName
from authors.models import Appointment, AppointmentWords, Author, AuthorName
from disclaimers.models import Disclaimer, Institution, InstitutionName, Kind, KindLabel
from outlets.models import Outlet, OutletName
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    InstitutionFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    WordingFactory,
)

WITHOUT_WORDS = ("he", "tr")
"""Languages in which nothing joins facts to sentences: one from right to left, one in Latin letters."""
LANGUAGES = ("en", "fr", "de", "ru", "ar", "ko", *WITHOUT_WORDS)
WORD = {
    "en": "harbour",
    "fr": "havre",
    "de": "Hafen",
    "ru": "гавань",
    "ar": "ميناء",
    "ko": "항구",
    "he": "נמל",
    "tr": "liman",
}
"""One word of each language, of which all facts written for a piece are made."""

ROLES = tuple(Byline.Role)


@dataclass(frozen=True)
class Records:
    """The records that a piece prints."""

    house: Institution
    kind: Kind
    people: dict[str, Author]
    outlet: Outlet
    topic: Topic


def records(*, in_every_language: bool) -> Records:
    """The records of a desk whose own language is English."""
    house = InstitutionFactory(
        name="Institute of the Harbour", short_name="the Harbour", copyright_holder="Trustees of the Harbour",
        offers_republication=True, republication_terms="Write to the Harbour.",
        is_home=not Institution.objects.home().exists(),
    )  # fmt: skip
    kind = KindFactory(code=f"kind-{house.pk}", label="Word of the day")
    employer = DisclaimerFactory(institution=house, scope=Disclaimer.Scope.EMPLOYMENT)
    for language in LANGUAGES:  # a text in the page's language, with names that may have no form in it
        text = f"{WORD[language]} {{author}}, {{kind}}."
        WordingFactory(disclaimer=employer, language=language, text=text)
    people = {role: _person(role, house) for role in ROLES}
    Appointment.objects.filter(author__in=people.values()).update(disclaimer=employer)
    outlet = OutletFactory(name="Lantern of the Night", url="", descriptor="", gloss="")
    topic = Topic.objects.create(name=f"the ports {house.pk}", slug=f"ports-{house.pk}")
    disclaimer = DisclaimerFactory(institution=house)
    WordingFactory(disclaimer=disclaimer, text="The {authors:author|authors} of this speak for themselves.")
    made = Records(house, kind, people, outlet, topic)
    if in_every_language:
        for language in LANGUAGES[1:]:
            _in(language, made)
            WordingFactory(disclaimer=disclaimer, language=language, text=f"{WORD[language]}.")
    return made


def _person(role: str, house: Institution) -> Author:
    person = AuthorFactory(
        display_name=f"Ida of the {role.capitalize()}", courtesy="Keeper of the Seal", native_name="永井"
    )
    AppointmentFactory(author=person, title="keeper of the lamp", organisation="", institution=house)
    return person


def _in(language: str, made: Records) -> None:
    """Give each record its form in a language."""
    word = WORD[language]
    InstitutionName.objects.create(
        institution=made.house, language=language, name=word, short_name=word, copyright_holder=word
    )
    KindLabel.objects.create(kind=made.kind, language=language, label=word)
    for person in made.people.values():
        AuthorName.objects.create(author=person, language=language, display_name=word, courtesy=word)
    for post in Appointment.objects.filter(author__in=made.people.values()):
        AppointmentWords.objects.create(appointment=post, language=language, title=word)
    OutletName.objects.create(outlet=made.outlet, language=language, name=word)
    TopicName.objects.create(topic=made.topic, language=language, name=f"{word} {made.topic.pk}")


def piece(made: Records, language: str, *, roles: tuple[str, ...] = (), **place: Any) -> Article:
    """A piece in a language with people in these roles, and a place where it ran if `place` says so.

    All that is written for the piece itself is in its language.
    """
    word = WORD[language]
    article = ArticleFactory(
        institution=made.house, kind=made.kind, language=language, headline=word, dek=word,
        body=f"<h2>{word}</h2><p>{word}<span data-footnote>{word}</span>.</p>", series=word, region=word,
        editors_note=word, editing_note=word, licence=LicenceFactory(), licence_exceptions=word,
        slug=f"piece-{Article.objects.count() + 1}",
    )  # fmt: skip
    article.tags.add(made.topic)
    for role in roles:
        BylineFactory(article=article, role=role, author=made.people[role])
    Disclosure.objects.create(article=article, subject="funding", answer="disclosed", text=word)
    if place:
        AppearanceFactory(
            article=article, rights={"granted_by": word, "may_be_passed_on": True},
            **{"outlet": made.outlet, "published_on": dt.date(2020, 6, 11), "url": ""} | place,
        )  # fmt: skip
    return article
