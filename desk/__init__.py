"""The editors' pages in the Django admin, one folder for each feature.

The desk may use every app below it, and of `reading` only what draws a page.
"""
