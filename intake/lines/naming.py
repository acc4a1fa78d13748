"""Names in a text matched with the desk's records: outlets under any article, people under any title."""

import re
from dataclasses import dataclass, replace

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
"""Two to five capitalised words, with the small words that stand inside names."""
_WORD_END = Pattern(r"(?<=[\w.])(?!\w)")
_LONGEST_NAME = 120
_WHOLE_NAME = Pattern(NAME)
_PARTICLES = Pattern(_PARTICLE)
_KOREAN = Pattern(r"[가-힣]{2,5}(?:\s(?:기자|연구원|연구위원|교수|옮김|번역))?")
MAX_PEOPLE = 40
LONGEST_LIST = 2000  # characters; no byline names so many


@dataclass(frozen=True)
class SaidOutlet:
    """An outlet as a text names it: the record's key where there is one, else name and article apart."""

    key: int | None
    name: str
    article: str = ""


@dataclass(frozen=True)
class SaidPerson:
    """A person as a text names them; `courtesy` and `rank` are what stood before the name, `suffix` what behind it."""

    key: int | None
    name: str
    courtesy: str = ""
    rank: str = ""
    is_retired: bool = False
    suffix: str = ""


def outlet_called(text: str, knowledge: Knowledge) -> SaidOutlet:
    """The outlet behind a name as a text says it: "the Hill", "Hill", "der Zeit"."""
    text = text.strip(" ,;:\"'“”‘’»«「」『』《》〈〉")
    article, bare = _apart(text)
    for name in (text, bare):
        if outlets := knowledge.outlets_by_name.get(fold(name).casefold()):
            key = outlets[0].key if len(outlets) == 1 else None
            return SaidOutlet(key, outlets[0].naming.name, article)
    return SaidOutlet(None, bare, article)


def _apart(text: str) -> tuple[str, str]:
    if found := _ARTICLES.match(fold(text)):
        return found[0].strip(), text[found.end() :].strip()
    return "", text


def person_called(text: str, knowledge: Knowledge) -> SaidPerson | None:
    """The person a name stands for, title and suffix aside; None where it is neither known nor looks like a name."""
    text = text.strip(" ,;")
    if known := known_author(text, knowledge):
        return SaidPerson(known.key, known.name, known.courtesy)
    is_retired = bool(_IS_RETIRED.search(text))
    behind = _RANK_BEHIND.search(text)
    text = _IS_RETIRED.sub("", text[: behind.start()] if behind else text)
    lead = _COURTESY.match(text)
    suffix = _SUFFIX.search(text)
    bare = _SUFFIX.sub("", text[lead.end() :] if lead else text).strip(" ,")
    courtesy, rank = _titles(lead[0] if lead else "")
    person = SaidPerson(
        None,
        bare,
        courtesy,
        behind["rank"] if behind else rank,
        is_retired,
        suffix[0].strip(" ,") if suffix else "",
    )
    if known := known_author(bare, knowledge):
        return replace(person, key=known.key, name=known.name, courtesy=courtesy or known.courtesy)
    return person if looks_like_a_name(bare) else None


def _titles(lead: str) -> tuple[str, str]:
    """What stands before a name, parted: ("Ambassador", "General")."""
    lead = _IS_RETIRED.sub("", lead)
    rank = _RANKED.search(lead)
    return " ".join(_RANKED.sub("", lead).split()), rank["rank"] if rank else ""


def looks_like_a_name(text: str) -> bool:
    """Two to five words with capitals, or in a script that has none; the small words of names aside."""
    if not _WHOLE_NAME.fullmatch(text):
        return False
    return not any(word[0].islower() and not _PARTICLES.fullmatch(word) for word in text.split())


def known_author(text: str, knowledge: Knowledge) -> KnownAuthor | None:
    """The one author called exactly so, with or without the title and suffix of the record."""
    same = knowledge.authors_by_name.get(fold(text).casefold(), ())
    return same[0] if len(same) == 1 else None


def opening_person(text: str, knowledge: Knowledge) -> tuple[SaidPerson, int] | None:
    """The person whose name a text begins with, and the length of what names them."""
    for end in reversed([gap.start() for gap in _WORD_END.finditer(text[:_LONGEST_NAME])]):
        if same := knowledge.authors_by_name.get(fold(text[:end]).casefold()):
            return SaidPerson(same[0].key if len(same) == 1 else None, same[0].name, same[0].courtesy), end
    lead = _COURTESY.match(text)
    start = lead.end() if lead else 0
    if not (found := _WHOLE_NAME.match(text, start)):
        return None
    person = person_called(found[0], knowledge)
    if not person:
        return None
    behind = text[found.end() : found.end() + _LONGEST_NAME]
    suffix = _SUFFIX.match(behind)
    retired = _IS_RETIRED.match(behind, suffix.end() if suffix else 0)
    end = found.end() + (retired.end() if retired else suffix.end() if suffix else 0)
    courtesy, rank = _titles(lead[0]) if lead else ("", "")
    is_retired = bool(retired or (lead and _IS_RETIRED.search(lead[0])))
    return replace(
        person,
        courtesy=courtesy or person.courtesy,
        rank=rank,
        is_retired=is_retired,
        suffix=suffix[0].strip(" ,") if suffix else "",
    ), end


_BETWEEN = Pattern(r",\s*(?:and|und|et|y|и|&)\s+|,\s+|\s+(?:and|und|et|y|и|&)\s+|،\s*|\s+و(?=\S)|·|、")


def people_called(text: str, knowledge: Knowledge, *, is_labelled: bool = False) -> list[SaidPerson]:
    """Everyone in an enumeration of names; empty where any part of it is no name.

    `is_labelled`: the line says that these are names, so that a short one without spaces counts (「김등대」).
    """
    text = " ".join(text.split())
    if len(text) > LONGEST_LIST:
        return []
    parts = [part.strip() for part in _BETWEEN.split(_closed(text)) if part.strip()]
    if len(parts) > MAX_PEOPLE:
        return []
    people = [_named(part.replace("\x00", ", "), knowledge, is_labelled) for part in parts]
    return [person for person in people if person] if all(people) else []


_COMMA_BEFORE_RANK = Pattern(rf",\s(?={_RANK}\.?\s?{_RETIRED}\s*(?:$|,|\s(?:and|und|&)))")


def _closed(text: str) -> str:
    """A comma before a suffix or a retired rank parts no names."""
    closed = _SUFFIX.sub(lambda found: found[0].replace(", ", "\x00"), text.replace("\x00", ""))
    return _COMMA_BEFORE_RANK.sub("\x00", closed)


def _named(part: str, knowledge: Knowledge, is_labelled: bool) -> SaidPerson | None:
    found = person_called(part, knowledge)
    if found is None and is_labelled and _KOREAN.fullmatch(part):
        name = re.sub(r"\s*(?:기자|연구원|연구위원|교수|옮김|번역)$", "", part)
        known = known_author(name, knowledge)
        return SaidPerson(known.key if known else None, known.name if known else name)
    return found
