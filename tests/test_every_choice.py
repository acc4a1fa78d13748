"""Every field that takes no words: with another value in it, some surface says something else."""

import datetime as dt
import json
from itertools import chain
from uuid import uuid4

import pytest
from django.db import models

from articles.checklist import check
from articles.models import Article, Disclosure, Revision, RightsRecord
from articles.press.proof import make_proof
from articles.snapshot import compose
from articles.states import Act, Surface
from articles.timeline import load_timeline
from disclaimers.models import Institution, Kind, KindLabel, Licence, StandingNotice, UsualLicence
from outlets.models import FormerName
from reading.piece.alongside import standing_notices
from reading.site import load_house_by_key
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    DocumentFactory,
    InstitutionFactory,
    OutletFactory,
    PictureFactory,
    WordingFactory,
)
from tests.kept import kept
from tests.nouns import NOT_PRINTED, NOUNS, words

pytestmark = pytest.mark.long

DAY = dt.date(2020, 6, 11)


def flipped(row: models.Model, field: str) -> bool:
    return not getattr(row, field)


LATER, EARLIER = dt.date(2030, 1, 1), dt.date(2001, 1, 1)

ON_THE_PAGE = {
    "HouseStyle.outlet_article": "as-styled", "HouseStyle.outlet_date_replaces_ours": flipped,
    "HouseStyle.italicises_outlets": flipped, "HouseStyle.attribution_at": "head", "HouseStyle.language": "de",
    "HouseStyle.from_on": LATER, "HouseStyle.until_on": EARLIER,
    "Institution.name_language": "de", "Outlet.name_language": "de",
    "Author.name_language": "de", "Appointment.name_language": "de",
    "Phrase.position": "dateline",
    "Kind.genre": "report", "KindLabel.language": "de", "KindLabel.from_on": LATER, "KindLabel.until_on": EARLIER,
    "Licence.allows_republication": flipped,
    "Disclaimer.scope": "employment", "Disclaimer.placement": "head", "Disclaimer.language": "de",
    "Disclaimer.replaces_parents": flipped, "Disclaimer.condition": "no_authors",
    "Wording.language": "de", "Wording.in_force_from": LATER, "Wording.in_force_until": dt.date(2002, 1, 1),
    "Outlet.article_rule": "inseparable", "Outlet.is_italic": flipped, "Outlet.type": "site",
    "FormerName.article_rule": "inseparable", "FormerName.from_on": dt.date(2018, 12, 1),
    "FormerName.until_on": dt.date(2018, 6, 1),
    "Author.retired_on": EARLIER, "Author.courtesy_from": LATER, "Author.courtesy_until": EARLIER,
    "Appointment.from_on": LATER, "Appointment.until_on": EARLIER,
    "Article.language": "de", "Article.is_archive": flipped, "Article.first_published_on": dt.date(2011, 2, 3),
    "Article.source_language": "ko", "Article.translation_extent": "summary", "Article.has_more_places": flipped,
    "Article.copyright_basis": "none", "Article.copyright_year": 1999,
    **dict.fromkeys((f"Article.is_left_out_of_{surface.value}" for surface in Surface), flipped),
    "Article.series_place": 7,
    "Article.lead_is_decorative": flipped, "Article.lead_crop": "1:1",
    "Article.has_no_licence": flipped, "UsualLicence.from_on": LATER, "UsualLicence.until_on": EARLIER,
    "Byline.role": "translator", "Byline.no_republication": flipped,
    "Disclosure.subject": "interest", "Disclosure.asked": ["Nobody"],
    "Appearance.relation": "version", "Appearance.expert_role": "quoted", "Appearance.is_removed": flipped,
    "Appearance.published_on": dt.date(2013, 3, 4), "Appearance.precision": "year", "Appearance.medium": "print",
    "Appearance.language": "ja", "Appearance.access": "paid", "Appearance.planned_on": LATER,
    "Appearance.work": "report", "Appearance.is_retracted": flipped, "Appearance.retracted_on": dt.date(2021, 3, 4),
    "RightsRecord.state": "refused", "RightsRecord.mode": "link", "RightsRecord.valid_until": dt.date(2020, 7, 1),
    "RightsRecord.excerpt_words": 2, "RightsRecord.embargo_until": dt.datetime(2030, 1, 1, tzinfo=dt.UTC),
    "RightsRecord.granted_on": dt.date(2020, 6, 20), "RightsRecord.search_policy": "noindex",
    "RightsRecord.may_be_passed_on": flipped,
    "Institution.offers_republication": flipped, "Institution.missing_wording": "block",
    "StandingNotice.language": "de", "StandingNotice.is_for_archive": flipped, "StandingNotice.shown_from": LATER,
    "StandingNotice.shown_until": dt.date(2021, 1, 1),
    "Picture.source_kind": "person", "Picture.language": "de", "Picture.focus_across": 10, "Picture.focus_down": 10,
    "Clearance.state": "refused", "Clearance.may_be_passed_on": flipped, "Clearance.only_for": uuid4(),
    "Clearance.from_on": LATER, "Clearance.until_on": EARLIER,
    "Attachment.kind": "data", "Document.source_kind": "person", "Document.language": "de",
    "DocumentClearance.state": "refused", "DocumentClearance.may_be_passed_on": flipped,
    "DocumentClearance.only_for": uuid4(), "DocumentClearance.from_on": LATER, "DocumentClearance.until_on": EARLIER,
}  # fmt: skip
"""Fields that take no words, each with another value: the page, or what stops it, then says something else."""


FIRST = {  # what must be so before the field says anything
    "Licence.allows_republication": {"Institution.offers_republication": False},
    "Appearance.access": {"RightsRecord.state": "refused"},
    "Appearance.planned_on": {"Appearance.relation": "forthcoming", "Appearance.published_on": None},
    "Appearance.work": {"Appearance.relation": "excerpted", "Appearance.headline": "The Tides"},
    "Appearance.retracted_on": {"Appearance.is_retracted": True},
    "RightsRecord.embargo_until": {"RightsRecord.embargo_zone": "UTC"},
    "RightsRecord.excerpt_words": {"RightsRecord.mode": "excerpt", "RightsRecord.excerpt_words": 1},
    "Institution.missing_wording": {"Article.language": "ko"},
    **{
        name: {"Article.licence": None, "RightsRecord.state": "not_needed"}
        for name in ("Article.has_no_licence", "UsualLicence.from_on", "UsualLicence.until_on")
    },
    "Picture.source_kind": {"Picture.creator": ""},
    "Document.source_kind": {"Document.creator": ""},
    "Article.copyright_year": {"Article.copyright_basis": "ours"},
    "Institution.offers_republication": {"Licence.allows_republication": False},
}  # fmt: skip

ELSEWHERE = {
    **dict.fromkeys(
        ("Picture.taken_on", "Picture.taken_precision", "Clearance.asked_on", "Clearance.granted_on"),
        "on record on the picture's page: tests/desk/pictures",
    ),
    **dict.fromkeys(
        ("DocumentClearance.asked_on", "DocumentClearance.granted_on"), "on record on the file's page: tests/desk"
    ),
    "Disclosure.answer": "asked-and-none prints nothing: tests/wording",
    "Institution.is_home": "whose name stands on every page: tests/disclaimers",
    "Institution.default_language": "the language of lists: tests/reading",
    "Article.made_as": "what it is of the piece it is made from: tests/articles/test_made_from_others.py",
    "Appearance.counted_on": "the day of a year that counts: tests/articles/test_days_of_a_period.py",
    "Author.form": "sorts and shortens a name: tests/authors",
    "Author.name_order": "sorts and shortens a name: tests/authors",
    "FooterLink.language": "the pages that have the link: tests/reading/test_language_editions.py",
    "Menu.language": "the pages that have the menu: tests/website",
    "Arrangement.language": "the front pages that it is for: tests/website",
    "Arrangement.live_from": "the time from which readers see it: tests/website",
    "FrontPlace.number": "how many pieces stand there: tests/website",
    "FrontPlace.shows": "the pieces that stand there: tests/website",
    "MenuEntry.leads_to": "a page of the site or what is chosen beside it: tests/website",
    "OldAddress.is_gone": "the status of an old address: tests/website/test_old_addresses.py",
    "StandingNotice.purpose": "which kind of notice it is, for the desk's list: tests/disclaimers",
    "RightsRecord.asked_on": "the permission's page: tests/desk",
    "RightsRecord.edits_allowed": "asked and obeyed before publishing: tests/articles/test_whose_text_it_is.py",
    "Notice.kind": "appended, never changed: tests/articles/test_notices.py",
    "Notice.issued_on": "appended, never changed: tests/articles/test_notices.py",
    "Notice.outlet_corrected_on": "appended, never changed: tests/wording",
    "Reprint.reprinted_on": "the list of reprints: tests/desk",
    "Kind.name_language": "marks a label that is printed on pages in other languages: tests/articles/test_names.py",
    "Author.spoken_languages": "listed on the person's page: tests/reading/test_person_pages.py",
    "Author.biography_language": "marks the biography on the person's page: tests/desk/test_record_languages.py",
    **{
        f"{noun}.{name}": "which form a page takes: tests/wording/test_names_have_days_and_languages.py"
        for noun in ("InstitutionName", "AuthorName", "OutletName", "TopicName", "SeriesName", "AppointmentWords")
        for name in ("language", "from_on", "until_on")
    },
    "OutletName.article_rule": "as the outlet’s own: tests/wording/test_names_have_days_and_languages.py",
    "Topic.parent": "stands above the topic, and has it below: tests/reading/test_indexes.py",
    "Series.name_language": "marks a series on pages in other languages: tests/reading/test_series.py",
    "Topic.name_language": "marks a topic on pages in other languages: tests/articles/test_names.py",
    "Author.native_language": "marks the native name where the house prints it: tests/authors",
    "Outlet.language": "marks the native name on the outlet's page: tests/reading/test_profiles.py",
    **{
        f"StandingPermission.{name}": "copied into the record that takes it over: tests/articles/test_rights.py"
        for name in (
            "granted_on", "mode", "excerpt_words", "search_policy", "may_be_passed_on", "edits_allowed", "from_on",
            "until_on", "valid_days",
        )
    },
}  # fmt: skip


@kept
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
    records: list[models.Model] = [
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
    usual = UsualLicence.objects.create(kind=kind, licence=licence)
    article = ArticleFactory(
        kind=kind,
        institution=desk,
        licence=licence,
        lead_picture=PictureFactory(),
        lead_alt="Cranes",
        series="Tides",
    )
    quay = article.lead_picture
    report = DocumentFactory()
    records += [quay, quay.clearances.get(), report, report.clearances.get()]
    records.append(article.attachments.create(document=report, kind="report"))
    place = AppearanceFactory(article=article, outlet=outlet, order=1, rights={"may_be_passed_on": True})
    AppearanceFactory(
        article=article, outlet=outlet, order=2, relation="also", published_on=dt.date(2018, 7, 1), url="",
        rights=False,
    )  # fmt: skip
    records += [
        licence, usual, article, BylineFactory(article=article, author=author), place, RightsRecord.objects.get(),
        Disclosure.objects.create(article=article, text="The Tide Fund."),
    ]  # fmt: skip
    return {type(row).__name__: row for row in records}


def page_text(rows: dict[str, models.Model]) -> str:
    """The page that publishing the piece would give, with what would stop it."""
    article = Article.objects.get(pk=rows["Article"].pk)
    sheet = make_proof(Revision(article=article, number=1, content=compose(article)), at=NOW)
    stops = check(Act.PUBLISH, sheet, load_timeline(article.pk, NOW)).blockers
    site = load_house_by_key(article.institution_id, NOW)
    notices = [*chain(*standing_notices(sheet.edition, site, NOW))]
    printed = {name: value for name, value in sheet.edition.printed.items() if name != "records"}
    columns = [
        getattr(sheet.edition, name)
        for name in ("kicker", "dateline", "body", "search_policy", "left_out_of", "language")
    ]
    return json.dumps(
        [printed, columns, [str(stop) for stop in stops], [one.text for one in notices]], default=str
    )


@pytest.mark.parametrize("label", ON_THE_PAGE)
def test_another_choice_says_something_else(rows, label):
    set_fields(rows, FIRST.get(label, {}))
    before = page_text(rows)
    noun, _, field = label.partition(".")
    value = ON_THE_PAGE[label]
    set_fields(rows, {label: value(rows[noun], field) if callable(value) else value})
    assert page_text(rows) != before


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
