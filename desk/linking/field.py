"""What the field of a text says to its script about links."""

from desk.pages import DeskPage


def link_addresses() -> dict[str, str]:
    """Attributes of a field: where its script asks for pages of ours."""
    return {"data-own-pages": DeskPage.OWN_PAGES.address()}
