"""Institutions and what they must say, in the admin. A text that readers have had is ended, never rewritten."""

from disclaimers.admin import institution, style, wording  # noqa: F401 - each registers its pages
from disclaimers.admin.wording import USES

__all__ = ["USES"]
