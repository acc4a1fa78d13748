"""Manuscripts in: a text, a web page or a Word file becomes blocks, then findings, then records.

Reading and recognising are pure; only `drafts/` and `take_file.py` use the database.
"""
