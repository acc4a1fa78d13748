"""Names of the institution, content type, people and outlets as printed in an edition.

They are frozen with each edition as `printed["records"]`, and the next edition of the piece takes them from there
(`press.pinned.names`): renaming a person, an outlet or a house style changes no page until it is reissued.
`press.records` loads them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from articles.press.relations import credited_rows, each_once
from articles.snapshot import Content
from disclaimers.phrases import PagePhrases
from outlets.naming import OutletNaming
from prose.languages import serves
from prose.text_language.recognition import language_to_mark


@dataclass(frozen=True)
class Person:
    """An author with the titles and the post held on the day that counts.

    `appointment`: the post in words, and its parts `title`, `unit` and `house`; `since` and `until`: its days (ISO,
    empty if not known). `languages`: member -> language, for words that are not in the page's.
    `forms`: the name in other languages, for texts in them. `form`, `name_order` and `sort_name` tell family and given
    name apart (`authors.split_names`).
    """

    id: int
    slug: str
    name: str
    appointment: str = ""
    courtesy: str = ""
    rank: str = ""
    suffix: str = ""
    native_name: str = ""
    since: str = ""
    until: str = ""
    title: str = ""
    unit: str = ""
    house: str = ""
    is_retired: bool = False
    form: str = "person"
    name_order: str = "given-first"
    sort_name: str = ""
    languages: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """The name for a text in another language on the page."""
        return _form_in(language, self.forms, self.name)

    def printed_as(self, name: str, language: str) -> "Person":
        """The same person under the name that a piece in `language` prints, word for word: no title stands around it.

        Texts in other languages on the page call the person so too.
        """
        words = {"name": name, "courtesy": "", "rank": "", "suffix": "", "native_name": "", "sort_name": ""}
        kept = {member: code for member, code in self.languages.items() if member not in words}
        if mark := language_to_mark(name, language):
            kept["name"] = mark
        return replace(self, **words, forms={}, languages=kept)  # type: ignore[arg-type]


class PrintedTopic(NamedTuple):
    """A topic as a page names it; `language` is empty where the name is in the page's."""

    name: str
    slug: str
    language: str = ""

    @property
    def as_json(self) -> dict[str, str]:
        """The row of `printed["topics"]`."""
        return {key: value for key, value in self._asdict().items() if value or key != "language"}


@dataclass(frozen=True)
class Style:
    """A house style: the phrase of every position (disclaimers.positions) and the house's choices.

    `of`: whose style it is, in words, with the house above that fills what it leaves open. `languages`: of templates
    that are not in the page's language, by position.
    """

    templates: dict[str, str]
    outlet_article: str = "lower-case"
    outlet_date_replaces_ours: bool = False
    italicises_outlets: bool = False
    attribution_at: str = "foot"
    of: str = ""
    languages: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Names:
    """All names a page prints; people and venues by their keys.

    `above`: names of the institutions above the publisher, nearest first, by their codes. `inherited`: by the name of
    a fact ("kind_label", "holder", "terms") the institution above that states it; none for the publisher's own.
    `labels`: the label in other languages, for texts in them. `genre`: what programs take it for. `on`: the day
    they speak of (ISO). `languages`: member -> language, for words that are not in the page's.
    """

    institution: int
    kind: int
    language: str
    kind_label: str
    holder: str
    style: Style
    people: dict[int, Person]
    venues: dict[int, OutletNaming]
    institution_name: str = ""
    above: dict[str, str] = field(default_factory=dict)
    inherited: dict[str, str] = field(default_factory=dict)
    on: str = ""
    languages: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    genre: str = "opinion"

    @property
    def phrases(self) -> PagePhrases:
        """The phrases of the house style, with their languages."""
        return PagePhrases(self.style.templates, self.language, self.style.languages)

    def label_in(self, language: str) -> str:
        """The content type's label for a text in another language on the page."""
        return _form_in(language, self.labels, self.kind_label)


def _form_in(language: str, forms: Mapping[str, str], usual: str) -> str:
    """The form of exactly this language, else of one that serves it, else the one that the page prints."""
    serving = [text for code, text in forms.items() if serves(code, language)]
    return forms.get(language) or next(iter(serving), usual)


def credited_person(names: Names, row: Mapping[str, Any]) -> Person | None:
    """The person of a byline, under the name that it prints; None for a name without a record."""
    person = names.people.get(row["author_id"])
    return person.printed_as(row["name"], names.language) if person and row["name"] else person


def person_on_page(names: Names, content: Content, key: int | None) -> Person | None:
    """Somebody on record, under the name of their first byline, for all that a page says of them beside the bio."""
    own = {"author_id": key, "name": ""}
    return credited_person(names, next((row for row in content["bylines"] if row["author_id"] == key), own))


def author_rows(content: Content) -> list[dict[str, Any]]:
    """Bylines of the authors, each once, without editors, translators, people who are only quoted, and other roles."""
    return each_once(row for row in credited_rows(content) if row["role"] == "author")


def author_keys(content: Content) -> list[int]:
    """Keys of the authors who have a record here."""
    return [row["author_id"] for row in author_rows(content) if row["author_id"]]
