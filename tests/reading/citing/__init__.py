"""Citations: as the manuals print them, and as other programs read the files back."""
