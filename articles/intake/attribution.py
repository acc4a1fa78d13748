"""Lines that say where a piece ran: house templates first, then the common forms in four languages.

Only whole lines count. An outlet that a sentence of the text mentions is no appearance (wording.md, table A).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from articles.intake import house_style
from articles.intake.dates import date_at_start, impossible_date, whole_date
from articles.intake.found import Day, Ran
from articles.intake.house_style import SLOT_PATTERNS
from articles.intake.knowledge import Knowledge, KnownStyle
from articles.intake.markup import first_link
from articles.intake.naming import outlets_called

ORIGINAL, VERSION, ALSO = "original", "version", "also"
_OUTLET, _DATE = SLOT_PATTERNS["outlet"], SLOT_PATTERNS["date"]
_NOUN = (
    r"(?:(?:opinion |blog |think |guest )?(?:piece|post|article|column|essay|text|story|paper|report|commentary"
    r"|analysis|interview|op-?ed|opinion|contribution|editorial|letter|review|brief|work|excerpt|item|dispatch"
    r"|conversation|blog|explainer|q&a|publication))"
)
_FIRST = r"(?:(?:originally|first|previously|initially|also)\s)"
_VERB = r"(?:published|appeared|posted|printed|ran|featured|released)"
_IN = r"(?:in|on|by|at|with)\s+(?:the\s+[\w/ ]{3,30}?\s(?:issue|edition)\s+of\s+)?"
_ON = rf"(?:,?\s+(?:on|in)\s+{_DATE}|,\s+{_DATE.replace('date', 'date2')})?"
_PERMISSION = r"(?:,?\s+and\s+is\s+(?:republished|reprinted|reproduced|reposted)\b[^\n]{0,120})?"
_TAIL = rf"{_ON}{_PERMISSION}\.?"
_AM = rf"(?:,?\s+(?:am|vom|im)\s+{_DATE})?"
_DE_IN = r"(?:in|bei|auf|im|beim)\s+"
_DE_FIRST = r"(?:(?:zuerst|ursprünglich|erstmals|zunächst)\s+)"

_FORMS: tuple[tuple[str, str], ...] = (
    (
        ORIGINAL,
        rf"this\s+{_NOUN}\s+(?:(?:was|has\s+been|is)\s+)?{_FIRST}?{_VERB}\s+{_FIRST}?{_IN}{_OUTLET}{_TAIL}",
    ),
    (ORIGINAL, rf"{_FIRST}{_VERB}\s+{_IN}{_OUTLET}{_TAIL}"),
    (
        ORIGINAL,
        r"(?:this\s+\w+\s+(?:is|was)\s+)?(?:republished|reprinted|reposted|cross-?posted)\s+"
        rf"(?:with\s+(?:the\s+)?(?:kind\s+)?permission\s+)?(?:from|of|by)\s+{_OUTLET}"
        r"(?:\s+under\s+a\s+creative\s+commons[^\n]{0,40})?" + _TAIL,
    ),
    (
        VERSION,
        rf"an?\s+(?:[\w-]+\s+){{0,3}}(?:version|excerpt|adaptation)\s+of\s+this\s+{_NOUN}\s+(?:(?:was|has\s+been)\s+)?"
        rf"{_FIRST}?{_VERB}\s+{_FIRST}?{_IN}{_OUTLET}{_TAIL}",
    ),
    (
        ORIGINAL,
        rf"dieser?s?\s+\w+\s+(?:ist|wurde|erschien)\s+{_DE_FIRST}?(?:am\s+{_DATE}\s+)?{_DE_FIRST}?{_DE_IN}{_OUTLET}"
        rf"{_AM.replace('date', 'date2')}(?:\s+(?:erschienen|veröffentlicht|publiziert)(?:\s+worden)?)?\.?",
    ),
    (ORIGINAL, rf"{_DE_FIRST}?(?:erschienen|veröffentlicht|publiziert)\s+{_DE_IN}{_OUTLET}{_AM}\.?"),
    (
        ORIGINAL,
        r"ce(?:t|tte)?\s+\w+\s+(?:a|est)\s+(?:(?:été|d'abord|initialement|originellement)\s+)*(?:publiée?|parue?)\s+"
        rf"(?:(?:initialement|d'abord)\s+)?(?:dans|par|sur|en)\s+{_OUTLET}(?:,?\s+(?:le|en)\s+{_DATE})?\.?",
    ),
    (
        ORIGINAL,
        r"est[ea]\s+\w+\s+(?:se\s+publicó|fue\s+publicad[oa]|apareció)\s+(?:(?:originalmente|primero|por\s+primera\s+vez)"
        rf"\s+)?(?:en|por)\s+{_OUTLET}(?:,?\s+el\s+{_DATE})?\.?",
    ),
    ("", rf"{_FIRST}?{_VERB}\s+(?:in|on|by|at)\s+{_OUTLET},?\s+(?:on\s+)?{_DATE}\.?"),
    ("", rf"(?:source|quelle|fuente|fonte)\s*:\s*{_OUTLET}(?:,\s+{_DATE})?\.?"),
)
"""(relation, pattern). An empty relation is a label: it names the place and leaves open what ran there."""
_ONLY_KNOWN: tuple[tuple[str, str], ...] = (
    ("", rf"{_VERB}\s+(?:in|on|by|at)\s+{_OUTLET}\.?"),
    ("", rf"via\s+{_OUTLET}(?:,\s+{_DATE})?\.?"),
    ("", rf"{_OUTLET}\s*[,|·]\s*{_DATE}"),
)
"""Forms too bare to trust with a name the desk does not know."""
_COMPILED = tuple((relation, re.compile(form, re.IGNORECASE)) for relation, form in _FORMS)
_COMPILED_KNOWN = tuple((relation, re.compile(form, re.IGNORECASE)) for relation, form in _ONLY_KNOWN)
_PICTURES = re.compile(
    r"getty|i?stock(?:photo)?|shutterstock|alamy|flickr|wikimedia|unsplash|afp|photo|image", re.IGNORECASE
)
_ALSO = re.compile(r"\balso\b", re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """What one line says about where the piece ran; `sentence` is empty for labels."""

    ran: tuple[Ran, ...] = ()
    impossible: str = ""  # words in a date's place that name no day
    is_picture: bool = False

    def linked(self, html: Sequence[str]) -> "Mention":
        """With the address behind the link in these lines: the piece's there, or only the outlet's site."""
        address = next((link for line in html if (link := first_link(line))), "")
        if not address.startswith(("http://", "https://")) or len(self.ran) != 1:
            return self
        is_site = not urlsplit(address).path.strip("/")
        ran = replace(self.ran[0], site=address) if is_site else replace(self.ran[0], url=address)
        return replace(self, ran=(ran,))


def mention(lines: Sequence[str], knowledge: Knowledge, styles: Sequence[KnownStyle]) -> Mention | None:
    """What these lines together say about an outlet, or None. `lines` is one line, or several that belong together."""
    flat, text = house_style.folded(lines), "\n".join(lines)
    for relation, found in _matches(flat, styles):
        if _is_date(flat[found.start("outlet") :]):
            continue
        outlets = outlets_called(house_style.said(found, "outlet", text), knowledge)
        if found.re in _NEEDS_RECORD and not all(outlet.key for outlet in outlets):
            continue
        if not relation and _PICTURES.search(found["outlet"]) and not all(outlet.key for outlet in outlets):
            return Mention(is_picture=True)
        if not all(outlet.key or _is_name(outlet.name) for outlet in outlets):
            continue
        words, day = _day(found)
        if words and not day and found.re in _NEEDS_RECORD:
            continue
        relation = ALSO if relation == ORIGINAL and _ALSO.search(flat[: found.start("outlet")]) else relation
        sentence = " ".join(lines) if relation else ""
        ran = tuple(
            Ran(outlet.name, outlet.key, outlet.article, relation, day, sentence=sentence)
            for outlet in outlets
        )
        return Mention(ran, words if words and not day else "")
    return None


_NEEDS_RECORD = frozenset(form for _, form in _COMPILED_KNOWN)


def _matches(flat: str, styles: Sequence[KnownStyle]) -> Iterator[tuple[str, re.Match[str]]]:
    for style in styles:
        for relation, template in (("", style.outlet_dateline), ("", style.source_line), *style.attributions):
            form = house_style.pattern(template) if "{outlet}" in template else None
            if form and (found := form.fullmatch(flat)):
                yield relation, found
    for relation, compiled in (*_COMPILED, *_COMPILED_KNOWN):
        if found := compiled.fullmatch(flat):
            yield relation, found


def _day(found: re.Match[str]) -> tuple[str, Day | None]:
    groups = found.groupdict()
    words = groups.get("date") or groups.get("date2") or ""
    return words, whole_date(words) if words else None


def _is_date(words: str) -> bool:
    """Words in an outlet's place that are a date: "Published on March 1, 2019" names no outlet called March."""
    return bool(date_at_start(words) or impossible_date(words))


def _is_name(words: str) -> bool:
    """A name to offer: short, begins with a capital or a digit, no sentence inside."""
    return 0 < len(words) <= 80 and not words[0].islower() and not re.search(r"[.!?;:]\s|,?\s\d{4}$", words)
