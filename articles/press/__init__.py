"""The press: from a revision and today's records to the printed fields of an edition.

Only `facts`, `names` and `disclaimers` load from the database; acts, checklist and desk may call it, readers never do.
"""
