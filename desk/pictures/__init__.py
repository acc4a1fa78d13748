"""The library of pictures: its list, the page on which files are added, and a page for each picture.

Nothing here shows a picture to readers; what a piece does with one is a part of its manuscript.
"""
