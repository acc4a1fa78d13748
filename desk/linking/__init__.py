"""Links in a text to this desk's own pages: found by their words."""
