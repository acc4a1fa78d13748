"""Tells the disclaimers' pages, which stand below and know no articles, which texts readers have had."""

from articles.models.edition import Edition
from disclaimers.admin import USES


def is_printed(wording_id: int) -> bool:
    """Whether some published version carries this disclaimer text."""
    return Edition.objects.filter(printed__wordings__contains=[{"wording": wording_id}]).exists()


USES.append(is_printed)
