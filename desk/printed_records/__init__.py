"""Records that pages print: what a change of one does to scheduled and to published pages.

Doors that change such records use it: their admin, merging, updates, the desk file.
"""
