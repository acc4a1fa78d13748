"""PostgreSQL without an installation: one small cluster in DESK_HOME that lives as long as somebody uses it.

Used as Django's database engine (`"ENGINE": "thinktank.local_postgres"`) when no DATABASE_URL is set.
Why it is built like this: docs/decisions/local-postgresql.md.
"""
