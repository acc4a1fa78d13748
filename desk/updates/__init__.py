"""Updating published pages, one or many, after a name or a text has changed.

It may use re-issuing and batches in `articles.acts`, and adds links to the admin of people, outlets and texts.
"""
