"""Lists of pieces: their pages by keyset, and the document around a page."""
