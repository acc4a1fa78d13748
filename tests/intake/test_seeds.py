"""Three real texts, where they are at hand: each as a text and as a Word file."""

import datetime as dt
import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from prose import printed_line
from tests.conftest import NOW
from tests.intake.word_files import paragraph, word_file

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.long,
    pytest.mark.skipif(
        not (SEEDS / "desk.toml").exists(), reason="the real texts are not beside the project"
    ),
]


def as_lines(text):
    """One Word paragraph a line."""
    return word_file("".join(paragraph(line) for line in text.split("\n")))


def as_blocks(text):
    """One Word paragraph for what empty lines part, line breaks inside."""
    return word_file("".join(paragraph(block.strip("\n")) for block in text.split("\n\n") if block.strip()))


def as_is(text):
    return text.encode()


@pytest.fixture(
    scope="module", params=[as_is, as_lines, as_blocks], ids=["text", "Word by lines", "Word by blocks"]
)
def loaded(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """Taken in once for the tests of this file, and rolled back after them: each test stands on a savepoint."""
    folder = tmp_path_factory.mktemp("texts")
    paths = []
    for source in sorted(SEEDS.glob("*.txt")):
        path = folder / source.with_suffix(".txt" if request.param is as_is else ".docx").name
        path.write_bytes(request.param(source.read_text()))
        paths.append(str(path))

    def run():
        out = io.StringIO()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("intake.management.commands.intake.timezone.now", lambda: NOW)
            call_command("intake", "--archive", "--publish", *paths, stdout=out)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('desk.now', %s, true)", [NOW.isoformat()])
        call_command("setup_desk", str(SEEDS / "desk.toml"), stdout=io.StringIO())
        yield run(), run
        transaction.set_rollback(True)


@pytest.fixture
def taken(loaded, clock):
    return loaded


def pages(now):
    return list(Edition.objects.live(now).order_by("article_id"))


def shown(edition):
    """What stands around the text, top to bottom."""
    printed = edition.printed
    around = [edition.kicker, edition.byline, edition.dateline, printed_line.text(printed["source"])]
    return [
        *around,
        [printed_line.text(line) for line in printed["attributions"]],
        len(printed["bios"]),
        printed["copyright"],
    ]


def test_every_page_shows_exactly_what_its_text_says(taken, now):
    first, second, third = pages(now)
    assert shown(first) == [
        "in the media", "", "published by Hill on June 11, 2020", "Source: Hill",
        ["This article was originally published in the Hill."], 0, "",
    ]  # fmt: skip
    assert shown(second)[:6] == ["Commentary", "Robert R. King", "July 9, 2018", "", [], 1]
    assert shown(second)[6].startswith("© 2018 by the ")
    assert shown(third) == ["in the media", "", "Published on March 1, 2019", "", [], 0, ""]
    assert [page.body.count("<p>") for page in (first, second, third)] == [11, 18, 7]
    assert [len(page.printed["wordings"]) for page in (first, second, third)] == [1, 1, 1]
    assert [bool(page.dek) for page in (first, second, third)] == [True, False, True]
    assert "the U.S. president" in first.dek
    assert "the American president" in first.body.split("</p>")[0]
    assert second.body.startswith("<p>It is almost a month")
    assert second.printed["wordings"][0]["text"].startswith("Commentary ")
    assert second.printed["bios"][0].startswith("Ambassador ")
    assert second.printed["bios"][0].endswith(" these issues.")
    assert first.printed["attributions"][0][-2]["href"] == "/outlets/hill/"


def test_words_come_through_unchanged(taken, now):
    for source, page in zip(sorted(SEEDS.glob("*.txt")), pages(now), strict=True):
        words = " ".join(source.read_text().split())
        for paragraph_ in page.body.replace("</p>", "").split("<p>")[1:]:
            text = paragraph_.strip().replace("&amp;", "&").replace("&nbsp;", " ").replace("\xa0", " ")
            assert " ".join(text.split()) in words.replace("\xa0", " ")
        for text in page.printed["bios"] + [wording["text"] for wording in page.printed["wordings"]]:
            assert text in words


def test_the_report_says_how_sure_it_is(taken):
    (first, second, third), _ = taken
    assert [one["status"] for one in (first, second, third)] == ["created"] * 3
    assert second["recognised"]["kind"]["certainty"] == "derived"
    assert second["recognised"]["bylines"][0]["certainty"] == "derived"
    assert third["recognised"]["published_on"]["certainty"] == "assumed"
    assert first["recognised"]["appearances"][0]["value"]["date"] == "2020-06-11"
    assert "published_on" not in first["recognised"]
    assert "appearances" not in second["recognised"]
    assert "appearances" not in third["recognised"]


def test_dates_are_ours_or_the_outlets_and_nobody_elses(taken, now):
    days = [page.first_published_on for page in pages(now)]
    assert days == [None, dt.date(2018, 7, 9), dt.date(2019, 3, 1)]


def test_the_house_says_what_the_texts_say_so_no_piece_needs_words_of_its_own(taken):
    for article in Article.objects.all():
        assert (article.attribution_override, article.copyright_line) == ("", "")
        assert (article.copyright_basis, article.copyright_year) == ("house", None)


def test_a_second_run_changes_nothing(taken, now):
    _, run = taken
    assert [one["status"] for one in run()] == ["unchanged"] * 3
    assert Revision.objects.count() == 3
    assert Edition.objects.count() == 3
