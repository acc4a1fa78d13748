"""Saved web pages: what a page says of itself, which part of it is the text, and where its links lead.

Pure, like the rest of `sources`.
"""
