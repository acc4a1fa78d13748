"""Errors of acts; every message is a sentence for the user who tried."""

from articles.checklist import Checklist


class ActRefused(Exception):
    """Forbidden by the act table, a permission or the checklist; nothing was changed."""

    def __init__(self, sentence: str, checklist: Checklist | None = None) -> None:
        super().__init__(sentence)
        self.checklist = checklist or Checklist()


class CannotPublish(ActRefused):
    """The version cannot be published as it is."""


class StaleBase(ActRefused):
    """The version that was edited is not the newest any more."""

    def __init__(self, base: int, head: int) -> None:
        super().__init__(f"Someone saved version {head} while you were working on version {base}.")
        self.base, self.head = base, head
