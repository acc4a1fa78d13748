"""An article as programs read it: OpinionNewsArticle and its kin (schema.org 30.0), in words that its page prints.

The outlet where a piece ran first is the publisher of what it is based on, never its `sourceOrganization`: that is on
whose behalf the author worked. No property says a disclaimer; it stands in the text.
"""

from collections.abc import Mapping
from typing import Any

from articles.addresses import absolute
from articles.models.edition import Edition
from articles.states import Form
from prose import printed_line
from prose.printed_line import PrintedLine
from reading.metadata.cited import Cited, CitedPlace, cited_of, sources_of
from reading.metadata.houses import house_id, organization
from reading.metadata.instants import modified_at, published_at
from reading.metadata.json_ld import Thing, without_empty
from reading.metadata.people import by_property
from reading.metadata.pictures import image_object
from reading.pictures.sharing import SharedPicture
from reading.piece.alongside import LanguageVersion
from reading.piece.series import PartOfSeries
from reading.site import Site

_TYPES = {
    "opinion": "OpinionNewsArticle", "analysis": "AnalysisNewsArticle", "report": "Report", "article": "Article",
}  # fmt: skip
_NOT_NEWS = frozenset({"book", "book-publisher", "think-tank", "journal"})
"""Types of outlets that are no news media."""
_RETRACTED = "Retracted"
_CORRECTING = frozenset({"correction", "clarification"})


def article_things(
    edition: Edition,
    site: Site,
    description: str,
    image: SharedPicture | None,
    versions: tuple[LanguageVersion, ...] = (),
    part: PartOfSeries | None = None,
) -> tuple[Thing, ...]:
    """The article and its publisher. `description`, `image`: those of the page's other metadata."""
    publisher = organization(site, name=edition.printed["records"]["institution_name"])
    return _article(edition, site, description, image, versions) | _series(part), publisher


def page_things(edition: Edition, site: Site, description: str) -> tuple[Thing, ...]:
    """A page of the site, such as "About", and whose it is."""
    address = absolute(edition.permalink.path)
    page = without_empty(
        type_="WebPage",
        id_=address,
        url=address,
        name=edition.headline,
        description=description,
        dateModified=modified_at(edition, site) or published_at(edition, site),
        inLanguage=edition.language,
        publisher={"@id": house_id(site)},
    )
    return page, organization(site, name=edition.printed["records"]["institution_name"])


def _article(
    edition: Edition,
    site: Site,
    description: str,
    image: SharedPicture | None,
    versions: tuple[LanguageVersion, ...],
) -> Thing:
    cited, address = cited_of(edition), absolute(edition.permalink.path)
    printed: Mapping[str, Any] = edition.printed
    is_retracted = edition.form == Form.RETRACTION
    return without_empty(
        type_=_TYPES.get(cited.genre, "Article"),
        id_=f"{address}#article",
        url=address,
        mainEntityOfPage={"@type": "WebPage", "@id": address},
        identifier=edition.uuid.urn,
        headline=edition.headline,
        description=description,
        image=[image_object(image)] if image else [],
        datePublished=published_at(edition, site),
        dateModified=modified_at(edition, site) or published_at(edition, site),
        inLanguage=edition.language,
        articleSection=edition.kicker,
        keywords=[topic["name"] for topic in printed["topics"]],
        wordCount=edition.word_count or None,
        isAccessibleForFree=True,
        creativeWorkStatus=_RETRACTED if is_retracted else "",
        publisher={"@id": house_id(site)},
        sourceOrganization={"@id": house_id(site)},
        **by_property(cited.people),
        **_rights(edition, cited, address, site),
        isBasedOn=[_source(place, cited) for place in sources_of(edition)],
        correction=[
            _correction(row) for row in printed["notices"] if row["kind"] in _CORRECTING and row["line"]
        ],
        **_translations(edition, versions),
    )


def _series(part: PartOfSeries | None) -> Thing:
    """The series, and the number of the part where readers see one."""
    if part is None:
        return {}
    address = absolute(part.path)
    series = without_empty(type_="CreativeWorkSeries", id_=f"{address}#subject", name=part.name, url=address)
    return {"isPartOf": series, **({"position": part.position} if part.position and part.total > 1 else {})}


def _rights(edition: Edition, cited: Cited, address: str, site: Site) -> Thing:
    """Whose it is, in parts and in the words of the page; a licence only where one is printed."""
    printed: Mapping[str, Any] = edition.printed
    return {
        "copyrightHolder": [_holder(name, edition, cited, site) for name in cited.holders],
        "copyrightYear": cited.year,
        "copyrightNotice": printed["copyright"],
        "license": _address_in(printed["licence"]) or printed_line.text(printed["licence"]),
        "usageInfo": f"{address}republish/"
        if printed["republication"] and edition.form == Form.PIECE
        else "",
        "acquireLicensePage": _asked_at(edition, cited, site),
        "creditText": " ".join(map(printed_line.text, printed["attributions"])),
    }


def _asked_at(edition: Edition, cited: Cited, site: Site) -> str:
    """The page with the house's address for permissions, for a text that is its own: that of others is theirs to give.

    The foot of the piece's page prints the address by the same rule.
    """
    records = edition.printed["records"]
    is_own = {records["holder"], records["institution_name"]} & set(cited.holders)
    return absolute(site.about_path) if is_own and site.permissions_contact else ""


def _holder(name: str, edition: Edition, cited: Cited, site: Site) -> Thing:
    if name == edition.printed["records"]["institution_name"]:
        return {"@id": house_id(site)}
    is_person = any(name == each.name and not each.is_body for each in cited.people)
    return {"@type": "Person" if is_person else "Organization", "name": name}


def _address_in(line: PrintedLine) -> str:
    return next((span["href"] for span in line if span.get("href")), "")


def _source(place: CitedPlace, cited: Cited) -> Thing:
    """What ran elsewhere, with the outlet as its publisher."""
    is_news = place.type not in _NOT_NEWS
    return without_empty(
        type_=_TYPES.get(cited.genre, "Article") if place.is_same_piece else "CreativeWork",
        url=place.url,
        headline=place.headline,
        datePublished=place.iso_date,
        inLanguage=place.language,
        creativeWorkStatus=_RETRACTED if place.retraction else "",
        publisher=without_empty(
            type_="NewsMediaOrganization" if is_news else "Organization",
            name=place.outlet,
            url=absolute(place.path) if place.path else "",
        )
        if place.outlet
        else {},
    )


def _correction(row: Mapping[str, Any]) -> Thing:
    """A notice with its later amendments, in the words of the page."""
    lines = (row["line"], *row["amendments"])
    text = " ".join(map(printed_line.text, lines))
    return without_empty(type_="CorrectionComment", text=text, datePublished=row["issued_on"])


def _translations(edition: Edition, versions: tuple[LanguageVersion, ...]) -> Thing:
    """Live whole versions in other languages: the original of a translation, else its translations."""
    whole = [version for version in versions if version.is_alternate]
    originals = [_version(each) for each in whole if each.is_original]
    if edition.translation_group:
        return {"translationOfWork": originals[0]} if originals else {}
    return {"workTranslation": [_version(each) for each in whole]}


def _version(version: LanguageVersion) -> Thing:
    return {"@id": f"{absolute(version.path)}#article", "inLanguage": version.language}
