"""Models of the site: menus, old addresses. `reading` imports submodules, never this package."""

from website.models.menu import Menu, MenuEntry
from website.models.old_address import OldAddress

__all__ = ["Menu", "MenuEntry", "OldAddress"]
