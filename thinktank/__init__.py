"""The project: settings, addresses, system checks, PostgreSQL, backup, bench, sample desk.

It may use every app; no app imports it.
"""
