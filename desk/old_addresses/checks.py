"""Checks of old addresses: for one from the form, and for thousands from a file, a few queries for all."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from articles.models.article import Article
from articles.models.edition import Permalink
from prose.errors import ProseError
from prose.links import page_address
from reading.addresses.spelled import spellings
from reading.addresses.standing import PUBLIC, final_path, view_of
from website.models.old_address import OldAddress
from website.old_paths import kept_path, old_path

GONE = "410"
_GONE = (GONE, "gone")
_URN = "urn:uuid:"
_AT_ONCE = 2000
"""Values in one query."""


@dataclass(frozen=True)
class WrittenLine:
    """An old address as somebody wrote it, and where it leads. `number`: of the line in a file."""

    number: int
    old: str
    new: str


@dataclass
class CheckedLine:
    """A line as it would be kept, or a sentence that says why not, and of which column."""

    line: WrittenLine
    path: str = ""
    address: str = ""
    piece: int | None = None
    is_gone: bool = False
    problem: str = ""
    column: str = field(default="old", repr=False)

    def refuse(self, problem: str, column: str = "old") -> None:
        """Keep the first thing that is wrong."""
        if not self.problem:
            self.problem, self.column = problem, column

    @property
    def values(self) -> tuple[int | None, str, bool]:
        return self.piece, self.address, self.is_gone

    @property
    def old_bare(self) -> str:
        return self.path.partition("?")[0]

    @property
    def new_bare(self) -> str:
        """The new path in the form of old ones; "" for an address elsewhere."""
        is_path = self.address.startswith("/")
        return kept_path(self.address.partition("?")[0].partition("#")[0]) if is_path else ""


def check(lines: Iterable[WrittenLine]) -> list[CheckedLine]:
    """The lines as they would be kept, each with what is wrong with it; equal ones once."""
    rows = list(_each_once(_read(line) for line in lines))
    _refuse_pages(rows)
    _refuse_chains(rows)
    _find_pieces(rows)
    return rows


def _read(line: WrittenLine) -> CheckedLine:
    row = CheckedLine(line)
    try:
        row.path = old_path(line.old)
    except ProseError as error:
        row.refuse(str(error))
    row.is_gone = line.new.lower() in _GONE
    if row.is_gone or line.new.startswith(_URN):
        return row
    if not line.new:
        row.refuse(f"Write where it leads, or {GONE} if it is gone for good.", "new")
        return row
    try:
        row.address = page_address(line.new)
    except ProseError as error:
        row.refuse(str(error), "new")
    return row


def _each_once(rows: Iterable[CheckedLine]) -> Iterator[CheckedLine]:
    first: dict[str, CheckedLine] = {}
    for row in rows:
        before = first.setdefault(row.path, row) if row.path else row
        if before is not row and before.line.new != row.line.new:
            row.refuse(f"Line {before.line.number} leads the same address to {before.line.new}.")
        if before is row or row.problem:
            yield row


def _is_of_a_piece(path: str) -> bool:
    """True for a path of the form that pieces and pages of the site have."""
    match = view_of(path, PUBLIC)
    return match is not None and match.url_name in ("article", "page")


def _refuse_pages(rows: list[CheckedLine]) -> None:
    """Refuse old addresses at which this site has a page or the desk has its own."""
    routes: dict[str, list[tuple[CheckedLine, str]]] = {}
    for row in rows:
        for form in [row.old_bare, *spellings(row.old_bare)] if not row.problem else ():
            if view_of(form, "thinktank.urls"):
                routes.setdefault(form, []).append((row, form))
    pieces = _paths_on_record(form for form in routes if _is_of_a_piece(form))
    for form, asked in routes.items():
        is_public = view_of(form, PUBLIC) is not None
        if _is_of_a_piece(form) and form not in pieces:
            continue  # as 10,000 old addresses may be: no page needs to be drawn to know it
        if not is_public or final_path(form):
            for row, _ in asked:
                whose = "a page of this site" if is_public else "an address of the desk"
                row.refuse(f"{form} is {whose}, which answers before any old address.")


def _refuse_chains(rows: list[CheckedLine]) -> None:
    olds = {row.old_bare: row for row in rows if row.path and not row.problem}
    stored = _stored_olds(row.new_bare for row in rows if row.new_bare)
    leading = _stored_news(row.old_bare for row in rows if row.path)
    circles = _in_circles(olds)
    for row in rows:
        if row.problem:
            continue
        further = olds.get(row.new_bare)
        if further is row or row.new_bare == row.old_bare:
            row.refuse("It leads to itself.", "new")
        elif further and row.old_bare in circles:
            row.refuse(f"It leads in a circle, by line {further.line.number}.", "new")
        elif further:
            row.refuse(
                f"{row.address} is an old address itself: line {further.line.number} leads it to {further.line.new}. "
                "Write that one.",
                "new",
            )
        elif row.new_bare in stored:
            row.refuse(
                f"{row.address} is an old address itself, which leads to {stored[row.new_bare]}. Write that one.",
                "new",
            )
        elif row.old_bare in leading:
            row.refuse(f"The old address {leading[row.old_bare]} leads here. Lead that one on first.")


def _in_circles(olds: Mapping[str, CheckedLine]) -> set[str]:
    """The old addresses from which one comes back to them. Each is walked over once."""
    walked: dict[str, str] = {}
    circles: set[str] = set()
    for start in olds:
        at = start
        while at in olds and at not in walked:
            walked[at] = start
            at = olds[at].new_bare
        while at in olds and walked[at] == start and at not in circles:
            circles.add(at)
            at = olds[at].new_bare
    return circles


def _stored_olds(paths: Iterable[str]) -> dict[str, str]:
    """Old addresses on record among these paths, whatever their query, and where each leads."""
    return {
        path.partition("?")[0]: address or "a piece"
        for some in _in_parts(paths)
        for path, address in OldAddress.objects.at_paths(some).values_list("path", "address")
    }


def _stored_news(paths: Iterable[str]) -> dict[str, str]:
    """Those of these paths to which an old address on record leads, with that address."""
    return {bare: path for some in _in_parts(paths) for path, bare in OldAddress.objects.leading_to(some)}


def _find_pieces(rows: list[CheckedLine]) -> None:
    """Give each line whose new path is that of a piece the piece, and refuse paths without a page."""
    pieces = _paths_on_record(row.address for row in rows if row.address.startswith("/"))
    names = _pieces_named(row.line.new for row in rows if row.line.new.startswith(_URN))
    final: dict[str, str | None] = {}
    for row in rows:
        if row.problem or row.is_gone:
            continue
        bare, _, behind = row.address.partition("?")
        if row.line.new.startswith(_URN):
            row.piece = names.get(row.line.new)
        elif bare in pieces and not behind:
            row.piece, row.address = pieces[bare], ""
        elif row.address.startswith("/"):
            path = bare.partition("#")[0]
            found = final[path] if path in final else final.setdefault(path, final_path(path))
            row.address = f"{found}{row.address.removeprefix(path)}" if found else ""
        if not (row.piece or row.address):
            row.refuse(f"No page of this site has the address {row.line.new}.", "new")


def _paths_on_record(paths: Iterable[str]) -> dict[str, int]:
    """The pieces that have, or had, these addresses."""
    return {
        path: key
        for some in _in_parts(paths)
        for path, key in Permalink.objects.filter(path__in=some).values_list("path", "article")
    }


def _pieces_named(urns: Iterable[str]) -> dict[str, int]:
    keys: dict[uuid.UUID, str] = {}
    for urn in urns:
        try:
            keys[uuid.UUID(urn.removeprefix(_URN))] = urn
        except ValueError:
            continue
    rows = Article.objects.filter(uuid__in=keys).values_list("uuid", "pk")
    return {keys[key]: pk for key, pk in rows}


def _in_parts(paths: Iterable[str]) -> Iterator[list[str]]:
    """The paths, each once, in as many as one query takes quickly."""
    each = list(dict.fromkeys(paths))
    return (each[at : at + _AT_ONCE] for at in range(0, len(each), _AT_ONCE))
