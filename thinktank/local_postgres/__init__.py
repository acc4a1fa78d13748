"""Database engine with a PostgreSQL cluster of its own in DESK_HOME, which runs as long as a process uses it.

Used (`"ENGINE": "thinktank.local_postgres"`) when DATABASE_URL is not set; nothing has to be installed.
For the reasons see docs/decisions/local-postgresql.md.
"""
