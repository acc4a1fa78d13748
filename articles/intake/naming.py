"""Names in a text matched with the desk's records: outlets under any article, people under any title."""

import re
from dataclasses import dataclass

from articles.intake.knowledge import Knowledge, KnownAuthor, KnownOutlet
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
        if outlets := [known for known in knowledge.outlets if _same(name, known)]:
            key = outlets[0].key if len(outlets) == 1 else None
            return SaidOutlet(key, outlets[0].name.name, article)
    return SaidOutlet(None, bare, article)


def _same(name: str, outlet: KnownOutlet) -> bool:
    wanted = fold(name).casefold()
    return any(wanted == fold(known).casefold() for known in outlet.names)


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
    wanted = fold(text).casefold()
    same = [author for author in knowledge.authors if wanted in names_of(author)]
    return same[0] if len(same) == 1 else None


def names_of(author: KnownAuthor) -> set[str]:
    """Every way a text may name an author of the desk, folded and in lower case."""
    plain = {author.name, f"{author.name}, {author.suffix}", f"{author.name} {author.suffix}"}
    return {fold(f"{before} {name}").casefold() for name in plain for before in ("", author.courtesy)}


def opening_person(text: str, knowledge: Knowledge) -> tuple[SaidPerson, int] | None:
    """The person whose name a text begins with, and the length of what names them."""
    flat = fold(text).casefold()
    called = {name: author for author in knowledge.authors for name in names_of(author)}
    for name in sorted(called, key=len, reverse=True) if len(flat) == len(text) else ():
        if flat.startswith(name) and not flat[len(name) : len(name) + 1].isalnum():
            key = called[name].key if known_author(called[name].name, knowledge) else None
            return SaidPerson(key, called[name].name, called[name].courtesy), len(name)
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
