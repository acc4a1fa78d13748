"""A piece's history: its versions and acts, and what stood on its page on a day.

It reads revisions, editions and the ledger, and changes none of them.
"""
