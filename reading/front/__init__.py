"""The arranged front page: its places filled with pieces, and drawn above the newest ones.

`places` fills them (pure), `loading` asks the database, `drawing` makes what the template takes.
"""
