"""Names of people and words of posts in all their forms, as values for `prose.names.forms`."""

from collections.abc import Iterable, Mapping
from typing import Any

from authors.models import Appointment, Author
from disclaimers.naming import house_forms
from prose.names.forms import ChosenForm, NameForm, NameForms, PageForms, WordsOfForm, forms_from_json
from prose.text_language.recognition import language_of_name


def person_forms(author: Author, rows: Iterable[Mapping[str, Any]], usual_language: str) -> NameForms:
    """Name, suffix, courtesy title and rank; `rows` are the person's `AuthorName`s as JSON.

    The name in its own script is a form in its language, behind those that are written as such.
    """
    words = {
        "name": author.display_name,
        "suffix": author.suffix,
        "courtesy": author.courtesy,
        "rank": author.rank,
    }
    own: NameForm[WordsOfForm] = NameForm(
        words, language_of_name(author.name_language, author.display_name, usual_language)
    )
    native: list[NameForm[WordsOfForm]] = (
        [NameForm({"name": author.native_name}, native_language(author))] if author.native_name else []
    )
    return NameForms(own, (*forms_from_json(rows), *native))


def person_words(
    page: PageForms, author: Author, rows: Iterable[Mapping[str, Any]]
) -> dict[str, ChosenForm[str]]:
    """Words of a person's name on a page: name, suffix, courtesy title, rank and the name in its own script.

    `rows`: as for `person_forms`. A native name that is the name itself is left out.
    """
    forms = person_forms(author, rows, page.usual_language)
    words = {name: page.word(name, forms) for name in ("name", "suffix", "courtesy", "rank")}
    if not author.courtesy_on(page.on):
        words["courtesy"] = ChosenForm("")
    if author.native_name and words["name"].value != author.native_name:
        words["native_name"] = page.original(author.native_name, native_language(author))
    return words


def post_words(
    page: PageForms,
    post: Appointment,
    rows: Iterable[Mapping[str, Any]],
    house_rows: Iterable[Mapping[str, Any]],
) -> dict[str, ChosenForm[str]]:
    """Title, unit and house of a post; the house is one of ours, by its short name, or another organisation.

    `rows`: as for `post_forms`; `house_rows`: the house's `InstitutionName`s as JSON.
    """
    forms = post_forms(post, rows, page.usual_language)
    words = {name: page.word(name, forms) for name in ("title", "unit")}
    if post.institution is None:
        return words | {"house": page.word("organisation", forms)}
    house = house_forms(post.institution, house_rows, page.usual_language)
    return words | {"house": page.word("short_name", house)}


def native_language(author: Author) -> str:
    """The language of the name in its own script: as stated, else what its letters tell."""
    return language_of_name(author.native_language, author.native_name)


def post_forms(post: Appointment, rows: Iterable[Mapping[str, Any]], usual_language: str) -> NameForms:
    """Title, unit and organisation of a post; `rows` are its `AppointmentWords` as JSON."""
    words = {"title": post.title, "unit": post.unit, "organisation": post.organisation}
    return NameForms(
        NameForm(words, language_of_name(post.name_language, post.title, usual_language)),
        forms_from_json(rows),
    )
