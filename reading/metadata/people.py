"""People as programs read them: those whom a piece credits, under their printed names."""

from articles.addresses import absolute
from reading.metadata.cited import CitedPerson
from reading.metadata.json_ld import Thing, without_empty

_PROPERTIES = {"editor": "editor", "translator": "translator", "interviewee": "about", "subject": "about"}
"""Role in a byline -> the article's property of schema.org. Whoever made the piece is its author in any role."""


def person_id(path: str) -> str:
    """The lasting name of somebody with a page here: its address, and "#person". Their page says what else they are."""
    return f"{absolute(path)}#person" if path else ""


def person(cited: CitedPerson) -> Thing:
    """A person or a body: the name alone, and as much of the post as the page prints."""
    return without_empty(
        type_="Organization" if cited.is_body else "Person",
        id_=person_id(cited.path),
        name=cited.name,
        givenName=cited.parts.given,
        familyName=cited.parts.whole_family if cited.parts.family else "",
        honorificSuffix=cited.parts.suffix,
        url=absolute(cited.path) if cited.path else "",
        jobTitle=cited.job,
        affiliation=without_empty(type_="Organization", name=cited.house) if cited.house else {},
    )


def by_property(people: tuple[CitedPerson, ...]) -> Thing:
    """All people of a piece by the article's properties, in the order of the byline."""
    found: Thing = {}
    for each in people:
        name = "author" if each.is_maker else _PROPERTIES.get(each.role, "contributor")
        found.setdefault(name, []).append(person(each))
    return found
