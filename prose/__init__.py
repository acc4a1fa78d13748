"""Text, dates, addresses and printed lines: what every app needs and no app owns.

Knows no app of the house. ``fields.py`` stays at the top because migrations name it.
"""
