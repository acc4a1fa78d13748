"""The HTML of a body: allowed elements, cleaning, plain text, excerpts, endnotes, headings.

Pure functions from text to text: they may use the modules of ``prose`` beside this folder, but no form and no model.
"""
