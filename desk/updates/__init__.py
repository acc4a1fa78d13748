"""Updates of published pages, one or many, after a name or a disclaimer text has changed.

They use re-issuing and batches in `articles.acts`, and extend the admin of people, outlets and disclaimer texts.
"""
