"""Builders: every default is legal, everything can be overridden."""

import datetime as dt
from typing import Any

import factory
from django.contrib.auth.models import User
from factory.django import DjangoModelFactory

from articles import acts
from articles.models import Appearance, Article, Byline, Edition, Revision, RightsRecord
from articles.models.topic import topics_named
from authors.models import Appointment, AppointmentBody, Author
from disclaimers.models import (
    Disclaimer,
    HouseStyle,
    Institution,
    Kind,
    KindLabel,
    Licence,
    Phrase,
    StandingNotice,
    Wording,
)
from disclaimers.positions import POSITIONS
from outlets.models import FormerName, Outlet, StandingPermission
from tests.document_factories import DocumentFactory as DocumentFactory
from tests.document_factories import document_file_of as document_file_of
from tests.picture_factories import PictureFactory as PictureFactory
from tests.picture_factories import file_of as file_of


class KindFactory(DjangoModelFactory[Kind]):
    class Meta:
        model = Kind
        django_get_or_create = ("code",)

    code = "commentary"
    label = factory.LazyAttribute(lambda kind: kind.code.capitalize())


class InstitutionFactory(DjangoModelFactory[Institution]):
    class Meta:
        model = Institution

    code = factory.Sequence(lambda n: f"harbour-{n}")
    name = factory.Sequence(lambda n: f"Harbour Institute {n}")
    short_name = "Harbour"
    time_zone = "America/New_York"
    copyright_holder = factory.SelfAttribute("name")
    strapline = "Questions of ports and people"
    errors_contact = "errors@harbour.example"
    permissions_contact = "permissions@harbour.example"


_HOUSE_WORDS = {
    "outlet_dateline": "published by {outlet} on {date}",
    "source_line": "Source: {outlet}",
    "attribution": "This {noun} was originally published in {outlet}.",
    "reservation": "All rights reserved.",
    "copyright_format": "© {year} {holder}. {reservation}",
}


def say(text: str, *, at: str, language: str = "en") -> None:
    """The house's words at a position, in every style of a language, from now on."""
    for style in HouseStyle.objects.filter(language=language):
        style.phrases.update_or_create(position=at, defaults={"text": text})


class HouseStyleFactory(DjangoModelFactory[HouseStyle]):
    class Meta:
        model = HouseStyle

    institution = factory.SubFactory(InstitutionFactory)

    @classmethod
    def _create(cls, model_class: type[HouseStyle], *args: Any, **facts: Any) -> HouseStyle:
        """Positions by name beside the style's own fields; an empty text leaves the usual words."""
        usual = _HOUSE_WORDS if facts.get("language", "en") == "en" else {}
        said = usual | {name: facts.pop(name) for name in POSITIONS if name in facts}
        style = super()._create(model_class, *args, **facts)
        Phrase.objects.bulk_create(
            Phrase(style=style, position=name, text=text) for name, text in said.items() if text
        )
        return style


class DisclaimerFactory(DjangoModelFactory[Disclaimer]):
    class Meta:
        model = Disclaimer

    code = factory.Sequence(lambda n: f"position-{n}")
    institution = factory.SubFactory(InstitutionFactory)


class WordingFactory(DjangoModelFactory[Wording]):
    class Meta:
        model = Wording

    disclaimer = factory.SubFactory(DisclaimerFactory)
    text = "{kind} here speaks for itself, not for Harbour."
    in_force_from = dt.date(2000, 1, 1)


class KindLabelFactory(DjangoModelFactory[KindLabel]):
    class Meta:
        model = KindLabel

    kind = factory.SubFactory(KindFactory)
    language = "en"
    label = "Opinion"


class LicenceFactory(DjangoModelFactory[Licence]):
    class Meta:
        model = Licence
        django_get_or_create = ("code",)

    code = "cc-by-nd-4"
    name = "CC BY-ND"
    version = "4.0"
    url = "https://licences.example/by-nd/4.0"
    allows_republication = True


class StandingNoticeFactory(DjangoModelFactory[StandingNotice]):
    class Meta:
        model = StandingNotice

    institution = factory.SubFactory(InstitutionFactory)
    text = "These pages come from the harbour's first site."
    shown_from = dt.date(2020, 1, 1)


class OutletFactory(DjangoModelFactory[Outlet]):
    class Meta:
        model = Outlet

    name = factory.Sequence(lambda n: f"Lantern {n}")
    article = "The"
    article_rule = "separable"
    slug = factory.Sequence(lambda n: f"lantern-{n}")
    url = "https://lantern.example"


class FormerNameFactory(DjangoModelFactory[FormerName]):
    class Meta:
        model = FormerName

    outlet = factory.SubFactory(OutletFactory)
    name = factory.Sequence(lambda n: f"Old Lantern {n}")
    article = "The"
    article_rule = "separable"
    until_on = dt.date(2014, 5, 1)


class StandingPermissionFactory(DjangoModelFactory[StandingPermission]):
    class Meta:
        model = StandingPermission

    outlet = factory.SubFactory(OutletFactory)
    granted_by = "Ola Wick, rights desk"
    granted_on = dt.date(2024, 3, 3)
    evidence = "Mail of 3 March 2024"
    from_on = dt.date(2024, 3, 3)


class AuthorFactory(DjangoModelFactory[Author]):
    class Meta:
        model = Author

    display_name = factory.Sequence(lambda n: f"Ida Quay {n}")
    sort_name = factory.Sequence(lambda n: f"Quay {n}, Ida")
    slug = factory.Sequence(lambda n: f"ida-quay-{n}")


class AppointmentFactory(DjangoModelFactory[Appointment]):
    class Meta:
        model = Appointment

    author = factory.SubFactory(AuthorFactory)
    title = "senior fellow"
    organisation = "the Tidal College"


class AppointmentBodyFactory(DjangoModelFactory[AppointmentBody]):
    class Meta:
        model = AppointmentBody

    appointment = factory.SubFactory(AppointmentFactory)
    name = factory.Sequence(lambda n: f"Ministry of Tides {n}")
    order = factory.Sequence(lambda n: n)


class ArticleFactory(DjangoModelFactory[Article]):
    class Meta:
        model = Article
        skip_postgeneration_save = True

    institution = factory.LazyFunction(lambda: Institution.objects.home().first() or InstitutionFactory())
    kind = factory.SubFactory(KindFactory)
    headline = factory.Sequence(lambda n: f"The Harbour Wakes {n}")
    dek = "A quiet port has a loud year."
    body = "<p>Ships came in.</p><p>Ships went out.</p>"

    @factory.post_generation
    def topics(self, create: bool, names: Any, **kwargs: Any) -> None:
        if names:
            self.tags.set(topics_named(names))


class BylineFactory(DjangoModelFactory[Byline]):
    class Meta:
        model = Byline

    article = factory.SubFactory(ArticleFactory)
    author = factory.SubFactory(AuthorFactory)
    order = factory.Sequence(lambda n: n)


class AppearanceFactory(DjangoModelFactory[Appearance]):
    class Meta:
        model = Appearance
        skip_postgeneration_save = True

    article = factory.SubFactory(ArticleFactory)
    outlet = factory.SubFactory(OutletFactory)
    order = factory.Sequence(lambda n: n)
    published_on = dt.date(2020, 6, 11)
    url = "https://lantern.example/a-crisis"

    @factory.post_generation
    def rights(self, create: bool, terms: Any, **kwargs: Any) -> None:
        """Permission to show the full text is on record, or what `rights={…}` says; `rights=False`: nothing is."""
        if terms is not False:
            usual = {"state": "granted", "granted_on": dt.date(2020, 6, 12), "evidence": "mail of that day"}
            RightsRecord.objects.create(
                article=self.article, appearance_key=self.key, outlet=self.outlet, outlet_name=self.outlet_name,
                **{**usual, **(terms or {})},
            )  # fmt: skip


def saved(article: Article, *, at: dt.datetime, by: User | None = None) -> Revision:
    """The article as a revision."""
    return acts.save_draft(article, by=by, at=at)


def published(
    article: Article | None = None,
    *,
    at: dt.datetime,
    by: User | None = None,
    live_from: dt.datetime | None = None,
    **facts: Any,
) -> Edition:
    """An article (made from `facts` if none is given) saved and published, or scheduled with `live_from`."""
    had = article is not None and Edition.objects.filter(article=article).ever_live(at).exists()
    article = article or ArticleFactory(**facts)
    revision = saved(article, at=at, by=by)
    change = "minor" if had else None
    return acts.publish(article, revision=revision, by=by, at=at, live_from=live_from, change=change)
