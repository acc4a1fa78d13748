"""What programs read in the head of a page, read back as they read it."""
