"""A piece's history: its versions and acts, and the editions that readers had on a day.

It reads revisions, editions and the ledger, and changes none of them.
"""
