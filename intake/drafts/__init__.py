"""Make records and a draft of what was recognised.

The only part of intake that reads and writes the database, through `articles.acts`.
"""
