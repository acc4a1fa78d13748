"""Pages about institutions: what one is, what belongs to it, how it works, who writes for it and on what."""
