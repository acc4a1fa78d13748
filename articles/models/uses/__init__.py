"""What a piece uses of the libraries beside its text: its lead picture, and the pictures in it."""
