"""Institutions and what they must say, in the admin. Texts that were published are ended, never rewritten.

`desk.admin` registers these pages.
"""
