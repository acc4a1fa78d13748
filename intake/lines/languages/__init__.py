"""Languages: their names in sentences."""
