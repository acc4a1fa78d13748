"""Why an act did not happen: every message is a sentence for the person who tried."""

from articles.checklist import Checklist


class ActRefused(Exception):
    """The act table, a permission or the checklist said no; nothing was changed."""

    def __init__(self, sentence: str, checklist: Checklist | None = None) -> None:
        super().__init__(sentence)
        self.checklist = checklist or Checklist()


class CannotPublish(ActRefused):
    """A version cannot go before readers as it is."""


class StaleBase(ActRefused):
    """What was edited is not the newest version any more."""

    def __init__(self, base: int, head: int) -> None:
        super().__init__(f"Someone saved version {head} while you were working on version {base}.")
        self.base, self.head = base, head
