"""The version from which a manuscript was made: as its file says, or as an editor does."""

from dataclasses import dataclass

from django.http import QueryDict

from articles.models.article import Article
from articles.models.revision import Revision
from intake.sources.own_copies import read_mark
from prose.keys import as_key

FROM = "from"  # in the address and in the form: a version's number, or "unknown"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class MadeFrom:
    """The version, None if nobody knows it. `is_marked`: the file names it; `is_of_another`: it names another piece."""

    version: Revision | None = None
    is_marked: bool = False
    is_of_another: bool = False


def made_from(mark: str, article: Article, asked: QueryDict) -> MadeFrom:
    """The version that an editor names, else that of the file's mark."""
    versions = Revision.objects.filter(article=article).select_related("saved_by")
    found = read_mark(mark)
    is_ours = found is not None and found.piece == str(article.uuid)
    of_another = found is not None and not is_ours
    if text := asked.get(FROM, ""):
        return MadeFrom(versions.filter(number=as_key(text) or 0).first(), is_of_another=of_another)
    if found is None or not is_ours:
        return MadeFrom(is_of_another=of_another)
    version = versions.filter(number=found.number).first()
    return MadeFrom(version, is_marked=version is not None)
