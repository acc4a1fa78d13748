"""Columns of an edition: the whole page, printed from facts. Pure: the same facts print the same page.

Order and wording of the lines around a text follow the house style (docs/wording-rows.md A-I). A fact that
is not known prints nothing, and no more of a text is printed than its permissions allow.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, replace
from itertools import chain
from typing import Any

from articles.models.uses.left_out import left_out_of
from articles.press.facts import Facts
from articles.press.lines import (
    bios,
    cited,
    claims,
    disclosures,
    documents,
    labels,
    notices,
    people,
    pictures,
    places,
)
from articles.press.names import author_keys
from articles.press.pinned.terms import Terms
from articles.press.printed_wording import line_of
from articles.press.site_page import is_site_page, surfaces_without
from articles.querysets import UNDATED
from articles.rights.on_record import permissions_as_json
from articles.rights.rule import EXCERPT, FULL
from articles.snapshot import Content
from articles.states import Surface
from prose import printed_line
from prose.dates import noon
from prose.html.endnotes import PrintedBody, print_body
from prose.html.excerpt import excerpt
from prose.html.headings import with_lines
from prose.html.targets.own_links import with_own_links
from prose.html.text import word_count
from prose.printed_line import PrintedLine


def print_columns(facts: Facts) -> dict[str, Any]:
    """Print an edition, as columns by the names of models.Edition.

    The result is stored unchanged; one template shows it to readers and in previews.
    """
    content, shown = facts.content, _visible_body(facts)
    dek = "" if facts.allowed.is_source_gone else content["dek"]
    body = _body(facts, shown)
    bylines, dates = people.bylines(facts), [] if is_site_page(facts) else labels.dates(facts)
    in_lists = _lines_in_lists(facts, dates)
    return {
        "language": content["language"],
        "mode": facts.allowed.mode,
        "search_policy": search_policy(content, facts.allowed.search_policy),
        "left_out_of": surfaces_without(facts),
        "translation_group": facts.translation_group,
        "headline": content["headline"],
        "dek": dek,
        **{name: printed_line.text(line) for name, line in in_lists.items()},
        "body": body.body,
        "endnotes": body.endnotes,
        "word_count": word_count(shown),
        "first_published_on": facts.first_published_on,
        "first_published_at": facts.first_published_at,
        "modified_at": facts.modified_at,
        "ordered_at": _ordered_at(facts),
        "printed": printed_lines(facts, bylines, dates, in_lists.values())
        | pictures.pictures(facts, body.body)
        | {"documents": documents.documents(facts)},
    }


def search_policy(content: Content, allowed: str) -> str:
    """The policy that the permissions ask for; "noindex" where editors leave the piece out of search engines."""
    return "noindex" if Surface.ROBOTS in left_out_of(content) else allowed


def _lines_in_lists(facts: Facts, dates: list[PrintedLine]) -> dict[str, PrintedLine]:
    """The lines of a piece in a list, by their columns. The list links to the piece alone."""
    return {
        "kicker": [] if is_site_page(facts) else labels.kicker(facts),
        "byline": _parted(people.makers_by_role(facts, with_parts=True).values())
        or _parted([people.makers(facts)]),
        "dateline": _parted(dates),
        "outlet_line": printed_line.without_links(labels.in_position(facts, "listing")),
    }


def _parted(lines: Iterable[PrintedLine]) -> PrintedLine:
    """The lines in one, with a middle dot between them, without links."""
    return printed_line.without_links(printed_line.join(list(lines), " · ", between=" · "))


def printed_lines(
    facts: Facts, bylines: list[PrintedLine], dates: list[PrintedLine], in_lists: Iterable[PrintedLine] = ()
) -> dict[str, Any]:
    """`Edition.printed`: every line of the page beside its text, and the values they were made from."""
    plain = _plain_and_marked(facts, in_lists)
    return {
        "bylines": bylines,
        "other_bylines": people.other_bylines(facts),
        "dates": dates,
        "source": labels.source(facts),
        "source_feed": labels.source_feed(facts),
        "editors_note": notices.editors_note(facts),
        "editing_note": facts.content["editing_note"],
        "notices": [*notices.notices(facts), *notices.superseded_pieces(facts)],
        "notice_ids": [notice.id for notice in facts.notices if notice.id],
        "attributions": places.attributions(facts),
        "attribution_at": places.attributions_at(facts),
        "has_own_attribution": places.is_overridden(facts),
        "originals": labels.original_addresses(facts),
        "translated_from": places.translated_from(facts),
        "made_from": notices.made_from(facts),
        "translation_extent": facts.content["translation_extent"],
        "read_more": places.read_more(facts),
        "card": printed_line.text(labels.in_position(facts, "card")),
        "wordings": [
            wording.as_json() | {"at": people.wording_position(facts, wording)} for wording in facts.wordings
        ],
        "withheld_wordings": [wording.as_json() | {"why": why} for wording, why in facts.withheld],
        "claims_for_house": claims.claims_for_house(facts),
        "licence": claims.licence(facts),
        "republication": claims.republication(facts),
        "canonical": facts.allowed.canonical,
        "is_archive": facts.content["is_archive"],
        "topics": [topic.as_json for topic in facts.topics],
        "part": facts.part.as_json if facts.part else {},
        "names": people.author_names(facts),
        "creators": people.creators(facts),
        "people_in_brief": people.in_brief(facts),
        "authors": author_keys(facts.content),
        "rights": permissions_as_json(facts.allowed.permissions, facts.live_from),
        "records": asdict(facts.names),
        "own_pages": dict(facts.own_pages),
        "terms": _terms(facts),
        "readers_since": facts.readers_since.isoformat() if facts.readers_since else "",
        "cited": cited.cited_facts(facts, [*bylines, *bios.bios(facts)], plain["copyright"]),
        **plain,
    }


def _plain_and_marked(facts: Facts, in_lists: Iterable[PrintedLine]) -> dict[str, Any]:
    """Lines as plain text, and in `marked` those of them with words in another language, by their plain text."""
    single = {"copyright": claims.copyright_line(facts)}
    lists = {
        "credits": claims.credits(facts), "bios": bios.bios(facts), "disclosures": disclosures.disclosures(facts),
    }  # fmt: skip
    lines = [labels.kicker(facts), *in_lists, *single.values(), *chain(*lists.values())]
    lines += [line_of(wording, facts.names, facts.content) for wording in facts.wordings]
    return {
        **{name: printed_line.text(line) for name, line in single.items()},
        **{name: [printed_line.text(line) for line in some] for name, some in lists.items()},
        "marked": marked_lines(lines),
    }


def marked_lines(lines: Iterable[PrintedLine]) -> dict[str, PrintedLine]:
    """`printed["marked"]`: lines with words in another language than the page's, by their plain text."""
    return {printed_line.text(line): line for line in lines if printed_line.is_marked(line)}


def _terms(facts: Facts) -> dict[str, Any]:
    """`printed["terms"]`, which the next edition of the piece takes over (`press.pinned.terms`)."""
    successors = {
        notice.id: (notice.href, notice.title) for notice in facts.notices if notice.id and notice.href
    }
    terms = Terms(
        facts.licence,
        facts.offers_republication,
        facts.republication_terms,
        facts.supersedes,
        facts.made_from,
        facts.takes_usual_licence,
    )
    return terms.as_json(successors)


def _visible_body(facts: Facts) -> str:
    """As much of the stored text as may be shown: all of it, an excerpt, or nothing."""
    body = pictures.without_barred(facts.content["body"], facts)
    if facts.allowed.mode == FULL:
        return body
    return excerpt(body, facts.allowed.words or 0) if facts.allowed.mode == EXCERPT else ""


def _body(facts: Facts, shown: str) -> PrintedBody:
    """The text with numbered notes and links to our pages; in a round-up the credits of each part below its heading."""
    credits = {
        key: [printed_line.html(line) for line in lines]
        for key, lines in people.section_credits(facts).items()
    }
    printed = print_body(with_own_links(shown, facts.own_pages))
    return replace(printed, body=with_lines(printed.body, credits))


def _ordered_at(facts: Facts) -> dt.datetime:
    """The instant by which lists sort: our first publication, else the outlet's day at noon, else UNDATED."""
    if facts.first_published_at:
        return facts.first_published_at
    return noon(facts.outlet_on, facts.time_zone) if facts.outlet_on else UNDATED
