"""The first-steps page: it leads an administrator of an empty desk to its first correct page.

`steps` says what a desk needs and what is there, `forms` make the records, `views` draws both.
"""
