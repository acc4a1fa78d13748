"""Deleting records: one that nothing printed and no piece names may go, a used one is merged, renamed or ended.

`uses` finds what names a record, `admin` asks and says what else can be done.
"""
