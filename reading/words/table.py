"""The form of a table of words: one row for each word, its texts in the order of the languages of the usual phrases."""

Texts = tuple[str, str, str, str, str, str]
"""English, French, German, Russian, Arabic, Korean."""

WordTable = dict[str, Texts]
