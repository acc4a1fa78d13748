"""Rows of the desk's menus, as JSON within the query of a house: each entry with the names of what it leads to."""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from articles.models.edition import Edition, EditionTopic
from articles.models.grouping.series import Series, SeriesName
from articles.models.topic import Topic, TopicName
from articles.querysets import with_merged
from articles.shown_profiles import parts_of
from articles.states import LISTED
from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind
from reading.kind_labels import label_rows
from website.models.menu import MenuEntry


def menu_rows(at: dt.datetime) -> QuerySet[MenuEntry, Any]:
    """The entries of all menus in their order; for a merged record stands the one that it was merged into."""
    topic, kind = Coalesce("topic__merged_into", "topic"), Coalesce("kind__merged_into", "kind")
    code = Coalesce("kind__merged_into__code", "kind__code")
    in_series = Coalesce("series__merged_into", "series")
    entries = MenuEntry.objects.alias(topic_kept=topic, kind_kept=kind, code_kept=code, series_kept=in_series)
    series = Series.objects.filter(pk=OuterRef("series_kept")).order_by()
    names_of_series = SeriesName.objects.filter(series=OuterRef("series_kept")).order_by("language")
    topics = Topic.objects.filter(pk=OuterRef("topic_kept")).order_by()
    kinds = Kind.objects.filter(pk=OuterRef("kind_kept")).order_by()
    names = TopicName.objects.filter(topic=OuterRef("topic_kept")).order_by("language")
    begun = Edition.objects.ever_live(at).order_by()
    uses = EditionTopic.objects.filter(with_merged(EditionTopic, "tag", OuterRef("topic_kept")))
    readable = Edition.objects.live(at).filter(form__in=LISTED)  # no notice of what was taken down
    chosen = readable.filter(article=OuterRef("piece")).order_by()
    # By what readers have, not by what a manuscript says that it is a translation of.
    of_it = Q(article=OuterRef("piece")) | Q(translation_group=OuterRef("group"))
    versions = readable.filter(of_it)
    version = JSONObject(language="language", path="permalink__path", headline="headline", piece="article")
    entries = entries.alias(group=Subquery(chosen.values("uuid")[:1]))
    entry = JSONObject(
        house=Coalesce("menu__institution__merged_into", "menu__institution"),
        spoken="menu__language",
        leads_to="leads_to",
        label="label",
        url="url",
        home_language=Subquery(Institution.objects.home().order_by().values("default_language")[:1]),
        topic_slug=Subquery(topics.values("slug")),
        topic_name=Subquery(topics.values("name")),
        topic_language=Subquery(topics.values("name_language")),
        topic_names=ArraySubquery(names.values(form=JSONObject(language="language", name="name"))),
        has_topic=Exists(uses.filter(content_object__in=begun.values("pk"))),
        series_slug=Subquery(series.values("slug")),
        series_name=Subquery(series.values("name")),
        series_language=Subquery(series.values("name_language")),
        series_names=ArraySubquery(names_of_series.values(form=JSONObject(language="language", name="name"))),
        has_series=Exists(parts_of(OuterRef("series_kept")).filter(edition__in=begun.values("pk"))),
        kind_code="code_kept",
        kind_label=Subquery(kinds.values("label")),
        kind_language=Subquery(kinds.values("name_language")),
        kind_labels=ArraySubquery(label_rows(OuterRef("kind_kept"))),
        has_kind=Exists(begun.of_kind(OuterRef("code_kept"))),
        piece="piece",
        versions=ArraySubquery(versions.order_by("language").values(version=version)),
    )
    rows: QuerySet[MenuEntry, Any] = entries.order_by("menu", "order", "pk").values(entry=entry)
    return rows
