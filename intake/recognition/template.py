"""A newspaper's template above a text: labels that name its headline, dek and byline, and an internal slip.

"SLUG: ships-0412", "HED: A tax on waiting ships", "BYLINE: Nora Quill"; or a bare slug on the first line.
"""

import re

from intake.patterns import Pattern
from intake.recognition.remaining import Remaining, SourceLine
from intake.sources.manuscript import Hint, LeftOut

_REACH = 16
_LABELS = {
    Hint.TITLE: r"hed|headline|head|title|titel|überschrift|schlagzeile|titre|título|titolo|заголовок",
    Hint.SUBTITLE: r"dek|deck|subhead(?:line)?|sub-?hed|standfirst|sell|unterzeile|vorspann"
    r"|chapeau|chapô|bajada|sommario|подзаголовок",
    Hint.NONE: r"byline|by-line|autorenzeile",
    Hint.BESIDE: r"slug|word\s?count|words|length|section|desk|budget|embargo(?:ed)?\s+slip|for\s+release"
    r"|file\s?name|job|issue\s+date"
    r"|page|photo(?:s)?|art|pictures?|cutline|keywords?|contact|e-?mail|phone|zeichen|anschläge|ressort|status",
}  # fmt: skip
_LINES = tuple(
    (hint, Pattern(rf"(?P<label>\[?(?:{labels})\]?\s*(?:[:：]|\s[-–—]\s)\s*)(?P<value>\S.*)?", re.IGNORECASE))
    for hint, labels in _LABELS.items()
)
_ALONE = Pattern(
    r"\[?slug\]?\s*[:：]\s*\S.{0,80}|(?:word\s?count|words|length|zeichen|anschläge)\s*[:：]\s*\d[\d.,\s]*(?:words|w)?",
    re.IGNORECASE,
)
"""Labels that no text has: their lines count without a template around them, at the head and at the foot."""
_FOOT = 4
_SLUG = Pattern(r"(?=.{5,48}$)(?=.*(?:\d{4}|[-_].*[-_]|_))[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+)*")
_GENERIC = (
    "opinion opinions op-ed oped commentary comment analysis perspective perspectives viewpoint essay column "
    "editorial"
    " guest_essay guest_column guest_opinion meinung kommentar gastbeitrag gastkommentar analyse leitartikel "
    "debatte tribune"
    " chronique éditorial point_de_vue débat débats idées opinión tribuna análisis columna opinione opinioni "
    "commento analisi"
    " editoriale opinião análise artigo coluna opinie commentaar opinia komentarz analiza felieton мнение "
    "мнения комментарий"
    " аналитика колонка オピニオン 社説 論説 コラム 解説 오피니언 사설 칼럼 기고 논평 رأي آراء تحليل مقال"
)
LABELS = frozenset(name.replace("_", " ") for name in _GENERIC.split())
"""Names of a newspaper's parts: a label above a headline, never the headline."""
_JOINTS = Pattern(r"\s*[|/·•:–-]\s*")


def is_label(text: str) -> bool:
    """True for a line that only names a part of a newspaper: "OPINION", "Meinung | Gastbeitrag"."""
    parts = [part for part in _JOINTS.split(text.casefold().strip()) if part]
    return 0 < len(parts) <= 3 and (
        all(part in LABELS for part in parts) or text.casefold().strip() in LABELS
    )


def take_template(remaining: Remaining) -> tuple[LeftOut, ...]:
    """Mark the lines that a template labels by what they are; take its internal slip out of the text."""
    labelled = [(line, *found) for line in remaining.lines[:_REACH] if (found := _labelled(line))]
    left_out: list[LeftOut] = []
    if len(labelled) > 1 and any(hint is Hint.TITLE for _, hint, _ in labelled):
        for line, hint, label in labelled:
            if hint is Hint.BESIDE or len(label) >= len(line.text):
                left_out += _take(remaining, line)
            else:
                remaining.mark(line, label, hint)
    for line in (*remaining.lines[:_REACH], *remaining.lines[_REACH:][-_FOOT:]):
        if _ALONE.fullmatch(line.text):
            left_out += _take(remaining, line)
    first = next(iter(remaining.lines), None)
    if (
        first
        and len(remaining.lines) > 2
        and first.block.hint is not Hint.TITLE
        and _SLUG.fullmatch(first.text)
    ):
        left_out += _take(remaining, first)
    return tuple(left_out)


def _labelled(line: SourceLine) -> tuple[Hint, str] | None:
    """(what the label names, the words of the label) of a line with one."""
    if len(line.text) > 400:
        return None
    for hint, pattern in _LINES:
        if match := pattern.fullmatch(line.text):
            return hint, match["label"]
    return None


def _take(remaining: Remaining, line: SourceLine) -> list[LeftOut]:
    remaining.take([line])
    return [LeftOut("a newspaper's slip", line.text, line.block.line)]
