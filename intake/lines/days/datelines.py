"""Datelines: lines of nothing but a date, with the words, hours and zones that people write around it.

"Thu 9 Apr 2020 06.05 GMT", "Published: 9:00am, 20 Jan, 2020", "Mis en ligne le 15 septembre 2009 à 14h30".
"""

import re
from dataclasses import dataclass

from intake.findings import FoundDay
from intake.lines.days.dates import MAYBE_DATE, date_in_sentence, impossible_date, whole_date
from intake.patterns import Pattern
from prose.typography import fold

LONGEST = 160
_PUBLISHED = "|".join((
    r"published", r"posted", r"(?:publication\s+)?date", r"issued", r"created", r"released",
    r"veröffentlicht", r"erschienen", r"erstellt", r"datum", r"stand",
    r"publiée?", r"mis(?:e)?\s+en\s+ligne", r"paru(?:e)?", r"publicad[oa]", r"fecha", r"publicação",
    r"pubblicat[oa]", r"data", r"gepubliceerd", r"geplaatst", r"opublikowan[oya]", r"data\s+publikacji", r"dodano",
    r"опубликован[оа]?", r"дата(?:\s+публикации)?", r"опубліковано",
    r"publicerad", r"publisert", r"offentliggjort", r"julkaistu", r"yayınlanma(?:\s+tarihi)?",
    r"(?:تاريخ\s+)?النشر", r"نشر(?:ت)?", r"公開日?", r"掲載日?", r"投稿日?", r"発行日?", r"発表日?",
    r"입력", r"등록(?:일)?", r"게재(?:일)?", r"발행(?:일)?", r"发布(?:时间|日期)?", r"發布(?:時間|日期)?",
))  # fmt: skip
_UPDATED = "|".join((
    r"(?:last\s+)?updated?", r"(?:last\s+)?(?:modified|revised|edited)", r"(?:zuletzt\s+)?aktualisiert",
    r"letzte\s+(?:änderung|aktualisierung)", r"geändert", r"mis(?:e)?\s+à\s+jour", r"modifiée?",
    r"actualizad[oa]", r"última\s+(?:actualización|atualização)", r"atualizad[oa]",
    r"(?:ultimo\s+)?aggiorna(?:to|ta|mento)", r"(?:laatst\s+)?bijgewerkt", r"(?:ostatnia\s+)?aktualizacja",
    r"zaktualizowano", r"обновлен[оа]?", r"обновлено", r"изменено", r"оновлено",
    r"uppdaterad", r"oppdatert", r"opdateret", r"päivitetty", r"güncelleme", r"(?:آخر\s+)?تحديث",
    r"最終更新日?", r"更新日?", r"수정(?:일)?", r"업데이트", r"更新(?:时间|日期)?",
))  # fmt: skip
_FIRST = (
    r"(?:(?:originally|first|initially|ursprünglich|zuerst|initialement|originalmente|originariamente)\s+)?"
)
_ON = r"(?:(?:on|at|am|vom|den|le|du|el|del?|il|in\s+data|em|op|dnia|w\s+dniu|от|på|في|بتاريخ|by)\s+)?"
_ZONE_NAMES = r"(?:eastern|central|pacific|mountain|london|local)(?:\s+(?:standard|daylight))?(?:\s+time)?"
_OFFSET = r"(?:GMT|UTC)\s?(?:[+-]\s?\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d"
_ZONE = rf"(?:\s*\(?(?:{_OFFSET}|[A-Z]{{2,5}}|{_ZONE_NAMES}|мск|z)\)?)?"
_HOUR = (
    r"(?:\d{1,2}(?:\s?[:.h]\s?\d\d){1,2}(?:\.\d+)?(?:\s?(?:[ap]\.?\s?m\b\.?|uhr|h|hrs?|hours|uur|klo))?"
    r"|\d{1,2}\s?(?:[ap]\.?\s?m\b\.?|uhr|h|uur)"
    r"|(?:午前|午後|오전|오후)?\s?\d{1,2}\s?[時시:](?:\s?\d{1,2}\s?[分분]?)?)"
)
_AT = (
    r"(?:\s*(?:[,،|·•/T-]|at|um|à|a\s+las|alle(?:\s+ore)?|ore|às|as|om|o\s+godz\.?|godz\.?|в|klo|kl\.?|الساعة)\s*"
    r"|\s+)"
)
_CLOCK = rf"(?:{_HOUR}{_ZONE})"
_MINUTES = r"(?:min(?:ute)?s?\.?|minuten|minutos|minuti|minut|мин(?:ут[аы]?)?|分)"
_READING_TIME = (
    r"read|de\s+lecture|lesezeit|lesedauer|de\s+lectura|di\s+lettura|de\s+leitura|leestijd|czytania|чтения"
)
_READING = rf"(?:\s*[,|·•-]\s*\d{{1,3}}\s*-?\s*{_MINUTES}(?:\s*(?:{_READING_TIME}))?)?"
_LEAD = rf"(?:{_FIRST}(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))\s*(?:[:|-]|：)?\s*)?"
_LINE = Pattern(
    rf"[(\[]?\s*{_LEAD}{_ON}(?:{_CLOCK}(?![.\d])\s*[,،|·]?\s*(?:on\s+)?)?"
    rf"(?P<date>{MAYBE_DATE})(?:{_AT}{_CLOCK})?{_READING}\s*[.)\]|,]?",
    re.IGNORECASE,
)
_TWO_WAYS = Pattern(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")


@dataclass(frozen=True)
class Dateline:
    """A line that is a date: its day, or None where its `words` name no day that can be told.

    `is_update`: it says when the text was changed, not when it was published.
    """

    words: str
    day: FoundDay | None
    is_update: bool = False


def dateline_in(text: str) -> Dateline | None:
    """The dateline that a whole line is, or None."""
    if len(text) > LONGEST or not any(char.isdigit() for char in text):
        return None
    match = _LINE.fullmatch(fold(text))
    if not match:
        return None
    words, is_update = match["date"].strip(), bool(match["updated"])
    if day := whole_date(words) or date_in_sentence(words):
        return Dateline(words, day, is_update)
    if impossible_date(words) or _TWO_WAYS.fullmatch(words):
        return Dateline(words, None, is_update)
    return None
