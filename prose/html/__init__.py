"""The HTML of a body: which elements it may hold, how it is cleaned, and what is read from it or printed of it.

Pure functions from text to text: they may use the modules of ``prose`` beside this folder, but no form and no model.
"""
