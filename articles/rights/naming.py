"""Names of pieces in sentences that stay on record or stand on a screen: those of other houses are not told."""

from django.db.models import F

from articles.models.article import Article
from disclaimers.lineage import IsOneOf, Under
from disclaimers.models import Institution
from prose.quotation_marks import in_quotes

ANOTHER_HOUSES = "a piece of another house"


def named_for(house: int, piece: Article, headline: str = "") -> str:
    """The piece's headline in quotation marks, for the editors of a house; `ANOTHER_HOUSES` if they may not open it.

    They may open pieces of their house and its centres. `headline`: a printed one; else that of the manuscript.
    """
    if not is_open_to(house, piece):
        return ANOTHER_HOUSES
    return in_quotes(headline or piece)


def is_open_to(house: int, piece: Article) -> bool:
    """True if the editors of a house, who may work for this house alone, may open the piece."""
    own = Institution.objects.filter(IsOneOf(F("pk"), Under(house)), pk=piece.institution_id)
    return piece.institution_id == house or own.exists()
