"""The forms on the page of a shared link."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.snapshot import Content
from desk.margin.passages import PiecePassage, one_line, passages_of
from desk.models.shared_comment import MOST_COMMENT_CHARS
from intake.sources.from_word import MAX_FILE_BYTES
from prose.forms.text_fields import PlainFormField
from prose.limits import over_limit

NOWHERE = (
    "These words do not stand together in one paragraph. Copy them from the text, or choose the paragraph."
)
SEVERAL = "These words stand in more than one place: choose the paragraph."
NO_WORD_FILE = "This is no Word file of today’s kind. Save it as .docx, without a password, and send that."
WHOLE = "The whole piece, or the words below"
_WORD_BEGINS = b"PK\x03\x04"


def _text(label: str, help_text: str = "", rows: int = 4) -> PlainFormField:
    return PlainFormField(
        label=label, help_text=help_text, required=False, max_length=MOST_COMMENT_CHARS,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class CommentForm(forms.Form):
    """A comment on the piece or on words of it; with other words for them it is a proposal."""

    place = forms.ChoiceField(label="About", required=False)
    quoted_words = _text(
        "The words in question", "Copied from the text. Leave it empty for the whole paragraph.", 2
    )
    words = _text("Your comment")
    wording = _text(
        "Better wording", "If you would say it in other words: those that are to stand there instead.", 3
    )

    def __init__(self, *args: Any, content: Content, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.passages = passages_of(content)
        self.passage: PiecePassage | None = None
        self.quoted = ""
        place: Any = self.fields["place"]
        place.choices = [("", WHOLE), *((passage.code, passage.label) for passage in self.passages)]

    @property
    def is_proposal(self) -> bool:
        return bool(self.cleaned_data.get("wording"))

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if not values.get("words") and not values.get("wording") and not self.errors:
            raise ValidationError("Write a comment, or a better wording.")
        self.quoted = one_line(values.get("quoted_words", ""))
        chosen = values.get("place", "")
        in_question = [each for each in self.passages if not chosen or each.code == chosen]
        if self.quoted:
            in_question = [each for each in in_question if self.quoted in each.text]
            if not in_question:
                self.add_error("quoted_words", NOWHERE)
            elif len(in_question) > 1:
                self.add_error("place", SEVERAL)
        elif not chosen:
            in_question = []
            if values.get("wording"):
                self.add_error("place", "Choose the paragraph that is to read so, or copy its words.")
        if not self.errors and in_question:
            self.passage = in_question[0]
            self.quoted = self.quoted or (self.passage.text if values.get("wording") else "")
            if len(self.quoted) > MOST_COMMENT_CHARS:
                self.add_error("quoted_words", "This paragraph is long: copy the words that are to change.")
        return values


class SignOffForm(forms.Form):
    """The word that one exact text may go out so; `text`: its hash, as the page showed it."""

    text = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    words = _text("A word with it", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """On its page stands another form with a field of this name: the ids of this one differ."""
        super().__init__(*args, **kwargs)
        self.auto_id = "id_sign_off_%s"


class FileForm(forms.Form):
    """A Word file with corrections."""

    file = forms.FileField(
        label="A Word file (.docx)",
        allow_empty_file=True,
        error_messages={"required": "Choose a file."},
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > MAX_FILE_BYTES:
            raise ValidationError(over_limit("A file", MAX_FILE_BYTES, file.size or 0))
        begins = file.read(len(_WORD_BEGINS))
        file.seek(0)
        if begins != _WORD_BEGINS or not (file.name or "").lower().endswith(".docx"):
            raise ValidationError(NO_WORD_FILE)
        return file
