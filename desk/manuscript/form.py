"""The article form and the base classes of its rows. Typed text is cleaned or refused with a sentence, never lost."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone

from articles.models.article import Article
from articles.models.edition import Permalink
from articles.models.topic import MAX_TOPIC_CHARS, Topic, parse_topics, topics_named
from articles.press.site_page import KEPT, is_kept_for_the_site, path_for
from articles.querysets import User
from desk.headline import headline_for, may_open
from desk.linking.field import link_addresses
from desk.manuscript.nothing_typed import SENTENCE, is_blank
from desk.pictures.choosing import let_choose
from desk.pictures.records import addresses_for
from desk.widgets import SeriesInput, TopicsInput, write_in
from pictures.models import Picture
from prose.forms.pickers import give_loaded, offer_standing
from prose.forms.text_fields import LineFormField
from prose.html.figures import figures_in
from prose.languages import right_to_left

MAX_WORD_CHARS = 100
MAY_SAY_SO = "articles.publish_article"  # the permission to say that this is another piece
IN_ITS_LANGUAGE = (
    "headline", "dek", "body", "lead_alt", "lead_caption", "editors_note", "attribution_override",
)  # fmt: skip
_AS_A_LEAD = {
    "data-crop-from": "lead_crop", "data-words-to": "lead_alt", "data-unless": "lead_is_decorative",
}  # fmt: skip
UNPLACED = 32_000  # the order of a row without one, until the whole list is cleaned


class TopicsField(forms.CharField):
    """Topics as a list of names, in the order typed."""

    widget = TopicsInput

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return list(dict.fromkeys(_name_of(topic) for topic in value))

    def to_python(self, value: Any) -> Any:
        names = parse_topics(value or "")
        if long := next((name for name in names if len(name) > MAX_TOPIC_CHARS), None):
            raise ValidationError(
                f"A topic has at most {MAX_TOPIC_CHARS} characters: “{long[:40]}…” has more."
            )
        return names

    def run_validators(self, value: Any) -> None:
        """Skip the validators: `to_python` has checked each name."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return sorted({_name_of(topic) for topic in initial or []}) != sorted(parse_topics(data or ""))


def _name_of(topic: Any) -> str:
    """The name of a topic, or of the one that it was merged into."""
    return str(topic.root) if isinstance(topic, Topic) else str(topic)


class ArticleForm(forms.ModelForm):  # type: ignore[type-arg]
    """The piece's own fields; bylines and other rows have forms of their own."""

    refusal = ""  # an error that keeps a form which is shown again from being saved as it is
    user: User = AnonymousUser()  # set by the admin, so that no piece is named that the user may not open
    may_be_blank = False  # True for a preview: it keeps nothing

    tags = TopicsField(
        label="Topics", required=False, help_text="Separated by commas. New ones are made when you save."
    )

    another_piece = LineFormField(
        label="This is another piece, because",
        required=False,
        max_length=MAX_WORD_CHARS,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="An editor’s word, kept with the saved version and your name. Readers do not see it.",
    )

    class Meta:
        model = Article
        fields = "__all__"  # noqa: DJ007 - the admin's fieldsets name them
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 1, "placeholder": "Headline"}),
            "dek": forms.Textarea(
                attrs={"rows": 1, "placeholder": "One or two sentences under the headline"}
            ),
            "editors_note": forms.Textarea(attrs={"rows": 3}),
            "series": SeriesInput(attrs={"class": "vTextField"}),
            "copyright_holders": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_standing(self, "institution", "kind", "licence")
        for name in self.fields.keys() & {"translation_of", "made_from"}:
            field: Any = self.fields[name]
            field.label_from_instance = self._label
        let_choose(self, "lead_picture", self.user, self.instance.lead_picture_id, _AS_A_LEAD)
        self._write_in_its_language()
        if "body" in self.fields:
            self.fields["body"].widget.attrs |= addresses_for(self.user) | link_addresses()

    def _write_in_its_language(self) -> None:
        language = self.instance.language
        if "language" in self.fields:
            self.fields["language"].widget.attrs["data-right-to-left"] = " ".join(right_to_left())
            language = self["language"].value() or language
        write_in(self, IN_ITS_LANGUAGE, str(language))

    def _label(self, article: Article) -> str:
        return headline_for(self.user, article, timezone.now())

    def clean_body(self) -> str:
        """Refuse a picture of another house. One that stood in the text before stays."""
        body: str = self.cleaned_data["body"]
        added = {figure.uuid for figure in figures_in(body)}
        added -= {figure.uuid for figure in figures_in(self.initial.get("body") or "")}
        seen = Picture.objects.visible_to(self.user).values("pk")
        if added and Picture.objects.filter(uuid__in=added).exclude(pk__in=seen).exists():
            raise ValidationError(
                "A picture in the text belongs to a house that your account does not work for. "
                "Take it out, or choose another from the library."
            )
        return body

    def clean_translation_of(self) -> Article | None:
        return self._source("translation_of")

    def clean_made_from(self) -> Article | None:
        return self._source("made_from")

    def _source(self, name: str) -> Article | None:
        """Another piece that was chosen; one that the account may not open is refused."""
        source: Article | None = self.cleaned_data[name]
        if source and name in self.changed_data and not may_open(self.user, source):
            raise ValidationError("This piece does not exist, or your account may not open it.")
        return source

    def clean_another_piece(self) -> str:
        """Pass the editor's word to the rows through the instance: they decide whether it is needed."""
        word: str = self.cleaned_data["another_piece"]
        self.instance.another_piece = word if self.user.has_perm(MAY_SAY_SO) else ""  # type: ignore[union-attr]
        return word

    def clean(self) -> dict[str, Any] | None:
        if self.refusal:
            raise ValidationError(self.refusal)
        if self.instance.pk is None and not self.may_be_blank and is_blank(self.data, self.user):
            raise ValidationError(SENTENCE)
        self._check_address()
        return super().clean()

    def _check_address(self) -> None:
        """Refuse the address of another piece or page; the content type says under which path it stands."""
        slug, kind = self.cleaned_data.get("slug"), self.cleaned_data.get("kind")
        genre = kind.genre if kind else ""
        if not slug:
            return
        if is_kept_for_the_site(slug, genre):
            self.add_error("slug", KEPT.format(slug))
        owner = Permalink.objects.filter(path=path_for(slug, genre)).exclude(article=self.instance.pk)
        if taken := owner.select_related("article").first():
            whose = headline_for(self.user, taken.article, timezone.now())
            self.add_error("slug", f"This web address belongs to {whose}. Choose another.")

    def _save_m2m(self) -> None:
        # Create new topics only now that the whole form is valid.
        if isinstance(self.cleaned_data.get("tags"), list):
            topics = topics_named(self.cleaned_data["tags"], language=self.instance.language)
            self.cleaned_data["tags"] = self._as_on_record(topics)
        super()._save_m2m()  # type: ignore[misc]

    def _as_on_record(self, topics: Iterable[Topic]) -> list[Topic]:
        """Topics as the piece names them already: one that was merged into another stays, so that nothing changes."""
        named: dict[int, list[Topic]] = {}
        for topic in self.instance.tags.all():
            named.setdefault(topic.root.pk, []).append(topic)
        return [each for topic in topics for each in named.get(topic.pk, [topic])]


class RowForm(forms.ModelForm):  # type: ignore[type-arg]
    """A row of an ordered list. A row with an order alone is empty; a row without an order goes to the end."""

    order = forms.IntegerField(label="Place", required=False, min_value=0, max_value=9999)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        give_loaded(self)
        if self.instance.pk is None:
            self.initial["order"] = self.fields["order"].initial = None

    @cached_property
    def changed_data(self) -> list[str]:
        changed: list[str] = super().changed_data
        return [] if self.instance.pk is None and changed == ["order"] else changed

    def clean_order(self) -> int:
        order: int | None = self.cleaned_data["order"]
        return UNPLACED if order is None else order


class RowFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows of an ordered list; rows without an order follow all others, as they stand on the page."""

    default_error_messages = {
        **forms.BaseInlineFormSet.default_error_messages,
        "too_many_forms": "A piece can have %(num)d rows here: remove some. All that was typed still stands here.",
    }
    user: User = AnonymousUser()  # set by the admin

    @cached_property
    def empty_form(self) -> Any:
        """The row that a script copies, made once: the admin asks for it four times a page."""
        return super().empty_form

    def add_fields(self, form: Any, index: int | None) -> None:
        """As Django does; what leaves a piece is not deleted from the desk, so its box says "Remove"."""
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].label = "Remove"

    def total_form_count(self) -> int:
        """The rows that are announced; of more than a piece can have, only those that were sent."""
        announced = super().total_form_count()
        if not self.is_bound or announced <= self.max_num:
            return announced
        begins = re.compile(re.escape(f"{self.prefix}-") + r"(\d{1,4})-")
        sent = [int(found[1]) for name in self.data if (found := begins.match(name))]
        return min(announced, max(sent, default=-1) + 1)

    def kept_forms(self) -> list[Any]:
        """Valid forms of rows that are filled and not deleted, to be compared with each other."""
        return [
            form
            for form in self.forms
            if form.is_valid()
            and not self._should_delete_form(form)  # type: ignore[attr-defined]
            and (form.instance.pk is not None or form.has_changed())
        ]

    def clean(self) -> None:
        super().clean()
        rows = [form for form in self.forms if hasattr(form, "cleaned_data")]
        last = max((place for form in rows if (place := form.instance.order) != UNPLACED), default=0)
        for form in rows:
            if form.instance.order == UNPLACED:
                last += 1
                form.instance.order = last
