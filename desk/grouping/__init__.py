"""Admin of what pieces are grouped by: topics and series."""
