"""Forms of what was recognised in a text: one for the piece, and one for each person, place and sentence."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.byline import Byline, Disclosure
from authors.models import Author
from intake.sources.pictures.held import MAX_PICTURES
from outlets.models import Outlet
from outlets.naming import ArticleRule
from pictures.models.credited import MAX_CREDIT_CHARS
from prose.forms.day_input import DayInput
from prose.forms.pickers import offer_standing
from prose.languages import CHOICES
from prose.limits import MAX_ALT_CHARS, MAX_URL_CHARS
from prose.links import validate_url
from prose.typography import clean_line, clean_text


class PieceForm(forms.ModelForm):  # type: ignore[type-arg]
    """The article's own fields, and the choice between two sentences on where it ran."""

    HOUSE, OWN = "house", "own"
    own_sentence = forms.ChoiceField(
        label="Sentence on where it ran",
        required=False,
        choices=[(HOUSE, "The desk’s, made from the facts below"), (OWN, "The words of this text")],
        initial=HOUSE,
        widget=forms.RadioSelect,
    )

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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_standing(self, "institution", "kind", "licence")


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
    """A credited person: an author on record, a new author, or only a name."""

    author = forms.ModelChoiceField(
        Author.objects.filter(merged_into=None), label="Record here", required=False, empty_label="None"
    )
    name = _line(200, "Name")
    prints_name = forms.BooleanField(
        label="Print this name on this piece, not the one on record", required=False
    )
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
        values = super().clean() or self.cleaned_data
        if values.get("make") and not values.get("author") and not self.is_dropped:
            if not values.get("name"):
                self.add_error("name", "A record needs a name.")
            elif Author.objects.filter(display_name__iexact=values["name"]).exists():
                self.add_error(
                    "author", f"There is already someone called {values['name']}. Choose them here."
                )
        if values.get("bio") and not values.get("name") and not values.get("author") and not self.is_dropped:
            self.add_error("name", "Whose bio is this?")
        if values.get("prints_name") and not values.get("name") and not self.is_dropped:
            self.add_error("name", "Which name is to be printed?")
        return values

    @property
    def is_dropped(self) -> bool:
        """True if the row is marked to be left out, or empty."""
        values = self.cleaned_data
        return bool(values.get("leave_out")) or not (
            values.get("author") or values.get("name") or values.get("bio")
        )


class PlaceForm(forms.Form):
    """A place where the piece ran: an outlet on record, a new outlet, or only a name."""

    outlet = forms.ModelChoiceField(
        Outlet.objects.standing(), label="Record here", required=False, empty_label="None"
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
    headline = _line(400, "Headline there")
    section = _line(120, "Section")
    issue = _line(120, "Issue")
    page = _line(20, "Page")
    medium = _choice("Edition", Appearance.Medium.choices)
    work = _choice("It is an excerpt of", Appearance.ExcerptedWork.choices)
    writers = _line(300, "Written by")
    editors = _line(300, "Edited by")
    chapter = _line(200, "Chapter")
    language = _choice("Language there", CHOICES)
    access = _choice("Access there", Appearance.Access.choices)
    gloss = _line(200, "What its name means")
    descriptor = _line(200, "What it is, in words")
    permission = _line(500, "Words they require")
    leave_out = forms.BooleanField(label="Leave out", required=False)

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        for field in ("name", "article"):
            values[field] = clean_line(values.get(field, ""))
        if values.get("make") and not values.get("outlet") and not self.is_dropped:
            self._check_new(values)
        if values.get("url") and not values["name"] and not values.get("outlet") and not self.is_dropped:
            self.add_error("name", "Which outlet is this address of?")
        return values

    def _check_new(self, values: dict[str, Any]) -> None:
        if not values["name"]:
            self.add_error("name", "A record needs a name.")
        elif outlet := Outlet.objects.with_name(values["name"]).first():
            self.add_error("outlet", f"There is already an outlet called {outlet.name}. Choose it here.")
        if not values["article"]:
            values["article_rule"] = ArticleRule.NONE  # the row has no other reason to name one

    @property
    def is_dropped(self) -> bool:
        """True if the row is marked to be left out, or empty."""
        values = self.cleaned_data
        is_our_own = values.get("relation") == Appearance.Relation.RERUN and values.get("published_on")
        is_of_a_work = values.get("relation") == Appearance.Relation.EXCERPTED and values.get("headline")
        return bool(values.get("leave_out")) or not (
            values.get("outlet") or values.get("name") or values.get("url") or is_our_own or is_of_a_work
        )


class TextDisclosureForm(forms.Form):
    """A disclosure."""

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
        """Validate as the model does, and show its errors in the form."""
        values = super().clean() or self.cleaned_data
        if not values.get("leave_out") and not self.errors:
            row = Disclosure(**{name: values[name] for name in self.fields if name != "leave_out"})
            try:
                row.full_clean(exclude=["article", "author"])
            except ValidationError as error:
                raise ValidationError(error.messages) from error
        return values


class TextPictureForm(forms.Form):
    """A picture of the text: its words for who cannot see it, and its credit."""

    alt = forms.CharField(
        label="Text alternative",
        required=False,
        max_length=MAX_ALT_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What it shows, for who cannot see it. Until you say so, the piece cannot be published.",
    )
    is_decorative = forms.BooleanField(
        label="It is decorative",
        required=False,
        help_text="It says nothing that the words around it do not say.",
    )
    credit = forms.CharField(
        label="Credit",
        required=False,
        max_length=MAX_CREDIT_CHARS,
        help_text="Printed with it, word for word. Source and permission are settled on its page in the library.",
    )
    leave_out = forms.BooleanField(label="Leave out, with its caption", required=False)

    def clean_alt(self) -> str:
        return clean_line(self.cleaned_data["alt"])

    def clean_credit(self) -> str:
        return clean_line(self.cleaned_data["credit"])

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if values.get("alt") and values.get("is_decorative"):
            self.add_error("is_decorative", "Either it says something, or it is decorative.")
        return values


class PinForm(forms.Form):
    """A disclaimer in the text: the choice of the words that the piece will print."""

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
PictureFormSet = forms.formset_factory(
    TextPictureForm, extra=0, max_num=MAX_PICTURES, absolute_max=MAX_PICTURES
)
PinFormSet = forms.formset_factory(PinForm, extra=0, max_num=20, absolute_max=20)


def hide_make_without_permission(formset: Any, user: User, permission: str) -> None:
    """Disable the checkbox "Make a record" for users who may not add such records."""
    if not user.has_perm(permission):
        for form in formset.forms:
            form.fields["make"].disabled = True
            form.fields["make"].widget = forms.HiddenInput()
