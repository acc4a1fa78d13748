"""Commands of the readers’ door."""
