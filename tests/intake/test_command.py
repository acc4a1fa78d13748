"""`manage.py intake`: what it prints, what it makes, what it never touches."""

import datetime as dt
import io
import json
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from articles import acts
from articles.models.article import Article, IntakeSource
from articles.models.edition import Edition
from articles.models.revision import Revision
from authors.models import Author
from intake.recognition.source import UNEXPECTED, recognise_file
from intake.sources.read import read_file
from intake.take_file import IN_TRASH
from outlets.models import Outlet
from pictures.models import Picture
from prose.html.figures import figures_in
from tests.factories import AuthorFactory, OutletFactory, published
from tests.intake import word_files
from tests.intake.harbour import BODY, page
from tests.pictures.conftest import read
from tests.pictures.files.photos import drawing, file_of

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def today(desk, monkeypatch, now):
    """A desk whose command reads the tests' clock."""
    monkeypatch.setattr("intake.management.commands.intake.timezone.now", lambda: now)
    return desk


def run(*arguments):
    """The objects printed, and the exit status."""
    out = io.StringIO()
    try:
        call_command("intake", *map(str, arguments), stdout=out)
        status = 0
    except SystemExit as end:
        status = end.code
    return [json.loads(line) for line in out.getvalue().splitlines()], status


@pytest.fixture
def file(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.long
def test_a_text_that_takes_long_to_read_is_recorded_for_the_instant_after_it(file, monkeypatch, now):
    order = []

    def slowly(*arguments, **options):
        order.append("read")
        return recognise_file(*arguments, **options)

    def clock():
        order.append("clock")
        return now

    monkeypatch.setattr("intake.take_file.recognise_file", slowly)
    monkeypatch.setattr("intake.management.commands.intake.timezone.now", clock)
    run(file("a.txt", page("Who Pays?", "By Ida Quay", *BODY)))
    assert order[:2] == ["read", "clock"]


def test_a_text_becomes_a_draft_with_its_facts(file):
    outlet = OutletFactory(name="Lantern")
    author = AuthorFactory(display_name="Ida Quay")
    path = file(
        "a.txt",
        page("Who Pays?", "published by Lantern on June 11, 2020", "By Ida Quay and Mats Holm", *BODY),
    )
    (taken,), status = run(path)
    assert (status, taken["status"], taken["file"]) == (0, "created", str(path))
    article = Article.objects.get(uuid=taken["uuid"])
    assert taken["url"].endswith(f"/admin/articles/article/{article.pk}/change/")
    assert [(row.author, row.name) for row in article.bylines.all()] == [(author, ""), (None, "Mats Holm")]
    (ran,) = article.appearances.all()
    assert (ran.outlet, ran.published_on) == (outlet, dt.date(2020, 6, 11))
    assert article.first_published_on is None
    assert article.body.count("<p>") == len(BODY)
    assert Revision.objects.get(article=article).number == 1
    assert not Edition.objects.exists()
    assert taken["recognised"]["bylines"][0]["evidence"] == [{"line": 5, "text": "By Ida Quay and Mats Holm"}]
    assert any("Mats Holm" in warning for warning in taken["warnings"])


def test_nothing_is_created_unasked(file):
    run(file("a.txt", page("Who Pays?", "published by Gull Gazette on June 11, 2020", "By Mats Holm", *BODY)))
    assert not Author.objects.exists()
    assert not Outlet.objects.exists()
    assert Article.objects.get().appearances.get().outlet_name == "Gull Gazette"


def test_the_same_file_again_changes_nothing_even_after_an_edit(file):
    path = file("a.txt", page("Who Pays?", *BODY))
    (first,), _ = run(path)
    Article.objects.update(headline="Edited", body="<p>Edited</p>")
    (again,), status = run(path, "--publish")
    assert (again["status"], again["uuid"], status) == ("unchanged", first["uuid"], 0)
    assert Article.objects.get().headline == "Edited"
    assert Revision.objects.count() == 1
    assert not Edition.objects.exists()


def test_a_file_whose_piece_is_in_the_trash_is_unchanged_and_says_where_it_is(file, now):
    path = file("a.txt", page("Who Pays?", *BODY))
    run(path)
    acts.spike(Article.objects.get(), by=None, at=now)
    (again,), _ = run(path)
    assert (again["status"], again["warnings"]) == ("unchanged", [IN_TRASH])
    (alike,), _ = run(file("b.txt", page("Who Pays?", *BODY, "One more.")))
    assert not [warning for warning in alike["warnings"] if "looks like" in warning]


def test_published_pieces_keep_their_own_day_and_the_archive_makes_none_up(file, now):
    paths = [
        file("a.txt", page("Who Pays?", "July 9, 2018", *BODY)),
        file("b.txt", page("Who Waits?", "By Ida Quay", *BODY)),
    ]
    taken, _ = run("--archive", "--publish", *paths)
    days = {edition.headline: edition.first_published_on for edition in Edition.objects.live(now)}
    assert days == {"Who Pays?": dt.date(2018, 7, 9), "Who Waits?": None}
    assert [one["url"].split("/articles/")[1] for one in taken] == ["who-pays/", "who-waits/"]
    run("--publish", file("c.txt", page("Who Sails?", "By Ida Quay", *BODY)))
    assert Edition.objects.get(headline="Who Sails?").first_published_on == dt.date(2026, 3, 10)


def test_a_batch_goes_on_after_what_it_refuses_and_says_so_in_its_status(file):
    paths = [
        file("empty.txt", b""),
        file("binary.txt", bytes(1000)),
        file("broken.docx", b"PK\x03\x04"),
        file("picture.png", b"\x89PNG"),
        file("good.txt", page("Who Pays?", *BODY)),
    ]
    taken, status = run(*paths, file("x", b"").parent / "missing.txt")
    assert [one["status"] for one in taken] == [*["refused"] * 4, "created", "refused"]
    assert status == 1
    for one in taken:
        if one["status"] == "refused":
            assert one["uuid"] is one["url"] is None
            assert one["warnings"][0].endswith(".")
    assert Article.objects.count() == 1


def test_one_odd_file_is_one_refused_line_and_the_next_file_is_taken(file, monkeypatch, caplog):
    def broken(name, content, **options):
        if name == "odd.txt":
            raise AttributeError("'NoneType' object has no attribute 'replace'")
        return read_file(name, content, **options)

    monkeypatch.setattr("intake.recognition.source.read_file", broken)
    odd, good = file("odd.txt", page("Who Waits?", *BODY)), file("good.txt", page("Who Pays?", *BODY))
    taken, status = run(odd, good)
    assert [(one["status"], status) for one in taken] == [("refused", 1), ("created", 1)]
    assert taken[0]["warnings"] == [UNEXPECTED]
    assert "odd.txt" in caplog.text
    assert "'NoneType' object" in caplog.text


def test_one_text_that_no_record_can_hold_is_one_refused_line(file, monkeypatch, caplog):
    monkeypatch.setattr("intake.take_file.new_piece", lambda *_, **__: 1 / 0)
    taken, status = run(file("odd.txt", page("Who Waits?", *BODY)))
    assert [(one["status"], status) for one in taken] == [("refused", 1)]
    assert taken[0]["warnings"][0].endswith(".")
    assert "ZeroDivisionError" in caplog.text


def test_a_piece_with_a_doubt_stays_a_draft_even_under_publish(file, monkeypatch):
    def doubtful(name, content, **options):
        return replace(read_file(name, content, **options), doubts=("The last page is missing.",))

    monkeypatch.setattr("intake.recognition.source.read_file", doubtful)
    (taken,), _ = run("--publish", file("a.txt", page("Who Pays?", *BODY)))
    assert "The last page is missing." in taken["warnings"]
    assert any("left as a draft" in warning for warning in taken["warnings"])
    assert not Edition.objects.exists()


@pytest.mark.parametrize(
    "last",
    [
        "The Tidal College does not take institutional positions.",
        "This article may be republished with a link to it.",
    ],
)
def test_what_another_house_says_of_itself_is_not_published_without_a_look(file, last):
    (taken,), _ = run("--publish", file("a.txt", page("Who Pays?", "By Ida Quay", *BODY, last)))
    assert not Edition.objects.exists()
    assert any("stays in the text" in warning for warning in taken["warnings"])


def test_a_piece_the_desk_may_have_is_pointed_out_and_not_published_again(file, now):
    published(at=now, headline="Who Pays for “It”?", slug="who-pays")
    (taken,), status = run("--publish", file("a.txt", page('Who pays for "it"', *BODY)))
    assert status == 0
    assert any("looks like" in warning and "/articles/who-pays/" in warning for warning in taken["warnings"])
    assert Edition.objects.count() == 1
    assert Article.objects.count() == 2


def test_what_publishing_would_refuse_stays_a_draft_and_says_why(file):
    (taken,), status = run("--publish", file("a.html", f"<table><tr><td>{BODY[1]}</td></tr></table>"))
    assert (taken["status"], status) == ("created", 0)
    assert any("no headline" in warning for warning in taken["warnings"])
    assert not Edition.objects.exists()


def test_codes_and_accounts_that_do_not_exist_stop_it_before_it_begins(file):
    path = file("a.txt", page("Who Pays?", *BODY))
    for option in ("--institution=nowhere", "--kind=nothing", "--by=nobody"):
        with pytest.raises(CommandError, match=option.split("=")[1]):
            run(path, option)
    assert not Article.objects.exists()


def test_it_acts_as_the_person_named_and_within_their_rights(file, author_user, editor):
    path = file("a.txt", page("Who Pays?", "By Ida Quay", *BODY))
    (taken,), status = run("--publish", "--by", author_user.username, path)
    assert (taken["status"], status) == ("refused", 1)
    assert not Article.objects.exists()
    run("--by", editor.username, path)
    assert Revision.objects.get().saved_by == editor


def test_a_text_and_a_word_file_of_it_give_the_same_records(file):
    text = page("Who Pays?", "published by\nGull Gazette\non June 11, 2020", *BODY, "Ida Quay is a captain.")
    AuthorFactory(display_name="Ida Quay")
    (one, other), _ = run(file("a.txt", text), file("a.docx", word_files.word_file_of(text)))
    assert one["recognised"] == other["recognised"]
    hashes = [revision.content_hash for revision in Revision.objects.order_by("id")]
    assert hashes[0] == hashes[1]


def test_an_outlets_own_site_is_no_address_of_the_piece(file):
    OutletFactory(name="Lantern")
    body = "".join(f"<p>{text}</p>" for text in BODY)
    line = '<p>This article was originally published in the <a href="{}">Lantern</a>.</p>'
    run(file("a.html", "<h1>Who Pays?</h1>" + body + line.format("https://lantern.example/")))
    run(file("b.html", "<h1>Who Waits?</h1>" + body + line.format("https://lantern.example/2020/who-waits")))
    urls = [article.appearances.get().url for article in Article.objects.order_by("id")]
    assert urls == ["", "https://lantern.example/2020/who-waits"]


def test_the_source_is_kept_with_what_was_recognised(file):
    run(file("a.txt", page("Who Pays?", *BODY)))
    source = IntakeSource.objects.get()
    assert source.file_name == "a.txt"
    assert source.report["headline"]["value"] == "Who Pays?"


def test_a_text_that_says_neither_publisher_nor_kind_is_refused(file, desk):
    type(desk).objects.update(default_kind=None)
    (taken,), status = run(file("a.txt", page("Who Pays?", *BODY)))
    assert (taken["status"], status) == ("refused", 1)
    assert "content type" in taken["warnings"][0]


def test_pictures_come_along_with_an_account_and_keep_a_piece_from_being_published(file, editor, monkeypatch):
    monkeypatch.setattr("intake.drafts.pictures.read_upload", read)
    body = [*map(word_files.paragraph, ("Who Pays?", "By Ida Quay", *BODY))]
    body.insert(3, word_files.paragraph(inner=word_files.picture("quay.jpg", says="Two cranes at a quay")))
    path = file("a.docx", word_files.word_file("".join(body), pictures={"quay.jpg": file_of(drawing())}))
    ((refused,), status) = run(path, "--publish")
    assert (refused["status"], status) == ("refused", 1)
    assert "name the account with --by" in refused["warnings"][0]
    ((taken,), status) = run(path, "--publish", "--by", "eve")
    assert (taken["status"], status) == ("created", 0)
    assert taken["recognised"]["pictures"] == [
        {"file_name": "quay.jpg", "alt": "Two cranes at a quay", "beside": BODY[0]}
    ]
    said = " ".join(taken["warnings"])
    assert "The picture “Two cranes at a quay” has no credit, no permission on record" in said
    assert "It was left as a draft, because its pictures have no permission on record yet." in said
    (figure,) = figures_in(Article.objects.get().body)
    assert (figure.uuid, figure.alt) == (str(Picture.objects.get().uuid), "Two cranes at a quay")
