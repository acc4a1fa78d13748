"""People and outlets behind the names of a page, loaded in the form of its language and day."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import Coalesce, JSONObject

from articles.press.names import Person
from articles.press.records.forms import DAYS, institution_forms, languages_of
from authors.models import Appointment, AppointmentWords, Author, AuthorName
from authors.naming import person_forms, person_words, post_words
from outlets.models import Outlet
from outlets.naming import OutletNaming
from prose.languages import BY_CODE, serves
from prose.names.forms import NameForms, PageForms


def people(page: PageForms, keys: Iterable[int | None]) -> dict[int, Person]:
    """The people with these keys; one that was merged away is the person it stands for."""
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    names = AuthorName.objects.filter(author=Coalesce(OuterRef("merged_into"), OuterRef("pk")))
    words = {"name": "display_name", "suffix": "suffix", "courtesy": "courtesy", "rank": "rank"}
    rows = Author.objects.filter(pk__in=wanted).select_related("merged_into")
    authors = rows.annotate(
        forms=ArraySubquery(
            names.order_by("language", "from_on", "id").values(form=JSONObject(**DAYS, **words))
        )
    )
    stand_for = {author.pk: (author.merged_into or author, author.forms) for author in authors}
    posts = _posts(page, {author.pk for author, _ in stand_for.values()})
    return {
        key: _person(page, author, forms, posts.get(author.pk)) for key, (author, forms) in stand_for.items()
    }


def _posts(page: PageForms, authors: set[int]) -> dict[int, Appointment]:
    """The post of each author on the day: the one that began last."""
    words = AppointmentWords.objects.filter(appointment=OuterRef("pk")).order_by("language")
    row = JSONObject(language="language", title="title", unit="unit", organisation="organisation")
    held = (
        Appointment.objects.filter(author__in=authors)
        .current(page.on)
        .select_related("institution")
        .annotate(forms=ArraySubquery(words.values(form=row)), house_forms=institution_forms("institution"))
    )
    posts: dict[int, Appointment] = {}
    for post in held:
        posts.setdefault(post.author_id, post)
    return posts


def _person(page: PageForms, author: Author, rows: list[dict[str, Any]], post: Appointment | None) -> Person:
    forms = person_forms(author, rows, page.usual_language)
    words = person_words(page, author, rows)
    words |= post_words(page, post, post.forms, post.house_forms) if post else {}  # type: ignore[attr-defined]
    return Person(
        author.pk,
        author.slug,
        appointment=", ".join(words[part].value for part in ("title", "unit", "house") if words[part].value)
        if post
        else "",
        since=post.from_on.isoformat() if post and post.from_on else "",
        until=post.until_on.isoformat() if post and post.until_on else "",
        is_retired=author.is_retired(page.on),
        form=author.form,
        name_order=author.name_order,
        sort_name=author.sort_name if words["name"].value == author.display_name else "",
        languages=languages_of(words),
        forms=_other_forms(page, forms),
        **{name: word.value for name, word in words.items()},
    )


def _other_forms(page: PageForms, forms: NameForms) -> dict[str, str]:
    """The name in its own language and in those of its forms, for texts that are not in the page's."""
    codes = {form.language for form in (forms.own, *forms.others) if form.is_in_use(page.on)}
    others = sorted(code for code in codes if not serves(code, page.language) and code in BY_CODE)
    return {code: page.in_language(code).word("name", forms).value for code in others}


def venues(page: PageForms, keys: Iterable[int | None]) -> dict[int, OutletNaming]:
    """The outlets with these keys, with their names of all days; one that was merged away is the one it stands for."""
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    rows = (
        Outlet.objects.filter(pk__in=wanted)
        .select_related("merged_into")
        .prefetch_related("former_names", "names", "merged_into__former_names", "merged_into__names")
    )
    return {
        outlet.pk: (outlet.merged_into or outlet).naming_for(page.language, page.usual_language)
        for outlet in rows
    }
