"""Text that is typed and not saved, and people who have the same piece open."""
