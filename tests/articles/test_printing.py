"""The press: what a page says around a text, from facts and house style."""

import datetime as dt

import pytest

from articles.models import Byline, Edition, PinnedWording
from articles.querysets import UNDATED
from disclaimers.models import HouseStyle, KindLabel, Wording
from outlets.models import Outlet
from prose.printed_line import text
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    HouseStyleFactory,
    InstitutionFactory,
    OutletFactory,
    WordingFactory,
    published,
    say,
)

DAY = dt.timedelta(days=1)


def lines(edition: Edition, name: str) -> list[str]:
    return [text(line) for line in edition.printed[name]]


def republished(now, *, outlets: int = 1, **facts) -> Edition:
    article = ArticleFactory()
    for n in range(outlets):
        outlet = Outlet.objects.with_name(f"Lantern {n}").first() or OutletFactory(name=f"Lantern {n}")
        AppearanceFactory(article=article, outlet=outlet, **facts)
    return published(article, at=now)


def test_an_own_commentary_says_its_day_its_disclaimer_and_its_rights(desk, now):
    edition = published(BylineFactory(author__display_name="Ida Quay").article, at=now)
    assert edition.kicker == "Commentary"
    assert edition.byline == "Ida Quay"
    assert edition.dateline == "March 10, 2026"
    assert edition.printed["attributions"] == edition.printed["source"] == []
    assert [row["text"] for row in edition.printed["wordings"]] == [
        "Commentary here speaks for itself, not for Harbour."
    ]
    assert edition.printed["copyright"] == f"© 2026 {desk.name}. All rights reserved."


def test_a_republication_says_where_and_when_it_ran_first(desk, now):
    edition = republished(now)
    assert lines(edition, "dates") == ["March 10, 2026", "published by Lantern 0 on June 11, 2020"]
    assert text(edition.printed["source"]) == "Source: Lantern 0"
    assert lines(edition, "attributions") == ["This article was originally published in the Lantern 0."]


def test_a_house_may_let_the_outlets_date_stand_in_place_of_ours(desk, now):
    HouseStyle.objects.update(outlet_date_replaces_ours=True)
    assert lines(republished(now), "dates") == ["published by Lantern 0 on June 11, 2020"]
    assert lines(republished(now, published_on=None), "dates") == ["March 10, 2026"]


@pytest.mark.parametrize(
    ("precision", "printed", "machine"),
    [
        ("day", "on June 11, 2020", "2020-06-11"),
        ("month", "in June 2020", "2020-06"),
        ("year", "in 2020", "2020"),
    ],
)
def test_a_date_prints_with_the_precision_it_is_known_with(desk, now, precision, printed, machine):
    line = republished(now, precision=precision).printed["dates"][1]
    assert text(line) == f"published by Lantern 0 {printed}"
    assert [run["datetime"] for run in line if "datetime" in run] == [machine]


def test_the_outlet_links_to_the_original_else_to_its_own_page_and_never_to_its_home(desk, now):
    def link(edition):
        return [run["href"] for run in edition.printed["attributions"][0] if "href" in run]

    assert link(republished(now)) == ["https://lantern.example/a-crisis"]
    unknown = republished(now, url="")
    assert link(unknown) == [f"/outlets/{Outlet.objects.latest('id').slug}/"]
    nameless = ArticleFactory()
    AppearanceFactory(article=nameless, outlet=None, outlet_name="Some Gazette", url="", published_on=None)
    assert link(published(nameless, at=now)) == []


def test_the_link_wraps_the_name_and_not_a_lower_cased_article(desk, now):
    line = republished(now).printed["attributions"][0]
    assert [run["text"] for run in line if "href" in run] == ["Lantern 0"]


def test_several_outlets_are_joined_in_one_sentence(desk, now):
    assert lines(republished(now, outlets=2), "attributions") == [
        "This article was originally published in the Lantern 0 and the Lantern 1."
    ]
    assert lines(republished(now, outlets=3), "attributions") == [
        "This article was originally published in the Lantern 0, the Lantern 1 and the Lantern 2."
    ]


def test_each_relation_has_its_own_sentence(desk, now):
    article = ArticleFactory()
    for relation in ("original", "version", "also"):
        AppearanceFactory(
            article=article,
            relation=relation,
            outlet=OutletFactory(name=relation, article="", article_rule="none"),
        )
    assert lines(published(article, at=now), "attributions") == [
        "This article was originally published in original.",
        "A version of this article was published in version, June 11, 2020.",
        "This article was also published in also, June 11, 2020.",
    ]


def test_an_unknown_outlet_prints_nothing(desk, now):
    article = ArticleFactory()
    AppearanceFactory(article=article, outlet=None, url="", published_on=dt.date(2020, 6, 11))
    edition = published(article, at=now)
    assert lines(edition, "dates") == ["March 10, 2026"]
    assert not edition.printed["attributions"]
    assert not edition.printed["source"]


def test_without_a_copyright_format_no_line_is_composed(desk, now):
    say("-", at="copyright_format")
    assert published(at=now).printed["copyright"] == ""
    assert published(at=now, copyright_line="© 2026 Ida Quay").printed["copyright"] == "© 2026 Ida Quay"


def test_an_archive_piece_without_a_day_prints_none_and_sorts_by_the_outlets_date(desk, now):
    article = AppearanceFactory(article__is_archive=True).article
    edition = published(article, at=now)
    assert (edition.first_published_on, edition.first_published_at) == (None, None)
    assert lines(edition, "dates") == [
        f"published by {article.appearances.get().outlet.name} on June 11, 2020"
    ]
    assert edition.printed["copyright"] == ""  # its year is not known
    assert edition.ordered_at == dt.datetime(2020, 6, 11, 16, 0, tzinfo=dt.UTC)  # noon in New York
    assert published(at=now, is_archive=True).ordered_at == UNDATED


def test_a_commentary_of_2018_keeps_its_day_its_wording_and_its_year(desk, now):
    wording = Wording.objects.get()
    wording.in_force_until = dt.date(2019, 1, 1)
    wording.save()
    WordingFactory(disclaimer=wording.disclaimer, text="New words.", in_force_from=dt.date(2019, 1, 1))
    edition = published(at=now, first_published_on=dt.date(2018, 7, 9))
    assert edition.dateline == "July 9, 2018"
    assert edition.printed["wordings"][0]["wording"] == wording.pk
    assert edition.printed["copyright"].startswith("© 2018")
    assert edition.first_published_at == dt.datetime(2018, 7, 9, 16, 0, tzinfo=dt.UTC)
    assert published(at=now).printed["wordings"][0]["text"] == "New words."


def test_the_bio_is_word_for_word_else_from_the_post_held_at_publication(desk, now):
    author = AuthorFactory(display_name="Ida Quay")
    AppointmentFactory(author=author, title="fellow", until_on=dt.date(2020, 1, 1))
    AppointmentFactory(author=author, title="director", from_on=dt.date(2020, 1, 1))
    old = BylineFactory(author=author, article__first_published_on=dt.date(2018, 7, 9)).article
    new = BylineFactory(author=author).article
    written = BylineFactory(author=author, bio="Ida minds\nthe harbour.").article
    bios = [published(article, at=now).printed["bios"] for article in (old, new, written)]
    assert bios == [
        ["Ida Quay is a fellow at the Tidal College (July 9, 2018)."],
        ["Ida Quay is director of the Tidal College."],
        ["Ida minds\nthe harbour."],
    ]


def test_each_role_has_its_line_and_only_authors_count_for_the_wording(desk, now):
    article = ArticleFactory()
    for order, (role, name) in enumerate(
        [("interviewer", "Ann Bay"), ("interviewee", "Bo Cove"), ("translator", "Cy Delta")]
    ):
        Byline.objects.create(article=article, order=order, role=role, name=name)
    edition = published(article, at=now)
    assert lines(edition, "bylines") == ["Interview by Ann Bay", "With Bo Cove", "Translated by Cy Delta"]
    assert edition.printed["names"] == []
    assert edition.printed["wordings"][0]["text"] == "Commentary here speaks for itself, not for Harbour."


def test_a_pinned_disclaimer_prints_in_place_of_the_rules_choice(desk, now):
    other = WordingFactory(text="A fixed text.", disclaimer__institution=desk)
    article = ArticleFactory()
    PinnedWording.objects.create(article=article, wording=other)
    PinnedWording.objects.create(article=article, own_text="And {braces} as they stand.", order=2)
    edition = published(article, at=now)
    assert [row["text"] for row in edition.printed["wordings"]] == [
        "A fixed text.",
        "And {braces} as they stand.",
    ]


def test_a_page_in_german_is_german_down_to_its_joining_words(desk, now):
    HouseStyleFactory(
        institution=desk, language="de", dateline="Erschienen am {date}",
        attribution="Dieser {noun} erschien zuerst in {outlet}.", attribution_noun="Beitrag",
    )  # fmt: skip
    article = ArticleFactory(language="de")
    KindLabel.objects.create(kind=article.kind, language="de", label="Kommentar")
    for n in range(2):
        BylineFactory(article=article, author__display_name=f"Ida Kai {n}")
    AppearanceFactory(
        article=article, outlet=OutletFactory(name="Zeitlupe", article="Die", article_rule="foreign")
    )
    edition = published(article, at=now)
    assert (edition.kicker, edition.byline) == ("Kommentar", "Ida Kai 0 und Ida Kai 1")
    assert lines(edition, "dates")[0] == "Erschienen am 10. März 2026"
    assert lines(edition, "attributions") == ["Dieser Beitrag erschien zuerst in Die Zeitlupe."]
    assert edition.text.configuration == "desk_german"


def test_a_centre_prints_in_its_parents_style_until_it_has_its_own(desk, now):
    centre = InstitutionFactory(parent=desk, name="Harbour Centre")
    article = AppearanceFactory(article__institution=centre).article
    assert text(published(article, at=now).printed["source"]).startswith("Source: ")


def test_endnotes_are_numbered_and_linked_both_ways(desk, now):
    body = '<p>One<span data-footnote="">First</span> two<span data-footnote="">Second</span></p>'
    edition = published(at=now, body=body)
    for n in (1, 2):
        assert f'href="#note-{n}"' in edition.body
        assert f'href="#ref-{n}"' in edition.endnotes
    assert "First" not in edition.body
    assert edition.word_count == 2


def test_search_finds_words_of_headline_dek_and_text(desk, now):
    edition = published(at=now, headline="Anchors", dek="Of chains", body="<p>Rusting quietly</p>")
    for word in ("anchor", "chain", "rust"):
        assert Edition.objects.filter(text__vector=word).get() == edition
