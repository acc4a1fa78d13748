"""The form that brings a manuscript for a piece: the file that came back first, or its text pasted."""

from desk.new_from_a_text.source_form import SourceForm


class NextVersionForm(SourceForm):
    """The author's next version. Only what the piece's own parts say is compared: no dates, no disclaimers."""

    field_order = ["file", "text", "clipboard"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        file, text = self.fields["file"], self.fields["text"]
        file.label, text.label = "The file", "or paste its text"
        file.help_text = (
            "A Word file (.docx) best: one that the desk gave out says from which version it was made. Also "
            ".txt, .md, .html, .mht, and a page with its pictures as .zip."
        )
        text.help_text = (
            "Headline, dek and text as the author has them now. Italics, lists, notes and links come along; a part "
            "that is not there stays as it is in the draft."
        )
        text.widget.attrs["rows"] = 8
