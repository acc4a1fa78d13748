"""The generated desk of the benchmark has the rows that the acts create, and a database of its own."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client

from articles.indexing import reindex
from articles.models import DeskState, Edition, EditionText, LedgerEntry, Revision
from articles.press.proof import make_proof
from articles.snapshot import compose, content_hash
from prose.html.clean import clean_html
from prose.html.text import word_count
from tests.conftest import NOW
from tests.kept import kept
from thinktank.bench import database, illustrated
from thinktank.bench.cast import AUTHORS, OUTLETS, TOPICS, cast
from thinktank.bench.load import Figures, _with_threads
from thinktank.bench.pieces import fill
from thinktank.bench.reissuing import reissue_all
from thinktank.bench.texts import Writer
from thinktank.management.commands.bench import _as_json, _table

pytestmark = pytest.mark.long
PIECES = 16
WORDS = [field.name for field in EditionText._meta.fields[1:]]


@kept
def generated_desk():
    bench_cast = cast(Writer(seed=0), lambda: NOW)
    fill(bench_cast, Writer(seed=1), PIECES, clock=lambda: NOW, progress=lambda done: None)
    return bench_cast


def test_a_generated_text_is_about_nine_hundred_words_in_the_form_that_cleaning_leaves():
    writer = Writer(seed=5)
    for _ in range(20):
        text = writer.text()
        assert 850 <= word_count(text.body) <= 1000
        assert clean_html(text.body) == text.body


def test_the_same_seed_writes_the_same():
    assert [Writer(seed=3).text() for _ in range(3)] == [Writer(seed=3).text() for _ in range(3)]
    assert Writer(seed=3).text() != Writer(seed=4).text()


def test_a_generated_piece_is_what_the_acts_would_have_made(generated_desk):
    """Every revision is what composing its manuscript gives, every edition what the press prints of it."""
    columns = [field.name for field in Edition._meta.concrete_fields]
    printed = [name for name in columns[columns.index("language") :] if name != "house"]
    relations = set()
    for edition in Edition.objects.select_related("revision", "article"):
        content = compose(edition.article)
        assert edition.revision.content == content
        assert edition.revision.content_hash == content_hash(content)
        sheet = make_proof(
            edition.revision, at=edition.live_from - dt.timedelta(seconds=1), live_from=edition.live_from
        )
        again = Edition.objects.model(**{name: getattr(sheet.edition, name) for name in printed})
        assert _as_stored(again, printed) == _as_stored(edition, printed)
        before = _as_stored(edition.text, WORDS)
        reindex(edition)
        assert _as_stored(EditionText.objects.get(edition=edition), WORDS) == before
        assert list(edition.bylines.values_list("author", flat=True)) == [
            row["author_id"] for row in content["bylines"]
        ]
        assert edition.topic_uses.count() == len(content["topics"]) == 5
        assert edition.outlets.count() == len(content["appearances"])
        relations.add(len(content["appearances"]))
    assert relations == {0, 1}


def _as_stored(edition, names):
    def plain(value):
        if isinstance(value, dict):
            return {str(key): plain(member) for key, member in value.items()}
        if isinstance(value, list | tuple):
            return [plain(item) for item in value]
        return value.isoformat() if type(value) is dt.date else value

    return {name: plain(getattr(edition, name)) for name in names}


def test_every_generated_piece_has_its_record(generated_desk):
    assert Edition.objects.listed(NOW).count() == PIECES
    assert Revision.objects.count() == DeskState.objects.count() == PIECES + 1
    assert LedgerEntry.objects.count() == 2 * PIECES + 1
    first = Edition.objects.first()
    assert first.entry.act == "publish"
    assert first.entry.revision == first.revision
    assert first.uuid == first.article.uuid


def test_a_desk_is_filled_up_from_where_it_was_left(generated_desk):
    seen = []
    fill(
        cast(Writer(seed=0), lambda: NOW),
        Writer(seed=41),
        PIECES + 5,
        clock=lambda: NOW,
        progress=seen.append,
    )
    assert seen == [PIECES + 5]
    assert Edition.objects.count() == PIECES + 5
    assert (len(generated_desk.authors), len(generated_desk.outlets), len(generated_desk.topics)) == (
        AUTHORS, OUTLETS, TOPICS,
    )  # fmt: skip


@pytest.mark.django_db
def test_the_bench_refuses_to_tidy_any_database_but_its_own():
    with pytest.raises(AssertionError):
        database.tidy()
    assert not connection.settings_dict["NAME"].startswith(database.PREFIX)


def test_figures_are_given_in_relation_to_bare_django_and_to_the_processors_time():
    bare = Figures(requests=4000, per_second=2000, p50_ms=1, p99_ms=2, failed=0)
    row = _as_json(Figures(requests=1001, per_second=500.4, p50_ms=4.001, p99_ms=8, failed=3), bare, 2.002)
    assert row == {
        "per_second": 500, "bare_per_second": 2000, "of_bare": 0.25, "processor_ms": 2.0, "p50_ms": 4.0,
        "p99_ms": 8, "failed": 3,
    }  # fmt: skip
    table = _table({"cores": 2, "client": "wrk", "desks": [
        {"pieces": 40, "pages": {"article": row}, "memory_mb": 140.1, "first_page_after_s": 0.7, "desk_pages": {
            "My desk": {"ms": 30, "processor_ms": 25, "queries": 19, "failed": 0},
        }}
    ], "pictures": {
        "queries": 1, "bytes_a_figure": 1500, "list_queries": 2, "plain_list_queries": 2, "card_ms": 60,
        "pages": {"share card": row},
    }, "uploads": {"seconds": 0.8, "more_mb": 97, "at_once_seconds": 12, "at_once_mb": 500, "failed": 0}, "typing": {
        "editors": 20, "kept": 80, "p50_ms": 12, "p95_ms": 20, "alone_ms": 9, "processor_ms": 8, "failed": 0,
    }, "form": {
        "versions": 200, "ms": 150, "processor_ms": 120, "of_once": 1.01, "queries": 23, "failed": 0,
    }, "word_file": {"seconds": 1.2, "processor_s": 0.4, "failed": 0}})  # fmt: skip
    assert "500     25.0%      2.00" in table[3]
    assert "My desk             30 ms, 25 ms of processor time, 19 queries, 0 failed" in table[4]
    assert "500     25.0%      2.00" in table[8]
    assert "1 queries (promised 4), 1500 bytes a figure (promised 2000)" in table[-6]
    assert "0.8 s (promised 1.5), 97 MB more (promised 150)" in table[-5]
    assert "12 s, 500 MB in all (promised 600), 0 failed" in table[-4]
    assert (
        "200 versions: 150 ms (promised 400), 120 ms of processor time, 1.01 times that of one" in table[-3]
    )
    assert "a draft in 1.2 s (promised 3)" in table[-2]
    assert "kept in 12 ms, p95 20 ms, alone 9 ms; 8 ms of processor time (promised 50)" in table[-1]


def test_the_client_without_wrk_counts_answers_and_failures(live_server):
    figures = _with_threads(live_server.url, ["/healthz", "/no-such-page"], 0.5)
    assert figures.requests > figures.failed > 0
    assert figures.p99_ms >= figures.p50_ms > 0


def test_pictures_cost_a_page_no_query_more_than_promised_and_few_bytes(generated_desk, clock, monkeypatch):
    clock(NOW)
    monkeypatch.setattr(illustrated, "IN_A_LIST", 2)
    figures = illustrated.illustrate(generated_desk, lambda: NOW)
    assert figures["queries"] <= illustrated.PROMISED_QUERIES
    assert 500 < figures["bytes_a_figure"] <= illustrated.PROMISED_BYTES
    assert figures["list_queries"] == figures["plain_list_queries"]
    for path in figures["paths"].values():
        assert Client().get(path).status_code == 200


def test_every_page_of_the_generated_desk_is_printed_again_and_timed(generated_desk):
    seen = []
    figures = reissue_all(clock=lambda: NOW + dt.timedelta(minutes=1), progress=seen.append)
    assert (figures["pages"], seen[-1], figures["promised_s"]) == (PIECES, PIECES, 300)
    assert figures["for_10000_s"] == pytest.approx(figures["seconds"] * 10_000 / PIECES, rel=0.2, abs=20)
    assert (
        Edition.objects.listed(NOW + dt.timedelta(minutes=2)).filter(byline__contains="PhD").count() == PIECES
    )
