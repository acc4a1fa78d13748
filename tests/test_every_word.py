"""Every field that takes words: on one full desk each gets a word of its own, and all surfaces are searched for it."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import acts
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
from articles.models.rights import RightsState
from articles.models.topic import TopicName
from authors.models import Appointment, AppointmentBody, AppointmentWords, Author, AuthorLink, AuthorName
from disclaimers.models import (
    Disclaimer,
    FooterLink,
    Institution,
    InstitutionName,
    Kind,
    KindLabel,
    Licence,
    StandingNotice,
    Wording,
)
from documents.models import Document
from outlets.models import FormerName, Outlet, OutletName, StandingPermission
from pictures.models import Picture
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    BylineFactory,
    DocumentFactory,
    InstitutionFactory,
    PictureFactory,
    published,
    saved,
)
from tests.nouns import NOUNS, words
from tests.public_addresses import everything
from website.models import Arrangement, FrontPlace, Menu, MenuEntry

DAY = dt.date(2020, 6, 11)


@pytest.fixture
def full_desk(desk: Institution, monkeypatch) -> list[Article]:
    """One of everything, each with its words; several pieces where one excludes the other."""
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    Institution.objects.filter(pk=desk.pk).update(**words(Institution), offers_republication=True)
    desk.refresh_from_db()
    FooterLink.objects.create(institution=desk, **words(FooterLink))
    menu = Menu.objects.create(institution=desk)
    MenuEntry.objects.create(menu=menu, leads_to="web", **words(MenuEntry))
    front = Arrangement.objects.create(institution=desk, live_from=NOW)
    FrontPlace.objects.create(arrangement=front, shows="newest", **words(FrontPlace))
    style = desk.house_styles.get()
    for position, text in {
        "listing": "{outlet} phrasetext", "copyright_format": "© {year} {holder}",
        "kicker": "{kind}[ {series}][ {region}]",
        "byline_name": "[{courtesy} ][{rank} ]{name}[ {native_name}][ {suffix}]", "card": "{outlet}",
        "permission_line": "With permission of {grantor}.",
    }.items():  # fmt: skip
        style.phrases.update_or_create(position=position, defaults={"text": text})
    kind = Kind.objects.create(code="full", **words(Kind))
    labelled = Kind.objects.create(code="labelled", label="x")
    KindLabel.objects.create(kind=labelled, language="en", **words(KindLabel))
    Wording.objects.update(**words(Wording))
    StandingNotice.objects.create(institution=desk, shown_from=DAY, **words(StandingNotice))
    author = _author(desk)
    outlet = Outlet.objects.create(slug="full", article_rule="inseparable", **words(Outlet))
    FormerName.objects.create(
        outlet=outlet, until_on=dt.date(2019, 1, 1), article_rule="inseparable", **words(FormerName)
    )
    StandingPermission.objects.create(outlet=outlet, granted_on=DAY, from_on=DAY, **words(StandingPermission))
    licence = Licence.objects.create(code="full", **words(Licence))
    whole = _piece(
        desk, kind, author, outlet, licence=licence, lead_picture=PictureFactory(**words(Picture)),
        **_article_words("copyright_line", "copyright_reason"),
    )  # fmt: skip
    own_line = _piece(desk, labelled, author, outlet, **{name: words(Article)[name] for name in (
        "headline", "body", "attribution_override", "copyright_line")})  # fmt: skip
    none = _piece(
        desk, kind, author, None, copyright_basis="none", copyright_reason=words(Article)["copyright_reason"],
        lead_picture=PictureFactory(**words(Picture) | {"credit": ""}), lead_is_decorative=True,
    )  # fmt: skip
    PictureFactory(**words(Picture) | {"credit": "", "creator": ""})
    whole.attachments.create(document=DocumentFactory(**words(Document)))
    whole.attachments.create(
        document=DocumentFactory(**words(Document) | {"credit": ""}), **words(Attachment)
    )
    acts.publish(whole, revision=saved(whole, at=NOW), by=None, at=NOW, change="minor")
    published(ArticleFactory(kind=kind, institution=desk), at=NOW)  # its own text: the house claims it
    _named_otherwise(desk)
    retracted = published(ArticleFactory(), at=NOW).article
    acts.retract(retracted, text="So.", issued_by=words(Notice)["issued_by"], by=None, at=NOW)
    return [whole, own_line, none]


def _named_otherwise(desk: Institution) -> None:
    """A piece of a day and in a language in which everything has another name than its own."""
    then = {"language": "en", "until_on": dt.date(2015, 1, 1)}
    InstitutionName.objects.create(institution=desk, **then, **words(InstitutionName))
    article = ArticleFactory(
        institution=desk, first_published_on=dt.date(2012, 1, 1), topics=["Häfen"], series="Gebühren"
    )
    for place in ({"institution": desk}, {"organisation": "Hafenamt"}):
        author = BylineFactory(article=article, author__courtesy="Frau").author
        AuthorName.objects.create(author=author, **then, **words(AuthorName))
        post = Appointment.objects.create(author=author, title="Leiter", name_language="de", **place)
        AppointmentWords.objects.create(appointment=post, language="en", **words(AppointmentWords))
    outlet = AppearanceFactory(article=article, outlet__name_language="de").outlet
    OutletName.objects.create(outlet=outlet, language="en", article_rule="inseparable", **words(OutletName))
    Topic.objects.filter(name="Häfen").update(name_language="de")
    Topic.objects.filter(name="topicname").update(introduction=words(Topic)["introduction"])
    Series.objects.filter(name="Gebühren").update(name_language="de")
    Series.objects.filter(name=words(Article)["series"]).update(**words(Series))
    SeriesName.objects.create(series=Series.objects.get(name="Gebühren"), language="en", **words(SeriesName))
    TopicName.objects.create(topic=Topic.objects.get(name="Häfen"), language="en", **words(TopicName))
    published(article, at=NOW)
    centre = InstitutionFactory(parent=desk, name="Zentrum", name_language="de")
    InstitutionName.objects.create(
        institution=centre, language="en", name="Centre", about=words(InstitutionName)["about"]
    )
    published(ArticleFactory(institution=centre), at=NOW)
    published(
        ArticleFactory(institution=desk, first_published_on=dt.date(2012, 1, 1)), at=NOW
    )  # the house claims it


def _article_words(*without: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in words(Article).items()
        if name not in (*without, "attribution_override")
    }
    return kept | {"copyright_basis": "named", "source_language": "ko"}


def _author(desk: Institution) -> Author:
    author = Author.objects.create(slug="full", **words(Author))
    AuthorLink.objects.create(author=author, **words(AuthorLink))
    line = Disclaimer.objects.create(code="employment", institution=desk, scope="employment")
    Wording.objects.create(
        disclaimer=line, text="{author} speaks not for {bodies}.", in_force_from=dt.date(2000, 1, 1)
    )
    post = Appointment.objects.create(author=author, institution=desk, disclaimer=line, **words(Appointment))
    AppointmentBody.objects.create(appointment=post, **words(AppointmentBody))
    return author


def _piece(desk, kind, author, outlet, **facts) -> Article:
    article = ArticleFactory(kind=kind, institution=desk, topics=["topicname"], **facts)
    credit = words(Byline)
    Byline.objects.create(article=article, order=1, author=author, bio=credit["bio"])
    Byline.objects.create(article=article, order=2, name=credit["name"], role="translator")
    Byline.objects.create(
        article=article, order=3, name="Somebody", section=credit["section"],
        no_copyright_reason=credit["no_copyright_reason"],
    )  # fmt: skip
    Disclosure.objects.create(article=article, order=1, subject="ai", **words(Disclosure))
    there = words(Appearance)
    of_a_work = {name: there.pop(name) for name in ("writers", "editors", "chapter")}
    if outlet:
        excerpted = Appearance.objects.create(
            article=article, order=4, relation="excerpted", headline=there["headline"], **of_a_work
        )
        RightsRecord.objects.create(article=article, appearance_key=excerpted.key, state="not_needed")
        name = there.pop("outlet_name")
        place = Appearance.objects.create(
            article=article, order=1, outlet=outlet, published_on=DAY, is_retracted=True, **there
        )
        Appearance.objects.create(article=article, order=2, outlet_name=name, relation="also")
        old = Appearance.objects.create(
            article=article, order=3, outlet=outlet, relation="also", published_on=dt.date(2015, 1, 1)
        )
        _permit(place)
        assert old.key != place.key
    PinnedWording.objects.create(
        article=article, order=1, wording=Wording.objects.filter(disclaimer__scope="institution").first()
    )
    PinnedWording.objects.create(article=article, order=2, **words(PinnedWording))
    published(article, at=NOW)
    notice = words(Notice)
    del notice["issued_by"]
    acts.correct(article, changes={}, notice=acts.NoticeDraft("correction", **notice), by=None, at=NOW)
    Reprint.objects.create(article=article, **words(Reprint))
    return article


def _permit(place: Appearance) -> None:
    terms = words(RightsRecord) | {"outlet_name": ""}
    RightsRecord.objects.create(
        article=place.article, appearance_key=place.key, outlet=place.outlet, state=RightsState.GRANTED, granted_on=DAY,
        **terms,
    )  # fmt: skip


def surfaces(client: Client, administrator: User, pieces: list[Article]) -> dict[str, str]:
    """What readers get, and what the desk shows beside its forms."""
    pages = everything(client)
    client.force_login(administrator)
    for address in _desk_addresses(pieces):
        answer = client.get(address)
        assert answer.status_code == 200, address
        pages[address] = answer.content.decode()
    return pages


def _desk_addresses(pieces: list[Article]) -> Iterator[str]:
    for piece in pieces:
        yield reverse("admin:articles_article_history", args=[piece.pk])
        for place in piece.appearances.all():
            yield reverse("admin:articles_article_rights", args=[piece.pk, place.key])
    for noun in (
        "outlets_outlet",
        "authors_author",
        "disclaimers_licence",
        "articles_reprint",
        "pictures_picture",
    ):
        yield reverse(f"admin:{noun}_changelist")
    yield reverse("admin:articles_article_permissions")


@pytest.mark.long
def test_every_field_that_takes_words_is_found_on_some_surface(full_desk, client, administrator):
    everywhere = "\n".join(surfaces(client, administrator, full_desk).values())
    missing = [
        f"{noun.__name__}.{name}"
        for noun in NOUNS
        for name, value in words(noun).items()
        if value.removeprefix("<p>").partition("</p>")[0] not in everywhere
    ]
    assert not missing, "\n".join(missing)
