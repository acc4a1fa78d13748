"""Attributions: lines that say where a piece ran, in a house's own words or in a common form of seven languages.

Only whole lines count. An outlet that a sentence of the text mentions is no appearance (docs/wording-rows.md A).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intake.findings import FoundDay, FoundPlace
from intake.knowledge import Knowledge, KnownStyle
from intake.lines import house_style
from intake.lines.attribution_forms import ENGLISH, PEOPLE_THERE
from intake.lines.attribution_forms_foreign import FOREIGN
from intake.lines.attribution_links import with_links
from intake.lines.attribution_words import BY_ADVERB, AttributionForm, group_of, slot_value
from intake.lines.days.dates import date_at_start, date_in_sentence, impossible_date
from intake.lines.excerpts import excerpted_place
from intake.lines.languages.names import language_code
from intake.lines.naming import named_people
from intake.lines.place_phrases import is_name, named_places
from intake.patterns import Pattern

LONGEST = 700
"""Characters. A longer line is a paragraph of the text."""
_FORMS = (*ENGLISH, *FOREIGN, *PEOPLE_THERE)
_PICTURES = Pattern(
    r"getty|i?stock(?:photo)?|shutterstock|alamy|flickr|wikimedia|unsplash|afp|photo|image", re.IGNORECASE
)
_TAILS = (
    Pattern(
        r"(?:,?\s+and\s+(?:(?:it\s+)?(?:is|was)\s+)?|[,;]\s+)"
        r"(?P<permission>re-?\s?(?:published|printed|produced|posted)\b[^\n]{0,120}?)\.?$",
        re.IGNORECASE,
    ),
    Pattern(r",?\s+(?P<permission>with\s+(?:their|its|kind|the\s+\w+'s?)?\s?permission)\.?$", re.IGNORECASE),
    Pattern(
        r"\s+(?:under|unter|sous)\s+(?P<licence>(?:an?|the|une|einer)?\s*(?:licen[cs]e\s+)?creative[\s-]commons[^\n.]{0,60}(?:\d\.\d)?[^\n.]{0,20})\.?$",
        re.IGNORECASE,
    ),
)
_EXPERT_ROLES = ("quoted", "interviewed")  # relations of house templates on items about the house's people
_PARTS = {"version": "version", "adaptation": "version", "adapted": "version", "excerpt": "excerpt",
          "extract": "excerpt", "translation": "translation"}  # fmt: skip


@dataclass(frozen=True)
class Mention:
    """The places that a sentence or a label names. A label's places have no `sentence` and no relation.

    `impossible_date` are words in a date's place that name no day; `names` are the people of the house whom an item
    there is about; `licence` are a licence's words; `has_more` is set where the line goes on "and others".
    """

    places: tuple[FoundPlace, ...] = ()
    impossible_date: str = ""
    is_picture: bool = False
    has_more: bool = False
    names: str = ""
    licence: str = ""

    @property
    def is_sentence(self) -> bool:
        """False for a bare label."""
        return any(place.sentence for place in self.places)

    def with_link(self, html: Sequence[str]) -> "Mention":
        """Add the addresses behind the links of these lines."""
        return replace(self, places=with_links(self.places, html))


@dataclass(frozen=True)
class _Source:
    """Lines to read: with their line ends, as one sentence, folded, and folded without their tails."""

    text: str
    sentence: str
    flat: str
    core: str
    tails: dict[str, str]


def mention_in(
    lines: Sequence[str], knowledge: Knowledge, styles: Sequence[KnownStyle], *, follows: bool = False
) -> Mention | None:
    """The mention that these lines together are, or None. `lines` is one line, or several that belong together.

    `follows`: the lines follow another sentence about the piece, so that "it" is the piece.
    """
    if sum(map(len, lines)) > LONGEST:
        return None
    flat = house_style.folded_lines(lines)
    source = _Source("\n".join(lines), " ".join(lines), flat, *_without_tails(flat))
    mentions = [
        mention
        for match, relation, form in _matches(source, styles)
        if (follows or not slot_value(match, "it"))
        and (mention := _mention(match, relation, form, source, knowledge))
    ]
    if mentions:
        return min(mentions, key=_doubt)
    excerpted = excerpted_place(source.sentence, knowledge)
    return Mention((excerpted,)) if excerpted else None


def _doubt(mention: Mention) -> tuple[bool, int, int]:
    """Sort key of several readings: the fewest unknown names first, then the shortest."""
    unknown = [place.name for place in mention.places if not place.outlet]
    return bool(mention.impossible_date or mention.is_picture), len(unknown), sum(map(len, unknown))


def _without_tails(flat: str) -> tuple[str, dict[str, str]]:
    """The sentence without what may follow an outlet in any form: a permission, a licence; and these by name."""
    tails: dict[str, str] = {}
    for pattern in _TAILS:
        if (match := pattern.search(flat)) and match.start():
            flat, tails = flat[: match.start()], tails | match.groupdict()
    return flat, tails


def _matches(
    source: _Source, styles: Sequence[KnownStyle]
) -> Iterator[tuple[re.Match[str], str, AttributionForm | None]]:
    """(match, relation, form) for everything these words may be; a house's own sentence has no form."""
    for relation, template in dict.fromkeys(each for style in styles for each in _templates(style)):
        names_a_place = relation == "rerun" or house_style.OUTLET_SLOT.search(template)
        pattern = house_style.template_pattern(template) if names_a_place else None
        if pattern and (match := pattern.fullmatch(source.flat)):
            yield match, relation, None
    for form in _FORMS:
        if match := form.pattern.fullmatch(source.core):
            yield match, form.relation, form


def _templates(style: KnownStyle) -> Iterator[tuple[str, str]]:
    """(relation, template) of everything that a style prints about places; labels have no relation."""
    yield "", style.words["outlet_dateline"]
    yield "", style.words["source_line"]
    yield from style.attributions


def _mention(
    match: re.Match[str], form_relation: str, form: AttributionForm | None, source: _Source, knowledge: Knowledge
) -> Mention | None:  # fmt: skip
    """The mention of one match; None if the words in its slots cannot be what the slots are for."""
    date = slot_value(match, "date")
    day = date_in_sentence(date) if date else None
    relation = _relation(form_relation, match)
    if relation == "rerun" and "outlet" not in match.groupdict():
        rerun = FoundPlace("", relation=relation, sentence=source.sentence).on_day(day)
        return Mention((rerun,)) if day else None
    slot = group_of(match, "outlet")
    if _is_date(match.string[match.start(slot) :]):
        return None
    names = slot_value(match, "names")
    if names and not named_people(names, knowledge):
        return None
    places, has_more = named_places(house_style.as_spelled(match, slot, source.text), knowledge)
    are_known = all(place.is_known for place in places)
    is_sure = are_known or (has_more and any(place.is_known for place in places))
    if form and form.needs_record and (not is_sure or (date and not day)):
        return None
    if not relation and _PICTURES.search(slot_value(match, "outlet")) and not are_known:
        return Mention(is_picture=True)
    if not all(place.is_known or is_name(place.name) for place in places):
        return None
    return Mention(
        _with_common_values(places, _common_values(match, form_relation, form, source), day),
        date if date and not day else "",
        has_more=has_more,
        names=names,
        licence=source.tails.get("licence", ""),
    )


def _common_values(
    match: re.Match[str], form_relation: str, form: AttributionForm | None, source: _Source
) -> FoundPlace:
    """A place without a name that holds what the sentence says of all its places."""
    relation = _relation(form_relation, match)
    has_headline = slot_value(match, "headline")
    return FoundPlace(
        "",
        relation=relation,
        sentence=source.sentence if relation else "",
        language=language_code(slot_value(match, "language")),
        headline=house_style.as_spelled(match, group_of(match, "headline"), source.text)
        if has_headline
        else "",
        page=re.sub(r"^(?:pp?\.|pages?)\s*", "", slot_value(match, "page"), flags=re.IGNORECASE),
        permission=slot_value(match, "permission") or source.tails.get("permission", ""),
        expert_role=form_relation if form_relation in _EXPERT_ROLES else form.expert_role if form else "",
    )


def _relation(form_relation: str, match: re.Match[str]) -> str:
    """The Appearance.Relation of a match."""
    if form_relation == BY_ADVERB:
        return "also" if slot_value(match, "also") else "first" if slot_value(match, "first") else "original"
    if form_relation in _EXPERT_ROLES:
        return "original"
    if form_relation.startswith("part"):
        part = _PARTS.get(slot_value(match, "part").lower(), "original")
        if form_relation == "part here":  # our page has the part, the outlet the whole
            return part if part == "version" else "original"
        return "translation" if part == "version" and slot_value(match, "language") else part
    return form_relation


def _with_common_values(
    places: Sequence[FoundPlace], common: FoundPlace, day: FoundDay | None
) -> tuple[FoundPlace, ...]:
    """The places with what the sentence says of all. A date at its end counts for each, unless one has its own."""
    has_own_day = any(place.day for place in places)
    last = len(places) - 1
    return tuple(
        replace(
            place,
            relation=common.relation,
            sentence=common.sentence,
            headline=common.headline,
            permission=common.permission,
            expert_role=common.expert_role,
            page=place.page or common.page,
            language=place.language or common.language,
        ).on_day(place.day or (day if not has_own_day or number == last else None))
        for number, place in enumerate(places)
    )


def _is_date(words: str) -> bool:
    """True for a date in an outlet's place: "Published on March 1, 2019" names no outlet called March."""
    return bool(date_at_start(words) or impossible_date(words) or date_in_sentence(words))
