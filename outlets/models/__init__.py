"""Where pieces run: outlets, what they are and were called, and what they allow in advance."""

from outlets.models.names import FormerName, OutletAlias
from outlets.models.outlet import Outlet
from outlets.models.permission import StandingPermission

__all__ = ["FormerName", "Outlet", "OutletAlias", "StandingPermission"]
