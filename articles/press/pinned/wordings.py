"""Disclaimer texts as a page printed them, for its next edition: their words stay, their slots are filled again.

So a text follows the number of authors, and a name or a label that is read anew, and nothing else.
"""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import Q

from articles.models.edition import Edition
from articles.press.names import Names, Person, author_keys, author_rows
from articles.press.printed_wording import PrintedWording, fill, withheld_of, wordings_of
from articles.renewed import Renewable, Renewed
from articles.snapshot import Content
from authors.models import Appointment
from disclaimers.models import Wording


def pinned_wordings(
    content: Content, names: Names, previous: Edition, renewed: Renewed
) -> Iterator[PrintedWording]:
    """The texts of `previous`, without those of authors who are not credited any more; also those it withheld."""
    keys = author_keys(content)
    for wording in (*wordings_of(previous), *withheld_of(previous)):
        if not wording.author or wording.author in keys:
            yield _filled_again(wording, content, names, previous, renewed)


def _filled_again(
    wording: PrintedWording, content: Content, names: Names, previous: Edition, renewed: Renewed
) -> PrintedWording:
    if wording.wording is None:
        return wording
    is_slip = renewed.covers(Renewable.SLIPS, wording.wording)
    if is_slip:
        row = Wording.objects.filter(pk=wording.wording).first()
        template = row.text if row else ""
    else:
        template = wording.template or _template_of_old(wording, content, names, previous, renewed)
    if not template:
        return wording
    bodies = wording.bodies
    if wording.author and (not wording.template or renewed.covers(Renewable.POSTS, wording.author)):
        bodies = _bodies_of(wording)
    text = fill(template, names, content, wording.language, wording.author, bodies)
    return replace(wording, text=text, template=template, bodies=bodies)


def _bodies_of(wording: PrintedWording) -> tuple[str, ...]:
    """The bodies that the author's post names, on the day for which the disclaimer applies."""
    family = Q(disclaimer__code=wording.disclaimer) | Q(disclaimer__merged__code=wording.disclaimer)
    posts = Appointment.objects.of([wording.author]).filter(family)
    held = posts.current(wording.decided_for).prefetch_related("bodies")
    return next((tuple(post.body_names) for post in held), ())


def _template_of_old(
    wording: PrintedWording, content: Content, names: Names, previous: Edition, renewed: Renewed
) -> str:
    """The text behind a wording of an earlier release, which kept none; "" where it need not be filled again.

    Of the text's own words and those before its slips were corrected, the ones that print what the page printed.
    """
    frozen = previous.printed["records"]
    same_number = len(previous.printed["names"]) == len(author_rows(content))
    same_words = not (renewed.covers(Renewable.LABEL) or renewed.covers(Renewable.PEOPLE, wording.author))
    row = Wording.objects.filter(pk=wording.wording or 0).first()
    if row is None or (same_number and same_words and frozen["kind"] == names.kind):
        return ""
    people = {int(key): Person(**person) for key, person in frozen["people"].items()}
    then = replace(names, kind_label=frozen["kind_label"], labels=frozen.get("labels", {}), people=people)
    authors = [
        {"role": "author", "author_id": None, "name": row["name"]} for row in previous.printed["names"]
    ]
    credited = {**content, "bylines": authors}
    bodies = _bodies_of(wording) if wording.author else ()
    texts = [row.text, *row.corrections.values_list("old_text", flat=True)]
    printed = (
        text
        for text in texts
        if fill(text, then, credited, wording.language, wording.author, bodies) == wording.text
    )
    return next(printed, row.text)
