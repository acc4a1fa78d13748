"""Public notes: corrections, clarifications, updates, notes of the editors (docs/wording-rows.md E13, G5, G7).

A label in any of seven languages tells the kind; without a label only sentences that can mean nothing else count.
"""

import re

from intake.findings import Note
from intake.lines.days.datelines import dateline_in
from intake.lines.days.dates import MAYBE_DATE, date_in_sentence
from intake.patterns import Pattern
from prose.typography import fold

LONGEST = 3000
NOTICES = frozenset({"correction", "clarification", "update"})
"""Kinds that an act issues as public notices; the others are fields of the piece."""
_LABELS = {
    "correction": r"correction|corrigendum|erratum|korrektur|berichtigung|rectificatif|rectification|corrección"
    r"|исправление|поправка|تصحيح|정정|바로잡습니다",
    "clarification": r"clarification|klarstellung|précision|aclaración|уточнение|توضيح|해명",
    "update": r"update|updated|aktualisierung|aktualisiert|mise\s+à\s+jour|actualización|обновление|обновлено|تحديث"
    r"|업데이트",
    "editor": r"editor'?s?'?\s+note|note\s+from\s+the\s+editors?|note\s+to\s+readers|anmerkung\s+der\s+redaktion"
    r"|redaktionelle\s+anmerkung|note\s+de\s+la\s+rédaction|ndlr|nota\s+(?:del\s+editor|de\s+la\s+redacción)"
    r"|от\s+редакции|примечание\s+редакции|ملاحظة\s+(?:من\s+)?(?:المحرر|التحرير)|편집자\s?주",
}
_WHEN = (
    rf"(?:\s*[,(\[-]?\s*(?:appended\s+|added\s+)?(?:on\s+|vom\s+|du\s+|le\s+|от\s+|el\s+"
    rf"|،\s*)?(?P<date>{MAYBE_DATE})\s*[)\]]?)?"
)
_LABELLED = tuple(
    (
        kind,
        Pattern(
            rf"[\[(]?\s*(?:{label}){_WHEN}\s*(?::|\s[-|]\s)\s*(?P<text>.+)", re.I | re.S, costly=[MAYBE_DATE]
        ),
    )
    for kind, label in _LABELS.items()
)
_PIECE = (
    r"(?:piece|post|article|column|essay|story|paper|report|commentary|analysis|interview|op-?ed|text|page)"
)
_EARLIER = Pattern(
    rf"(?:(?:an?|the)\s+(?:earlier|previous|prior|original)\s+version\s+of\s+this\s+{_PIECE}\s+\w"
    r"|in\s+einer\s+früheren\s+(?:fassung|version)\s+diese[sr]\s+\w"
    r"|une\s+version\s+(?:précédente|antérieure)\s+de\s+ce(?:t|tte)?\s+\w+\s+(?:indiquait|affirmait|disait)"
    r"|una\s+versión\s+anterior\s+de\s+est[ea]\s+\w+\s+(?:decía|indicaba|afirmaba)"
    r"|в\s+(?:более\s+ранней|предыдущей|первоначальной)\s+версии\s+(?:этой\s+статьи|этого\s+текста)"
    r"|(?:ذكرت|أوردت)\s+نسخة\s+سابقة\s+من\s+هذ|이\s+(?:글|기사|칼럼)의\s+이전\s+(?:버전|판본))",
    re.IGNORECASE,
)
_RAN_SOMEWHERE = Pattern(
    r"version\s+of\s+this\s+\w+\s+(?:\w+\s+){0,3}(?:published|appeared|ran|posted)\b", re.I
)
_CHANGED = Pattern(
    rf"this\s+{_PIECE}\s+(?:was|has\s+been)\s+(?P<how>updated|revised|corrected|amended|clarified)"
    rf"(?:\s+(?:on\s+)?(?P<date>{MAYBE_DATE}))?(?:,?\s+(?:to|with|because|after|since)\b.{{3,400}}?)?\.?",
    re.IGNORECASE,
    costly=[MAYBE_DATE],
)
_CHANGE_KINDS = {"updated": "update", "revised": "update", "clarified": "clarification"}
_EDITED = tuple(
    Pattern(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:(?:this|the|our)\s+)?(?:transcript|interview|conversation|podcast|q&a|discussion|dialogue|speech|remarks"
        r"|exchange|text|article|excerpt|essay)\s+(?:was|were|has\s+been|have\s+been|is)\s+(?:[\w-]+\s+){0,2}"
        r"(?:edited|condensed|shortened|abridged|trimmed)(?:\s+(?:and|or)\s+[\w-]+)?(?:\s+(?:for|by|with)\s[^.\n]{3,120})?\.?",
        r"(?:lightly\s+)?edited\s+(?:lightly\s+)?for\s+(?:length|clarity|brevity|style|grammar)[^.\n]{0,80}\.?",
        r"(?:das|dieses)\s+(?:interview|gespräch|transkript)\s+wurde\s+[^.\n]{0,80}(?:bearbeitet|gekürzt|redigiert)\.?",
        r"(?:ce(?:t|tte)?\s+|l'|la\s+)(?:entretien|interview|transcription)\s+a\s+été\s+[^.\n]{0,40}"
        r"(?:éditée?|remaniée?|condensée?|abrégée?|revue?)[^.\n]{0,80}\.?",
        r"(?:la|esta)\s+(?:entrevista|transcripción)\s+(?:ha\s+sido|fue)\s+[^.\n]{0,30}editada[^.\n]{0,80}\.?",
        r"(?:расшифровка|интервью|текст\s+интервью)\s+(?:был[аои]?\s+)?(?:слегка\s+|незначительно\s+)?"
        r"(?:отредактирован|сокращен|сокращён)\w{0,4}[^.\n]{0,80}\.?",
        r"(?:جرى|تم)\s+تحرير\s+(?:هذا|هذه|نص)[^.\n]{0,100}\.?",
        r"(?:이\s+)?(?:인터뷰|녹취록|대담)(?:는|은)\s+[^.\n]{0,60}편집[가-힣\s]{1,12}\.?",
    )
)
_WRONG_AND_RIGHT = tuple(
    Pattern(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"(?:said|stated|gave|reported|claimed|indicated|wrote)\s+(?:that\s+)?(?P<wrong>[^.;]{3,300})[.;]\s+"
        r"(?:in\s+fact,?\s+)?(?P<right>.{3,400})",
        r"misstated\s+.{3,120}?\s+as\s+(?P<wrong>[^.;]{1,200})[.;]\s+(?P<right>.{3,400})",
        r"(?:hieß\s+es|stand),\s+(?P<wrong>[^.;]{3,300})[.;]\s+(?:richtig\s+ist:?\s+)?(?P<right>.{3,400})",
        r"(?:indiquait|affirmait|disait)\s+(?:que\s+|qu')(?P<wrong>[^.;]{3,300})[.;]\s+(?:en\s+(?:réalité|fait),?\s+)?"
        r"(?P<right>.{3,400})",
        r"(?:decía|indicaba|afirmaba)\s+que\s+(?P<wrong>[^.;]{3,300})[.;]\s+(?:en\s+realidad,?\s+)?(?P<right>.{3,400})",
        r"(?:говорилось|утверждалось|указывалось),\s+что\s+(?P<wrong>[^.;]{3,300})[.;]\s+(?:на\s+самом\s+деле,?\s+)?"
        r"(?P<right>.{3,400})",
        r"(?:.{0,600}[.;]\s+)?(?P<right>[^.;]{3,300}?),\s+not\s+(?P<wrong>[^.;]{1,200})\.?$",
    )
)


def note_in(text: str) -> Note | None:
    """The note that a paragraph is, its label and date apart from its words; None for other paragraphs."""
    if len(text) > LONGEST:
        return None
    flat = fold(text)
    for kind, pattern in _LABELLED:
        if match := pattern.fullmatch(flat):
            if kind == "update" and dateline_in(match["text"]):
                return None  # the day of an update, no words about it
            day = date_in_sentence(match["date"]) if match["date"] else None
            if match["date"] and day is None:
                return None
            words = _as_spelled(match["text"], flat, text)
            inner = _note_without_label(words, fold(words)) if kind == "editor" else None
            return inner or Note(kind, words, day, *_wrong_and_right(kind, words))
    return _note_without_label(text.strip(), flat)


def _note_without_label(text: str, flat: str) -> Note | None:
    if any(pattern.fullmatch(flat) for pattern in _EDITED):
        return Note("editing", text)
    if match := _CHANGED.fullmatch(flat):
        kind = _CHANGE_KINDS.get(match["how"].lower(), "correction")
        day = date_in_sentence(match["date"]) if match["date"] else None
        return None if match["date"] and day is None else Note(kind, text, day)
    if _EARLIER.match(flat) and not _RAN_SOMEWHERE.search(flat):
        return Note("correction", text, None, *_wrong_and_right("correction", text))
    return None


def _as_spelled(words: str, flat: str, text: str) -> str:
    """The closing words of the folded text as the source spells them, without the bracket that closes the note."""
    own = text[len(text) - len(words) :] if len(flat) == len(text) else words
    if flat.startswith(("[", "(")) and own.endswith(("]", ")")):
        own = own[:-1]
    return own.strip()


def _wrong_and_right(kind: str, text: str) -> tuple[str, str]:
    """The wrong and the right statement of a correction; both empty if it does not give both."""
    for pattern in _WRONG_AND_RIGHT if kind == "correction" else ():
        if match := pattern.search(text):
            return match["wrong"].strip(), match["right"].strip()
    return "", ""
