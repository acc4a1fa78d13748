"""The file that an author handed in, compared with what has become of it: for the author, on their link's page."""

from articles.addresses import absolute
from articles.press.own_pages import own_addresses
from articles.snapshot import Content
from desk.models import SentBackFile
from desk.sharing.shown import ShownPiece
from desk.versions.comparison import ComparedField, compared_contents
from desk.versions.laid_bodies import as_in_a_file
from prose.html.targets.own_links import with_own_links

PARTS = ("headline", "dek", "body")


def compared_with_file(file: SentBackFile, shown: ShownPiece) -> list[ComparedField]:
    """The parts in which the version shown says something else than the file did, from the file to the version.

    Pictures and embeds, which a file does not hold as a page does, are left aside; so is what the file did not have.
    """
    read: dict[str, str] = file.handed_in or {}
    now = shown.content
    addresses = {href: absolute(path) for href, path in own_addresses(now["body"], shown.at).items()}
    body = with_own_links(as_in_a_file(now["body"], addresses), addresses)
    after: Content = now | {"body": body}
    before = after | {name: read[name] for name in PARTS if read.get(name)}
    before["body"] = as_in_a_file(before["body"], {})
    return compared_contents(before, after)
