"""Obstacles to an act as values: blockers, questions and warnings."""

from dataclasses import dataclass

from articles.states import Act


@dataclass(frozen=True)
class Offer:
    """A change that would settle a warning with one click: the words on the button, a field and its new value."""

    label: str
    field: str
    value: str


@dataclass(frozen=True)
class Obstacle:
    """One blocker or warning.

    `field`: the form field where it can be fixed; `act`: the act that settles it; `offers`: changes that would;
    `place`: the key of the place whose permission would.
    """

    code: str
    sentence: str
    field: str = ""
    act: Act | None = None
    offers: tuple[Offer, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Checklist:
    """Blockers stop an act; questions are confirmed by whoever does it; warnings are shown before it."""

    blockers: tuple[Obstacle, ...] = ()
    warnings: tuple[Obstacle, ...] = ()
    questions: tuple[Obstacle, ...] = ()

    @property
    def asked(self) -> frozenset[str]:
        """The codes of the questions."""
        return frozenset(question.code for question in self.questions)

    def as_json(self) -> list[dict[str, str]]:
        """The checklist as the ledger keeps it."""
        weighed = {"blocker": self.blockers, "question": self.questions, "warning": self.warnings}
        return [
            {"weight": weight, "code": obstacle.code, "sentence": obstacle.sentence}
            for weight, obstacles in weighed.items()
            for obstacle in obstacles
        ]
