"""Merging two records into one, and taking them apart again within a day.

`records` has the acts. `belongings`: the rows that go along. `sameness`: when two rows say the same. `words`: texts
that go along where the kept record has none, and those that stay behind.
"""
