"""Records behind the names of a page: loaded in the form of its language and of the day that counts.

Titles, posts, labels, house styles and names of institutions are those of the day; `prose.names.forms` chooses among
languages.
"""

import datetime as dt

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from articles.models.topic import Topic, TopicName
from articles.prepared_query import Prepared
from articles.press.batch_cache import get_or_load
from articles.press.names import Names, PrintedTopic, Style
from articles.press.records.forms import institution_forms, languages_of
from articles.press.records.people import people, venues
from articles.snapshot import Content
from disclaimers.inheritance import Inherited, nearest
from disclaimers.labels import KindLabelForm, label_of_kind
from disclaimers.models import HouseStyle, Institution, Kind, KindLabel
from disclaimers.models.institution import INHERITED
from disclaimers.naming import house_forms
from disclaimers.phrases import (
    phrases_on_page,
    styles_for,
    styles_of,
    usual_language_name,
    usual_outlet_article,
)
from prose.languages import serves
from prose.models.former_slugs import lasting_slug, with_slug
from prose.names.forms import ChosenForm, NameForms, PageForms
from prose.text_language.recognition import language_of_name, language_of_text


def forms_of(content: Content, institution: Institution, on: dt.date) -> PageForms:
    """Language and day by which the page of a version chooses among the forms of records."""
    usual = getattr(institution, "home_language", "") or str(INHERITED["default_language"])
    return PageForms(content["language"], on, usual)


def current_names(content: Content, institution: Institution, page: PageForms) -> Names:
    """Load today's records in the forms of a page; load the institution with `institution_to_print`."""
    language, on = page.language, page.on
    lineage = institution.lineage()
    houses = _houses(page, lineage)
    kind = _kind(content["kind"])
    label, other_labels = _labels(page, kind, lineage)
    holder = nearest(lineage, lambda house: _holder(page, houses[house.pk]), ChosenForm(""))
    stated = {"kind_label": label, "holder": holder, "terms": institution.inherited("republication_terms")}
    words = {
        "kind_label": label.value,
        "holder": holder.value,
        "institution_name": page.word("name", houses[institution.pk]),
    }
    return Names(
        institution=institution.pk,
        kind=content["kind"],
        language=language,
        style=_style(lineage, language, on),
        above={house.code: house.name for house in lineage[1:]},
        inherited={
            fact: one.house.name for fact, one in stated.items() if one.house and one.house != institution
        },
        people=people(page, (row["author_id"] for row in (*content["bylines"], *content["disclosures"]))),
        venues=venues(page, (row["outlet_id"] for row in content["appearances"])),
        on=on.isoformat(),
        labels=other_labels,
        genre=kind.genre if kind else Kind.Genre.OPINION,
        languages=languages_of(words)
        | languages_of({"terms": _terms(stated["terms"], institution, language)}),
        **{name: word.value for name, word in words.items()},
    )


def _to_print(key: int) -> QuerySet[Institution]:
    home = Institution.objects.home().order_by().values("default_language")[:1]
    return (
        Institution.objects.filter(pk=key)
        .select_related("parent")
        .annotate(home_language=Subquery(home), name_forms=institution_forms("pk"))
    )


_TO_PRINT: Prepared[Institution] = Prepared(_to_print, key=int)


def institution_to_print(key: int) -> Institution:
    """An institution with all that `current_names` reads of it, in one query. Raises DoesNotExist."""
    if institution := _TO_PRINT.first(key=key):
        return institution
    raise Institution.DoesNotExist


def _houses(page: PageForms, lineage: list[Institution]) -> dict[int, NameForms]:
    """The names of a house, loaded with it, and of those above it, by their keys."""
    own, *above = lineage
    rows = {own.pk: own.name_forms}  # type: ignore[attr-defined]
    if above:
        parents = Institution.objects.filter(pk__in=[house.pk for house in above])
        rows |= get_or_load(
            ("names above", own.pk),
            lambda: dict(parents.annotate(forms=institution_forms("pk")).values_list("pk", "forms")),
        )
    return {house.pk: house_forms(house, rows[house.pk], page.usual_language) for house in lineage}


def _terms(stated: Inherited[str, Institution], institution: Institution, language: str) -> ChosenForm[str]:
    """The terms of republication, plainly in a language, else in the usual one of the house that states them."""
    usual = (stated.house or institution).usual_language
    own = language_of_text(stated.value) or language_of_name("", stated.value, usual)
    return ChosenForm(stated.value, "" if serves(own, language) else own)


def _holder(page: PageForms, house: NameForms) -> ChosenForm[str] | None:
    holder = page.word("copyright_holder", house)
    return holder if holder.value else None


def _labels(
    page: PageForms, record: Kind | None, lineage: list[Institution]
) -> tuple[KindLabelForm, dict[str, str]]:
    """The content type's label on the page, and its labels in other languages, for texts that are not in the page's."""
    if record is None:  # a deleted type: pages printed before keep its label (`press.pinned.names`)
        return Inherited(ChosenForm("")), {}
    rows = get_or_load(("kind labels", record.pk), lambda: list(KindLabel.objects.filter(kind=record)))
    in_use = [row for row in rows if row.is_in_use(page.on)]
    codes = {
        language_of_name(record.name_language, record.label, page.usual_language),
        *(row.language for row in in_use),
    }
    others = {
        code: label_of_kind(page.in_language(code), record, in_use, lineage).value.value
        for code in sorted(codes)
        if not serves(code, page.language)
    }
    return label_of_kind(page, record, in_use, lineage), others


def _kind(key: int) -> Kind | None:
    return get_or_load(("kind", key), lambda: Kind.objects.filter(pk=key).first())


def _style(lineage: list[Institution], language: str, on: dt.date) -> Style:
    """The style of the nearest house with one in the language, completed by those above it; else the usual words."""
    among = get_or_load(("styles", lineage[0].pk), lambda: styles_of(lineage))
    styles = styles_for(lineage, language, on, among)
    choices = (
        styles[0] if styles else HouseStyle(language=language, outlet_article=usual_outlet_article(language))
    )
    phrases = phrases_on_page(styles, language)
    return Style(
        templates=dict(phrases.templates),
        languages=dict(phrases.languages),
        outlet_article=choices.outlet_article,
        outlet_date_replaces_ours=choices.outlet_date_replaces_ours,
        italicises_outlets=choices.italicises_outlets,
        attribution_at=choices.attribution_at,
        of=_style_name(styles, lineage, language),
    )


def _style_name(styles: list[HouseStyle], lineage: list[Institution], language: str) -> str:
    """ "Harbour Centre, English; where it says nothing, Harbour Institute, English"; or "the usual words, English"."""
    houses = {house.pk: house.name for house in lineage}
    names: list[str] = []
    positions: set[str] = set()
    for style in styles:
        own = {phrase.position for phrase in style.phrases.all()}
        if not names or own - positions:
            names.append(f"{houses[style.institution_id]}, {style.get_language_display()}")
        positions |= own
    return "; where it says nothing, ".join(names) or f"the usual words, {usual_language_name(language)}"


def load_topics(content: Content, page: PageForms) -> dict[str, PrintedTopic]:
    """The content's topics by their slugs; one that was merged into another is named as that one."""
    if not content["topics"]:
        return {}
    names = TopicName.objects.filter(topic=Coalesce(OuterRef("merged_into"), OuterRef("pk")))
    row = JSONObject(language="language", name="name")
    topics = Topic.objects.filter(with_slug(Topic, content["topics"])).select_related("merged_into")
    return {
        topic.key: _topic(topic, page)
        for topic in topics.annotate(
            key=lasting_slug(Topic), forms=ArraySubquery(names.order_by("language").values(form=row))
        )
    }


def _topic(topic: Topic, page: PageForms) -> PrintedTopic:
    word = topic.root.name_on(page, topic.forms)
    return PrintedTopic(word.value, topic.root.slug, word.language)
