"""Lines that say where a piece ran: house templates first, then the common forms in seven languages.

Only whole lines count. An outlet that a sentence of the text mentions is no appearance (wording.md, table A).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from intake.findings import Day, Ran
from intake.knowledge import Knowledge, KnownStyle
from intake.lines import house_style
from intake.lines.attribution_forms import ENGLISH, PEOPLE_THERE
from intake.lines.attribution_forms_foreign import ABROAD
from intake.lines.attribution_words import BY_ADVERB, Form, group_of, value
from intake.lines.dates import date_at_start, impossible_date, said_day
from intake.lines.language import code_of
from intake.lines.naming import people_called
from intake.lines.place_phrases import SaidPlace, is_name, places_said
from intake.patterns import Pattern
from intake.sources.markup import first_link

LONGEST = 700
"""No attribution is longer; what is, is a paragraph of the text."""
_FORMS = (*ENGLISH, *ABROAD, *PEOPLE_THERE)
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
        r"\s+(?:under|unter|sous)\s+(?P<licence>(?:an?|the|une|einer)?\s*(?:licen[cs]e\s+)?creative[\s-]commons[^\n]{0,80}?)\.?$",
        re.IGNORECASE,
    ),
)
_EXPERT_ROLES = ("quoted", "interviewed")  # house templates are told apart by them
_PARTS = {"version": "version", "adaptation": "version", "adapted": "version", "excerpt": "excerpt",
          "extract": "excerpt", "translation": "translation"}  # fmt: skip


@dataclass(frozen=True)
class Mention:
    """What one line says about where the piece ran; `sentence` is empty for labels."""

    ran: tuple[Ran, ...] = ()
    impossible: str = ""  # words in a date's place that name no day
    is_picture: bool = False
    has_more: bool = False
    names: str = ""  # people of the house whom the item there is about
    licence: str = ""  # a licence's words

    @property
    def is_sentence(self) -> bool:
        """Whether it says what ran there, and is no bare label."""
        return any(ran.sentence for ran in self.ran)

    def linked(self, html: Sequence[str]) -> "Mention":
        """With the address behind the link in these lines: the piece's there, or only the outlet's site."""
        address = next((link for line in html if (link := first_link(line))), "")
        if not address.startswith(("http://", "https://")) or len(self.ran) != 1:
            return self
        is_site = not urlsplit(address).path.strip("/")
        ran = replace(self.ran[0], site=address) if is_site else replace(self.ran[0], url=address)
        return replace(self, ran=(ran,))


@dataclass(frozen=True)
class _Said:
    """Lines being read: as the source spells them, as one sentence, and folded, with and without its tails."""

    text: str
    sentence: str
    flat: str
    core: str
    tails: dict[str, str]


def mention(
    lines: Sequence[str], knowledge: Knowledge, styles: Sequence[KnownStyle], *, follows: bool = False
) -> Mention | None:
    """What these lines together say about an outlet, or None. `lines` is one line, or several that belong together.

    `follows`: another sentence about the piece stands before it, so that "it" is the piece.
    """
    if sum(map(len, lines)) > LONGEST:
        return None
    flat = house_style.folded(lines)
    said = _Said("\n".join(lines), " ".join(lines), flat, *_peeled(flat))
    found = [
        read
        for told, words, form in _matches(said, styles)
        if (follows or not value(told, "it")) and (read := _read(told, words, form, said, knowledge))
    ]
    return min(found, key=_doubt, default=None)


def _doubt(found: Mention) -> tuple[bool, int, int]:
    """Of several readings the one with the fewest unknown names wins, then the one with the shortest."""
    unknown = [ran.name for ran in found.ran if not ran.outlet]
    return bool(found.impossible or found.is_picture), len(unknown), sum(map(len, unknown))


def _peeled(flat: str) -> tuple[str, dict[str, str]]:
    """The sentence without what may follow an outlet of any form: a permission, a licence."""
    said: dict[str, str] = {}
    for tail in _TAILS:
        if (found := tail.search(flat)) and found.start():
            flat, said = flat[: found.start()], said | found.groupdict()
    return flat, said


def _matches(said: _Said, styles: Sequence[KnownStyle]) -> Iterator[tuple[re.Match[str], str, Form | None]]:
    """(match, relation, form) of everything these words may be; a house's own sentence has no form."""
    for relation, template in dict.fromkeys(each for style in styles for each in _sentences(style)):
        says_one = relation == "rerun" or house_style.SAYS_A_PLACE.search(template)
        pattern = house_style.pattern(template) if says_one else None
        if pattern and (found := pattern.fullmatch(said.flat)):
            yield found, relation, None
    for form in _FORMS:
        if found := form.pattern.fullmatch(said.core):
            yield found, form.relation, form


def _sentences(style: KnownStyle) -> Iterator[tuple[str, str]]:
    yield "", style.words["outlet_dateline"]
    yield "", style.words["source_line"]
    yield from style.attributions


def _read(
    found: re.Match[str], told: str, form: Form | None, said: _Said, knowledge: Knowledge
) -> Mention | None:
    """What one match says; None where what fills its slots cannot be that."""
    words = value(found, "date")
    day = said_day(words) if words else None
    relation = _relation(told, found)
    if relation == "rerun" and "outlet" not in found.groupdict():
        again = Ran("", relation=relation, day=day, sentence=said.sentence)
        return Mention((again,)) if day else None
    slot = group_of(found, "outlet")
    if _is_date(found.string[found.start(slot) :]):
        return None
    names = value(found, "names")
    if names and not people_called(names, knowledge):
        return None
    places, has_more = places_said(house_style.said(found, slot, said.text), knowledge)
    are_known = all(place.is_known for place in places)
    is_sure = are_known or (has_more and any(place.is_known for place in places))
    if form and form.needs_record and (not is_sure or (words and not day)):
        return None
    if not relation and _PICTURES.search(value(found, "outlet")) and not are_known:
        return Mention(is_picture=True)
    if not all(place.is_known or is_name(place.outlet.name) for place in places):
        return None
    return Mention(
        _each(places, _facts(found, told, form, said), day),
        words if words and not day else "",
        has_more=has_more,
        names=names,
        licence=said.tails.get("licence", ""),
    )


def _facts(found: re.Match[str], told: str, form: Form | None, said: _Said) -> Ran:
    """What the sentence says of every place it names."""
    relation = _relation(told, found)
    titled = value(found, "headline")
    return Ran(
        "",
        relation=relation,
        sentence=said.sentence if relation else "",
        language=code_of(value(found, "language")),
        headline=house_style.said(found, group_of(found, "headline"), said.text) if titled else "",
        page=re.sub(r"^(?:pp?\.|pages?)\s*", "", value(found, "page"), flags=re.IGNORECASE),
        permission=value(found, "permission") or said.tails.get("permission", ""),
        expert_role=told if told in _EXPERT_ROLES else dict(form.fixed).get("expert", "") if form else "",
    )


def _relation(told: str, found: re.Match[str]) -> str:
    """What ran there, in the words of the models."""
    if told == BY_ADVERB:
        return "also" if value(found, "also") else "first" if value(found, "first") else "original"
    if told in _EXPERT_ROLES:
        return "original"
    if told.startswith("part"):
        part = _PARTS.get(value(found, "part").lower(), "original")
        if told == "part here":  # ours is the part, theirs the whole
            return part if part == "version" else "original"
        return "translation" if part == "version" and value(found, "language") else part
    return told


def _each(places: Sequence[SaidPlace], facts: Ran, day: Day | None) -> tuple[Ran, ...]:
    """One value a place. A date at the end is every place's, unless another place has one of its own."""
    has_own = any(place.day for place in places)
    last = len(places) - 1
    return tuple(
        replace(
            facts,
            name=place.outlet.name,
            outlet=place.outlet.key,
            article=place.outlet.article,
            day=place.day or (day if not has_own or number == last else None),
            section=place.section,
            issue=place.issue,
            page=place.page or facts.page,
            medium=place.medium,
            language=place.language or facts.language,
            access=place.access,
            gloss=place.gloss,
            descriptor=place.descriptor,
        )
        for number, place in enumerate(places)
    )


def _is_date(words: str) -> bool:
    """Words in an outlet's place that are a date: "Published on March 1, 2019" names no outlet called March."""
    return bool(date_at_start(words) or impossible_date(words) or said_day(words))
