"""What one line of a text says: a credit, a date, an attribution, a notice.

Pure functions over a line and the desk's knowledge as values; they know no other line.
"""
