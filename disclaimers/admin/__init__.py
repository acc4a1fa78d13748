"""Institutions and what they must say, in the admin. A text that readers have had is ended, never rewritten."""

from disclaimers.admin import disclaimer, institution, kind, licence, notice, style, wording

__all__ = ["disclaimer", "institution", "kind", "licence", "notice", "style", "wording"]
