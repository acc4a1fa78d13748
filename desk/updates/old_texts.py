"""Published pages that carry a disclaimer text for a day on which it is not in force any more."""

import datetime as dt
from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models.edition import Edition
from articles.press.printed_wording import why_withheld
from articles.renewed import Renewable
from articles.snapshot import content_of
from articles.states import ACTS, Act, Form
from desk.pages import form_address
from disclaimers.models import Disclaimer, Institution, Wording
from disclaimers.new_text import PageWithText
from prose.dates import day_in_words
from prose.languages import serves

LISTED = 20  # pages named in a question
NAMED = 5  # pages named in a sentence
LINKED = 50  # pieces in one address


def pages_that_keep(wording: Wording, since: dt.date) -> list[PageWithText]:
    """The live pages that carry the text for a day from `since` on, in the order of these days."""
    return sorted(
        (
            PageWithText(edition.headline, day, form_address(edition.article_id))
            for edition in _editions(wording, since)
            for row in edition.printed["wordings"]
            if row["wording"] == wording.pk and (day := dt.date.fromisoformat(row["chosen_for"])) >= since
        ),
        key=lambda page: (page.day, page.address),
    )


def _editions(wording: Wording, since: dt.date) -> Sequence[Edition]:
    live = Edition.objects.live(timezone.now()).saying_for(wording.pk, since)
    return list(live.only("headline", "article_id", "printed"))


def say_which_keep_the_old_text(request: HttpRequest, old: Wording, new: Wording) -> None:
    """Count the pages that carry the old text for days of the new one, and link to their update."""
    assert new.in_force_from is not None  # noqa: S101 - the form asks for the day
    editions = _editions(old, new.in_force_from)
    if not editions:
        return
    count = len(editions)
    pages = "published page of that time keeps" if count == 1 else "published pages of that time keep"
    sentence = f"{count} {pages} the old text."
    if request.user.has_perm(ACTS[Act.REISSUE].permission):
        pieces = [edition.article_id for edition in editions[:LINKED]]
        query = urlencode({"article": pieces, "renewed": Renewable.DISCLAIMERS.value}, doseq=True)
        address = f"{reverse('admin:articles_update_pages')}?{query}"
        label = "Update published pages" if count <= LINKED else f"Update the first {LINKED}"
        sentence = format_html('{} <a href="{}">{}</a>', sentence, address, label)
    messages.info(request, sentence)


def pages_in_a_gap(wording: Wording) -> list[PageWithText]:
    """The live pages of days of a new text that carry none of its disclaimer's, and would print this one today."""
    owner = wording.disclaimer
    if owner.scope != Disclaimer.Scope.INSTITUTION or not owner.institution_id:
        return []
    houses = [
        house.pk
        for house in Institution.objects.select_related("parent")
        if owner.institution in house.lineage()
    ]
    days: dict[str, dt.date] = {}
    if wording.in_force_from:
        days["first_published_on__gte"] = wording.in_force_from
    if wording.in_force_until:
        days["first_published_on__lt"] = wording.in_force_until
    live = Edition.objects.live(timezone.now()).filter(form=Form.PIECE, house__in=houses, **days)
    if owner.pk:
        live = live.exclude(printed__wordings__contains=[{"disclaimer": owner.code}])
    silent, kinds = live.select_related("revision"), _kinds_of(owner)
    return [
        PageWithText(edition.headline, edition.first_published_on, form_address(edition.article_id))
        for edition in silent.order_by("first_published_on")
        if edition.first_published_on
        and serves(wording.language, edition.language)
        and (not owner.language or serves(owner.language, edition.language))
        and (not kinds or edition.printed["records"]["kind"] in kinds)
        and not edition.revision.content["pinned_wordings"]
        and not why_withheld(owner.condition, content_of(edition.revision))
    ]


def _kinds_of(disclaimer: Disclaimer) -> set[int]:
    """Keys of the content types that it is for, as typed in its form if it has just been; none: for all."""
    typed: set[int] | None = getattr(disclaimer, "typed_kinds", None)
    if typed is not None or not disclaimer.pk:
        return typed or set()
    return set(disclaimer.kinds.values_list("pk", flat=True))


def in_a_gap(wording: Wording) -> str:
    """The same pages in a sentence, for a text that a program adds: they stay as they are; "" if there are none."""
    if not (pages := pages_in_a_gap(wording)):
        return ""
    return (
        f"“{wording.disclaimer}” has a text for days of published pages that print none of it, and they stay so: "
        f"{_named(pages)}."
    )


def past_its_end(wording: Wording) -> str:
    """The pages that carry a text for days after its end, in a sentence; "" if there are none."""
    end = wording.in_force_until
    if end is None or not (pages := pages_that_keep(wording, end)):
        return ""
    return f"“{wording.disclaimer}” ends on {day_in_words(end)}; published pages keep it: {_named(pages)}."


def _named(pages: Sequence[PageWithText]) -> str:
    named = ", ".join(f"“{page.headline}” ({day_in_words(page.day)})" for page in pages[:NAMED])
    return f"{named} and {len(pages) - NAMED} more" if len(pages) > NAMED else named


def question_about_a_gap(pages: Sequence[PageWithText], name: str, answer: str) -> SafeString:
    """The pages, and a box that confirms that they may stay without the text; `name`, `answer`: what the box sends."""
    return format_html(
        "{} of days on which this text would be in force, and {} none of this disclaimer: {}"
        '<label><input type="checkbox" name="{}" value="{}"> They may stay as they are: add the text</label>',
        "1 published page is" if len(pages) == 1 else f"{len(pages)} published pages are",
        "prints" if len(pages) == 1 else "print",
        _listed(pages), name, answer,
    )  # fmt: skip


def question_before_the_end(pages: Sequence[PageWithText], end: dt.date, name: str) -> SafeString:
    """The pages, and a box that confirms that they may keep the text; `name`: the name of the box."""
    return format_html(
        "{} this text for a day from {} on: {}"
        '<label><input type="checkbox" name="{}" value="{}"> They may keep it: end the text on that day</label>',
        "1 published page carries" if len(pages) == 1 else f"{len(pages)} published pages carry",
        day_in_words(end), _listed(pages), name, end.isoformat(),
    )  # fmt: skip


def _listed(pages: Sequence[PageWithText]) -> SafeString:
    rows = format_html_join(
        "", "<li><a href=\"{}\">{}</a>, {}</li>",
        ((page.address, page.headline, day_in_words(page.day)) for page in pages[:LISTED]),
    )  # fmt: skip
    more = format_html("<li>and {} more</li>", len(pages) - LISTED) if len(pages) > LISTED else ""
    return format_html("<ul>{}{}</ul>", rows, more)
