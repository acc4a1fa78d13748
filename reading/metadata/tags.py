"""Meta tags of an article for programs that manage references: Highwire, Zotero's item type, Dublin Core rights.

Highwire tags alone make an op-ed a "journal article" in Zotero; `z:itemType` makes it what it is.
"""

from articles.addresses import absolute
from articles.models.edition import Edition
from articles.states import Form
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
        *(("citation_author", maker.parts.index_form) for maker in cited.makers),
        ("citation_publication_date", day.strftime("%Y/%m/%d") if day else ""),
        ("citation_technical_report_institution" if is_report else "citation_publisher", house),
        ("citation_public_url", absolute(edition.permalink.path)),
        ("citation_language", edition.language),
        ("citation_pdf_url", _pdf(edition)),
        ("DC.rights", edition.printed["copyright"]),
    ]
    return tuple((name, content) for name, content in tags if content)


def _pdf(edition: Edition) -> str:
    files = listed_files(edition, ON_THE_PAGE)
    return next((each.printed_at for each in files if each.media_type == "application/pdf"), "")
