"""Inputs that once failed, where they are at hand, at every door: the command, the upload, a paste in either editor.

Each kind has a fixture of the project's own beside its module; this file tries the inputs themselves.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Article
from articles.models.article import IntakeSource
from intake.drafts.load_knowledge import load_knowledge
from intake.take_file import TakeOptions, take_file
from prose.html.clean import clean_html
from tests.browser.window import MARKS, in_a_window
from tests.desk.pages import ADD
from tests.factories import AuthorFactory
from tests.intake.test_new_from_a_text import PAGE, eve, fields_of, made  # noqa: F401 (fixture)
from tests.prose.forms.editor.hands import body_of, put_on_clipboard

TRIALS = Path(__file__).resolve().parents[3] / "shared" / "trials"
TITLE = "A tax on waiting ships"
FIRST = (
    "<p>Ships that wait pay nothing for the water they lie in. They should, and the harbour would be the better "
    "for it.</p>"
)
LAST = "<p>Nobody has tried it since the old ledgers were lost, and nobody has said why not.</p>"
NORA, COMMONS = ["Nora Quill"], ["The Commons", "https://commons.example/a-tax-on-waiting-ships-288"]
pytestmark = pytest.mark.skipif(not TRIALS.exists(), reason="the inputs are not beside the project")


@dataclass(frozen=True)
class Given:
    """What a trial must give. `pasted` is what it becomes in the body editor; None is not asked for."""

    headline: str = TITLE
    day: str = ""
    people: list[str] = field(default_factory=list)
    bio: str | None = None
    rights: list[str | int] | None = None
    body: str | None = None
    language: str = "en"
    place: list[str] | None = None
    left_out: list[tuple[str, str]] | None = None
    is_live: bool = False
    says: str = ""
    pasted: str = ""


def list_of(*points, inner=""):
    return "<ul>" + "".join(f"<li><p>{point}</p>{inner}</li>" for point in points) + "</ul>"


NETS = list_of("Nets", inner=list_of("Old nets", inner=list_of("Torn nets")))
LINKS = (
    '<p>See <a href="https://old.example/research/report-5">our report</a>, <a href="https://old.example/map.html">the '
    'map</a> and <a href="https://cdn.example/x">a copy</a>; Deutsch.</p>'
)
NOTES = (
    '<p>Ships pay twice<span data-footnote="">Ledger of 1911.</span> and nobody minds<span data-footnote="">Told by '
    "the harbour master.</span>.</p><p>The second paragraph ends it.</p>"
)
DOCS = (
    '<p>There were 10<sup>6</sup> ships, said <em>The Ledger</em>; <a href="https://example.org/a">the count</a> is '
    f"<strong>not</strong> ours.</p>{LAST}"
)
FOUR_LINKS = (
    '<p>See <a href="https://example.org/plain">one</a>, <a href="https://example.org/tip" title="A tooltip">two</a>, '
    '<a href="https://example.org/frag#part2">three</a> and <a href="https://example.org/new">four</a>.</p>'
)
NOTE = '<p>Ships pay twice<span data-footnote="">Ledger of 1911.</span> and nobody minds.</p>'
END = "<p>The second paragraph ends it.</p>"
STANDS_FIRST = "only because it stands first"

EXPECTED = {
    "clipboard-word-second-level-first.html": Given(
        "Before.", body=f"{list_of('Nets')}<p>Between.</p>{list_of('Buoys')}", says=STANDS_FIRST,
        pasted=f"<p>Before.</p>{list_of('Nets')}<p>Between.</p>{list_of('Buoys')}",
    ),
    "clipboard-word-wrapped-style.html": Given("", body=NETS, says="No headline was found.", pasted=NETS),
    "day-with-short-weekday.txt": Given(day="2020-04-09", people=NORA, body=FIRST + LAST, is_live=True),
    "google-docs-download.html": Given(body=DOCS, is_live=True, pasted=f"<h2>{TITLE}</h2>{DOCS}"),
    "headline-breadcrumb.html": Given(
        day="2019-04-28", body=FIRST + LAST, left_out=[("navigation", "Economy Harbours")], is_live=True
    ),
    "headline-menu-words.html": Given(
        day="2021-03-03", body=FIRST + LAST, is_live=True,
        left_out=[("beside the text", "Close"), ("beside the text", "English Deutsch")],
    ),
    "headline-quoted-sentence.txt": Given("", says="No headline was found."),
    "language-italian.txt": Given("Una tassa sulle navi che aspettano", language="it", says=STANDS_FIRST),
    "language-japanese.txt": Given("待つ船への税", language="ja", says=STANDS_FIRST),
    "language-portuguese.txt": Given(
        "Um imposto sobre os navios que esperam", language="pt", people=NORA, is_live=True
    ),
    "markdown-clip.txt": Given(
        day="2025-02-04", people=["Nora Quill", "Ben Ashby"], says="This text was read as Markdown.",
        place=["Night Watch", "https://night.example/107245/tax/"],
        body='<h2>The first ledger</h2><p>Ships that wait pay <em>nothing</em> for the <a href="https://w.example/">'
        "water</a> they lie in. They should, and the harbour would be the better for it."
        '<span data-footnote="">Ledger of 1911.</span></p>',
    ),
    "metadata-names-author-and-day.html": Given(
        day="2019-04-28", people=NORA, body=FIRST + LAST, place=["lantern.example", "https://lantern.example/tax"],
        says="only the page's own metadata says who wrote it", pasted=f"<h2>{TITLE}</h2>{FIRST}{LAST}",
    ),
    "name-and-day-french.txt": Given(
        "Une taxe sur les navires qui attendent", "2009-09-15", NORA, language="fr", is_live=True
    ),
    "notes-libreoffice.html": Given(body=NOTES, is_live=True, pasted=f"<h2>{TITLE}</h2>{NOTES}"),
    "notes-wordpress-plugin.html": Given(body=NOTE + END, is_live=True, pasted=f"<h2>{TITLE}</h2>{NOTE}{END}"),
    "one-broken-byte.txt": Given(people=["Zoë Ångström"], says="is no character of this text"),
    "page-inside-a-form.html": Given(body=FIRST + LAST, is_live=True, pasted=f"<h2>{TITLE}</h2>{FIRST}{LAST}"),
    "relative-links.html": Given(
        body=LINKS + LAST, says="#switch-language leads to a place on the old page only",
        pasted=f"<h2>{TITLE}</h2>{LINKS}{LAST}",
    ),
    "republished-original-link.html": Given(
        people=NORA, bio="Nora Quill, Harbour University", body=FIRST + LAST, place=COMMONS,
        says="names the licence Creative Commons without a version"
    ),
    "rights-with-a-second-sentence.txt": Given(
        people=NORA, body=FIRST + LAST, is_live=True,
        rights=["Lantern Media Group, Inc.", 2015, "Copyright © 2015 Lantern Media Group, Inc. Reproduction of any "
                "part of these pages without written permission is prohibited."],
    ),
    "updated-with-an-hour.txt": Given(day="2020-01-20", people=NORA, body=FIRST + LAST, is_live=True),
    "word-equation.docx": Given(body=f"<p>Dues rose from x=10 to twenty in a year.</p>{LAST}", says=STANDS_FIRST),
    "word-hidden-text.docx": Given(
        body=FIRST + LAST, left_out=[("hidden text", "Ask the lawyer whether we may say this.")], says=STANDS_FIRST
    ),
    "word-link-switches.docx": Given(body=FOUR_LINKS + LAST, says=STANDS_FIRST),
    "word-simple-field.docx": Given(body=f"<p>Table 4 shows the dues of 1911.</p>{LAST}", says=STANDS_FIRST),
}  # fmt: skip
PAGES = {name: given for name, given in EXPECTED.items() if name.endswith(".html")}


def wrong_in(article, given):
    """What a piece has that the trial must not give: {field: value}. None of its links leads to a mere place."""
    report = article.intake_source.report
    day, place = article.first_published_on, article.appearances.first()
    found = {
        "headline": article.headline,
        "day": day.isoformat() if day else "",
        "people": [row.name or str(row.author) for row in article.bylines.all()],
        "bio": " ".join(row.bio for row in article.bylines.all()),
        "rights": [article.copyright_holders, article.copyright_year, article.copyright_line],
        "language": article.language,
        "body": article.body,
        "left_out": [(part["what"], part["text"]) for part in report.get("left_out", [])],
        "place": [place.outlet_name or str(place.outlet), place.url] if place else None,
    }
    assert 'href="#' not in article.body
    assert article.editors_note == ""
    expected = {name: getattr(given, name) for name in found}
    return {name: value for name, value in found.items() if expected[name] not in (None, value)}


def test_every_input_has_an_expectation():
    assert {path.name for path in TRIALS.iterdir()} == {*EXPECTED, "README.md"}


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.parametrize("name", EXPECTED)
def test_the_command_and_the_upload_give_what_the_table_says(name, desk, eve, now):  # noqa: F811
    AuthorFactory(display_name="Nora Quill", sort_name="Quill, Nora", slug="nora-quill")
    given, path = EXPECTED[name], TRIALS / name
    options = TakeOptions(kind=desk.default_kind.code, is_published=True)
    outcome = take_file(path, options, load_knowledge(), clock=lambda: now)
    assert outcome.status == "created"
    article = Article.objects.get()
    assert wrong_in(article, given) == {}
    assert article.editions.exists() == given.is_live
    assert given.says in " ".join(outcome.warnings)
    posts = [{"text": "", "file": SimpleUploadedFile(name, path.read_bytes())}]
    if name in PAGES:  # as a paste in the editor is sent
        posts.append({"text": "<p>x</p>", "clipboard": path.read_text()})
    for post in posts:
        IntakeSource.objects.all().delete()
        answer = eve.post(PAGE, post)
        assert given.says in answer.content.decode().replace("&#x27;", "'")
        assert wrong_in(made(eve, answer), given) == {}


def paste_from_the_clipboard(page, name):
    page.locator(".ProseMirror").first.focus()
    put_on_clipboard(page, (TRIALS / name).read_text())
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+v")


class TestInABrowser:
    pytestmark = MARKS

    def test_a_paste_in_the_body_gives_what_the_table_says(self, live_server, editor):
        bodies = {}

        def steps(window):
            window.log_in("eve")
            window.open(ADD)
            window.wait_for_editors()
            for name, given in PAGES.items():
                if given.pasted:
                    paste_from_the_clipboard(window.page, name)
                    bodies[name] = clean_html(body_of(window.page))
                    assert given.says in window.page.inner_text(".prose-report") or "#" not in given.says

        assert in_a_window(live_server.url, steps).complaints == []
        assert bodies == {name: given.pasted for name, given in PAGES.items() if given.pasted}

    def test_a_paste_in_new_from_a_text_sends_the_clipboard_as_it_is(self, live_server, editor):
        def steps(window):
            window.log_in("eve")
            window.open(PAGE)
            window.wait_for_editors()
            for name in ("clipboard-word-wrapped-style.html", "relative-links.html"):
                paste_from_the_clipboard(window.page, name)
                source = (TRIALS / name).read_text()
                assert window.page.input_value("[name=clipboard]") == source, name
            window.page.keyboard.type("!")
            assert window.page.input_value("[name=clipboard]") == ""
            paste_from_the_clipboard(window.page, "headline-menu-words.html")
            window.page.click("text=Read it")
            assert window.page.input_value("[name=piece-headline]") == TITLE

        assert in_a_window(live_server.url, steps).complaints == []
