"""The tidier: HTML as tools write it, files and clipboards alike, turned into plain HTML with the same meaning.

What the editor's paste keeps (`prose/static/prose/paste/`), this keeps: tests try both with the same clipboards.
"""
