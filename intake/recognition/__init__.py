"""Recognise a whole manuscript: which line is its headline, its byline, its body.

Pure: it may use `lines` and `sources`, and never the database.
"""
