"""Shared links: a piece read, commented on and signed off by people who have no account.

Why so: docs/decisions/shared-links.md.
"""
