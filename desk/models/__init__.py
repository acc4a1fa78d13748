"""Records of the desk itself; those of pieces are in `articles.models`."""

from desk.models.sent_form import SentForm

__all__ = ["SentForm"]
