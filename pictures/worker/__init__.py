"""Work after the commit: files are made, written to the storage, and taken away again."""
