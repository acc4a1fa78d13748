"""Credits: lines that name authors, translators, editors, interviewers, helpers, signers (docs/wording-rows.md E)."""

import re
from dataclasses import dataclass

from intake.findings import FoundPerson
from intake.knowledge import Knowledge
from intake.lines.naming import named_people
from intake.patterns import Pattern
from prose.typography import fold

LONGEST = 600
_NAMES = r"(?P<names>.+)"
_CLOSING_STOP = Pattern(r"(?<!\bPh\.D)(?<!\bM\.D)(?<!\bJ\.D)(?<!\b[JS]r)(?<!\b\w)[.:]$")
_LABELS = {
    "author": r"by|(?:written|words|text|story|opinion|analysis)\s+by|von|par|por|di|door|tekst"
    r"|text\s*:|autor(?:in|en|ka)?\s*:|autore\s*:|auteurs?\s*:|authors?\s*:|автор(?:ы)?\s*:|بقلم\s*:?|글\s*:|글쓴이\s*:|저자\s*:",
    "translator": r"translat(?:ed|ion)\s+by|translat(?:or|ion)\s*:|übersetzt\s+von|übersetzung\s*(?::"
    r"|von)|traduit\s+par"
    r"|traduction\s*(?::|par)|traducido\s+por|traducción\s*:|перевод\s*:|переводчик\s*:|перевела|перевёл"
    r"|ترجمة\s*:|번역\s*:|옮긴이\s*:",
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
_LABELLED = tuple(
    (role, Pattern(rf"(?:{label})\s+{_NAMES}", re.IGNORECASE)) for role, label in _LABELS.items()
)
_EASTERN_AUTHOR = Pattern(r"(?:文|著者?|執筆者?|作者|記者|撰文|取材・文)\s*[:：/／]\s*(?P<names>.+)")
_INTERVIEWS = (
    (
        "interviewer",
        "interviewee",
        Pattern(
            r"(?:by\s+)?(?P<one>.+?),?\s+(?:interview\s+with|interviews"
            r"|in\s+conversation\s+with)\s+(?P<other>.+?)\.?",
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
    r"|investigador|profesor|сотрудни|профессор|эксперт|директор|редактор|журналист|باحث|أستاذ|مدير|خبير|연구위원"
    r"|연구원|교수|기자|소장",
    re.IGNORECASE,
)
"""Words that name a post."""
_INSTITUTION = Pattern(
    r"\b(?:universit\w*|college|institut\w*|school|academy|centre|center|council|foundation|forum|hochschule"
    r"|akademie|stiftung"
    r"|école|université|universidad|università|universidade|uniwersytet|университет|институт|جامعة|معهد|대학교?"
    r"|大学|研究所)\b",
    re.IGNORECASE,
)
_ENDS_IN_POST = Pattern(
    r"\b(?:correspondent|editor|reporter|director|professor|fellow|analyst|columnist)$", re.IGNORECASE
)

_DESK = Pattern(
    r"\b(?:staff|redaktion|r[ée]daction|redacci[oó]n|redazione|redakcja|редакция|newsroom|news\s+desk|editorial\s+team"
    r"|staff\s+(?:writer|reporter)s?)\b",
    re.IGNORECASE,
)
"""Words for those who work at a paper: "Quay Staff" is no person."""


@dataclass(frozen=True)
class RoleCredit:
    """People credited in one role (Byline.Role); `bio` is what the line itself says of them, in its words."""

    people: tuple[FoundPerson, ...]
    role: str = "author"
    bio: str = ""


def credits_in(text: str, knowledge: Knowledge) -> tuple[RoleCredit, ...]:
    """The credits that a whole line is, label and names; empty if any part of it is no name."""
    flat = fold(text) if len(text) <= LONGEST else ""
    if not flat:
        return ()
    for role, pattern in _LABELLED:
        if match := pattern.fullmatch(flat):
            names = _as_spelled(match, "names", flat, text)
            if credit := _credit(names, knowledge, role):
                return (credit,)
    if (match := _EASTERN_AUTHOR.fullmatch(text)) and (
        credit := _credit(match["names"], knowledge, "author")
    ):
        return (credit,)
    for role, other_role, pattern in _INTERVIEWS:
        if match := pattern.fullmatch(flat):
            people = named_people(_as_spelled(match, "one", flat, text), knowledge)
            others = named_people(_as_spelled(match, "other", flat, text), knowledge)
            if people and others:
                return RoleCredit(tuple(people), role), RoleCredit(tuple(others), other_role)
    return ()


def names_a_desk(text: str) -> bool:
    """True for a byline of those who work at a paper: "By Quay Staff"."""
    if len(text) > LONGEST or not _DESK.search(text):
        return False
    return any(role == "author" and pattern.fullmatch(fold(text)) for role, pattern in _LABELLED)


def credit_with_post(text: str, knowledge: Knowledge, role: str = "author") -> RoleCredit | None:
    """Names with a post behind them: "Ida Quay, senior pilot, Tidal College". The words are kept as their bio."""
    for comma in re.finditer(",", text[:200]):
        before, behind = text[: comma.start()], text[comma.end() :]
        people = named_people(before, knowledge)
        is_post = POST.search(behind) and (
            _ENDS_IN_POST.search(behind) or not named_people(behind, knowledge)
        )
        if people and is_post:
            return RoleCredit(tuple(people), role, text)
    return None


def credit_with_affiliation(text: str, knowledge: Knowledge) -> RoleCredit | None:
    """A name with an institution behind it: "Nora Quill, Harbour University". The words are kept as their bio."""
    before, comma, behind = text.partition(",")
    people = named_people(before, knowledge) if comma and len(text) <= LONGEST else []
    is_institution = _INSTITUTION.search(behind) and len(behind.split()) <= 12
    return RoleCredit(tuple(people), "author", text) if len(people) == 1 and is_institution else None


def _credit(names: str, knowledge: Knowledge, role: str) -> RoleCredit | None:
    """The people, or the institution, in the words behind a label."""
    if _ENDS_IN_POST.search(names) and (credit := credit_with_post(names, knowledge, role)):
        return credit
    people = named_people(names, knowledge, is_labelled=True)
    if people and not any(person.author is None and _DESK.search(person.name) for person in people):
        return RoleCredit(tuple(people), role)
    if name := _institution(names, knowledge):
        return RoleCredit((FoundPerson(name),), role)
    return credit_with_post(names, knowledge, role) or credit_with_affiliation(names, knowledge)


def _institution(text: str, knowledge: Knowledge) -> str:
    """The name of the desk's institution that these words are: an institution may sign, too."""
    wanted = re.sub(r"^the\s+", "", text, flags=re.IGNORECASE).casefold()
    names = (name for institution in knowledge.institutions for name in institution.names)
    return next((name for name in names if name.casefold() == wanted), "")


def _as_spelled(match: re.Match[str], group: str, flat: str, text: str) -> str:
    """A group's words as the source spells them, without a closing stop."""
    words = text[match.start(group) : match.end(group)] if len(flat) == len(text) else match[group]
    return _CLOSING_STOP.sub("", words.strip())
