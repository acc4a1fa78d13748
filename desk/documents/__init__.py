"""The library of files that are no pictures: reports, transcripts, data."""
