"""Profiles: the pages and feeds about a person, an outlet or a topic."""
