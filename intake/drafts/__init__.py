"""Make records and a draft out of a recognition.

The only folder of intake that reads and writes the database, through `articles.acts`.
"""
