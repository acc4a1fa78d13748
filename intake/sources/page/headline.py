"""The headline of a web page: the printed line that most of the page's own claims agree on."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

import lxml.html

from intake.patterns import Pattern
from intake.sources.claims import Claim, Claimed, claims_of
from prose.typography import clean_line, fold

_SEPARATOR = Pattern(r"\s*[|｜¦]\s*|\s+[-–—·•:»›«‹⋅/~]{1,3}\s+|\s*::\s*|:\s+|\s[>»]\s")
_STRONG = Pattern(r"\s*[|｜¦]\s*|\s+[-–—·•»›]{1,3}\s+")
"""Separators after which the name of a site stands, more often than a second half of the headline."""
_NO_LETTERS = Pattern(r"[\W_]+")
_PLACEHOLDERS = frozenset((
    "home", "homepage", "startseite", "accueil", "inicio", "untitled", "unbenannt", "document", "dokument", "index",
    "article", "artikel", "news", "blog", "page", "neu", "главная", "トップ", "首页", "print", "printversion",
    "druckversion", "error", "notfound", "404",
))  # fmt: skip
"""Titles that a site gives to pages without one."""
_ANY = ("h1", "h2", "h3", "h4", "p", "div", "span", "strong", "b", "a", "td", "center", "header", "font")
_WRAPPERS = frozenset(("div", "td", "center", "header", "a", "span"))
_HEADINGS = ("h1", "h2", "h3", "h4")
_HEADLINE_CLASS = Pattern(
    r"(?<![a-z])(?:head-?line|(?:entry|post|article|page|story)[-_]*title|title)(?![a-z])", 2
)
_LEAST = 0.9  # score of an <h1> that no claim agrees with: any other element with one claim counts more
_LIKE = 0.6  # shortest share of a longer headline that counts as the same one, cut or with a kicker


@dataclass(frozen=True)
class Agreement:
    """Claims about a headline, by whether they agree with the one that was chosen, partly or not at all."""

    agreeing: tuple[Claim, ...] = ()
    partly: tuple[Claim, ...] = ()
    others: tuple[Claim, ...] = ()


def bare(words: str) -> str:
    """Letters and digits only, in lower case: what two spellings of a headline have in common."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", fold(unescape(words))).casefold())


def agreement_on(headline: str, claims: Sequence[Claim]) -> Agreement:
    """The page's claims about its headline, parted; titles of the whole site count for neither side."""
    names, wanted = site_names(claims), bare(headline)
    agreeing, partly, others = [], [], []
    for claim in claims_of(claims, Claimed.HEADLINE):
        if wanted in _whole_forms(claim.value, names):
            agreeing.append(claim)
        elif any(_is_same(wanted, form) for form in _forms(claim.value, names)):
            partly.append(claim)
        elif not is_of_the_site(claim.value, names):
            others.append(claim)
    return Agreement(tuple(agreeing), tuple(partly), tuple(others))


def claimed_headline(claims: Sequence[Claim]) -> str:
    """The headline that most claims agree on, without the site's name; empty if none names one."""
    names = site_names(claims)
    best, most = "", 0
    for claim in claims_of(claims, Claimed.HEADLINE):
        if claim.where == "h1":
            continue
        words = without_site(claim.value, names)
        if is_of_the_site(words, names):
            continue
        many = len({family(each) for each in agreement_on(words, claims).agreeing})
        if many > most:
            best, most = words, many
    return best


def family(claim: Claim) -> str:
    """The origin of a claim: several tags that one program fills from one field are one witness."""
    for start in ("JSON-LD", "og:", "twitter:", "itemprop"):
        if claim.where.startswith(start):
            return start if start != "twitter:" else "og:"
    return claim.where


def site_names(claims: Sequence[Claim]) -> frozenset[str]:
    """Bare names of the site: of its outlet claims, and of the host of its addresses."""
    names = {bare(claim.value) for claim in claims_of(claims, Claimed.OUTLET)}
    for claim in claims_of(claims, Claimed.ADDRESS):
        host = _host(claim.value)
        parts = host.removeprefix("www.").split(".")
        names |= {bare(host.removeprefix("www.")), bare(host)}
        names |= {bare(part) for part in parts[:-1] if len(part) > 3}
    return frozenset(names - {""})


def _host(address: str) -> str:
    """The host in an address; "" for what is none, such as a placeholder that was never filled: "https://[site]/"."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def is_of_the_site(words: str, names: frozenset[str]) -> bool:
    """True for the site's own name and for titles of pages that have none."""
    flat = bare(words)
    is_start = len(flat) > 3 and len(words.split()) == 1 and any(name.startswith(flat) for name in names)
    return not flat or flat in names or flat in _PLACEHOLDERS or is_start


def without_site(title: str, names: frozenset[str]) -> str:
    """A title without the site's name at either end: "A tax on ships | The Lantern" -> "A tax on ships"."""
    title = clean_line(unescape(title))
    for _ in range(3):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            break
        first, last = cuts[0], cuts[-1]
        if _names_the_site(title[last.end() :], names):
            title = title[: last.start()]
        elif _names_the_site(title[: first.start()], names):
            title = title[first.end() :]
        else:
            break
    return title


def _names_the_site(words: str, names: frozenset[str]) -> bool:
    flat = bare(words)
    return flat in _PLACEHOLDERS or any(
        flat == name
        or (4 <= len(flat) <= len(name) + 12 and len(name) > 3 and (flat in name or name in flat))
        for name in names
        if len(flat) > 1
    )


def _whole_forms(title: str, names: frozenset[str]) -> set[str]:
    """Bare forms of a title that leave out nothing but the name of a site, known or by its look."""
    title = clean_line(unescape(title))
    own = without_site(title, names)
    forms = {bare(title), bare(own)}
    cuts = list(_STRONG.finditer(own))
    if cuts and own == title and _looks_like_a_site(own[cuts[-1].end() :]):
        forms.add(bare(own[: cuts[-1].start()]))
    return forms


def _looks_like_a_site(words: str) -> bool:
    return 0 < len(words.split()) <= 4 and not words[:1].islower() and words[-1:] not in "?!."


def _forms(title: str, names: frozenset[str]) -> Iterator[str]:
    """Bare forms of a title: whole, without the site's name, and cut at its first or last separator."""
    title = clean_line(unescape(title))
    yield bare(title)
    yield bare(without_site(title, names))
    cuts = list(_SEPARATOR.finditer(title))
    for cut in (cuts[0], cuts[-1]) if cuts else ():
        yield bare(title[: cut.start()])
    if cuts:
        yield bare(title[cuts[0].end() :])
        yield bare(title[cuts[-1].end() :])


def _is_same(one: str, other: str) -> bool:
    """True for equal bare headlines, and for one that is the beginning or the end of the other."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return one == other or (
        len(short) >= 12
        and len(short) >= _LIKE * len(long)
        and (long.startswith(short) or long.endswith(short))
    )


def headline_element(root: lxml.html.HtmlElement, claims: Sequence[Claim]) -> lxml.html.HtmlElement | None:
    """The element that prints the headline: that of the most claims, a heading before other elements."""
    names = site_names(claims)
    wanted = _wanted(claims, names)
    best: tuple[float, lxml.html.HtmlElement] | None = None
    for element in root.iter(*_ANY):
        if element.tag in _WRAPPERS and sum(1 for _ in element.iter(*_HEADINGS)) > 1:
            continue  # a headline and its kicker or dek together
        words = clean_line(element.text_content()) if len(element) < 30 else ""
        if not 2 < len(words) <= 400 or is_of_the_site(words, names):
            continue
        score = _score(element, bare(words), wanted)
        if score >= _LEAST and (best is None or score > best[0]):
            best = (score, element)
    return best[1] if best else None


def _wanted(claims: Sequence[Claim], names: frozenset[str]) -> list[tuple[str, set[str], set[str]]]:
    """(family, whole bare forms, all bare forms) of each claim about the headline."""
    return [
        (family(claim), _whole_forms(claim.value, names) - names, set(_forms(claim.value, names)) - names)
        for claim in claims_of(claims, Claimed.HEADLINE)
        if claim.where != "h1" and not is_of_the_site(claim.value, names)
    ]


def _score(
    element: lxml.html.HtmlElement, words: str, wanted: Iterable[tuple[str, set[str], set[str]]]
) -> float:
    """Number of witnesses for an element's words, with small bonuses for its markup; under 1 is no headline."""
    equal, alike = set(), set()
    is_heading = str(element.tag) in ("h1", "h2", "h3")
    for name, whole, forms in wanted:
        if words in whole:
            equal.add(name)
        elif is_heading and any(_is_same(words, form) for form in forms):
            alike.add(name)
    score = len(equal) + 0.6 * len(alike - equal)
    is_marked = _HEADLINE_CLASS.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}")
    if element.tag == "h1":
        score += 1.4 if element.get("class") is None or is_marked else 1.2
    elif is_heading:
        score += 0.35
    if is_marked:
        score += 0.25
    if (
        next(element.iterancestors("a", "li", "nav", "footer", "aside"), None) is not None
        and element.tag != "h1"
    ):
        score -= 0.6
    if not equal and not alike:
        return _LEAST if element.tag == "h1" else 0.0
    return score
