"""Clients of the site by their network addresses. Addresses are counted for a moment, and neither kept nor logged."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The client's address; behind TLS that which the proxy has added last: what stands before it anybody can write."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def countable_client(request: HttpRequest) -> str:
    """The public network that a request comes from: an IPv4 address, or 64 bits of an IPv6 one, which one person has.

    Empty for an address that is not public: a proxy that does not say for whom it asks is not one client.
    """
    try:
        address = ipaddress.ip_address(client_address(request))
    except ValueError:
        return ""
    if not address.is_global:
        return ""
    return str(address if address.version == 4 else ipaddress.ip_network((address, 64), strict=False))
