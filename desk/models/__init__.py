"""Records of the desk itself; those of pieces are in `articles.models`."""

from desk.models.brought_text import BroughtText
from desk.models.sent_form import SentForm

__all__ = ["BroughtText", "SentForm"]
