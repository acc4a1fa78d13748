"""Names of people and words of posts in all their forms, as values for `prose.names.forms`."""

from collections.abc import Iterable, Mapping
from typing import Any

from authors.models import Appointment, Author
from prose.names.forms import NameForm, NameForms, WordsOfForm, forms_from_json
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
