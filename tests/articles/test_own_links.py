"""Links of a text to pages of ours: the address of the day on which the page is printed."""

from articles import acts
from articles.checklist import check
from articles.models import Article
from articles.press.proof import make_proof
from articles.renewed import Renewable, Renewed
from articles.states import Act
from articles.timeline import load_timeline
from tests.articles.pieces import HOUR, change, live
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published, saved

LINKS = Renewed.of(Renewable.OTHER_PIECES)


def linking_to(*hrefs: str) -> Article:
    return ArticleFactory(body="".join(f'<p>As <a href="{href}">we said</a>.</p>' for href in hrefs))


def warnings_of(piece: Article, at) -> list[str]:
    proof = make_proof(saved(piece, at=at), at=at)
    found = check(Act.PUBLISH, proof, load_timeline(piece.pk, at)).warnings
    return [each.sentence for each in found if each.code == "own_link_leads_nowhere"]


def test_a_link_to_a_piece_prints_its_address_once_readers_have_it_and_stays_as_printed(desk, publisher, now):
    target = ArticleFactory(slug="tides")
    saved(target, at=now)
    piece = linking_to(f"piece:{target.uuid}", "piece:0f8fad5b-d9cb-469f-a165-70867728950e")
    draft, gone = warnings_of(piece, now)
    assert ("readers do not have" in draft, "no longer has" in gone) == (True, True)
    published(piece, at=now)
    assert live(now).get(article=piece).body == "<p>As we said.</p><p>As we said.</p>"

    published(target, at=now + HOUR)
    at = now + 2 * HOUR
    assert live(at).get(article=piece).body == "<p>As we said.</p><p>As we said.</p>"
    acts.reissue(piece, renewed=LINKS, by=publisher, at=at, reason="Links")
    printed = '<p>As <a href="/articles/tides/">we said</a>.</p><p>As we said.</p>'
    assert live(at).get(article=piece).body == printed

    change(target, slug="high-tides")
    published(target, at=at + HOUR)
    assert live(at + HOUR).get(article=piece).body == printed
    acts.reissue(piece, renewed=LINKS, by=publisher, at=at + 2 * HOUR, reason="Links")
    assert '"/articles/high-tides/"' in live(at + 2 * HOUR).get(article=piece).body


def test_a_link_to_a_person_prints_while_a_page_of_theirs_is_out(desk, now):
    person = AuthorFactory(slug="ines-lund")
    piece = linking_to("author:ines-lund", "outlet:no-such-outlet")
    assert len(warnings_of(piece, now)) == 2
    published(BylineFactory(author=person).article, at=now)
    assert len(warnings_of(piece, now + HOUR)) == 1
    published(piece, at=now + HOUR)
    assert '<a href="/authors/ines-lund/">' in live(now + HOUR).get(article=piece).body


def test_a_scheduled_page_links_to_what_readers_have_when_it_is_scheduled(desk, now):
    target = ArticleFactory(slug="tides")
    published(target, at=now, live_from=now + HOUR)
    piece = linking_to(f"piece:{target.uuid}")
    proof = make_proof(saved(piece, at=now), at=now, live_from=now + 2 * HOUR)
    assert proof.edition.body == "<p>As we said.</p>"
