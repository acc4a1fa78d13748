"""Single lines of a text: a credit, a date, an attribution, a notice.

Pure functions of a line and the desk's knowledge as values; they see no other line.
"""
