"""Ways to share a piece as plain links: nothing of another site is loaded before somebody follows one."""

from urllib.parse import quote, urlencode

from articles.addresses import absolute

_SITES = (
    ("Bluesky", "https://bsky.app/intent/compose", "text"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/", "url"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php", "u"),
)
"""(name, address that opens the site's own form, its parameter)."""


def share_ways(headline: str, path: str) -> list[dict[str, str]]:
    """By e-mail first: `name`, where it is a name and not a word of ours, and `href`."""
    address = absolute(path)
    letter = f"mailto:?subject={quote(headline)}&body={quote(address)}"
    ways = [{"name": "", "href": letter}]
    for name, form, parameter in _SITES:
        value = f"{headline} {address}" if parameter == "text" else address
        ways.append({"name": name, "href": f"{form}?{urlencode({parameter: value})}"})
    return ways
