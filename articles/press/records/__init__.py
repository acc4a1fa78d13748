"""Records behind the names of a page, loaded in the forms of its language and day."""
