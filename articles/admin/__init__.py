"""The editors' door. Importing it registers the desk's pages with the admin."""

from articles.admin import (
    article,
    notice_forms,
    publish_forms,
    removal_forms,
    renamed_outlets,
    renamed_people,
    reprints,
    topic,
    update_pages,
    used_wordings,
)

__all__ = [
    "article",
    "notice_forms",
    "publish_forms",
    "removal_forms",
    "renamed_outlets",
    "renamed_people",
    "reprints",
    "topic",
    "update_pages",
    "used_wordings",
]
