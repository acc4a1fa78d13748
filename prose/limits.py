"""How much text the desk takes. One place: forms, intake and acts all read these."""

MAX_BODY_CHARS = 400_000
"""Longest body, markup included: PostgreSQL's search vector fails above 1 MB."""

MAX_DEPTH = 40
"""Deepest nesting of elements in a body; editors stay below ten, parsers grow slow far above."""

MAX_LINE_CHARS = 300
"""Longest headline-like line."""

MAX_URL_CHARS = 2000
"""Longest address; what browsers and feed readers agree to carry."""
