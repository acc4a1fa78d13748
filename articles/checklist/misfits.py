"""Doubts whether a piece fits its language, its house and the house's styles, each with what would settle it.

They need a manuscript's content alone, so the form shows them as well as the pages of acts.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from django.utils.text import get_text_list

from articles.checklist.obstacles import Obstacle, Offer
from articles.snapshot import Content
from authors.models import Appointment
from disclaimers.models import HouseStyle, Institution, Phrase
from disclaimers.phrases import has_usual_phrases
from disclaimers.positions import NOTHING
from prose.html.headings import heading_key, headings
from prose.html.text import plain_text
from prose.languages import BY_CODE, base
from prose.text_language.recognition import is_in_script_of, is_plainly_other, language_of_text

MAY_BE_CHANGED = ("language", "institution")
"""Fields of a piece that an offer changes."""
HOUSE_STYLE = "house_style"
"""The field of an offer that makes a house style; its value is the language."""
MOST_HOUSES = 3


def misfits(content: Content, house: Institution, on: dt.date) -> Iterator[Obstacle]:
    """Warnings for a manuscript of a house; `on`: the day whose posts count."""
    yield from _other_language(content, house)
    yield from _other_house(content, house, on)
    yield from _no_style(content, house, on)
    yield from _no_such_part(content)


def _other_language(content: Content, house: Institution) -> Iterator[Obstacle]:
    """Warn of a text that is plainly in another language than the piece is said to be in, or in other letters."""
    code, text = content["language"], plain_text(content["body"])
    told = language_of_text(text)
    said = f"the piece is said to be in {_name(code)}"
    if is_plainly_other(told, code):
        if told not in BY_CODE:
            sentence = f"The text is in a language that this desk has no pages in, and {said}."
            yield Obstacle("other_language", sentence, "language")
            return
        meant = house.usual_language if base(house.usual_language) == told else told
        offer = Offer(f"It is in {_name(meant)}", "language", meant)
        yield Obstacle(
            "other_language", f"The text is in {_name(told)}, and {said}.", "language", offers=(offer,)
        )
    elif not is_in_script_of(code, text):
        yield Obstacle("other_language", f"The text is in other letters than {_name(code)} has.", "language")
    elif not is_in_script_of(code, f"{content['headline']} {content['dek']}"):
        sentence = f"Headline and dek are in other letters than {_name(code)} has, and {said}."
        yield Obstacle("other_language", sentence, "headline")


def _other_house(content: Content, house: Institution, on: dt.date) -> Iterator[Obstacle]:
    """Warn of a piece of a house at which none of its authors has a post, while they have some at another of ours."""
    keys = [row["author_id"] for row in content["bylines"] if row["author_id"] and row["role"] == "author"]
    if not keys:
        return
    posts = list(
        Appointment.objects.of(keys).current(on).here().select_related("author", "institution").order_by("pk")
    )
    if not posts or any(_is_of(post.institution, house) for post in posts if post.institution):
        return
    houses = list(dict.fromkeys(post.institution for post in posts if post.institution))
    people = list(dict.fromkeys(post.author.display_name for post in posts))
    are = "is" if len(people) == 1 else "are"
    sentence = (
        f"This is a piece of {house.short_label}, and {get_text_list(people, 'and')} {are} of "
        f"{get_text_list([other.short_label for other in houses], 'and')}."
    )
    offers = tuple(
        Offer(f"It is a piece of {other.short_label}", "institution", str(other.pk)) for other in houses
    )
    yield Obstacle("other_house", sentence, "institution", offers=offers[:MOST_HOUSES])


def _is_of(one: Institution, other: Institution) -> bool:
    """True if one of the two is the other or stands above it."""
    return one in other.lineage() or other in one.lineage()


def _no_style(content: Content, house: Institution, on: dt.date) -> Iterator[Obstacle]:
    """Warn of a language in which a house with styles has none; where there are no usual words, another check warns."""
    code = content["language"]
    styles = HouseStyle.objects.filter(institution__in=house.lineage())
    languages = set(styles.values_list("language", flat=True))
    if not languages or languages & {code, base(code)} or not has_usual_phrases(code):
        return
    lines = Phrase.objects.filter(style__in=styles, position="copyright_format").exclude(text=NOTHING)
    words = "the usual words print" + (", without a copyright line" if lines.exists() else "")
    sentence = f"{house.short_label} has no house style for pages in {_name(code)}: {words}."
    offer = Offer(f"Make a house style for {_name(code)}", HOUSE_STYLE, code)
    yield Obstacle("no_style_in_language", sentence, "language", offers=(offer,))


def _no_such_part(content: Content) -> Iterator[Obstacle]:
    """Warn of somebody credited with a part of a round-up whose heading the text does not have, or has more often."""
    credited = Counter(row["section"] for row in content["bylines"] if row["section"])
    found = headings(content["body"]) if credited else Counter()
    for words, rows in credited.items():
        standing = found[heading_key(words)]
        if not standing:
            sentence = (
                f"The text has no heading “{words}”: who is credited with that part is named above the text."
            )
            yield Obstacle("no_such_part", sentence, "bylines")
        elif 1 < standing != rows:
            sentence = (
                f"The heading “{words}” stands {standing} times in the text, and the byline credits {rows}: "
                "the order decides whose part is whose."
            )
            yield Obstacle("no_such_part", sentence, "bylines")


def _name(code: str) -> str:
    return BY_CODE[code].name if code in BY_CODE else code
