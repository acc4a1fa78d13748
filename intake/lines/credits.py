"""Lines that credit people: who wrote, translated, edited, asked, answered, helped or signed (wording.md, table E)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.knowledge import Knowledge
from intake.lines.naming import SaidPerson, people_called
from intake.patterns import Pattern
from prose.typography import fold

LONGEST = 600
_NAMES = r"(?P<names>.+)"
_STOP = Pattern(r"(?<!\bPh\.D)(?<!\bM\.D)(?<!\bJ\.D)(?<!\b[JS]r)(?<!\b\w)[.:]$")
_LABELS = {
    "author": r"by|words\s+by|von|par|por|автор(?:ы)?\s*:|بقلم\s*:?|글\s*:|글쓴이\s*:|저자\s*:",
    "translator": r"translat(?:ed|ion)\s+by|translat(?:or|ion)\s*:|übersetzt\s+von|übersetzung\s*(?::"
    r"|von)|traduit\s+par"
    r"|traduction\s*(?::|par)|traducido\s+por|traducción\s*:|перевод\s*:|переводчик\s*:|перевела|перевёл|ترجمة\s*:|번역\s*:|옮긴이\s*:",
    "editor": r"edited\s+by|editors?\s*:|herausgegeben\s+von|redaktion\s*:|édité\s+par|под\s+редакцией"
    r"|редактор\s*:|تحرير\s*:|편집\s*:",
    "interviewer": r"interview(?:ed)?\s+by|interviewer\s*:|interview\s+von|das\s+interview\s+führten?"
    r"|propos\s+recueillis\s+par"
    r"|entretien\s+mené\s+par|entrevista\s+de|беседовал[аи]?|интервьюер\s*:|أجرى\s+الحوار\s*:?|인터뷰어\s*:",
    "interviewee": r"(?:an?\s+)?interview\s+with|(?:in|a)\s+conversation\s+with|interviewee\s*:"
    r"|im\s+gespräch\s+mit|interview\s+mit"
    r"|entretien\s+avec|entrevista\s+con|беседа\s+с|حوار\s+مع|대담자\s*:",
    "contributor": r"with\s+contributions?\s+(?:by|from)|contributors?\s*:|mit\s+beiträgen\s+von"
    r"|avec\s+la\s+contribution\s+de"
    r"|avec\s+des\s+contributions\s+de|con\s+contribuciones\s+de|при\s+участии|بمساهمة\s*:?|도움\s*:",
    "signatory": r"signed\s+by|signed\s*:|signator(?:y|ies)\s*:|unterzeichnet\s+von|signé\s+par"
    r"|signataires\s*:|firmado\s+por"
    r"|подписали\s*:?|وقعه\s*:?|وقعها\s*:?|서명\s*:",
}
_FORMS = tuple((role, Pattern(rf"(?:{label})\s+{_NAMES}", re.IGNORECASE)) for role, label in _LABELS.items())
_BOTH = (
    (
        "interviewer",
        "interviewee",
        Pattern(
            r"(?:by\s+)?(?P<one>.+?),?\s+(?:interview\s+with|interviews|in\s+conversation\s+with)\s+(?P<other>.+?)\.?",
            re.I,
        ),
    ),
    (
        "interviewee",
        "interviewer",
        Pattern(
            r"(?P<one>.+?),?\s+(?:was\s+|is\s+)?(?:interviewed\s+by|im\s+gespräch\s+mit)\s+(?P<other>.+?)\.?",
            re.I,
        ),
    ),
)
POST = Pattern(
    r"fellow|professor|director|advis[eo]r|analyst|research|editor|scholar|associate|president|author\b|journalist"
    r"|columnist|lecturer|ambassador|minister|expert|specialist|chair|head of|economist|historian|scientist|counsel"
    r"|lawyer|attorney|officer|diplomat|student|founder|envoy|commissioner|consultant|strategist|correspondent|member"
    r"|wissenschaftler|leiter(?:in)?\b|dozent|redakteur|autor(?:in|innen)?\b|chercheu|directrice|directeur"
    r"|investigador|profesor|сотрудни|профессор|эксперт|директор|редактор|журналист|باحث|أستاذ|مدير|خبير|연구위원|연구원|교수|기자|소장",
    re.IGNORECASE,
)
"""Words that name a post."""
_ENDS_IN_POST = Pattern(
    r"\b(?:correspondent|editor|reporter|director|professor|fellow|analyst|columnist)$", re.IGNORECASE
)
_INSTITUTION = Pattern(r"^(?:the\s+)?(?P<name>.+)$", re.IGNORECASE)


@dataclass(frozen=True)
class Credited:
    """Some people in one role; `bio` is what the line itself says of them, in its words."""

    people: tuple[SaidPerson, ...]
    role: str = "author"
    bio: str = ""


def credited(text: str, knowledge: Knowledge) -> tuple[Credited, ...]:
    """Whom a whole line credits, label and names; empty where any part of it is no name."""
    flat = fold(text) if len(text) <= LONGEST else ""
    if not flat:
        return ()
    for role, form in _FORMS:
        if found := form.fullmatch(flat):
            names = _as_said(found, "names", flat, text)
            if told := _named(names, knowledge, role):
                return (told,)
    for first, second, form in _BOTH:
        if found := form.fullmatch(flat):
            one = people_called(_as_said(found, "one", flat, text), knowledge)
            other = people_called(_as_said(found, "other", flat, text), knowledge)
            if one and other:
                return Credited(tuple(one), first), Credited(tuple(other), second)
    return ()


def with_post(text: str, knowledge: Knowledge, role: str = "author") -> Credited | None:
    """Names with a post behind them: "Ida Quay, senior pilot, Tidal College". The words are kept as their bio."""
    for comma in _commas(text):
        before, behind = text[:comma], text[comma + 1 :]
        people = people_called(before, knowledge)
        if (
            people
            and POST.search(behind)
            and (_ENDS_IN_POST.search(behind) or not people_called(behind, knowledge))
        ):
            return Credited(tuple(people), role, text)
    return None


def _named(names: str, knowledge: Knowledge, role: str) -> Credited | None:
    """The people that the words behind a label name, or the institution."""
    if _ENDS_IN_POST.search(names) and (told := with_post(names, knowledge, role)):
        return told
    if people := people_called(names, knowledge, is_labelled=True):
        return Credited(tuple(people), role)
    if name := _institution(names, knowledge):
        return Credited((SaidPerson(None, name),), role)
    return with_post(names, knowledge, role)


def _institution(text: str, knowledge: Knowledge) -> str:
    """The institution of the desk that these words name: a body may sign, too."""
    found = _INSTITUTION.match(text)
    wanted = found["name"].casefold() if found else ""
    names = (name for one in knowledge.institutions for name in one.names)
    return next((name for name in names if name.casefold() == wanted), "")


def _commas(text: str) -> Iterator[int]:
    yield from (found.start() for found in re.finditer(",", text[:200]))


def _as_said(found: re.Match[str], group: str, flat: str, text: str) -> str:
    said = text[found.start(group) : found.end(group)] if len(flat) == len(text) else found[group]
    return _STOP.sub("", said.strip())
