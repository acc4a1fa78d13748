"""The front page of a house as a document: its head, and the first page at any instant for the desk."""

import datetime as dt

from prose.languages import base
from reading.front.loading import arranged_front, below
from reading.houses import front_page_listing, with_houses
from reading.lists.drawing import FRONT, read_page
from reading.lists.versions import with_versions
from reading.metadata.houses import organization, website
from reading.page import Feed, Head, draw
from reading.pictures.doors import PictureDoor
from reading.pictures.figures import with_listed_pictures
from reading.site import Site, load_house_by_key
from reading.words.page_words import words_for


def front_page_document(
    house: int, language: str, at: dt.datetime, door: PictureDoor, arrangement: int | None = None
) -> str:
    """The first page of a house's front page at any instant, for the desk. `language`: "" for its usual one.

    `arrangement`: the key of the one to show; None for that of the instant.
    """
    site = load_house_by_key(house, at, base(language))
    listing, of = front_page_listing(site)
    page = read_page(listing, of | {"at": at}, site)
    front = arranged_front(site, at, door, arrangement)
    page = below(front, page)
    with_houses(page.editions, site)
    with_versions(page.editions, site)
    with_listed_pictures(page.editions, is_front=True, door=door)
    return draw(
        FRONT, site=site, head=front_page_head(site), pictures=door, page=page, start=site.path, front=front
    )


def front_page_head(site: Site) -> Head:
    words = words_for(site.language).by_name
    corrections = Feed(f"{site.name}: {words['corrections']}", f"{site.path}corrections/")
    return Head(
        title=site.name,
        path=site.path,
        description=site.strapline or f"{site.name}: {words['latest_pieces']}",
        structured=(website(site), organization(site)),
        language=site.language,
        feeds=(corrections,),
    )
