"""What the desk's pages of pictures and of other files have in common."""
