"""Forms of the rows of a manuscript, one module for each list."""
