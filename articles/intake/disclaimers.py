"""Disclaimers the desk knows, found again in a text: word for word, or with small differences that are told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.intake.differences import difference, likeness
from articles.intake.knowledge import Knowledge, KnownKind, KnownWording
from prose import slots
from prose.typography import fold

ENOUGH_ALIKE = 0.8
_MIN_WORDS = 5  # shorter texts must agree word for word


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


def filled(wording: KnownWording, knowledge: Knowledge) -> Iterator[tuple[str, KnownKind | None]]:
    """Every form the wording prints in: with each content type's label, for one author and for several."""
    for authors in (1, 2):
        if "kind" not in slots.used(wording.text):
            yield slots.fill(wording.text, {}, authors=authors), None
            continue
        for kind in knowledge.kinds:
            for label in kind.labels:
                yield slots.fill(wording.text, {"kind": label}, authors=authors), kind
                yield slots.fill(wording.text, {"kind": label[:1].upper() + label[1:]}, authors=authors), kind


def closest(text: str, knowledge: Knowledge) -> Match | None:
    """The known wording a text is, if it is one: the closest, and of equals the one in force last."""
    matches = [found for wording in knowledge.wordings if (found := _match(wording, text, knowledge))]
    return max(matches, key=lambda found: (found.likeness, found.wording.begins), default=None)


def _match(wording: KnownWording, text: str, knowledge: Knowledge) -> Match | None:
    known, said = set(_words(wording.text)), set(_words(text))
    if len(known & said) < 0.5 * len(known):
        return None
    forms = [Match(wording, form, likeness(form, text), kind) for form, kind in filled(wording, knowledge)]
    best = max(forms, key=lambda form: form.likeness, default=None)
    if best is None or (best.likeness < 1.0 and (best.likeness < ENOUGH_ALIKE or len(known) < _MIN_WORDS)):
        return None
    if best.kind and not any(fold(label).lower() in fold(text).lower() for label in best.kind.labels):
        return Match(wording, best.filled, best.likeness)
    return best


def tail_of(text: str, knowledge: Knowledge) -> int:
    """Where in a longer text a known wording begins that ends it, word for word; -1 where none does."""
    flat = fold(text)
    if len(flat) != len(text):
        return -1
    for wording in knowledge.wordings:
        for form, _ in filled(wording, knowledge):
            known = fold(form)
            if len(known) > 40 and flat.endswith(known) and flat != known:
                return len(flat) - len(known)
    return -1


def reads_like_one(text: str) -> bool:
    """Whether a paragraph talks like a disclaimer, though the desk does not know it."""
    flat = fold(text).lower()
    return len(flat) < 900 and (
        ("views" in flat and any(word in flat for word in ("author", "do not necessarily", "solely")))
        or "institutional position" in flat
    )


def _words(text: str) -> Sequence[str]:
    return [word.strip(".,;:()\"'") for word in fold(text).lower().split()]
