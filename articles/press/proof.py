"""Proof: the edition that an act would make, not stored. Acts bind it, previews show it.

It is a piece, or a tombstone in its place, with its notices and none of its text. A *withdrawal* (the piece is taken
down) shows the headline if it may. A *retraction* keeps the record that others cite: the title with the words that it
is retracted, the people, the dates, where it ran. Who retracts, when and why stands in its notice (COPE, Retraction
Guidelines; NISO RP-45-2024, CREC).
"""

import datetime as dt
from dataclasses import asdict, dataclass, replace
from typing import Any, TypedDict, Unpack

from articles.manuscript_fields import FIELDS, ROWS
from articles.models.edition import MAX_HEADLINE_CHARS, Edition, Permalink
from articles.models.revision import Revision
from articles.press.columns import marked_lines, print_columns, printed_lines, search_policy
from articles.press.facts import Facts, NoticeFact, load_facts, printed_notices
from articles.press.lines import labels
from articles.press.lines.notices import notices as print_notices
from articles.press.site_page import as_site_page, is_kept_for_the_site, path_for, was_alike
from articles.renewed import Renewed
from articles.rights.rule import FULL, LINK, Allowed
from articles.snapshot import content_of
from articles.states import Form
from articles.timeline import Timeline, load_timeline
from disclaimers.models import Institution
from disclaimers.phrases import usual_on_page
from prose import printed_line
from prose.printed_line import PrintedLine
from prose.slugs import free_slug

_SPEAKS = ("withdrawal_line", "retraction_line", "retraction_title")
"""Positions that may not be silent: the page would say nothing."""
_NO_TEXT: dict[str, Any] = {"body": "", "dek": "", "editors_note": "", "editing_note": "", "disclosures": []}
_NOT_ON_A_RETRACTION: dict[str, Any] = {
    "read_more": [], "bios": [], "card": "", "canonical": "", "republication": {}
}  # fmt: skip


_SAYS_SOMETHING = ("line", "paragraphs", "prose", "topics")
"""Kinds of a manuscript's fields that hold words."""
IS_HIDDEN = "is_hidden"
"""The member of `Edition.printed` of a page that may not say what it is of."""


class ProofOptions(TypedDict, total=False):
    """Choices for a proof beside its instant; see `articles.press.facts.load_facts`."""

    renewed: Renewed
    is_material: bool
    adding: tuple[NoticeFact, ...]


@dataclass(frozen=True)
class Proof:
    """An unsaved edition, and the facts it was printed from."""

    edition: Edition
    facts: Facts


def make_proof(
    revision: Revision,
    *,
    at: dt.datetime,
    live_from: dt.datetime | None = None,
    after: Edition | None = None,
    timeline: Timeline | None = None,
    is_manuscript: bool = False,
    **options: Unpack[ProofOptions],
) -> Proof:
    """Print a revision as it would go out at `live_from` (None: at once), seen from the instant `at`.

    `is_manuscript`: with its whole text, which permissions may keep from readers of the site.

    `after`: the edition that readers have until then, if it is not the newest on record. `timeline`: the piece's
    timeline at `at`, if the caller has loaded it.
    """
    if after is None and timeline is None:
        timeline = load_timeline(revision.article_id, at)
    previous = last_shown(after or (timeline.latest if timeline else None))
    begins = live_from or at
    facts = load_facts(revision, live_from=begins, at=at, previous=previous, **options)
    if is_manuscript and not facts.allowed.is_source_gone:
        facts = replace(facts, allowed=replace(facts.allowed, mode=FULL, words=None))
    permalink = _permalink(revision, facts, previous or (timeline.coming if timeline else None))
    if facts.allowed.is_headline_hidden:
        facts = _without_headline(facts)
    facts = as_site_page(facts)
    printed = print_columns(facts)
    edition = Edition(
        article_id=revision.article_id,
        uuid=previous.uuid if previous else revision.article.uuid,
        revision=revision,
        live_from=begins,
        permalink=permalink,
        **printed,
    )
    if facts.allowed.is_headline_hidden:
        edition.search_policy = "noindex"
        edition.printed[IS_HIDDEN] = True
    return Proof(edition, facts)


def last_shown(edition: Edition | None) -> Edition | None:
    """The edition, or the last before it that said what it is of: a next one takes over what was printed there."""
    while edition and edition.printed.get(IS_HIDDEN):
        earlier = Edition.objects.filter(article=edition.article_id, live_from__lt=edition.live_from)
        edition = earlier.not_emptied().filter(form=Form.PIECE).order_by("-live_from").first()
    return edition


def _without_headline(facts: Facts) -> Facts:
    """The facts of a page that may not say what it is of: its kicker, its dates, and nobody's name."""
    words = {"headline": facts.phrase("unpublished_title").text}
    emptied = {
        field.key: words.get(field.key, field.empty) for field in FIELDS if field.kind in _SAYS_SOMETHING
    }
    rows: dict[str, Any] = {rows.name: [] for rows in ROWS}
    content = facts.content | emptied | {"copyright_basis": "none"} | rows
    return replace(
        facts, content=content, topics=(), part=None, notices=(), wordings=(), withheld=(), supersedes=(),
        made_from=("", ""), licence=None, pictures=(), documents=(),
    )  # fmt: skip


def _permalink(revision: Revision, facts: Facts, previous: Edition | None) -> Permalink:
    """The address asked for; else that of `previous`; else a free one made from the headline."""
    asked, genre = facts.content["slug"], facts.names.genre
    if previous and (
        previous.permalink.path == path_for(asked, genre) or (not asked and was_alike(previous, facts))
    ):
        return previous.permalink
    article = revision.article
    others = Permalink.objects.exclude(article_id=article.pk)
    slug = asked or free_slug(
        facts.content["headline"],
        fallback=article.uuid,
        language=facts.content["language"],
        taken=lambda candidate: (
            is_kept_for_the_site(candidate, genre) or others.filter(path=path_for(candidate, genre)).exists()
        ),
    )
    path = path_for(slug, genre)
    return Permalink.objects.filter(path=path).first() or Permalink(path=path, article=article)


def withdrawal_proof(
    last: Edition, notices: tuple[NoticeFact, ...], *, at: dt.datetime, because: str, keep_headline: bool
) -> Proof:
    """Print the notices that replace a piece, at the address of its last edition.

    `because`: a value of `TakenDownFor`; `keep_headline`: the headline may stand above them, unless the piece is made
    from one whose headline may not.
    """
    facts = _facts(last, notices, at)
    hidden = _hidden_mark(facts)
    facts = replace(facts, allowed=Allowed(mode=LINK))
    may_stay = keep_headline and not hidden
    headline = _shown_headline(last) if may_stay else last.kicker or facts.phrase("unpublished_title").text
    printed = _only_notices(facts) | {"because": because} | hidden
    edition = _tombstone(last, at, Form.WITHDRAWAL, headline, printed)
    nameless = {**facts.content, "bylines": [], "appearances": []}
    return Proof(edition, replace(facts, content=nameless, topics=(), part=None))


def retraction_proof(last: Edition, notices: tuple[NoticeFact, ...], *, at: dt.datetime) -> Proof:
    """Print what stays of a retracted piece: its marked title, its attribution, and the notices.

    Of one that is made from a piece whose headline may not stand, the notices alone stay.
    """
    facts, headline = _facts(last, notices, at), _shown_headline(last)
    if hidden := _hidden_mark(facts):
        facts = replace(_without_headline(facts), notices=notices)
        headline = facts.content["headline"]
    facts = replace(facts, content=facts.content | _NO_TEXT, wordings=(), pictures=(), documents=())
    title = _retracted(facts, headline)
    columns = print_columns(facts)
    printed = columns["printed"] | _NOT_ON_A_RETRACTION | hidden
    printed["marked"] |= marked_lines([title])
    edition = _tombstone(last, at, Form.RETRACTION, printed_line.text(title), printed)
    if not hidden:  # whoever searches for the piece finds that it is retracted
        edition.search_policy = search_policy(facts.content, "index")
    for name in ("byline", "dateline", "outlet_line", "translation_group"):
        setattr(edition, name, columns[name])
    return Proof(edition, facts)


def _hidden_mark(facts: Facts) -> dict[str, bool]:
    """The member of `Edition.printed` that marks a page which may not say what it is of; {} for others."""
    return {IS_HIDDEN: True} if facts.allowed.is_headline_hidden else {}


def _shown_headline(last: Edition) -> str:
    """The headline of a piece, also where its last edition might not say it."""
    return (last_shown(last) or last).headline


def _retracted(facts: Facts, headline: str) -> PrintedLine:
    """The headline with the words that the piece is retracted, cut to what a headline may hold."""
    phrase = facts.phrase("retraction_title")
    title = phrase.fill({"headline": [{"text": headline}]})
    room = len(headline) - max(0, len(printed_line.text(title)) - MAX_HEADLINE_CHARS)
    return phrase.fill({"headline": [{"text": headline[:room]}]})


def tombstone_with_notice(stone: Edition, last: Edition, notice: NoticeFact, *, at: dt.datetime) -> Proof:
    """Print a tombstone again with one more notice. `last`: the newest edition of the piece itself."""
    return tombstone_again(stone, last, (*printed_notices(stone), notice), at=at)


def tombstone_again(
    stone: Edition, last: Edition, notices: tuple[NoticeFact, ...], *, at: dt.datetime
) -> Proof:
    """Print a tombstone again with these notices; a headline that it has not said stays unsaid."""
    if stone.form == Form.RETRACTION:
        return retraction_proof(last, notices, at=at)
    because = stone.printed["because"]
    proof = withdrawal_proof(last, notices, at=at, because=because, keep_headline=True)
    if not proof.edition.printed.get(IS_HIDDEN):
        proof.edition.headline = stone.headline
    return proof


def _facts(last: Edition, notices: tuple[NoticeFact, ...], at: dt.datetime) -> Facts:
    """The facts of a piece's last edition with these notices, in a house style that is not silent about them."""
    facts = load_facts(last.revision, live_from=at, previous=last_shown(last) or last)
    style, usual = facts.names.style, usual_on_page(facts.language)
    silent = [name for name in _SPEAKS if not style.templates.get(name)]
    own = {name: code for name, code in style.languages.items() if name not in silent}
    spoken = replace(
        style,
        templates={**style.templates, **{name: usual.templates[name] for name in silent}},
        languages=own | {name: usual.languages[name] for name in silent if name in usual.languages},
    )
    return replace(facts, names=replace(facts.names, style=spoken), notices=notices)


def _only_notices(facts: Facts) -> dict[str, Any]:
    """`Edition.printed` with the notices, and nothing of the piece."""
    empty: dict[str, Any] = {
        name: type(value)() if isinstance(value, list | dict | str) else value
        for name, value in printed_lines(facts, [], []).items()
    }
    return empty | {
        "notices": print_notices(facts),
        "notice_ids": [notice.id for notice in facts.notices if notice.id],
        "marked": marked_lines([labels.kicker(facts)]),
        "records": asdict(replace(facts.names, people={}, venues={})),
    }


def _tombstone(last: Edition, at: dt.datetime, form: Form, headline: str, printed: dict[str, Any]) -> Edition:
    return Edition(
        article_id=last.article_id,
        uuid=last.uuid,
        revision=last.revision,
        form=form,
        live_from=at,
        permalink=last.permalink,
        language=last.language,
        mode=LINK,
        search_policy="noindex",
        left_out_of=last.left_out_of,
        kicker=last.kicker,
        headline=headline,
        first_published_on=last.first_published_on,
        first_published_at=last.first_published_at,
        modified_at=at,
        ordered_at=last.ordered_at,
        printed=printed,
    )


def local_day(revision: Revision, at: dt.datetime) -> dt.date:
    """The day of an instant in the time zone of the revision's institution."""
    institution = Institution.objects.that_stands_for(content_of(revision)["institution"])
    return at.astimezone(institution.zone).date()
