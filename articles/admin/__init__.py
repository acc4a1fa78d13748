"""The editors' door. Importing it registers the desk's pages with the admin."""

from articles.admin import article, topic, used_wordings

__all__ = ["article", "topic", "used_wordings"]
