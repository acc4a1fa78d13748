"""Records that stand for what people type as a name, in any case and spaces: topics and series.

The database compares names, because it and Python lower “ΟΔΟΣ” and “İ” differently.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self, TypeVar

from django.db import IntegrityError, models, transaction
from django.db.models import F, Func, QuerySet, Value
from django.db.models.functions import Lower, Trim

from prose.fields import LineField, PlainField
from prose.languages import CHOICES
from prose.names.forms import ChosenForm, NameForm, NameForms, PageForms, WordsOfForm, forms_from_json
from prose.slugs import has_letters_of
from prose.text_language.recognition import is_name_in_script_of, language_of_name

Record = TypeVar("Record", bound=models.Model)


def folded(name: str | Value) -> Func:
    """SQL for a name in the form in which names are compared: one Unicode form (NFKC), single spaces, lower case."""
    composed = Func(name, function="normalize", template="%(function)s(%(expressions)s, NFKC)")
    spaced = Func(
        composed,
        Value(r"\s+"),
        Value(" "),
        Value("g"),
        function="regexp_replace",
        output_field=models.TextField(),
    )
    return Lower(Trim(spaced))


class NamedInLanguages:
    """Base of records with a name and an introduction, which pages print in their own language where there are such."""

    name: Any
    name_language: Any
    introduction: Any
    merged_into: Any

    @property
    def root(self) -> Self:
        """The record itself, or the one that it was merged into."""
        kept: Self = self.merged_into or self
        return kept

    def name_on(self, page: PageForms, rows: Iterable[Mapping[str, Any]]) -> ChosenForm[str]:
        """The name that a page prints; `rows` are its names in other languages as JSON."""
        return page.word("name", self._forms(page, rows))

    def introduction_on(self, page: PageForms, rows: Iterable[Mapping[str, Any]]) -> ChosenForm[str]:
        """The introduction in the page's language, else its own; `rows` as for `name_on`, with `introduction`."""
        return page.word("introduction", self._forms(page, rows))

    def _forms(self, page: PageForms, rows: Iterable[Mapping[str, Any]]) -> NameForms:
        own: NameForm[WordsOfForm] = NameForm(
            {"name": self.name, "introduction": self.introduction},
            language_of_name(self.name_language, self.name, page.usual_language),
        )
        return NameForms(own, forms_from_json(rows))


class NameInALanguage(models.Model):
    """A record's name in another language, with its introduction; the pages in that language print it."""

    language = models.CharField("language", max_length=12, choices=CHOICES)
    name = LineField("name", max_length=120)
    introduction = PlainField("introduction", blank=True)

    class Meta:
        abstract = True
        verbose_name = "name in another language"
        verbose_name_plural = "names in other languages"

    def __str__(self) -> str:
        return self.name


def record_named(records: QuerySet[Any], name: str) -> Any:
    """The record that a name stands for, itself or merged into another; None if there is none of that name."""
    named = records.select_related("merged_into").alias(folded=folded("name"))
    rows = named.filter(folded=folded(Value(name)))
    record = rows.order_by(F("merged_into").asc(nulls_first=True), "pk").first()
    return record.root if record else None


def record_named_elsewhere(rows: QuerySet[Any], owner: str, name: str) -> Any:
    """The record of which this is another name, if it is that of one record alone. `owner`: the key in `rows`."""
    named = rows.select_related(f"{owner}__merged_into").alias(folded=folded("name"))
    records = {getattr(row, owner).root for row in named.filter(folded=folded(Value(name)))}
    return records.pop() if len(records) == 1 else None


def made_once(make: Callable[[], Record], on_record: Callable[[], Record | None]) -> Record:
    """A new record, or the one of its name that another request has created at this moment."""
    try:
        with transaction.atomic():
            return make()
    except IntegrityError:
        theirs = on_record()
        if theirs is None:
            raise
        return theirs


def is_written_as_in(language: str, name: str) -> bool:
    """True if the letters of a name tell that it is in this language: "Häfen" in German, "порты" in Russian."""
    return is_name_in_script_of(language, name) or has_letters_of(language, name)
