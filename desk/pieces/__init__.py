"""The list of pieces: its filters and columns, what is missing in each piece, and views that people keep of it.

It may use the rest of the desk; the form of a piece and "My desk" use it.
"""
