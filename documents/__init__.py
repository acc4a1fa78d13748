"""Files of pieces that are no pictures: reports, transcripts, data, with their rights. Knows no piece.

`files` reads an uploaded file and knows no database; `models` are the records.
"""
