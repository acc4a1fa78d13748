"""The editors' door: the pages of the Django admin, one folder a feature.

It may use every app below it, and of `reading` only what draws a page.
"""
