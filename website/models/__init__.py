"""Models of the site: menus. `reading` imports submodules, never this package."""

from website.models.menu import Menu, MenuEntry

__all__ = ["Menu", "MenuEntry"]
