"""Manuscripts in: a text, a web page or a Word file becomes blocks, then records.

Reading and recognising are pure; only `desk_knowledge.py`, `making.py` and what stands on them know the database.
"""
