"""Front matter: the lines of facts above a Markdown text, as site generators and web clippers write them."""

from dataclasses import dataclass

from intake.patterns import Pattern
from intake.sources.claims import Claim, Claimed
from intake.sources.manuscript import LeftOut

_FACTS = {
    Claimed.HEADLINE: "title headline",
    Claimed.AUTHOR: "author authors by byline creator",
    Claimed.DAY: "published date pubdate publishdate published_at date_published datepublished",
    Claimed.ADDRESS: "source url link canonical canonical_url permalink",
    Claimed.OUTLET: "publication site publisher outlet site_name",
    Claimed.LANGUAGE: "lang language locale",
    Claimed.SUMMARY: "description summary excerpt dek subtitle standfirst",
}
_BY_NAME = {name: what for what, names in _FACTS.items() for name in names.split()}
_FENCE = Pattern(r"\ufeff?---[ \t]*")
_ENTRY = Pattern(r"([\w .-]{1,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)")
_BLOCK = Pattern(r"[|>][+-]?[1-9]?[+-]?")
_ITEM = Pattern(r"[ \t]*-[ \t]+(.*)")
_LINK = Pattern(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]*)\]\([^)]*\)")
_MOST_LINES = 200


@dataclass(frozen=True)
class FrontMatter:
    """Facts above a text: claims, entries that say something else, and the number of lines they take."""

    claims: tuple[Claim, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    lines: int = 0


def front_matter(text: str) -> FrontMatter:
    """The front matter that a text begins with; empty where it has none."""
    lines = text[:50_000].split("\n")[:_MOST_LINES]
    if not _FENCE.fullmatch(lines[0].rstrip()):
        return FrontMatter()
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() in ("---", "...")), 0)
    entries = _entries(lines[1:end])
    if not entries:
        return FrontMatter()
    claims: list[Claim] = []
    others: list[LeftOut] = []
    for line, name, value in entries:
        what = _BY_NAME.get(name.lower().replace("-", "_"))
        if what and value:
            claims.append(Claim(what, value, f"front matter: {name}", line))
        elif value:
            others.append(LeftOut("front matter", f"{name}: {value}", line))
    return FrontMatter(tuple(claims), tuple(others), end + 1)


def _entries(lines: list[str]) -> list[tuple[int, str, str]]:
    """(line, name, value) of every entry; a list gives one for each of its items."""
    entries: list[tuple[int, str, str]] = []
    name = ""
    for number, line in enumerate(lines, start=2):
        if (item := _ITEM.fullmatch(line.rstrip())) and name:
            entries.append((number, name, _plain(item[1])))
        elif entry := _ENTRY.fullmatch(line.rstrip()):
            name = entry[1].strip()
            value = (entry[2] or "").strip()
            inline = value.startswith("[") and value.endswith("]") and not value.startswith("[[")
            values = value[1:-1].split(",") if inline else [value]
            entries += [(number, name, _plain(each)) for each in values]
        elif line.startswith("#"):
            entries.append((number, "#", line[1:].strip()))
        elif line.strip() and entries:  # a value of several lines
            number, last, value = entries.pop()
            entries.append((number, last, f"{value} {_plain(line)}".strip()))
    return entries


def _plain(value: str) -> str:
    """A value without its quotes and without the brackets of a link."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"').replace("''", "'")
    if _BLOCK.fullmatch(value):  # the value follows on lines of its own
        return ""
    return _LINK.sub(lambda link: link[1] or link[2] or "", value).strip()
