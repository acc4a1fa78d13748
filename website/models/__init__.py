"""Models of the site: menus, front pages, old addresses. `reading` imports submodules, never this package."""

from website.models.front_page import Arrangement, FrontPlace
from website.models.menu import Menu, MenuEntry
from website.models.old_address import OldAddress

__all__ = ["Arrangement", "FrontPlace", "Menu", "MenuEntry", "OldAddress"]
