"""Make records and a draft out of a recognition.

It reads the database, and writes to it through `articles.acts`; the other folders of intake do neither.
"""
