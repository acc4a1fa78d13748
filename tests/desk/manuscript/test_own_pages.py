"""What the link dialog is told: pieces, people and outlets with these words, as far as the account may know of them."""

from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published, saved

ADDRESS = "/admin/articles/article/own-pages/"


def asked(client, **query):
    answer = client.get(ADDRESS, query)
    assert answer.status_code == 200
    return [(page["name"], page["detail"]) for page in answer.json()["pages"]]


def test_everybody_finds_what_readers_have_and_authors_no_draft_of_others(
    client, editor, author_user, desk, now, clock
):
    clock(now)
    person = AuthorFactory(display_name="Tide Watcher", slug="tide-watcher")
    piece = BylineFactory(author=person, article__headline="Tides rise", article__slug="tides").article
    published(piece, at=now)
    saved(ArticleFactory(headline="Tides fall"), at=now)
    client.force_login(editor)
    found = asked(client, q="tide")
    assert [name for name, _detail in found] == ["Tides rise", "Tides fall", "Tide Watcher"]
    assert found[0][1].startswith("Piece, published ")
    assert found[1:] == [("Tides fall", "Piece, readers do not have it yet"), ("Tide Watcher", "Person")]
    assert [name for name, _ in asked(client, q="http://testserver/articles/tides/")] == ["Tides rise"]
    assert asked(client, href=f"piece:{piece.uuid}")[0][0] == "Tides rise"
    assert asked(client, href="author:tide-watcher") == [("Tide Watcher", "Person")]
    assert asked(client, href="piece:1") == asked(client, q="nowhere") == []
    client.force_login(author_user)
    assert "Tides fall" not in dict(asked(client, q="tide"))
    assert "Tides rise" in dict(asked(client, q="tide"))
