"""Press: from a revision and today's records to the printed fields of an edition.

Only `facts`, `records`, `disclaimers` and `proof` load from the database. Acts, checklist and desk may use it, readers'
pages never do.
"""
