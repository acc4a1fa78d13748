"""The desk's front page, "My desk": short lists of what waits for the user, each by a number of queries that is fixed.

It may use the rest of the desk; only `thinktank` uses it.
"""
