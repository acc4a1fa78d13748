"""The editors' door. Importing it registers the desk's pages with the admin."""

from articles.admin import article, renamed_outlets, renamed_people, topic, update_pages, used_wordings

__all__ = ["article", "renamed_outlets", "renamed_people", "topic", "update_pages", "used_wordings"]
