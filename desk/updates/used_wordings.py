"""Tells the disclaimers' pages, which stand below and know no articles, which texts readers have had and where."""

from articles.press.wordings_in_use import is_printed
from desk.updates.wording_slip import slip_label, wording_slip
from disclaimers.admin.wording import PAGES, WordingPage
from disclaimers.uses import USES

USES.append(is_printed)
PAGES.append(WordingPage("slip", wording_slip, slip_label))
