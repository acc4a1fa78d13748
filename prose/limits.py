"""Size limits of texts, shared by forms, intake and acts."""

MAX_BODY_CHARS = 400_000
"""Longest body with markup: a PostgreSQL search vector fails above 1 MB."""

MAX_DEPTH = 40
"""Deepest nesting of elements in a body. Editors stay below ten; parsers get slow far above this."""

MAX_LINE_CHARS = 300
"""Longest headline-like line."""

MAX_URL_CHARS = 2000
"""Longest address that all browsers and feed readers accept."""
