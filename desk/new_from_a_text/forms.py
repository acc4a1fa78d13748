"""What the pages of "New from a text" ask: the text, then every recognised thing, to accept, correct or match."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.byline import Byline, Disclosure
from authors.models import Author
from intake.sources.from_word import MAX_FILE_BYTES
from outlets.models import Outlet
from outlets.naming import ArticleRule
from prose.forms.day_input import DayInput
from prose.languages import CHOICES
from prose.limits import MAX_URL_CHARS
from prose.links import validate_url
from prose.typography import clean_line, clean_text


class SourceForm(forms.Form):
    """A text pasted or a file, one of the two."""

    text = forms.CharField(
        label="Paste the text here",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="The whole page as it stood, with its headline, dates, bio, disclaimer and copyright line.",
    )
    file = forms.FileField(
        label="or choose a file",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,.docx"}),
        help_text="Plain text, a saved web page or a Word file (.txt, .html, .docx).",
    )

    def clean_file(self) -> "UploadedFile[bytes] | None":
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file and (file.size or 0) > MAX_FILE_BYTES:
            raise ValidationError(
                f"This file is larger than {MAX_FILE_BYTES // 1024**2} MB: that is no manuscript."
            )
        return file

    def clean(self) -> dict[str, Any] | None:
        found = super().clean() or self.cleaned_data
        if "file" in found and not found["file"] and not found.get("text", "").strip():
            raise ValidationError("Paste a text or choose a file.")
        if found.get("file") and found.get("text", "").strip():
            raise ValidationError("There is a pasted text and a file. Leave one of the two empty.")
        return found


class PieceForm(forms.ModelForm):  # type: ignore[type-arg]
    """The piece itself, filled in from the text."""

    class Meta:
        model = Article
        fields = [
            "headline", "dek", "kind", "institution", "language", "first_published_on", "is_archive",
            "attribution_override", "has_more_places", "source_language", "editors_note", "editing_note",
            "copyright_basis", "copyright_holders", "copyright_year", "copyright_reason", "copyright_line",
            "licence", "licence_exceptions",
        ]  # fmt: skip
        widgets = {
            "dek": forms.Textarea(attrs={"rows": 2}),
            "editors_note": forms.Textarea(attrs={"rows": 3}),
            "copyright_holders": forms.Textarea(attrs={"rows": 2}),
            "first_published_on": DayInput,
        }


def _line(limit: int, label: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=limit)


def _address(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=MAX_URL_CHARS,
        validators=[validate_url],
        widget=forms.URLInput,
    )


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[("", "not known"), *choices])


class CreditForm(forms.Form):
    """One person: a record here, a new record, or a name alone."""

    author = forms.ModelChoiceField(
        Author.objects.all(), label="Record here", required=False, empty_label="None"
    )
    name = _line(200, "Name")
    make = forms.BooleanField(label="Make a record for this person", required=False)
    courtesy = _line(80, "Courtesy title")
    rank = _line(80, "Rank")
    suffix = _line(40, "Behind the name")
    role = forms.ChoiceField(label="Credited as", choices=Byline.Role.choices, initial=Byline.Role.AUTHOR)
    bio = forms.CharField(
        label="Bio, printed below this piece word for word",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    section = _line(300, "Wrote the part under this heading")
    leave_out = forms.BooleanField(label="Leave out", required=False)

    def clean_name(self) -> str:
        return clean_line(self.cleaned_data["name"])

    def clean_bio(self) -> str:
        return clean_text(self.cleaned_data["bio"])

    def clean(self) -> dict[str, Any] | None:
        found = super().clean() or self.cleaned_data
        if found.get("make") and not found.get("author") and not self.is_dropped:
            if not found.get("name"):
                self.add_error("name", "A record needs a name.")
            elif Author.objects.filter(display_name__iexact=found["name"]).exists():
                self.add_error(
                    "author", f"There is already someone called {found['name']}. Choose them here."
                )
        if found.get("bio") and not found.get("name") and not found.get("author") and not self.is_dropped:
            self.add_error("name", "Whose bio is this?")
        return found

    @property
    def is_dropped(self) -> bool:
        """Left out, or an empty row."""
        found = self.cleaned_data
        return bool(found.get("leave_out")) or not (
            found.get("author") or found.get("name") or found.get("bio")
        )


class PlaceForm(forms.Form):
    """One place it ran: an outlet here, a new outlet, or a name alone."""

    outlet = forms.ModelChoiceField(
        Outlet.objects.all(), label="Record here", required=False, empty_label="None"
    )
    article = _line(10, "Article (“The”)")
    name = _line(200, "Name without it")
    make = forms.BooleanField(label="Make a record for this outlet", required=False)
    article_rule = forms.ChoiceField(
        label="How its article prints",
        choices=ArticleRule.choices,
        initial=ArticleRule.NONE,
        required=False,
    )
    site = _address("Its web site")
    relation = forms.ChoiceField(label="What ran there", choices=Appearance.Relation.choices)
    expert_role = forms.ChoiceField(
        label="Our author there",
        choices=Appearance.ExpertRole.choices,
        initial=Appearance.ExpertRole.WROTE,
        required=False,
    )
    published_on = forms.DateField(label="Date there", required=False, widget=DayInput)
    precision = forms.ChoiceField(label="Known to the", choices=Appearance.DatePrecision.choices)
    planned_on = forms.DateField(label="Planned for", required=False, widget=DayInput)
    url = _address("Address of the piece there")
    headline = _line(300, "Headline there")
    section = _line(120, "Section")
    issue = _line(120, "Issue")
    page = _line(20, "Page")
    medium = _choice("Edition", Appearance.Medium.choices)
    language = _choice("Language there", CHOICES)
    access = _choice("Access there", Appearance.Access.choices)
    gloss = _line(200, "What its name means")
    descriptor = _line(200, "What it is, in words")
    leave_out = forms.BooleanField(label="Leave out", required=False)

    def clean(self) -> dict[str, Any] | None:
        found = super().clean() or self.cleaned_data
        for field in ("name", "article"):
            found[field] = clean_line(found.get(field, ""))
        if found.get("make") and not found.get("outlet") and not self.is_dropped:
            self._check_new(found)
        if found.get("url") and not found["name"] and not found.get("outlet") and not self.is_dropped:
            self.add_error("name", "Which outlet is this address of?")
        return found

    def _check_new(self, found: dict[str, Any]) -> None:
        if not found["name"]:
            self.add_error("name", "A record needs a name.")
        elif known := Outlet.objects.with_name(found["name"]).first():
            self.add_error("outlet", f"There is already an outlet called {known.name}. Choose it here.")
        if bool(found["article"]) != (found.get("article_rule", ArticleRule.NONE) != ArticleRule.NONE):
            self.add_error(
                "article_rule", "An article and how it prints go together: fill in both or neither."
            )

    @property
    def is_dropped(self) -> bool:
        """Left out, or an empty row."""
        found = self.cleaned_data
        is_our_own = found.get("relation") == Appearance.Relation.RERUN and found.get("published_on")
        return bool(found.get("leave_out")) or not (
            found.get("outlet") or found.get("name") or found.get("url") or is_our_own
        )


class TextDisclosureForm(forms.Form):
    """One thing disclosed."""

    subject = forms.ChoiceField(label="About", choices=Disclosure.Subject.choices)
    answer = forms.ChoiceField(label="Answer", choices=Disclosure.Answer.choices)
    text = forms.CharField(
        label="What readers are told", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    tool = _line(120, "AI: tool")
    task = _line(200, "AI: used for")
    checked_by = _line(120, "AI: who checked")
    leave_out = forms.BooleanField(label="Leave out", required=False)

    def clean_text(self) -> str:
        return clean_text(self.cleaned_data["text"])

    def clean(self) -> dict[str, Any] | None:
        """The rules of the record, said beside their field."""
        found = super().clean() or self.cleaned_data
        if not found.get("leave_out") and not self.errors:
            row = Disclosure(**{name: found[name] for name in self.fields if name != "leave_out"})
            try:
                row.full_clean(exclude=["article", "author"])
            except ValidationError as error:
                raise ValidationError(error.messages) from error
        return found


class PinForm(forms.Form):
    """One disclaimer found in the text."""

    OWN, KNOWN, RULE = "own", "known", "rule"
    wording = forms.IntegerField(widget=forms.HiddenInput)
    choice = forms.ChoiceField(
        label="Printed on this piece",
        choices=[
            (KNOWN, "The desk’s text, fixed for this piece"),
            (OWN, "The words of this text"),
            (RULE, "Neither: what is in force on its day"),
        ],
        widget=forms.RadioSelect,
    )


CreditFormSet = forms.formset_factory(CreditForm, extra=1, max_num=60, absolute_max=80)
PlaceFormSet = forms.formset_factory(PlaceForm, extra=1, max_num=30, absolute_max=40)
DisclosureFormSet = forms.formset_factory(TextDisclosureForm, extra=0, max_num=20, absolute_max=20)
PinFormSet = forms.formset_factory(PinForm, extra=0, max_num=20, absolute_max=20)


def within_rights(formset: Any, user: User, permission: str) -> Any:
    """Without the right to add records nobody is asked whether to make one."""
    if not user.has_perm(permission):
        for form in formset.forms:
            form.fields["make"].disabled = True
            form.fields["make"].widget = forms.HiddenInput()
    return formset
