"""Old addresses in the admin: one by one, or thousands from a file (CSV).

`sheet`: the file. `checks`: what is wrong with a line, for form and file alike. `taking`: the page that takes a file.
"""
