"""The page of an institution as programs read it: Organization, with those above and below it."""

from articles.addresses import absolute
from prose import printed_line
from reading.institutions.facts import InstitutionFacts, NamedHouse
from reading.metadata.houses import house_id, organization
from reading.metadata.json_ld import Thing, without_empty
from reading.site import Site


def institution_things(
    site: Site, facts: InstitutionFacts, title: str, description: str
) -> tuple[Thing, ...]:
    """The page, and the institution that it is about."""
    address = absolute(site.about_path)
    page = without_empty(
        type_="AboutPage",
        id_=address,
        url=address,
        name=title,
        description=description,
        inLanguage=site.language,
        mainEntity={"@id": house_id(site)},
    )
    return page, organization(site) | without_empty(
        description=facts.about.value,
        alternateName=[printed_line.text(name) for name in facts.former_names],
        parentOrganization=_house(facts.above[0]) if facts.above else {},
        subOrganization=list(map(_house, facts.centres)),
        contactPoint=_contacts(site),
    )


def _house(house: NamedHouse) -> Thing:
    site = house.site
    return without_empty(
        type_="Organization",
        id_=house_id(site) if site else "",
        name=printed_line.text(house.name),
        url=absolute(site.path) if site else house.path,
    )


def _contacts(site: Site) -> list[Thing]:
    contacts = (("corrections", site.errors_contact), ("permissions", site.permissions_contact))
    return [
        without_empty(type_="ContactPoint", contactType=word, email=email)
        for word, email in contacts
        if email
    ]
