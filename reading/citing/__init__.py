"""Citations of a piece: our page and, where it ran first, the original; as text in three styles, and as files."""
