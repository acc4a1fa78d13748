"""Read a file or a pasted text into blocks: plain text, HTML and Word.

Pure: no database, no knowledge of the desk.
"""
