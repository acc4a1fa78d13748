"""Parts of a piece that come from the libraries: its lead picture, pictures in it, files below it."""
