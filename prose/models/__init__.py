"""Models that belong to no app: former slugs of any record. Import the submodule, never this package."""

from prose.models.former_slugs import FormerSlug

__all__ = ["FormerSlug"]
