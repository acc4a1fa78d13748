"""Names in a text matched with the desk's records: outlets under any article, people under any title."""

import re
from dataclasses import dataclass, replace

from intake.findings import FoundPerson
from intake.knowledge import Knowledge, KnownAuthor
from intake.patterns import Pattern
from prose.typography import fold

_ARTICLES = Pattern(
    r"(?:(the|der|die|das|dem|den|des|le|la|les|el|los|las|il|lo|gli|het|de)\s+|(l'))(?=\S)", re.IGNORECASE
)
_SUFFIX = Pattern(r",?\s+(?:Jr|Sr|II|III|IV|Ph\.?\s?D|M\.?D|J\.?D|Esq|CBE|OBE)\b\.?", re.IGNORECASE)
_RANK = (
    r"(?:(?:Lt|Lieutenant|Maj|Major|Brig|Brigadier)\.?\s(?:General|Gen|Colonel|Col|Commander|Cmdr)|General|Gen"
    r"|(?:Vice |Rear |Vice-|Rear-)?Admiral|Adm|Colonel|Col|Captain|Capt|Major|Maj|Brigadier|Brig|Commander|Cmdr"
    r"|Lieutenant|Lt|Sergeant|Sgt|Oberst|Generalmajor|Colonel-major|Général|Coronel)"
)
_TITLE = (
    r"(?:(?:The\s)?Ambassador|Dr|Prof|Professor|Professorin|Sir|Dame|Lord|Lady|Baroness|Senator|Sen"
    r"|Representative|Rep|(?:The )?Hon(?:ou?rable)?|Minister|Mr|Mrs|Ms|Mme|Herr|Frau|Botschafter|Botschafterin"
    r"|Embajadora?|Ambassadeur|Ambassadrice|Посол|Профессор|السفير|السفيرة|الدكتور|الدكتورة)"
)
_RETIRED = (
    r"(?:\((?:[A-Z][\w.]{1,6},?\s)?(?:[Rr]et(?:ired|\.)?|RET|a\.\s?D\.|er)\)|,?\s(?:USA|USN|USAF"
    r"|USMC),?\s\(?[Rr]et\.?\)?)"
)
_COURTESY = Pattern(rf"(?:{_TITLE}\.?\s+|{_RANK}\.?(?:\s?{_RETIRED})?\s+)+")
_RANKED = Pattern(rf"(?:^|\s)(?P<rank>{_RANK}\.?)(?=\s|$)")
_IS_RETIRED = Pattern(rf"\s*{_RETIRED}")
_RANK_BEHIND = Pattern(rf",\s(?P<rank>{_RANK}\.?)\s?{_RETIRED}$")
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?|[\"“][^\W\d_]+[\"”])"
_PARTICLE = r"(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ten|ter|zu|y|e)"
NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,4}}"
"""Two to five capitalised words, with the small words inside names ("von", "de la")."""
_WORD_END = Pattern(r"(?<=[\w.])(?!\w)")
_LONGEST_NAME = 120
_WHOLE_NAME = Pattern(NAME)
_PARTICLES = Pattern(_PARTICLE)
_LETTERS = Pattern(r"[^\W\d_]")
_WORD_PART = Pattern(r"[^\W\d_]+")
_KOREAN_NAME = Pattern(
    r"[\u4e00-\u9fff\u3041-\u30fa々・]{2,8}|[가-힣]{2,5}(?:\s(?:기자|연구원|연구위원|교수|옮김|번역))?"
)
_KOREAN_ROLE = Pattern(r"\s*(?:기자|연구원|연구위원|교수|옮김|번역)$")
_HELD_COMMA = "\x00"
MAX_PEOPLE = 40
LONGEST_LIST = 2000  # characters
_JOINTS = Pattern(
    r",\s*(?:and|und|et|y|og|och|и|&)\s+|,\s+|\s+(?:and|und|et|y|og|och|и|&)\s+|،\s*|\s+و(?=\S)|·|、"
)
_COMMA_BEFORE_RANK = Pattern(rf",\s(?={_RANK}\.?\s?{_RETIRED}\s*(?:$|,|\s(?:and|und|&)))")


@dataclass(frozen=True)
class NamedOutlet:
    """An outlet that a text names: the record's key, or None; its name and, apart, the article before it."""

    key: int | None
    name: str
    article: str = ""


def named_outlet(text: str, knowledge: Knowledge) -> NamedOutlet:
    """The outlet of a name in any form: "the Hill", "Hill", "der Zeit"."""
    text = text.strip(" ,;:\"'“”‘’»«「」『』《》〈〉")
    article, bare = _without_article(text)
    for name in (text, bare):
        if outlets := knowledge.outlets_by_name.get(fold(name).casefold()):
            key = outlets[0].key if len(outlets) == 1 else None
            return NamedOutlet(key, outlets[0].naming.name, article)
    return NamedOutlet(None, bare, article)


def _without_article(text: str) -> tuple[str, str]:
    """(article, rest)."""
    if match := _ARTICLES.match(fold(text)):
        return match[0].strip(), text[match.end() :].strip()
    return "", text


def named_person(text: str, knowledge: Knowledge) -> FoundPerson | None:
    """The person of a name with any titles and suffix; None if it is neither on record nor looks like a name."""
    text = text.strip(" ,;")
    if author := known_author(text, knowledge):
        return FoundPerson(author.name, author.key, author.courtesy)
    is_retired = bool(_IS_RETIRED.search(text))
    rank_behind = _RANK_BEHIND.search(text)
    text = _IS_RETIRED.sub("", text[: rank_behind.start()] if rank_behind else text)
    lead = _COURTESY.match(text)
    suffix = _SUFFIX.search(text)
    name = _SUFFIX.sub("", text[lead.end() :] if lead else text).strip(" ,")
    courtesy, rank = _titles(lead[0] if lead else "")
    person = FoundPerson(
        name=name,
        courtesy=courtesy,
        rank=rank_behind["rank"] if rank_behind else rank,
        is_retired=is_retired,
        suffix=suffix[0].strip(" ,") if suffix else "",
    )
    if author := known_author(name, knowledge):
        return replace(person, author=author.key, name=author.name, courtesy=courtesy or author.courtesy)
    if not looks_like_a_name(name):
        return None
    return replace(person, name=in_mixed_case(name))


def in_mixed_case(name: str) -> str:
    """A name in capitals as it is written elsewhere: "NORA VON QUILL" -> "Nora von Quill"; other names as they are."""
    if len(_LETTERS.findall(name)) < 6 or not name.replace("Mc", "").replace("Mac", "").isupper():
        return name
    words = [
        word.lower() if _PARTICLES.fullmatch(word.lower()) and number else _capitalised(word)
        for number, word in enumerate(name.split())
    ]
    return " ".join(words)


def _capitalised(word: str) -> str:
    if len(word) < 3 or word.endswith("."):
        return word
    lead = next((lead for lead in ("Mc", "Mac") if word.startswith(lead)), "")
    return lead + _WORD_PART.sub(lambda part: part[0][0] + part[0][1:].lower(), word[len(lead) :])


def _titles(lead: str) -> tuple[str, str]:
    """The words before a name as (courtesy, rank): ("Ambassador", "General")."""
    lead = _IS_RETIRED.sub("", lead)
    rank = _RANKED.search(lead)
    return " ".join(_RANKED.sub("", lead).split()), rank["rank"] if rank else ""


def looks_like_a_name(text: str) -> bool:
    """Two to five words with capitals, or in a script that has none; the small words of names aside."""
    if not _WHOLE_NAME.fullmatch(text):
        return False
    return not any(word[0].islower() and not _PARTICLES.fullmatch(word) for word in text.split())


def known_author(text: str, knowledge: Knowledge) -> KnownAuthor | None:
    """The one author of exactly this name, with or without the title and suffix of the record."""
    authors = knowledge.authors_by_name.get(fold(text).casefold(), ())
    return authors[0] if len(authors) == 1 else None


def opening_person(text: str, knowledge: Knowledge) -> tuple[FoundPerson, int] | None:
    """The person whose name a text begins with, and the length of the name with its titles and suffix."""
    for end in reversed([gap.start() for gap in _WORD_END.finditer(text[:_LONGEST_NAME])]):
        if authors := knowledge.authors_by_name.get(fold(text[:end]).casefold()):
            author = authors[0]
            key = author.key if len(authors) == 1 else None
            return FoundPerson(author.name, key, author.courtesy), end
    lead = _COURTESY.match(text)
    name = _WHOLE_NAME.match(text, lead.end() if lead else 0)
    person = named_person(name[0], knowledge) if name else None
    if not name or not person:
        return None
    behind = text[name.end() : name.end() + _LONGEST_NAME]
    suffix = _SUFFIX.match(behind)
    retired = _IS_RETIRED.match(behind, suffix.end() if suffix else 0)
    end = name.end() + (retired.end() if retired else suffix.end() if suffix else 0)
    courtesy, rank = _titles(lead[0]) if lead else ("", "")
    person = replace(
        person,
        courtesy=courtesy or person.courtesy,
        rank=rank,
        is_retired=bool(retired or (lead and _IS_RETIRED.search(lead[0]))),
        suffix=suffix[0].strip(" ,") if suffix else "",
    )
    return person, end


def named_people(text: str, knowledge: Knowledge, *, is_labelled: bool = False) -> list[FoundPerson]:
    """Everyone in an enumeration of names; empty if any part of it is no name.

    `is_labelled`: the line says that these are names, so that a short one without spaces counts (「김등대」).
    """
    text = " ".join(text.split())
    if len(text) > LONGEST_LIST:
        return []
    parts = [part.strip() for part in _JOINTS.split(_with_held_commas(text)) if part.strip()]
    if len(parts) > MAX_PEOPLE:
        return []
    people = [_person(part.replace(_HELD_COMMA, ", "), knowledge, is_labelled) for part in parts]
    return [person for person in people if person] if all(people) else []


def _with_held_commas(text: str) -> str:
    """The text with a mark for each comma before a suffix or a retired rank: it parts no names."""
    held = _SUFFIX.sub(lambda suffix: suffix[0].replace(", ", _HELD_COMMA), text.replace(_HELD_COMMA, ""))
    return _COMMA_BEFORE_RANK.sub(_HELD_COMMA, held)


def _person(part: str, knowledge: Knowledge, is_labelled: bool) -> FoundPerson | None:
    person = named_person(part, knowledge)
    if person is None and is_labelled and _KOREAN_NAME.fullmatch(part):
        name = _KOREAN_ROLE.sub("", part)
        author = known_author(name, knowledge)
        return FoundPerson(author.name, author.key) if author else FoundPerson(name)
    return person
