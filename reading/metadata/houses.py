"""Houses as programs read them: Organization and WebSite."""

from articles.addresses import absolute
from reading.metadata.json_ld import Thing, without_empty
from reading.metadata.pictures import image_object
from reading.pictures.sharing import shared_face
from reading.site import Site

_LOGO_WIDTH = 600


def house_id(site: Site) -> str:
    """The lasting name of a house in JSON-LD: its front page, and "#organization"."""
    return f"{absolute(site.path)}#organization"


def organization(site: Site, *, name: str = "") -> Thing:
    """A house. `name`: as an edition printed it; default: as its front page does today."""
    return without_empty(
        type_="Organization",
        id_=house_id(site),
        name=name or site.name,
        url=absolute(site.path),
        sameAs=[site.url] if site.url else [],
        logo=_logo(site),
        parentOrganization=_above(site),
        publishingPrinciples=_page(site.publishing_principles),
        correctionsPolicy=_page(site.corrections_policy),
        ethicsPolicy=_page(site.ethics_policy),
    )


def website(site: Site) -> Thing:
    """The site of a house, as its front page."""
    return without_empty(
        type_="WebSite",
        id_=f"{absolute(site.path)}#website",
        name=site.name,
        url=absolute(site.path),
        description=site.strapline,
        inLanguage=site.usual_language,
        publisher={"@id": house_id(site)},
    )


def _logo(site: Site) -> Thing:
    return image_object(shared_face(site.logo, site.name, site.language, _LOGO_WIDTH))


def _page(address: str) -> str:
    """The absolute address of a page here or on the web; "" for none."""
    return absolute(address) if address.startswith("/") else address


def _above(site: Site) -> Thing:
    """The nearest house above, by its name."""
    if not site.above:
        return {}
    above = site.above[0]
    return without_empty(type_="Organization", name=above.on_page(site.language).value, url=above.url)
