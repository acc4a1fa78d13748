"""Outlets: the places where pieces run, their names and their standing permissions."""

from outlets.models.in_languages import OutletName
from outlets.models.names import FormerName, OutletAlias
from outlets.models.outlet import Outlet
from outlets.models.permission import StandingPermission

__all__ = ["FormerName", "Outlet", "OutletAlias", "OutletName", "StandingPermission"]
