"""Outlets where pieces run: their names, and their permissions given in advance.

It may use prose only; the grammar of naming an outlet is written here.
"""
