"""Facts in a merge that are no rows of the record: a biography, a portrait, a post's words, an institution's facts.

They go along where the kept record has none, and come back; what stays behind is named.
"""

from typing import Any

from django.db import models
from django.db.models import F

from articles.acts.merging.sameness import is_same_post
from authors.models import Appointment, AppointmentWords, Author
from disclaimers.models import Disclaimer, Institution, KindLabel, UsualLicence
from disclaimers.models.institution import POLICIES
from outlets.models import Outlet
from pictures.models import Logo, Picture
from prose.dates import in_words

LENT: dict[type[models.Model], dict[str, dict[str, Any]]] = {
    Author: {
        "biography": {"biography": "", "biography_language": ""},
        "short_biography": {"short_biography": ""},
        "areas": {"areas": ""},
        "spoken_languages": {"spoken_languages": []},
        "email": {"email": ""},
        "orcid": {"orcid": ""},
        "portrait": {"portrait": None, "portrait_alt": ""},
    },
    Outlet: {"about": {"about": ""}, "for_readers": {"for_readers": ""}},
}
"""What a record lends to the one that stands: the fact and what belongs to it, with the values of who has none.

Keys of `RecordMerge.moved`, too.
"""
POST_WORDS = "words of posts"
"""Key of `RecordMerge.moved`: pairs of a row and the post that it came from."""
_FACTS = (
    "url", "parent", "strapline", "colour", "time_zone", "copyright_holder", "errors_contact", "permissions_contact",
    "default_kind", "default_language", "missing_wording", "offers_republication", "republication_terms",
    "about", *POLICIES,
)  # fmt: skip


def that_go_along(gone: models.Model, kept: models.Model) -> list[str]:
    """A line for each text that `kept` would get."""
    lines = [f"post in another language: {row}" for row, _ in _words_of_posts(gone, kept)[0]]
    return [*lines, *(_in_words(fact, gone) for fact in _lent_by(gone) if _lends(fact, gone, kept))]


def left_behind(gone: models.Model, kept: models.Model) -> list[str]:
    """A line for each text that stays with `gone`."""
    lines = [f"post in another language: {row}" for row in _words_of_posts(gone, kept)[1]]
    if isinstance(gone, Institution) and isinstance(kept, Institution):
        lines += [f"{label}: {value}" for label, value in _facts_of_its_own(gone, kept)]
    if isinstance(gone, Outlet):
        own = [fact for fact in _lent_by(gone) if getattr(gone, fact) not in ("", getattr(kept, fact))]
        lines += [_in_words(fact, gone) for fact in own if not _lends(fact, gone, kept)]
    pictures = [_picture_of(record) for record in (gone, kept)]
    if all(pictures) and len(set(pictures)) > 1:
        lines.append(f"{'portrait' if isinstance(gone, Author) else 'logo'}: {pictures[0]}")
    return lines


def move(gone: models.Model, kept: models.Model) -> dict[str, list[Any]]:
    """Give `kept` the texts that it lacks. Call it before posts change hands. Returns what moved."""
    moved: dict[str, list[Any]] = {}
    for row, post in _words_of_posts(gone, kept)[0]:
        moved.setdefault(POST_WORDS, []).append([row.pk, row.appointment_id])
        AppointmentWords.objects.filter(pk=row.pk).update(appointment=post)
    records = type(gone)._default_manager
    for fact, fields in _lent_by(gone).items():
        if _lends(fact, gone, kept):
            lent = records.filter(pk=gone.pk).values(*fields)[0]
            records.filter(pk=kept.pk).update(**lent)
            moved[fact] = [kept.pk]
    return moved


def give_back(moved: dict[str, list[Any]], gone: models.Model) -> None:
    """Give `gone` back its texts, as far as nobody has deleted or changed them since."""
    for key, post in moved.get(POST_WORDS, ()):
        AppointmentWords.objects.filter(pk=key).update(appointment=post)
    records = type(gone)._default_manager
    for fact, fields in _lent_by(gone).items():
        for key in moved.get(fact, ()):
            lent = records.filter(pk=gone.pk).values_list(fact, flat=True).first()
            records.filter(pk=key, **{fact: lent}).update(**fields)


def _lent_by(record: models.Model) -> dict[str, dict[str, Any]]:
    return LENT.get(type(record), {})


def _lends(fact: str, gone: models.Model, kept: models.Model) -> bool:
    """True if the record that goes has the fact and the one that stays has none.

    Texts about an outlet are in the language of its name: they do not go to a name in another one.
    """
    is_readable = not isinstance(gone, Outlet) or gone.name_language == kept.name_language  # type: ignore[attr-defined]
    return is_readable and bool(getattr(gone, fact)) and not getattr(kept, fact)


def _in_words(fact: str, record: models.Model) -> str:
    """ "the biography"; of an outlet the text itself, which its page alone shows: "what it is: A daily." """
    label = record._meta.get_field(fact).verbose_name  # type: ignore[union-attr]
    return f"{label}: {getattr(record, fact)}" if isinstance(record, Outlet) else f"the {label}"


def _picture_of(record: models.Model) -> Picture | None:
    """The portrait of a person, the logo of an institution or an outlet."""
    if isinstance(record, Author):
        return record.portrait
    logo: Logo | None = getattr(record, "logo", None)
    return logo.picture if logo else None


def _words_of_posts(
    gone: models.Model, kept: models.Model
) -> tuple[list[tuple[AppointmentWords, Appointment]], list[AppointmentWords]]:
    """Words in other languages of posts that both people hold: those that go along, and those that stay.

    Words of a post that goes along itself stay with it.
    """
    if not isinstance(gone, Author):
        return [], []
    own = list(Appointment.objects.filter(author=kept.pk).prefetch_related("words"))
    going, staying = [], []
    for post in gone.appointments.prefetch_related("words"):
        twin = next((other for other in own if is_same_post(post, other)), None)
        known = {row.language: str(row) for row in twin.words.all()} if twin else {}
        for row in post.words.all() if twin else ():
            if row.language not in known:
                going.append((row, twin))
            elif known[row.language] != str(row):
                staying.append(row)
    return going, staying  # type: ignore[return-value]


def _facts_of_its_own(gone: Institution, kept: Institution) -> list[tuple[str, str]]:
    """(label, value) of what `gone` states on its own page and `kept` does not state in the same words."""
    facts = []
    for name in _FACTS:
        value = getattr(gone, name)
        is_stated = value is not None and value != ""
        if is_stated and value not in (getattr(kept, name), kept):
            said = getattr(gone, f"get_{name}_display", lambda value=value: value)()
            facts.append((str(Institution._meta.get_field(name).verbose_name), str(said)))  # type: ignore[union-attr]
    return facts


def of_label(label: KindLabel) -> str:
    """ "Commentary: Op-ed, in English, Gower House, until 1 May 2014"."""
    house = f", {label.institution}" if label.institution else ""
    return f"{label.kind}: {label.label}, in {label.get_language_display()}{house}{_days_of(label)}"


def of_usual_licence(row: UsualLicence) -> str:
    """ "Commentary: CC BY 4.0, Gower House, from 1 May 2014"."""
    house = f", {row.institution}" if row.institution else ""
    return f"{row.kind}: {row.licence}{house}{_days_of(row)}"


def of_post(post: Appointment) -> str:
    """ "Ida Quay, fellow, Gower House, from 3 June 2009 until 1 May 2014"."""
    return f"{post.author}, {post}{_days_of(post)}"


def of_disclaimer(disclaimer: Disclaimer) -> str:
    """ "no-position: We take no side.": its code and the text that began last."""
    text = disclaimer.wordings.order_by(F("in_force_from").desc(nulls_last=True), "pk").first()
    return f"{disclaimer}: {text}" if text else str(disclaimer)


def _days_of(row: Any) -> str:
    """ ", from 3 June 2009 until 1 May 2014"; "" for always."""
    days = (("from", row.from_on), ("until", row.until_on))
    when = " ".join(f"{word} {in_words(day, 'en-GB')}" for word, day in days if day)
    return f", {when}" if when else ""
