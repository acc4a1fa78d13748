"""Languages: their names in sentences, and the language that a text is in."""
