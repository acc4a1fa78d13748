"""Files of old addresses: CSV with the columns "old" and "new", as spreadsheets write it."""

import csv
import io
from collections.abc import Iterable, Iterator

from articles.models.edition import Edition
from desk.old_addresses.checks import GONE, WrittenLine
from website.models.old_address import OldAddress

MOST_LINES = 20_000
MOST_BYTES = 4_000_000
HEADER = ("old", "new")
_SEPARATORS = ",;\t"


class NoSheet(ValueError):
    """A file that cannot be read as old addresses, with a sentence."""


def text_of(content: bytes) -> str:
    """The text of a file, in the coding that spreadsheets write. Raises NoSheet."""
    if len(content) > MOST_BYTES:
        raise NoSheet(f"This file has more than {MOST_BYTES // 1_000_000} MB. Split it.")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def lines_of(text: str) -> list[WrittenLine]:
    """The lines of a sheet with their numbers, without a header and without empty ones. Raises NoSheet."""
    text = text.replace("\0", "")
    first = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    lines: list[WrittenLine] = []
    try:
        for cells in reader:
            old, new, *_ = [*(cell.strip() for cell in cells), "", ""]
            if (old or new) and not (not lines and _is_header(old)):
                lines.append(WrittenLine(reader.line_num, old, new))
            if len(lines) > MOST_LINES:
                raise NoSheet(f"This file has more than {MOST_LINES:,} lines. Split it.")
    except csv.Error as error:
        raise NoSheet(f"Line {reader.line_num} cannot be read: {error}.") from error
    if not lines:
        raise NoSheet("There is no line in it. A line has the old address, a comma, and where it leads.")
    return lines


def as_sheet(pairs: Iterable[tuple[str, str]]) -> str:
    """Pairs of old and new addresses as a sheet, with its header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(pairs)
    return text.getvalue()


def on_record() -> Iterator[tuple[str, str]]:
    """Every old address on record, and where it leads: a piece by its address or, before it has one, by its name."""
    rows = OldAddress.objects.order_by("path").values_list(
        "path", "address", "is_gone", "piece", "piece__uuid"
    )
    paths = dict(
        Edition.objects.filter(article__old_addresses__isnull=False)
        .order_by("live_from")
        .values_list("article", "permalink__path")
    )
    for path, address, is_gone, piece, uuid in rows.iterator(chunk_size=2000):
        yield path, GONE if is_gone else address or paths.get(piece) or f"urn:uuid:{uuid}"


def _is_header(old: str) -> bool:
    """True for a first cell that is the name of a column: no address has only letters."""
    return not old.startswith(("/", "http"))
