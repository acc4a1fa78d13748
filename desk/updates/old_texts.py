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
from articles.renewed import Renewable
from articles.states import ACTS, Act
from desk.pages import form_address
from disclaimers.models import Wording
from disclaimers.new_text import PageWithText
from prose.dates import in_words

LISTED = 20  # pages named in a question
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


def question_before_the_end(pages: Sequence[PageWithText], end: dt.date, name: str) -> SafeString:
    """The pages, and a box that confirms that they may keep the text; `name`: the name of the box."""
    listed = format_html_join(
        "", "<li><a href=\"{}\">{}</a>, {}</li>",
        ((page.address, page.headline, in_words(page.day, "en-GB")) for page in pages[:LISTED]),
    )  # fmt: skip
    more = format_html("<li>and {} more</li>", len(pages) - LISTED) if len(pages) > LISTED else ""
    return format_html(
        "{} this text for a day from {} on: <ul>{}{}</ul>"
        '<label><input type="checkbox" name="{}" value="{}"> They may keep it: end the text on that day</label>',
        "1 published page carries" if len(pages) == 1 else f"{len(pages)} published pages carry",
        in_words(end, "en-GB"), listed, more, name, end.isoformat(),
    )  # fmt: skip
