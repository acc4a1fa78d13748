"""What the desk registers with the admin. Importing the modules below registers their pages."""

from desk import reprints, topics
from desk.acts import correct, publish, take_down
from desk.manuscript import admin as manuscript
from desk.updates import hooks, renamed_outlets, used_wordings, views

__all__ = [
    "correct",
    "hooks",
    "manuscript",
    "publish",
    "renamed_outlets",
    "reprints",
    "take_down",
    "topics",
    "used_wordings",
    "views",
]
