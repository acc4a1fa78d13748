"""The states of an article on its two axes, the surfaces that show it, and the one table of acts."""

from articles.states.acts import (
    ACTS,
    ANY,
    ANY_WORK,
    DOWN,
    KEPT,
    MOVES_PAGES,
    ON_THE_SITE,
    PRINTS_NOTHING,
    PUBLISHING,
    RIGHTS_ACTS,
    TO_AN_HOUR,
    Act,
    Rule,
    Whose,
    allows,
)
from articles.states.axes import LISTED, Form, Public, TakenDownFor, Work
from articles.states.surfaces import Surface

__all__ = [
    "ACTS",
    "ANY",
    "ANY_WORK",
    "DOWN",
    "KEPT",
    "LISTED",
    "MOVES_PAGES",
    "ON_THE_SITE",
    "PRINTS_NOTHING",
    "PUBLISHING",
    "RIGHTS_ACTS",
    "TO_AN_HOUR",
    "Act",
    "Form",
    "Public",
    "Rule",
    "Surface",
    "TakenDownFor",
    "Whose",
    "Work",
    "allows",
]
