"""A sentinel word in every field of a piece is found exactly where its rights allow it, on every public surface."""

import datetime as dt
import re

import pytest
from django.test import Client

from articles.models import Article
from disclaimers.models import Institution
from pictures.models import Picture, StoredFile
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DocumentFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    published,
    say,
)
from tests.public_addresses import everything

LISTS = {"list", "author", "outlet", "topic"}
BESIDE = {"page", "feed", "copy"}
"""Where a piece is read: its page with its head, its item in every feed, the copy others may take."""

SAID = {
    **dict.fromkeys(("headline", "dek"), BESIDE | LISTS),
    **dict.fromkeys(("kind", "series", "region"), {"page", "feed"} | LISTS),
    **dict.fromkeys(("suffix", "courtesy", "rank", "native"), BESIDE | LISTS),
    "author": {"house"} | BESIDE | LISTS,
    **dict.fromkeys(("translator", "outlet"), BESIDE | LISTS),
    **dict.fromkeys(("opening", "rest", "faraway", "footnote"), BESIDE),
    **dict.fromkeys(
        ("introduction", "edited", "bio", "disclaimer", "copyright", "licence", "exceptions"), BESIDE
    ),
    **dict.fromkeys(("funding", "tool", "task", "checker"), BESIDE),
    **dict.fromkeys(("there", "address", "section", "issue", "leaf", "gloss", "descriptor"), BESIDE),
    **dict.fromkeys(("credit", "grantor"), BESIDE),
    **dict.fromkeys(("lead seen", "lead credit"), BESIDE | LISTS),
    **dict.fromkeys(("lead caption", "figure seen", "figure caption", "figure credit"), BESIDE),
    **dict.fromkeys(("annex", "annex credit"), BESIDE),
    "enclosed": {"enclosed"},
    "lead file": {"file"},
    "figure file": {"file"},
    "terms": {"copy"},
    "topic": {"page", "feed", "topic", "house"},
    "biography": {"author"},
    **{field: set() for field in ("evidence", "scope", "agreed")},
}
"""Each field's word, and where it stands when the full text may be shown."""

PICTURES = {
    f"{place} {part}" for place in ("lead", "figure") for part in ("seen", "caption", "credit", "file")
}
TEXT = {
    "full": {"opening", "rest", "faraway", "footnote"} | PICTURES | {"annex", "annex credit", "enclosed"},
    "excerpt": {"opening"}, "link": set(),
}  # fmt: skip
"""The words of the text itself, of its pictures and of its files, that each mode lets out."""


def word(field: str) -> str:
    return f"zq{field.replace(' ', '')}zq"


def piece(**terms: object) -> Article:
    """A reprint with another word in each field that an editor can write to, and a permission with these terms."""
    article = ArticleFactory(
        slug="swept", headline=word("headline"), dek=word("dek"), series=word("series"), region=word("region"),
        body=f"<p>{word('opening')} two three four five.</p><p>{word('rest')}<span data-footnote>{word('footnote')}"
        f"</span> <a href='https://{word('faraway')}.example/' title='{word('faraway')}'>six</a></p>"
        f'<figure data-picture="{picture("figure").uuid}"><img alt="{word("figure seen")}">'
        f"<figcaption>{word('figure caption')}</figcaption></figure>",
        lead_picture=picture("lead"), lead_alt=word("lead seen"), lead_caption=word("lead caption"),
        editors_note=word("introduction"), editing_note=word("edited"), copyright_line=word("copyright"),
        licence=LicenceFactory(name=word("licence")), licence_exceptions=word("exceptions"),
        kind=KindFactory(code="swept", label=word("kind")), topics=[word("topic")],
    )  # fmt: skip
    author = AuthorFactory(
        display_name=word("author"), suffix=word("suffix"), courtesy=word("courtesy"), rank=word("rank"),
        native_name=word("native"), biography=word("biography"), slug="swept",
    )  # fmt: skip
    BylineFactory(article=article, author=author, bio=word("bio"))
    BylineFactory(article=article, author=None, name=word("translator"), role="translator")
    outlet = OutletFactory(
        name=word("outlet"),
        slug="swept",
        gloss=word("gloss"),
        descriptor=word("descriptor"),
        terms=word("agreed"),
    )
    granted = {
        "credit": word("credit"), "granted_by": word("grantor"), "evidence": word("evidence"), "scope": word("scope"),
        "may_be_passed_on": True,
    }  # fmt: skip
    AppearanceFactory(
        article=article, outlet=outlet, headline=word("there"), url=f"https://x.example/{word('address')}",
        section=word("section"), issue=word("issue"), page=word("leaf"), rights=granted | terms,
    )  # fmt: skip
    article.disclosures.create(subject="funding", text=word("funding"))
    article.disclosures.create(subject="ai", tool=word("tool"), task=word("task"), checked_by=word("checker"))
    article.pinned_wordings.create(own_text=word("disclaimer"))
    enclosed = {"content": word("enclosed").encode(), "size": len(word("enclosed"))}
    annex = DocumentFactory(
        title=word("annex"), credit=word("annex credit"), file=enclosed, cleared={"may_be_passed_on": True}
    )
    article.attachments.create(document=annex)
    return article


def picture(place: str) -> Picture:
    """A picture that others may have, with words in its credit and its file."""
    made = PictureFactory(credit=word(f"{place} credit"), cleared={"may_be_passed_on": True})
    content = word(f"{place} file").encode()
    StoredFile.objects.exclude(content=None).filter(file__picture=made).update(
        content=content, size=len(content)
    )
    return made


RSS = re.compile(r"/((authors|outlets|topics)/[^/]+/)?feed\.rss")
"""Addresses of the feeds that have the piece; the corrections have it not, because it has no notice."""


def kind_of(address: str) -> str:
    address = address.removeprefix("/en")
    if address.startswith(
        "/houses/"
    ):  # the page about it; the others of the first house lead to the site's own
        return "house"
    if RSS.fullmatch(address):
        return "feed"
    if address.endswith("/republish/"):
        return "copy"
    names = {
        "": "list",
        "pictures": "file",
        "files": "enclosed",
        "articles": "page",
        "authors": "author",
        "outlets": "outlet",
        "topics": "topic",
        "kinds": "list",
        "sitemap-topics.xml": "topic",
        "archive": "list",
        "series": "list",
        "sitemap-series.xml": "list",
    }
    return names.get(address.strip("/").partition("/")[0], address)


def found(client: Client) -> dict[str, set[str]]:
    """Where each field's word stands; what one feed says all four say."""
    answers = everything(client)
    where = {field: {address for address, said in answers.items() if word(field) in said} for field in SAID}
    feeds = set(filter(RSS.fullmatch, answers))
    assert len(feeds) == 4
    others = {address for address in answers if re.search("/feed[.-]|^(/en)?/feeds", address)} - feeds
    for field, addresses in where.items():
        assert addresses & feeds in (set(), feeds) or field == "topic", field
        assert not addresses & others or addresses & feeds, field  # no format, archive or list says more
    return {field: {kind_of(address) for address in addresses - others} for field, addresses in where.items()}


@pytest.fixture
def reader(desk, client, monkeypatch):
    """A reader of a house that prints all it can."""
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    Institution.objects.update(offers_republication=True, republication_terms=word("terms"))
    say("By permission of {grantor}.", at="permission_line")
    say("{kind}[ {series}][ {region}]", at="kicker")
    say("[{courtesy} ][{rank} ]{name}[, {suffix}][ ({native_name})]", at="byline_name")
    return client


def expected(mode: str, *, shown: set[str]) -> dict[str, set[str]]:
    """What the table says, as a mode lets it out: only a full text may be taken over by others."""
    hidden = TEXT["full"] - shown
    where = {field: set() if field in hidden else set(kinds) for field, kinds in SAID.items()}
    if mode != "full":
        where = {field: kinds - {"copy"} for field, kinds in where.items()}
    return where


MODES = [("full", None), ("excerpt", 3), ("link", None)]


@pytest.mark.parametrize(("mode", "words"), MODES)
def test_every_word_of_a_piece_is_found_exactly_where_its_rights_allow_it(reader, mode, words):
    published(piece(mode=mode, excerpt_words=words), at=NOW)
    assert found(reader) == expected(mode, shown=TEXT[mode])


@pytest.mark.parametrize(("mode", "words"), MODES)
def test_without_a_dek_the_beginning_stands_in_for_it_as_far_as_it_may_be_shown(reader, mode, words):
    article = piece(mode=mode, excerpt_words=words)
    article.dek = ""
    article.save()
    published(article, at=NOW)
    assert found(reader) == expected(mode, shown=TEXT[mode]) | {"dek": set()}


def test_a_permission_that_ends_takes_its_text_from_every_surface_at_midnight(reader, monkeypatch):
    published(piece(valid_until=dt.date(2026, 4, 1)), at=NOW)
    midnight = dt.datetime(2026, 4, 1, 4, tzinfo=dt.UTC)  # in New York
    monkeypatch.setattr("reading.public_view.now", lambda: midnight - dt.timedelta(microseconds=1))
    assert found(reader) == expected("full", shown=TEXT["full"])
    monkeypatch.setattr("reading.public_view.now", lambda: midnight)
    after = expected("link", shown=set())
    assert found(reader) == after | {"credit": set(), "grantor": set()}
