"""The editors' door. Importing it registers the desk's pages with the admin."""

from articles.admin import article, renamed_people, topic, used_wordings

__all__ = ["article", "renamed_people", "topic", "used_wordings"]
