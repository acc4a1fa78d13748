"""Editions as items of a feed.

An item has the words of its article page. The attribution comes before the text, because some feed readers show only
the beginning.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from django.conf import settings
from django.template.loader import get_template
from django.utils.html import escape

from articles.addresses import absolute, with_absolute_links
from articles.creators import creators_of
from articles.models.edition import Edition
from articles.states import Form, Surface
from prose import printed_line
from prose.html.excerpt import excerpt
from prose.html.figures import with_figures
from prose.languages import direction
from prose.printed_line import PrintedLine, Span
from reading.feeds.channel import FeedItem, FeedNotice, FeedPerson, FeedTopic
from reading.feeds.credited import contributors, originals
from reading.kept import LastingValues
from reading.languages.addresses import in_the_language
from reading.pictures.doors import IN_A_FEED
from reading.pictures.printed import AWAY_WIDTH
from reading.pictures.sharing import shared_picture
from reading.piece.alongside import StandingNotices, printed_phrases, standing_notices
from reading.piece.article import ArticlePage, PageWording, article_page
from reading.piece.head import summary
from reading.site import Site, house_of
from reading.words.page_words import words_for

MAX_TEXT_BYTES = 500_000
"""Texts of all items of a feed; with the other fields the document stays below 512 KB."""

EXCERPT_WORDS = 60
SizedItem = tuple[FeedItem, int]
_ITEMS: LastingValues[SizedItem] = LastingValues(most_bytes=16_000_000)
_STATUSES = {Form.PIECE: "live", Form.RETRACTION: "retracted", Form.WITHDRAWAL: "taken down"}
_BREAK = re.compile(r"\n(?=[^<\n])")  # text is escaped: only a tag of ours begins a line with "<"


def feed_items(editions: Iterable[Edition], houses: Mapping[int, Site], at: dt.datetime) -> list[FeedItem]:
    """Editions as items; `houses`: those that published them, by key.

    Once their texts fill `MAX_TEXT_BYTES`, further items have the beginning of the text only.
    """
    items, left = [], MAX_TEXT_BYTES
    for edition in editions:
        site = houses.get(house_of(edition)) or Site()
        item, size = _kept_item(edition, site, at)
        if size > left and edition.form == Form.PIECE:
            item, size = _kept_item(edition, site, at, is_shortened=True)
        left -= size
        items.append(item)
    return items


def _kept_item(edition: Edition, site: Site, at: dt.datetime, *, is_shortened: bool = False) -> SizedItem:
    """The item of a stored edition with its size, by everything that it is made from: see `feed_item`.

    To make an item takes three quarters of the time of a feed, and each piece stands in a dozen feeds in three formats.
    """
    has_ended = edition.live_until is not None and edition.live_until <= at
    of_edition = (edition.pk, edition.uuid, edition.live_from, edition.live_until if has_ended else None)
    around = (settings.SITE_URL, site, _standing(edition, site, at))
    key = (of_edition, around, is_shortened)

    def make() -> SizedItem:
        item = feed_item(edition, site, at, is_shortened=is_shortened)
        return item, _size(item)

    return _ITEMS.get(key, make, itemgetter(1))


def feed_item(edition: Edition, site: Site, at: dt.datetime, *, is_shortened: bool = False) -> FeedItem:
    """An edition as an item, with the standing notices of its house.

    An unknown date of publication stays None: it is never the time of an import.

    An edition that has ended without another is an unpublished piece: its item says so, and nothing else of it.
    """
    if edition.live_until and edition.live_until <= at:
        return _unpublished(edition, site)
    page, image = article_page(edition, IN_A_FEED), shared_picture(edition, AWAY_WIDTH)
    if _is_left_out(edition):
        page, image = replace(page, files=[]), None
    address = absolute(page.path)
    source, records = edition.printed["source_feed"], edition.printed["records"]
    standing = _standing(edition, site, at)
    drawn = _drawn(page, standing, is_shortened=is_shortened)
    content = with_absolute_links(in_the_language(drawn, page.language, site), address)
    return FeedItem(
        id=edition.uuid.urn,
        address=address,
        language=page.language,
        title=page.title,
        summary=summary(edition),
        content=_in_its_language(content, page.language),
        updated=_updated(edition, site),
        status=_STATUSES[Form(edition.form)],
        creator=_creator(edition),
        authors=_authors(edition),
        contributors=contributors(edition),
        publisher=records["institution_name"],
        publisher_language=records.get("languages", {}).get("institution_name", ""),
        rights=edition.printed["copyright"],
        topics=tuple(map(_topic, page.topics)),
        originals=originals(edition),
        source=source.get("name", ""),
        source_feed=source.get("url", ""),
        notices=tuple(_notice(row) for row in edition.printed["notices"] if row["line"]),
        disclaimers=tuple(map(_words_of, (*page.head_wordings, *page.wordings))),
        published=_in_zone(edition.first_published_at, site),
        modified=_in_zone(_modified(edition), site),
        image=image,
        enclosure=next(iter(page.files), None),
    )


def _standing(edition: Edition, site: Site, at: dt.datetime) -> StandingNotices:
    return standing_notices(edition, site, at) if edition.form == Form.PIECE else ((), ())


def _topic(row: Mapping[str, str]) -> FeedTopic:
    return FeedTopic(row["name"], row["slug"], row.get("language", ""))


def _notice(row: Mapping[str, Any]) -> FeedNotice:
    return FeedNotice(row["kind"], row.get("issued_on", ""), printed_line.text(row["line"]))


def _words_of(wording: PageWording) -> str:
    return wording.text if isinstance(wording.text, str) else printed_line.text(wording.text)


def _unpublished(edition: Edition, site: Site) -> FeedItem:
    phrases = printed_phrases(edition)
    sentence = phrases["unpublished_line"]
    return FeedItem(
        id=edition.uuid.urn,
        address=absolute(edition.permalink.path),
        language=edition.language,
        title=phrases["unpublished_title"].text,
        spoken=sentence.mark,
        summary=sentence.text,
        content=_in_its_language(f"<p>{printed_line.html(sentence.line)}</p>", edition.language),
        published=_in_zone(edition.first_published_at, site),
        modified=_in_zone(edition.live_until, site),
        updated=(edition.live_until or edition.ordered_at).astimezone(site.zone),
        status="unpublished",
    )


def _in_its_language(content: str, language: str) -> str:
    """The content in an element with its language and direction: a feed reader shows it on a page of its own."""
    return f'<div lang="{language}" dir="{direction(language)}">\n{content}\n</div>'


def _size(item: FeedItem) -> int:
    """Bytes that the item's texts take in a feed, where `<` becomes `&lt;`."""
    image = item.image.words if item.image else ""
    return len(escape(item.content + item.summary + image).encode())


def _drawn(page: ArticlePage, standing: StandingNotices, *, is_shortened: bool) -> str:
    """The text as far as feeds show it: of a piece that was left out of them since it was there, a link alone."""
    if _is_left_out(page.edition):
        return _around(page, standing, _link_to_all(page))
    return _shortened(page, standing) if is_shortened else _content(page, standing)


def _is_left_out(edition: Edition) -> bool:
    return edition.form == Form.PIECE and Surface.FEEDS in edition.left_out_of


def _content(page: ArticlePage, standing: StandingNotices) -> str:
    """HTML of the item: attribution and notices, text, foot. For a piece taken down, only its notice."""
    notes = f"<hr>\n{page.endnotes}" if page.endnotes else ""
    return _around(page, standing, page.lead, page.body, notes)


def _shortened(page: ArticlePage, standing: StandingNotices) -> str:
    """The same with the first words of the text and a link to all of it; of the pictures with the first alone."""
    beginning = excerpt(with_figures(page.edition.body, lambda figure: ""), EXCERPT_WORDS)
    # The beginning of a round-up has not the headings below which its people are named.
    people = [page.edition.byline] if page.edition.printed.get("people_in_brief") else page.bylines
    return _around(page, standing, page.lead, beginning, _link_to_all(page), people=people)


def _link_to_all(page: ArticlePage) -> str:
    more = printed_phrases(page.edition)["feed_excerpt"]
    rest = more.fill({"headline": [Span(text=page.headline, href=page.path)]})
    return f"<p>{printed_line.html(rest)}</p>"


def _around(
    page: ArticlePage,
    standing: StandingNotices,
    *text: str,
    people: Sequence[PrintedLine | str] | None = None,
) -> str:
    """The text between the lines above and below it; `people`: who made the piece, by default its bylines."""
    lines = [page.kicker, *(page.bylines if people is None else people), *page.dates, page.source]
    credits = [line for line in lines if line] if page.edition.form != Form.WITHDRAWAL else []
    above, below = standing
    head = _fragment("head", page, credits=credits, standing=above)
    foot = _fragment("foot", page, standing=below)
    files = _fragment("files", page, **words_for(page.language).for_templates) if page.files else ""
    return "\n".join(part for part in (head, *text, files, "" if foot == "<hr>" else foot) if part)


def _fragment(part: str, page: ArticlePage, **context: object) -> str:
    """The lines above or below the text; feed readers lack our style sheet, so line breaks become elements."""
    # The head has the attributions already; they are not repeated at the foot.
    facts = {**vars(page), "foot_attributions": []}
    html = get_template(f"articles/_item_{part}.html").render({"page": facts, **context}).strip()
    return _BREAK.sub("<br>", html)


def _creator(edition: Edition) -> str:
    """Names of its makers in one line; of an interview those who asked, of an open letter those who signed.

    One line, because most feed readers show one of several `dc:creator`.
    """
    names = [printed_line.words(name) for name in creators_of(edition)]
    return printed_line.text(printed_phrases(edition).join(names))


def _authors(edition: Edition) -> tuple[FeedPerson, ...]:
    """Those whom `creator` names, one by one."""
    pages = {name["name"]: name["href"] for name in edition.printed["names"]}
    named = [(name, pages.get(name, "")) for name in creators_of(edition)]
    return tuple(FeedPerson(name, absolute(path) if path else "") for name, path in named)


def _updated(edition: Edition, site: Site) -> dt.datetime:
    instant = _modified(edition) or edition.first_published_at
    return instant.astimezone(site.zone) if instant else edition.ordered_at


def _modified(edition: Edition) -> dt.datetime | None:
    """The last change that subscribers must notice."""
    return edition.live_from if _is_left_out(edition) else edition.modified_at


def _in_zone(instant: dt.datetime | None, site: Site) -> dt.datetime | None:
    return instant.astimezone(site.zone) if instant else None
