"""Meta tags of an article for programs that manage references: Highwire, Zotero's item type, Dublin Core rights.

Highwire tags alone make an op-ed a "journal article" in Zotero; `z:itemType` makes it what it is. The abstract is there
because Zotero would take the page's description, which may say first who speaks in the piece.
"""

from collections.abc import Sequence

from articles.addresses import absolute
from articles.models.edition import Edition
from articles.states import Form
from authors.split_names import NameParts
from reading.documents.listed import listed_files
from reading.metadata.cited import cited_of
from reading.pictures.doors import ON_THE_PAGE

Tags = tuple[tuple[str, str], ...]
"""Names and contents of `<meta>` elements, in their order."""


def citation_tags(edition: Edition) -> Tags:
    """The tags of our page: it is what they cite, not what ran elsewhere. None of a piece taken down."""
    if edition.form == Form.WITHDRAWAL:
        return ()
    cited, day = cited_of(edition), edition.first_published_on
    is_report = cited.genre == "report"
    house = edition.printed["records"]["institution_name"]
    tags = [
        ("z:itemType", "report" if is_report else "newspaperArticle"),
        ("citation_title", edition.headline),
        *_author_tags([maker.parts for maker in cited.makers]),
        ("citation_abstract", edition.dek),
        ("citation_publication_date", day.strftime("%Y/%m/%d") if day else ""),
        ("citation_technical_report_institution" if is_report else "citation_publisher", house),
        ("citation_public_url", absolute(edition.permalink.path)),
        ("citation_language", edition.language),
        ("citation_pdf_url", _pdf(edition)),
        ("DC.rights", edition.printed["copyright"]),
    ]
    return tuple((name, content) for name, content in tags if content)


def _author_tags(names: Sequence[NameParts]) -> Tags:
    """Zotero reads a lone author with spaces on both sides of the comma as two people, except from Dublin Core."""
    written = [_in_index(name) for name in names]
    family, _, given = (written[0] if len(written) == 1 else "").partition(", ")
    tag = "DC.creator" if " " in family and " " in given else "citation_author"
    return tuple((tag, name) for name in written)


def _in_index(name: NameParts) -> str:
    """The form of an index. A comma ends a name of several words that is not split: Zotero then does not split it."""
    return f"{name.literal}," if " " in name.literal else name.index_form


def _pdf(edition: Edition) -> str:
    files = listed_files(edition, ON_THE_PAGE)
    return next((each.printed_at for each in files if each.media_type == "application/pdf"), "")
