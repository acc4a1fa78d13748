"""The language that a text is in, told from its script and its commonest words."""
