"""Names in a text matched with the desk's records: outlets under any article, people under any title."""

import re
from dataclasses import dataclass

from articles.intake.knowledge import Knowledge, KnownAuthor
from prose.typography import fold

_ARTICLES = re.compile(
    r"(?:(the|der|die|das|dem|den|des|le|la|les|el|los|las|il|lo|gli|het|de)\s+|(l'))(?=\S)", re.IGNORECASE
)
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV|Ph\.?\s?D|M\.?D|J\.?D|Esq|CBE|OBE)\b\.?", re.IGNORECASE)
_COURTESY = re.compile(
    r"(?:(?:Ambassador|Dr|Prof|Professor|Professorin|Sir|Dame|Lord|Lady|Baroness|(?:Lt|Lieutenant|Maj|Major|Brig"
    r"|Brigadier)?\.?\s?(?:General|Gen)|(?:Vice |Rear )?Admiral|Adm|Colonel|Col|Captain|Capt|Major|Senator|Sen"
    r"|Representative|Rep|(?:The )?Hon(?:ou?rable)?|Minister|Mr|Mrs|Ms|Mme|Herr|Frau|Botschafter|Botschafterin"
    r"|Embajadora?|Ambassadeur|Ambassadrice)\.?(?:\s?\(ret\.\))?\s+)+"
)
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?|[\"“][^\W\d_]+[\"”])"
_PARTICLE = r"(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ten|ter|zu|y|e)"
NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,4}}"
"""Two to five capitalised words, with the small words that stand inside names."""
_WORD_END = re.compile(r"(?<=[\w.])(?!\w)")
_LONGEST_NAME = 120
_WHOLE_NAME = re.compile(NAME)


@dataclass(frozen=True)
class SaidOutlet:
    """An outlet as a text names it: the record's key where there is one, else name and article apart."""

    key: int | None
    name: str
    article: str = ""


@dataclass(frozen=True)
class SaidPerson:
    """A person as a text names them; `courtesy` is what stood before the name."""

    key: int | None
    name: str
    courtesy: str = ""


def outlet_called(text: str, knowledge: Knowledge) -> SaidOutlet:
    """The outlet behind a name as a text says it: "the Hill", "Hill", "der Zeit"."""
    text = text.strip(" ,;:\"'“”‘’»«")
    article, bare = _apart(text)
    for name in (text, bare):
        if outlets := knowledge.outlets_by_name.get(fold(name).casefold()):
            key = outlets[0].key if len(outlets) == 1 else None
            return SaidOutlet(key, outlets[0].name.name, article)
    return SaidOutlet(None, bare, article)


def _apart(text: str) -> tuple[str, str]:
    if found := _ARTICLES.match(fold(text)):
        return found[0].strip(), text[found.end() :].strip()
    return "", text


def outlets_called(text: str, knowledge: Knowledge) -> list[SaidOutlet]:
    """The outlets in an enumeration: parted only where every part is known, else the one name it may be."""
    parts = re.split(r",\s*(?:and|und|et|y)\s+|,\s+|\s+(?:and|und|et|y|&)\s+", text)
    outlets = [outlet_called(part, knowledge) for part in parts]
    if len(parts) > 1 and all(outlet.key for outlet in outlets):
        return outlets
    return [outlet_called(text, knowledge)]


def person_called(text: str, knowledge: Knowledge) -> SaidPerson | None:
    """The person a name stands for, title and suffix aside; None where it is neither known nor looks like a name."""
    text = text.strip(" ,;")
    if known := known_author(text, knowledge):
        return SaidPerson(known.key, known.name, known.courtesy)
    courtesy = _COURTESY.match(text)
    bare = _SUFFIX.sub("", text[courtesy.end() :] if courtesy else text).strip(" ,")
    if known := known_author(bare, knowledge):
        return SaidPerson(known.key, known.name, courtesy[0].strip() if courtesy else "")
    if not _WHOLE_NAME.fullmatch(bare):
        return None
    return SaidPerson(None, bare, courtesy[0].strip() if courtesy else "")


def known_author(text: str, knowledge: Knowledge) -> KnownAuthor | None:
    """The one author called exactly so, with or without the title and suffix of the record."""
    same = knowledge.authors_by_name.get(fold(text).casefold(), ())
    return same[0] if len(same) == 1 else None


def opening_person(text: str, knowledge: Knowledge) -> tuple[SaidPerson, int] | None:
    """The person whose name a text begins with, and the length of what names them."""
    for end in reversed([gap.start() for gap in _WORD_END.finditer(text[:_LONGEST_NAME])]):
        if same := knowledge.authors_by_name.get(fold(text[:end]).casefold()):
            return SaidPerson(same[0].key if len(same) == 1 else None, same[0].name, same[0].courtesy), end
    courtesy = _COURTESY.match(text)
    start = courtesy.end() if courtesy else 0
    if not (found := _WHOLE_NAME.match(text, start)):
        return None
    person = person_called(found[0], knowledge)
    if not person:
        return None
    suffix = _SUFFIX.match(text, found.end())
    end = suffix.end() if suffix else found.end()
    return SaidPerson(person.key, person.name, courtesy[0].strip() if courtesy else person.courtesy), end


def people_called(text: str, knowledge: Knowledge) -> list[SaidPerson]:
    """Everyone in an enumeration of names; empty where any part of it is no name."""
    text = _SUFFIX.sub("", text)
    parts = re.split(r",\s*(?:and|und|et|y|&)\s+|,\s+|\s+(?:and|und|et|y|&)\s+", text)
    people = [person_called(part, knowledge) for part in parts if part.strip()]
    return [person for person in people if person] if all(people) else []
