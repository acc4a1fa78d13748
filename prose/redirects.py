"""Addresses behind redirects that programs put around links, read from the address itself, without the network."""

from urllib.parse import parse_qs, urljoin, urlsplit

REDIRECTS = {
    "google.": ("/url", ("q", "url")),
    "l.facebook.com": ("/l.php", ("u",)),
    "lm.facebook.com": ("/l.php", ("u",)),
    "l.instagram.com": ("/", ("u",)),
    "safelinks.protection.outlook.com": ("/", ("url",)),
    "t.umblr.com": ("/redirect", ("z",)),
    "youtube.com": ("/redirect", ("q",)),
    "linkedin.com": ("/redir/redirect", ("url",)),
    "out.reddit.com": ("/", ("url",)),
    "slack-redir.net": ("/link", ("url",)),
    "duckduckgo.com": ("/l/", ("uddg",)),
    "away.vk.com": ("/away.php", ("to",)),
    "vk.com": ("/away.php", ("to",)),
    "steamcommunity.com": ("/linkfilter/", ("url",)),
    "nam.safelink.emails.azure.net": ("/redirect", ("destination",)),
}
"""Host, or its end -> the beginning of the path, and the names of the parameter that holds the address.

The editor's paste has the same table, from its configuration."""


def unwrapped(url: str) -> str:
    """The address that a redirect of a known program leads to; any other address as it is."""
    for _ in range(3):  # one program's link pasted through another's
        inner = _inner(url)
        if not inner:
            return url
        url = inner
    return url


def _inner(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    for end, (path, names) in REDIRECTS.items():
        is_host = host == end or host.endswith(f".{end}") or (end.endswith(".") and host.startswith(end))
        if is_host and parts.path.startswith(path):
            query = parse_qs(parts.query)
            target = next((query[name][0] for name in names if name in query), "")
            return target if target.startswith(("http://", "https://")) else ""
    return ""


def resolved(href: str, base: str) -> str:
    """The full address of a link on the page at `base`, redirects undone; empty if it has none."""
    href = href.strip()
    if href.startswith(("http://", "https://", "mailto:")):
        return unwrapped(href)
    try:
        full = urljoin(base, href) if base else ""
    except ValueError:
        return ""
    return unwrapped(full) if full.startswith(("http://", "https://")) else ""
