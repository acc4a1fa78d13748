"""Profiles as programs read them: who or what a page is about, by today's facts, with their addresses elsewhere."""

from typing import Any

from articles.addresses import absolute
from articles.models.grouping.series import Series
from authors.models import Author, AuthorType
from authors.models.orcid import HOST
from authors.split_names import name_parts
from outlets.models import Outlet
from prose import printed_line
from reading.metadata.json_ld import Thing, without_empty
from reading.metadata.people import person_id
from reading.metadata.pictures import image_object
from reading.pictures.sharing import SharedPicture, shared_face
from reading.profiles.subjects import Profile
from reading.site import Site
from reading.words.page_words import words_for

_FACE_WIDTH = 480
_NOT_NEWS = frozenset({"think-tank", "book-publisher"})
_ABOUT_CHARS = 300


def profile_things(profile: Profile, site: Site, description: str) -> tuple[Thing, ...]:
    """The page and the person, outlet, topic or series that it is about."""
    address = absolute(profile.path)
    is_person = isinstance(profile.subject, Author)
    about = _about(profile, site)
    page = without_empty(
        type_="ProfilePage" if is_person else "CollectionPage",
        id_=address,
        url=address,
        name=profile.name,
        description=description,
        inLanguage=site.language,
        **{"mainEntity" if is_person else "about": {"@id": about["@id"]}},
    )
    return page, about


def profile_description(profile: Profile, site: Site) -> str:
    """What is written about somebody, else a sentence that says what the page holds."""
    if profile.about:
        return profile.about[:_ABOUT_CHARS]
    word = {Author: "pieces_by", Outlet: "pieces_in", Series: "parts_of"}.get(
        type(profile.subject), "pieces_on"
    )
    return words_for(site.language).fill(word, name=profile.in_sentence or profile.name)


def profile_picture(profile: Profile, site: Site) -> SharedPicture | None:
    """Today's portrait or logo, for who shows a link to the page."""
    return shared_face(profile.face, profile.name, site.language, _FACE_WIDTH) if profile.picture else None


def _about(profile: Profile, site: Site) -> Thing:
    links = [link.url for link in profile.links]
    names = [name for name in (profile.native_name, *map(printed_line.text, profile.former_names)) if name]
    shared = {
        "name": profile.name,
        "alternateName": names,
        "url": absolute(profile.path),
        "sameAs": links,
        "image": image_object(profile_picture(profile, site)),
    }
    if isinstance(profile.subject, Author):
        if profile.says_more and profile.subject.orcid:
            shared["sameAs"] = [*links, f"{HOST}{profile.subject.orcid}"]
        return _person(profile, profile.subject, shared)
    identifier = f"{absolute(profile.path)}#subject"
    if isinstance(profile.subject, Series):
        return without_empty(type_="CreativeWorkSeries", id_=identifier, **shared)
    if isinstance(profile.subject, Outlet):
        kind = "Organization" if profile.subject.type in _NOT_NEWS else "NewsMediaOrganization"
        return without_empty(type_=kind, id_=identifier, **shared, description=profile.about)
    return without_empty(type_="Thing", id_=identifier, **shared)


def _known_for(author: Author) -> Thing:
    """The areas, languages and mail address of somebody, as properties."""
    areas = [area.strip() for area in author.areas.split(",") if area.strip()]
    return {"knowsAbout": areas, "knowsLanguage": author.spoken_languages, "email": author.email}


def _person(profile: Profile, author: Author, shared: Thing) -> Thing:
    """Somebody under the name that the page prints without titles; a body is an organisation."""
    name = profile.plain_name or author.display_name
    kind: dict[str, Any] = {"form": author.form, "order": author.name_order, "suffix": author.suffix}
    parts = name_parts(author.display_name, sort_name=author.sort_name, **kind)
    if name != author.display_name:
        parts = name_parts(name, sort_name=f"{parts.whole_family}, {parts.given}", **kind)
    return without_empty(
        type_="Organization" if author.form == AuthorType.BODY else "Person",
        id_=person_id(profile.path),
        **shared | {"name": name},
        givenName=parts.given,
        familyName=parts.whole_family if parts.family else "",
        **_known_for(author) if profile.says_more else {},
        jobTitle=[printed_line.text(post) for post in profile.posts],
        description=profile.about,
    )
