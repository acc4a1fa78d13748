"""Every field that anybody can fill in is found on some surface, or this fails: a field nobody sees does not exist.

Words: every field that takes words gets a word of its own on one full desk, and all surfaces are searched for it.
Everything else (choices, days, numbers, marks): with another value in it, some surface says something else.
Surfaces are the readers' pages and feeds and, for what is the desk's own business, the desk's lists and pages; the
form in which a thing is typed does not count.
"""

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core import validators
from django.db import models
from django.test import Client
from django.urls import reverse

from articles import acts
from articles.checklist import check
from articles.models import (
    Appearance,
    Article,
    Byline,
    Disclosure,
    Notice,
    PinnedWording,
    Reprint,
    Revision,
    RightsRecord,
    Topic,
)
from articles.models.rights import State
from articles.press.proof import make_proof
from articles.snapshot import compose
from articles.states import Act
from articles.timeline import load_timeline
from authors.models import Appointment, AppointmentBody, Author, AuthorLink
from disclaimers.models import (
    Disclaimer,
    FooterLink,
    HouseStyle,
    Institution,
    Kind,
    KindLabel,
    Licence,
    Phrase,
    StandingNotice,
    Wording,
)
from outlets.models import FormerName, Outlet, OutletAlias, StandingPermission
from prose.fields import WebURLField
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    InstitutionFactory,
    OutletFactory,
    WordingFactory,
    published,
)
from tests.test_public_sweep import everything

DAY = dt.date(2020, 6, 11)
NOUNS = (
    Institution, FooterLink, HouseStyle, Phrase, Kind, KindLabel, Licence, StandingNotice, Disclaimer, Wording,
    Outlet, OutletAlias, FormerName, StandingPermission, Author, AuthorLink, Appointment, AppointmentBody,
    Article, Byline, Disclosure, Appearance, PinnedWording, RightsRecord, Notice, Reprint, Topic,
)  # fmt: skip
NOT_PRINTED = {
    "code": "a lasting key for files and programs",
    "slug": "an address; every page that is visited below was found under one",
    "time_zone": "tells which day it is; tests/articles/test_acts.py",
    "embargo_zone": "tells which instant is meant; tests/articles/test_rights.py",
    "sort_name": "places a name in lists; tests/authors",
    "country": "tells two outlets of one name apart, by a constraint",
    "OutletAlias.name": "a name under which texts mention the outlet; tests/outlets and tests/intake",
    "RightsRecord.outlet_name": "holds a record to its place; tests/articles/test_rights.py",
    "RightsRecord.outlet_terms": "compared with today's terms; tests/desk",
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
    if isinstance(field, WebURLField):
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


@pytest.fixture
def full_desk(desk: Institution, monkeypatch) -> list[Article]:
    """One of everything, each with its words; several pieces where one excludes the other."""
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    Institution.objects.filter(pk=desk.pk).update(**words(Institution), offers_republication=True)
    desk.refresh_from_db()
    FooterLink.objects.create(institution=desk, **words(FooterLink))
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
    whole = _piece(desk, kind, author, outlet, licence=licence, **_said("copyright_line", "copyright_reason"))
    own_line = _piece(desk, labelled, author, outlet, **{name: words(Article)[name] for name in (
        "headline", "body", "attribution_override", "copyright_line")})  # fmt: skip
    none = _piece(
        desk, kind, author, None, copyright_basis="none", copyright_reason=words(Article)["copyright_reason"]
    )
    return [whole, own_line, none]


def _said(*without: str) -> dict[str, str]:
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
    said = words(Byline)
    Byline.objects.create(article=article, order=1, author=author, bio=said["bio"])
    Byline.objects.create(article=article, order=2, name=said["name"], role="translator")
    Byline.objects.create(
        article=article, order=3, name="Somebody", section=said["section"],
        no_copyright_reason=said["no_copyright_reason"],
    )  # fmt: skip
    Disclosure.objects.create(article=article, order=1, subject="ai", **words(Disclosure))
    there = words(Appearance)
    if outlet:
        name = there.pop("outlet_name")
        place = Appearance.objects.create(article=article, order=1, outlet=outlet, published_on=DAY, **there)
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
    acts.correct(article, changes={}, notice=acts.NoticeDraft("correction", **notice), by=None, at=NOW)
    Reprint.objects.create(article=article, **words(Reprint))
    return article


def _permit(place: Appearance) -> None:
    said = words(RightsRecord) | {"outlet_name": ""}
    RightsRecord.objects.create(
        article=place.article, appearance_key=place.key, outlet=place.outlet, state=State.GRANTED, granted_on=DAY,
        **said,
    )  # fmt: skip


def surfaces(client: Client, administrator: User, pieces: list[Article]) -> dict[str, str]:
    """What readers get, and what the desk shows beside its forms."""
    said = everything(client)
    client.force_login(administrator)
    for address in _desk_addresses(pieces):
        answer = client.get(address)
        assert answer.status_code == 200, address
        said[address] = answer.content.decode()
    return said


def _desk_addresses(pieces: list[Article]) -> Iterator[str]:
    for piece in pieces:
        yield reverse("admin:articles_article_history", args=[piece.pk])
        for place in piece.appearances.all():
            yield reverse("admin:articles_article_rights", args=[piece.pk, place.key])
    for noun in ("outlets_outlet", "authors_author", "disclaimers_licence", "articles_reprint"):
        yield reverse(f"admin:{noun}_changelist")
    yield reverse("admin:articles_article_permissions")


def test_every_field_that_takes_words_is_found_on_some_surface(full_desk, client, administrator):
    everywhere = "\n".join(surfaces(client, administrator, full_desk).values())
    missing = [
        f"{noun.__name__}.{name}"
        for noun in NOUNS
        for name, value in words(noun).items()
        if value.removeprefix("<p>").partition("</p>")[0] not in everywhere
    ]
    assert not missing, "\n".join(missing)


def flipped(row: models.Model, field: str) -> bool:
    return not getattr(row, field)


LATER, EARLIER = dt.date(2030, 1, 1), dt.date(2001, 1, 1)
ON_THE_PAGE = {
    "HouseStyle.outlet_article": "as-styled", "HouseStyle.outlet_date_replaces_ours": flipped,
    "HouseStyle.italicises_outlets": flipped, "HouseStyle.attribution_at": "head", "HouseStyle.language": "de",
    "Phrase.position": "dateline",
    "KindLabel.language": "de", "KindLabel.from_on": LATER, "KindLabel.until_on": EARLIER,
    "Licence.allows_republication": flipped,
    "Disclaimer.scope": "employment", "Disclaimer.placement": "head", "Disclaimer.language": "de",
    "Disclaimer.replaces_parents": flipped,
    "Wording.language": "de", "Wording.in_force_from": LATER, "Wording.in_force_until": dt.date(2002, 1, 1),
    "Outlet.article_rule": "inseparable", "Outlet.is_italic": flipped, "Outlet.type": "site",
    "FormerName.article_rule": "inseparable", "FormerName.from_on": dt.date(2018, 12, 1),
    "FormerName.until_on": dt.date(2018, 6, 1),
    "Author.retired_on": EARLIER, "Author.courtesy_from": LATER, "Author.courtesy_until": EARLIER,
    "Appointment.from_on": LATER, "Appointment.until_on": EARLIER,
    "Article.language": "de", "Article.is_archive": flipped, "Article.first_published_on": dt.date(2011, 2, 3),
    "Article.source_language": "ko", "Article.translation_extent": "summary", "Article.has_more_places": flipped,
    "Article.copyright_basis": "none", "Article.copyright_year": 1999,
    "Byline.role": "translator", "Byline.no_republication": flipped,
    "Disclosure.subject": "interest",
    "Appearance.relation": "version", "Appearance.expert_role": "quoted", "Appearance.is_removed": flipped,
    "Appearance.published_on": dt.date(2013, 3, 4), "Appearance.precision": "year", "Appearance.medium": "print",
    "Appearance.language": "ja", "Appearance.access": "paid", "Appearance.planned_on": LATER,
    "RightsRecord.state": "refused", "RightsRecord.mode": "link", "RightsRecord.valid_until": dt.date(2020, 7, 1),
    "RightsRecord.excerpt_words": 2, "RightsRecord.embargo_until": dt.datetime(2030, 1, 1, tzinfo=dt.UTC),
    "RightsRecord.granted_on": dt.date(2020, 6, 20), "RightsRecord.search_policy": "noindex",
    "RightsRecord.may_be_passed_on": flipped,
    "Institution.offers_republication": flipped, "Institution.missing_wording": "block",
    "StandingNotice.language": "de", "StandingNotice.is_for_archive": flipped, "StandingNotice.shown_from": LATER,
    "StandingNotice.shown_until": dt.date(2021, 1, 1),
}  # fmt: skip
"""Fields that take no words, each with another value: the page, or what stops it, then says something else."""

FIRST = {  # what must be so before the field says anything
    "Licence.allows_republication": {"Institution.offers_republication": False},
    "Appearance.access": {"RightsRecord.state": "refused"},
    "Appearance.planned_on": {"Appearance.relation": "forthcoming", "Appearance.published_on": None},
    "RightsRecord.embargo_until": {"RightsRecord.embargo_zone": "UTC"},
    "RightsRecord.excerpt_words": {"RightsRecord.mode": "excerpt", "RightsRecord.excerpt_words": 1},
    "Institution.missing_wording": {"Article.language": "ko"},
    "Institution.offers_republication": {"Licence.allows_republication": False},
}  # fmt: skip

ELSEWHERE = {
    "Disclosure.answer": "asked-and-none prints nothing: tests/wording",
    "Institution.is_home": "whose name stands on every page: tests/disclaimers",
    "Institution.default_language": "the language of lists: tests/reading",
    "Author.form": "sorts and shortens a name: tests/authors",
    "Author.name_order": "sorts and shortens a name: tests/authors",
    "StandingNotice.purpose": "which kind of notice it is, for the desk's list: tests/disclaimers",
    "RightsRecord.asked_on": "the permission's page: tests/desk",
    "RightsRecord.edits_allowed": "the permission's page: tests/desk",
    "Notice.kind": "appended, never changed: tests/articles/test_notices.py",
    "Notice.issued_on": "appended, never changed: tests/articles/test_notices.py",
    "Notice.outlet_corrected_on": "appended, never changed: tests/wording",
    "Reprint.reprinted_on": "the list of reprints: tests/desk",
    "Outlet.language": "marks the native name on the outlet's page: tests/reading/test_profiles.py",
    **{
        f"StandingPermission.{name}": "copied into the record that takes it over: tests/articles/test_rights.py"
        for name in (
            "granted_on", "mode", "excerpt_words", "search_policy", "may_be_passed_on", "edits_allowed", "from_on",
            "until_on", "valid_days",
        )
    },
}  # fmt: skip


@pytest.fixture
def rows(desk: Institution) -> dict[str, models.Model]:
    """One row of each noun, in a piece that says all of it."""
    parent = InstitutionFactory(code="above")
    WordingFactory(disclaimer=DisclaimerFactory(institution=parent), text="Above.")
    Institution.objects.filter(pk=desk.pk).update(offers_republication=True, parent=parent)
    desk.refresh_from_db()
    style = desk.house_styles.get()
    style.italicises_outlets = True
    style.save()
    phrases = {
        "byline_name": "[{courtesy} ][{rank} ]{name}",
        "permission_line": "Granted on {date}.",
        "editor_line": "{names}.",
    }
    for position, text in phrases.items():
        style.phrases.update_or_create(position=position, defaults={"text": text})
    kind = Kind.objects.create(code="full", label="Plain")
    outlet = OutletFactory(is_italic=True)
    author = AuthorFactory(courtesy="Dame", rank="Colonel", native_name="꽃")
    found: list[models.Model] = [
        desk, style, kind, outlet, author, desk.disclaimers.get(), desk.disclaimers.get().wordings.get(),
        style.phrases.get(position="editor_line"),
        KindLabel.objects.create(kind=kind, language="en", label="Labelled"),
        FormerName.objects.create(
            outlet=outlet, name="Candle", article="The", article_rule="separable",
            from_on=dt.date(2017, 1, 1), until_on=dt.date(2019, 1, 1),
        ),
        AppointmentFactory(author=author),
        StandingNotice.objects.create(institution=desk, text="It rains.", shown_from=DAY),
    ]  # fmt: skip
    licence = Licence.objects.create(code="cc", name="CC BY", allows_republication=True)
    article = ArticleFactory(kind=kind, institution=desk, licence=licence)
    place = AppearanceFactory(article=article, outlet=outlet, order=1, rights={"may_be_passed_on": True})
    AppearanceFactory(
        article=article, outlet=outlet, order=2, relation="also", published_on=dt.date(2018, 7, 1), url="",
        rights=False,
    )  # fmt: skip
    found += [
        licence, article, BylineFactory(article=article, author=author), place, RightsRecord.objects.get(),
        Disclosure.objects.create(article=article, text="The Tide Fund."),
    ]  # fmt: skip
    return {type(row).__name__: row for row in found}


def said(rows: dict[str, models.Model]) -> str:
    """The page that publishing the piece would give, with what would stop it."""
    article = Article.objects.get(pk=rows["Article"].pk)
    sheet = make_proof(Revision(article=article, number=1, content=compose(article)), at=NOW)
    stops = check(Act.PUBLISH, sheet, load_timeline(article.pk, NOW)).blockers
    notices = StandingNotice.objects.shown(NOW.date()).for_page(
        [article.institution_id], language=article.language, is_archive=article.is_archive
    )
    printed = {name: value for name, value in sheet.edition.printed.items() if name != "records"}
    columns = [
        getattr(sheet.edition, name) for name in ("kicker", "dateline", "body", "search_policy", "language")
    ]
    return json.dumps(
        [printed, columns, [str(stop) for stop in stops], [one.text for one in notices]], default=str
    )


@pytest.mark.parametrize("label", ON_THE_PAGE)
def test_another_choice_says_something_else(rows, label):
    set_fields(rows, FIRST.get(label, {}))
    before = said(rows)
    noun, _, field = label.partition(".")
    value = ON_THE_PAGE[label]
    set_fields(rows, {label: value(rows[noun], field) if callable(value) else value})
    assert said(rows) != before


def set_fields(rows: dict[str, models.Model], values: dict[str, object]) -> None:
    """What belongs to one row changes at once: half of it may contradict the rest."""
    for noun in {label.partition(".")[0] for label in values}:
        own = {name.partition(".")[2]: value for name, value in values.items() if name.startswith(f"{noun}.")}
        type(rows[noun]).objects.filter(pk=rows[noun].pk).update(**own)
        rows[noun].refresh_from_db()


def test_no_field_of_any_noun_is_forgotten():
    known = {*ON_THE_PAGE, *ELSEWHERE, *NOT_PRINTED}
    forgotten = [
        f"{noun.__name__}.{field.name}"
        for noun in NOUNS
        for field in noun._meta.concrete_fields
        if field.editable and not field.auto_created and not field.is_relation and field.name != "order"
        if field.name not in words(noun) and not {field.name, f"{noun.__name__}.{field.name}"} & known
    ]
    assert not forgotten, "\n".join(forgotten)
