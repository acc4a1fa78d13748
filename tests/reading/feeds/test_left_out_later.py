"""A piece that leaves the feeds by its editors' choice while its page stays: subscribers had its text."""

import datetime as dt
from typing import Any

from articles import acts
from articles.models import Article
from tests.factories import ArticleFactory, published


def test_a_piece_left_out_of_feeds_later_is_a_link_there_and_its_retraction_is_heard(
    site, now, clock, reading_at
):
    later = [now + dt.timedelta(days=day) for day in (1, 2, 95)]
    piece = ArticleFactory(body="<p>Ships came in.</p>", headline="Harbour")
    published(piece, at=now)

    def item(at: dt.datetime) -> dict[str, Any] | None:
        clock(at)
        reading_at(at)
        return next(iter(site.get("/feed.json").json().get("items", [])), None)

    first = item(now)
    clock(later[0])
    Article.objects.update(is_left_out_of_feeds=True)
    published(piece, at=later[0])
    link = item(later[0])
    assert (link["id"], link["title"]) == (first["id"], "Harbour")
    assert "Ships came in" in first["content_html"]
    assert "Ships came in" not in link["content_html"]
    assert f'href="{first["url"]}"' in link["content_html"]
    assert link["date_modified"] > first["date_published"]
    clock(later[1])
    acts.retract(piece, text="Its numbers were wrong.", issued_by="the authors", by=None, at=later[1])
    assert "Its numbers were wrong." in item(later[1])["content_html"]
    assert item(later[2]) is None
