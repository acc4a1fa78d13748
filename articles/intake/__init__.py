"""Manuscripts in: a text, a web page or a Word file becomes blocks, then records.

Reading and recognising are pure; only `knowledge_of_desk.py` and `records.py` know the database.
"""
