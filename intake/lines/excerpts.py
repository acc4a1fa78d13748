"""Excerpts: a line that says of which book, report or longer text the piece is an excerpt, in six languages.

"Excerpted from the book The Tides, edited by Bo Pier, chapter 3, p. 12–30 (Gull Press, 2019)."
"""

import datetime as dt
import re
from collections.abc import Mapping

from intake.findings import FoundDay, FoundPlace
from intake.knowledge import Knowledge
from intake.lines.days.dates import date_in_sentence
from intake.lines.place_phrases import is_name, named_place
from intake.patterns import Pattern
from prose.dates import Precision

_LONGEST_TITLE = 200
_QUOTED = Pattern(r"^[\"“”„«‘‹](?P<title>[^\n]{2,200}?)[\"“”»’›]$")
_START = Pattern(
    r"^(?:(?:this(?:\s+[\w-]+)?|the\s+(?:following|above|preceding)\s+[\w-]+)\s+(?:is|was|has\s+been)\s+)?"
    r"(?:an?\s+(?:[\w-]+\s+)?(?:excerpt|extract)\s+(?:from|of)|(?:excerpted|extracted)\s+(?:with\s+permission\s+)?from"
    r"|(?:excerpts?|extract)\s+from:?|auszug\s+aus|extrait\s+(?:de|du)|(?:отрывок|фрагмент|глава)\s+из|مقتطف\s+من)\s+",
    re.IGNORECASE,
)
_KOREAN = Pattern(r"^(?P<work>[^\n]+?)에서\s+발췌(?P<publication>\s*\([^()\n]{2,120}\))?$")
"""What a Korean line is an excerpt of stands before the word for it."""
_CHAPTER_FIRST = Pattern(
    r"^(?:the\s+)?(?:chapter|kapitel|chapitre|глав[аы]|الفصل)\s+(?P<chapter>\w{1,12})\s+(?:of|in|aus|von|de|du|из|من)\s+",
    re.IGNORECASE,
)
_WORK = Pattern(
    r"^(?:(?:the|an?|his|her|their|our|dem|der|seinem|ihrem|le|la|l['’])\s*)?(?:(?:new|recent|forthcoming|neuen)\s+)?"
    r"(?P<work>book|buch|livre|report|study|bericht|studie|rapport|article|essay|paper|artikel|aufsatz"
    r"|книг[иа]|доклада?|отч[её]та?|статьи|статья|كتاب|تقرير|مقال|책|보고서|글|기사)[:,]?\s+",
    re.IGNORECASE,
)
_WORKS = {"report": "report", "study": "report", "bericht": "report", "studie": "report", "rapport": "report",
          "article": "article", "essay": "article", "paper": "article", "artikel": "article",
          "aufsatz": "article", "доклад": "report", "доклада": "report", "отчет": "report", "отчёт": "report",
          "отчета": "report", "отчёта": "report", "статьи": "article", "статья": "article", "تقرير": "report",
          "مقال": "article", "보고서": "report", "글": "article", "기사": "article"}  # fmt: skip
_CREDIT = Pattern(
    r"(?:[.,;]\s*|\s+)(?P<permission>(?:(?:copyright|©|\(c\))[^\n]{0,120}?)?"
    r"(?:(?:re-?)?(?:printed|published|produced)|used|excerpted)\s+(?:here\s+)?(?:with|by)\s+(?:the\s+)?"
    r"(?:kind\s+)?permission\b[^\n]{0,160})$|[.;]\s*(?P<copyright>(?:copyright|©)[^\n]{3,160})$",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-zà-ÿа-яё][\w.'’-]*"
_NAMES = rf"{_NAME}(?:,?\s+(?:(?:and|und|et|и)\s+)?{_NAME}){{1,7}}"
_ENDS = (
    Pattern(r"\s*\((?P<writers>[^()\n]{2,100}?)\s*(?:지음|저)\)$"),
    Pattern(r"\s*\((?P<editors>[^()\n]{2,100}?)\s*(?:엮음|편)\)$"),
    Pattern(r",?\s*장:\s*(?P<chapter>\w{1,12})$|,?\s*제\s*(?P<numbered>\d{1,3})\s*장$"),
    Pattern(r",?\s*(?P<page>\d{1,5}(?:\s?[-–]\s?\d{1,5})?)\s*쪽$"),
    Pattern(r",?\s*\((?P<publication>[^()\n]{2,120})\)$"),
    Pattern(
        r"[,،]?\s+(?:chapter|ch\.|kapitel|kap\.|chapitre|глава|гл\.|الفصل)\s+(?P<chapter>\w{1,12})$",
        re.IGNORECASE,
    ),
    Pattern(
        r"[,،]?\s+(?:pp?\.|pages?|s\.|seiten?|с\.|стр\.|ص)\s*(?P<page>\w{1,6}(?:\s?[-–]\s?\w{1,6})?)$",
        re.IGNORECASE,
    ),
    Pattern(
        r",?\s+(?:to\s+be\s+)?(?:published\s+by|from|erschienen\s+bei|paru\s+chez)\s+"
        r"(?P<publication>[^\n,]{2,80}(?:(?:,|\s+in)\s+[^\n,]{4,20})?)$",
        re.IGNORECASE,
    ),
    Pattern(r",\s+(?P<publication>[^\n,]{2,80},\s+(?:\w+\s+)?\d{4})$"),
    Pattern(
        r"[,،]?\s+(?:edited\s+by|(?:herausgegeben|hrsg\.)\s+von|sous\s+la\s+direction\s+de|под\s+редакцией"
        r"|(?:редакторы?|ред\.)\s*:|تحرير)\s+(?P<editors>[^\n()]{3,200})$",
        re.IGNORECASE,
    ),
    Pattern(
        rf"(?:,?\s+by|(?:,|(?<=[\"”“«»’]))\s+(?:von|par|de|авт\.:?|авторы?:))\s+(?P<writers>{_NAMES})$"
        rf"|[,،]?\s+تأليف\s+(?P<arabic>[^\n()،,]{{3,100}})$"
    ),
)
_PUBLISHED = Pattern(
    r"^(?:(?P<publisher>[^\n]+?)(?:,?\s+in\s+|[,،]\s+))?(?P<day>(?:[^\W\d_]+\.?\s+)?\d{4})(?:\s*(?:г\.|г|년))?$"
)


def excerpted_place(sentence: str, knowledge: Knowledge) -> FoundPlace | None:
    """The work of which the piece is an excerpt, with its publisher as the outlet; None for other sentences.

    `permission` holds the credit that the publisher asks for, word for word.
    """
    work = _work_in(sentence.strip().rstrip("."))
    if work is None:
        return None
    rest, known = _take_apart(work)
    quoted = _QUOTED.match(rest)
    title = (quoted["title"] if quoted else rest).strip(" ,")
    is_sure = bool(quoted or known)
    if not is_sure or not _is_title(title):
        return None
    published = _publication(known.get("publication", ""), knowledge)
    if published is None:
        return None
    publisher, day = published
    return FoundPlace(
        publisher.name,
        publisher.outlet,
        publisher.article,
        relation="excerpted",
        sentence=sentence,
        headline=title,
        page=known.get("page", ""),
        permission=known.get("permission") or known.get("copyright", ""),
        work=_WORKS.get(known.get("work", "").lower(), "book"),
        writers=known.get("writers") or known.get("arabic", ""),
        editors=known.get("editors", ""),
        chapter=known.get("chapter") or known.get("numbered", ""),
    ).on_day(day)


def _work_in(sentence: str) -> str | None:
    """What a sentence says that the piece is an excerpt of."""
    if start := _START.match(sentence):
        return sentence[start.end() :].strip()
    if korean := _KOREAN.match(sentence):
        return f"{korean['work']} {korean['publication'] or ''}".strip()
    return None


def _take_apart(words: str) -> tuple[str, Mapping[str, str]]:
    """The title, and what stands before and behind it, by name."""
    known: dict[str, str] = {}

    def take(match: re.Match[str]) -> None:
        known.update({name: value.strip() for name, value in match.groupdict().items() if value})

    if match := _CREDIT.search(words):
        take(match)
        words = words[: match.start()].rstrip(" .")
    for pattern in (_CHAPTER_FIRST, _WORK):
        if match := pattern.match(words):
            take(match)
            words = words[match.end() :]
    while match := next(filter(None, (_end(pattern, words, known) for pattern in _ENDS)), None):
        take(match)
        words = words[: match.start()]
    return words.strip(), known


def _end(pattern: Pattern, words: str, known: Mapping[str, str]) -> re.Match[str] | None:
    """What a pattern takes from the end of the words; nothing twice."""
    match = pattern.search(words)
    return match if match and match.start() and not known.keys() & match.groupdict().keys() else None


def _is_title(words: str) -> bool:
    """True for words that can be a title: short, no sentences, not in lower case."""
    is_short = 1 < len(words) <= _LONGEST_TITLE
    return is_short and not words[0].islower() and ". " not in words and "\n" not in words


def _publication(words: str, knowledge: Knowledge) -> tuple[FoundPlace, FoundDay | None] | None:
    """Publisher and day in "Gull Press, 2019"; None for words that are neither."""
    match = _PUBLISHED.match(words)
    publisher = (match["publisher"] or "") if match else words
    day = _day(match["day"]) if match else None
    place = named_place(publisher, knowledge) if publisher else FoundPlace("")
    is_either = not publisher or place.is_known or is_name(place.name)
    return (place, day) if is_either and (day or not match) else None


def _day(words: str) -> FoundDay | None:
    if words.isdigit():
        return FoundDay(dt.date(int(words), 1, 1), Precision.YEAR) if 1400 < int(words) < 2200 else None
    return date_in_sentence(words)
