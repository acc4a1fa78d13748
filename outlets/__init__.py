"""Outlets where pieces run: what they are called, and what they permit in advance.

It may use prose only; the grammar of naming an outlet is written here.
"""
