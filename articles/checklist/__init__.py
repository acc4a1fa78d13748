"""Checklist of an act as values. Forms show it; acts obey its blockers and demand an answer to its questions.

It may use the press, rights and all below; acts and the desk use it.
"""

from articles.checklist.checks import check
from articles.checklist.obstacles import Checklist, Obstacle

__all__ = ["Checklist", "Obstacle", "check"]
