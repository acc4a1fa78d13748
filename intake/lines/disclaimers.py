"""Disclaimers the desk knows, found again in a text: word for word, or with small differences that are told."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from intake.knowledge import Knowledge, KnownKind, KnownWording
from intake.lines.differences import difference, likeness
from prose import slots
from prose.typography import fold

ENOUGH_ALIKE = 0.8
_MIN_WORDS = 5  # shorter texts must agree word for word
_SLOT_SHARE = 0.15  # a template's slots count as words of their own until they are filled


@dataclass(frozen=True)
class Match:
    """A known text with its slots filled the way that comes closest; `kind` is what stands in its `{kind}`."""

    wording: KnownWording
    filled: str
    likeness: float
    kind: KnownKind | None = None

    def difference(self, text: str) -> str:
        """Where the text departs from the known words; empty where it does not."""
        return "" if self.likeness == 1.0 else difference(self.filled, text)


def filled(wording: KnownWording, text: str, knowledge: Knowledge) -> Iterator[tuple[str, KnownKind | None]]:
    """The forms in which a wording may stand in a text: for one author and several, with the labels the text has."""
    numbers = (1, 2) if slots.AUTHORS in slots.names_in(wording.text) else (1,)
    labels: list[tuple[str, KnownKind | None]] = [("", None)]
    if "kind" in slots.names_in(wording.text):
        labels = _labels(text, knowledge) or [(kind.label, None) for kind in knowledge.kinds[:1]]
    for authors in numbers:
        for label, kind in labels:
            yield slots.fill(wording.text, {"kind": label}, authors=authors), kind


def _labels(text: str, knowledge: Knowledge) -> list[tuple[str, KnownKind | None]]:
    """The labels of content types that a text holds, each also with a capital."""
    flat = fold(text).casefold()
    found = [
        (label, kind) for kind in knowledge.kinds for label in kind.labels if fold(label).casefold() in flat
    ]
    return [
        (form, kind)
        for label, kind in found
        for form in dict.fromkeys((label, label[:1].upper() + label[1:]))
    ]


def closest(text: str, knowledge: Knowledge) -> Match | None:
    """The known wording a text is, if it is one: the closest, and of equals the one in force last."""
    said = Counter(_words(text))
    matches = [found for wording in knowledge.wordings if (found := _match(wording, text, said, knowledge))]
    return max(matches, key=lambda found: (found.likeness, found.wording.begins), default=None)


def _match(wording: KnownWording, text: str, said: Counter[str], knowledge: Knowledge) -> Match | None:
    known = _counted(wording.text)
    # Words in common bound the likeness from above and cost little: most paragraphs end here.
    if 2 * (known & said).total() < (ENOUGH_ALIKE - _SLOT_SHARE) * (known.total() + said.total()):
        return None
    forms = [
        Match(wording, form, likeness(form, text), kind) for form, kind in filled(wording, text, knowledge)
    ]
    best = max(forms, key=lambda form: form.likeness, default=None)
    if best is None or (best.likeness < 1.0 and (best.likeness < ENOUGH_ALIKE or known.total() < _MIN_WORDS)):
        return None
    return best


def tail_of(text: str, knowledge: Knowledge) -> int:
    """Where in a longer text a known wording begins that ends it, word for word; -1 where none does."""
    flat = fold(text)
    if len(flat) != len(text):
        return -1
    for wording in knowledge.wordings:
        for form, _ in filled(wording, text, knowledge) if _ends_alike(wording.text, flat) else ():
            known = fold(form)
            if len(known) > 40 and flat.endswith(known) and flat != known:
                return len(flat) - len(known)
    return -1


def _ends_alike(template: str, flat: str) -> bool:
    """Whether a text ends as the template does after its last slot."""
    return flat.endswith(fold(template.rpartition("}")[2]))


@lru_cache(maxsize=1024)
def _counted(template: str) -> Counter[str]:
    return Counter(_words(template))


def reads_like_one(text: str) -> bool:
    """Whether a paragraph talks like a disclaimer, though the desk does not know it."""
    flat = fold(text).lower()
    return len(flat) < 900 and (
        ("views" in flat and any(word in flat for word in ("author", "do not necessarily", "solely")))
        or "institutional position" in flat
    )


def _words(text: str) -> Sequence[str]:
    return [word.strip(".,;:()\"'") for word in fold(text).lower().split()]
