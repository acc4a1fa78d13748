"""Origin of a version that a laid over text made: its file and who sent it, as the history keeps and says it."""

from collections.abc import Mapping
from typing import Any

from desk.models import BroughtText
from prose.quotation_marks import in_quotes

ORIGIN = "laid_over"
"""The member of a history entry's `after` that holds it."""
_PARTS = {
    "headline": "headline",
    "dek": "dek",
    "body": "text",
    "bylines": "bylines",
    "editors_note": "editor’s note",
    "editing_note": "note on the editing",
}
_LONGEST = 120  # characters of a version's label


def facts_of(text: BroughtText, taken: list[str], *, is_changed: bool) -> dict[str, Any]:
    """Facts for the history. `is_changed`: the form said something else by the time it was saved.

    `sent_back`: the key of the file of a link's reader, if it was one.
    """
    sender = text.sent_back.link.name if text.sent_back else ""
    return {
        "file": text.file_name,
        "sender": sender,
        "parts": taken,
        **({"sent_back": text.sent_back.pk} if text.sent_back else {}),
        **({"with_changes": True} if is_changed else {}),
    }


def label_of(facts: Mapping[str, Any]) -> str:
    """The label of the version: "Manuscript “second.docx” from Ida Quay"."""
    label = f"Manuscript {_file(facts)}"
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 2]} …"


def origin_words(after: Mapping[str, Any]) -> str:
    """For the sentence on a saved version: ", with headline and text of “second.docx” from Ida Quay"; else empty."""
    facts = after.get(ORIGIN)
    if not facts:
        return ""
    changed = ", changed by hand" if facts.get("with_changes") else ""
    return f", with {in_words(facts.get('parts', ()))} of {_file(facts)}{changed}"


def in_words(parts: Any) -> str:
    """Parts of a piece in words: "headline, text and bylines"."""
    names = [_PARTS[part] for part in parts if part in _PARTS]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) or "no part"


def _file(facts: Mapping[str, Any]) -> str:
    name = in_quotes(facts["file"]) if facts.get("file") else "a pasted text"
    return f"{name} from {facts['sender']}" if facts.get("sender") else name
