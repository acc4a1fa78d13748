"""Disclaimers the desk knows, recognised in a text: word for word, or with small differences."""

import datetime as dt
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
class WordingMatch:
    """A known text with the values for its slots that come closest; `kind` is the one in its `{kind}`."""

    wording: KnownWording
    filled: str
    likeness: float
    kind: KnownKind | None = None

    def difference(self, text: str) -> str:
        """Differences of the text from the known words; empty if there are none."""
        return "" if self.likeness == 1.0 else difference(self.filled, text)


def filled_forms(
    wording: KnownWording, text: str, knowledge: Knowledge
) -> Iterator[tuple[str, KnownKind | None]]:
    """The wording with its slots filled: for one author and for several, with each label that the text holds."""
    used = slots.names_in(wording.text)
    numbers = (1, 2) if slots.AUTHORS in used else (1,)
    labels: list[tuple[str, KnownKind | None]] = [("", None)]
    if "kind" in used:
        labels = _labels(text, knowledge) or [(kind.label, None) for kind in knowledge.kinds[:1]]
    for authors in numbers:
        for label, kind in labels:
            yield slots.fill(wording.text, {"kind": label}, authors=authors), kind


def _labels(text: str, knowledge: Knowledge) -> list[tuple[str, KnownKind | None]]:
    """Labels of content types that a text holds, each also with a capital."""
    flat = fold(text).casefold()
    labels = [
        (label, kind) for kind in knowledge.kinds for label in kind.labels if fold(label).casefold() in flat
    ]
    return [
        (form, kind)
        for label, kind in labels
        for form in dict.fromkeys((label, label[:1].upper() + label[1:]))
    ]


def closest_wording(text: str, knowledge: Knowledge) -> WordingMatch | None:
    """The known wording that a text is, or None: the closest, and of equals the latest."""
    words = Counter(_words(text))
    matches = [match for wording in knowledge.wordings if (match := _match(wording, text, words, knowledge))]
    return max(matches, key=lambda match: (match.likeness, match.wording.begins or dt.date.min), default=None)


def _match(
    wording: KnownWording, text: str, words: Counter[str], knowledge: Knowledge
) -> WordingMatch | None:
    known = _word_counts(wording.text)
    # Words in common bound the likeness from above and cost little: most paragraphs end here.
    if 2 * (known & words).total() < (ENOUGH_ALIKE - _SLOT_SHARE) * (known.total() + words.total()):
        return None
    matches = [
        WordingMatch(wording, form, likeness(form, text), kind)
        for form, kind in filled_forms(wording, text, knowledge)
    ]
    best = max(matches, key=lambda match: match.likeness, default=None)
    if best is None or (best.likeness < 1.0 and (best.likeness < ENOUGH_ALIKE or known.total() < _MIN_WORDS)):
        return None
    return best


def closing_wording_start(text: str, knowledge: Knowledge) -> int:
    """Position at which a known wording begins that ends a longer text, word for word; -1 without one."""
    flat = fold(text)
    if len(flat) != len(text):
        return -1
    for wording in knowledge.wordings:
        for form, _ in filled_forms(wording, text, knowledge) if _ends_alike(wording.text, flat) else ():
            known = fold(form)
            if len(known) > 40 and flat.endswith(known) and flat != known:
                return len(flat) - len(known)
    return -1


def _ends_alike(template: str, flat: str) -> bool:
    """True if a text ends as the template does after its last slot."""
    return flat.endswith(fold(template.rpartition("}")[2]))


@lru_cache(maxsize=1024)
def _word_counts(template: str) -> Counter[str]:
    return Counter(_words(template))


def reads_like_a_disclaimer(text: str) -> bool:
    """True for a paragraph in the manner of a disclaimer; the desk need not know it."""
    flat = fold(text).lower()
    return len(flat) < 900 and (
        ("views" in flat and any(word in flat for word in ("author", "do not necessarily", "solely")))
        or "institutional position" in flat
    )


def _words(text: str) -> Sequence[str]:
    return [word.strip(".,;:()\"'") for word in fold(text).lower().split()]
