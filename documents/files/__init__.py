"""One uploaded file that is no picture: what kind it is, what it says of itself, and why it is not taken.

`read` is the side of the desk. All else runs in a child process that holds only the file, and imports only values.
"""
