"""Pictures: their files, what is known of them, and what may be done with them. Knows no piece.

`files` turns an uploaded file into a clean one and knows no database; `models` are the records.
"""
