"""Bylines that share their line with a date: "By Ida Quay | Mar. 3, 2021", "par Ida Quay, le 3 mars 2021"."""

import re
from dataclasses import dataclass

from intake.knowledge import Knowledge
from intake.lines.credits import RoleCredit, credit_with_post, credits_in
from intake.lines.days.datelines import Dateline, dateline_in
from intake.lines.naming import named_people
from intake.patterns import Pattern
from prose.dates import Precision

LONGEST = 240
_CUT = Pattern(
    r"\s*[|｜·•]\s*|\s+[-–—/]\s+|\s*[,،、]\s*|\s+(?=(?:on|am|vom|le|el|il|em|op)\s+\S*\d)"
    r"|\s*[(（](?=[^)）]{4,40}[)）]$)|\s+"
)
_STRONG = Pattern(r"\s*[|｜·•]\s*|\s+[-–—]\s+|\s*\(\s*")
_READING = Pattern(
    r"(?:\s*[|·•,–—-]\s*|^)(?:\d{1,3}[\s-]*(?:min(?:ute)?s?|minuten|minutos|minuti|мин(?:ут[аы]?)?|分)\b\.?[^"
    r"|·•]{0,20}"
    r"|(?:reading\s+time|lesezeit|lesedauer|temps\s+de\s+lecture|tiempo\s+de\s+lectura)\s*:?\s*\d{1,3}[^"
    r"|·•]{0,12})(?=\s*[|·•]|$)",
    re.IGNORECASE,
)
_CITIES = frozenset((
    "new york", "new delhi", "new york city", "los angeles", "san francisco", "san diego", "san josé",
    "san jose", "tel aviv", "hong kong",
    "buenos aires", "mexico city", "washington dc", "washington d.c.", "kuala lumpur", "cape town",
    "addis ababa", "são paulo",
    "rio de janeiro", "abu dhabi", "saint petersburg", "st. petersburg", "santiago de chile", "guatemala city",
    "panama city",
    "united nations", "united states", "united kingdom", "south africa", "south korea", "north korea",
    "saudi arabia", "sri lanka",
    "new zealand", "den haag", "the hague", "ho chi minh", "phnom penh", "dar es salaam", "las vegas",
    "salt lake city", "frankfurt am main",
))  # fmt: skip
"""Places of two or more words: a place before a date is no author."""
_ONE_WORD = Pattern(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]{2,20}")
_MONTH_PART = Pattern(r"\d")
_AGENCY = Pattern(
    r"(?:\s*/\s*|,\s+|\s+\()(?!(?:[MJ]\.?D|PH\.?D|[JS]R|I{2,3}|IV|[COM]BE|USAF?|USN|USMC|RET|ESQ|MEP|MP)\b)"
    r"(?:[A-ZÄÖÜ]{2,6}(?:-[A-Z]{1,3})?|dpa|afp|apa|sda|ap|reuters)\)?$"
)
"""The agency or broadcaster behind a name: "Nora Quill/dpa", "Nora Quill, NDR"."""
_ACCOUNTS = Pattern(
    r"\b(?:admin\w*|web-?master|editors?|editorial|redaktion\w*|redakteur\w*|r[ée]daction|redacci[oó]n|redazione|redac[tç]\w+|redakcja"
    r"|редакция|staff|team|desk|board|newsroom|news|nachrichten|press|presse|office|media|magazin\w*|online|guest|user|author|autor"
    r"|writers?|reporters?|correspondents?|agenc\w+|agentur|foundation|stiftung|institut\w*|university|universität|centre|center"
    r"|association|verlag|gmbh|inc|ltd|llc|company|group|times|post|journal|zeitung|ministry|ministerium|blog|tv|radio|contributors?"
    r"|photo\w*|foto\w*|courtesy|published|updated|uhr|min|minutes|views?|posts?|archive|profile|twitter|facebook|email|e-mail|follow|all|more|about|über|caption|highlights|images?|getty|account|güncelleme)\b|[@/\d]"
    r"|^(?:the|der|die|das|by|von|par|por)\s|(?-i:(?<=[a-zß-öø-ÿ]{4})[A-ZÄÖÜ])",
    re.IGNORECASE,
)
"""Words that stand in no name; an article or a label before it; and two words run together: "QuillReporter"."""


@dataclass(frozen=True)
class DatedByline:
    """The credits and the dateline of one line."""

    credits: tuple[RoleCredit, ...]
    date: Dateline


def dated_byline_in(text: str, knowledge: Knowledge) -> DatedByline | None:
    """Names and a day that together are the whole line, in either order; None for other lines."""
    if len(text) > LONGEST or not _MONTH_PART.search(text):
        return None
    text = _READING.sub("", text).strip(" |·•")
    for cut in _CUT.finditer(text):
        before, behind = text[: cut.start()], text[cut.end() :].rstrip(") ）")
        for names, date in ((before, behind), (behind, before)):
            line = dateline_in(date) if names and date else None
            if line is None or line.day is None or line.day.precision is not Precision.DAY:
                continue
            if credits := _credits(names, knowledge):
                return DatedByline(credits, line)
    return None


def dated_town_in(text: str) -> Dateline | None:
    """The dateline of a line that puts a town before its day: "London, 21 January 2015"."""
    town, comma, date = text.partition(",") if len(text) <= LONGEST else ("", "", "")
    return dateline_in(date.strip()) if comma and is_town(town.strip()) else None


def is_account(name: str) -> bool:
    """True for words that name an account, a desk or an organisation, but no person."""
    return bool(_ACCOUNTS.search(name))


def without_agency(names: str) -> str:
    """Names without the agency behind them."""
    return _AGENCY.sub("", names)


def is_town(words: str) -> bool:
    """True for one capitalised word, and for the best known places of several."""
    return words.casefold() in _CITIES or bool(_ONE_WORD.fullmatch(words))


def _credits(names: str, knowledge: Knowledge) -> tuple[RoleCredit, ...]:
    """Credits with a label, names with a post, or bare names that are no place."""
    names = names.strip(" ,،|·•–—-:")
    if credits := credits_in(names, knowledge):
        return credits
    parts = ", ".join(part.strip() for part in _STRONG.split(names) if part.strip())
    if credit := credit_with_post(parts, knowledge):
        return (credit,)
    if parts != names or names.casefold() in _CITIES:
        return ()
    people = [
        person for person in named_people(names, knowledge) if person.author or not is_account(person.name)
    ]
    return (RoleCredit(tuple(people)),) if people else ()
