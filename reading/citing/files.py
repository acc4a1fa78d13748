"""Citations as files for programs that manage references: BibTeX, RIS, CSL-JSON."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from authors.split_names import NameParts
from reading.citing.work import CitedWork
from reading.metadata.cited import CitedPerson

_SPECIAL = re.compile(r"[\\&%$#_~^]")
_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_BRACES = str.maketrans("{}", "()")


def bibtex(work: CitedWork) -> str:
    """One entry (biblatex fields); braces keep names with particles, bodies and the title's capitals as they are."""
    kind, place = ("techreport", "institution") if work.is_report else ("article", "journal")
    fields = {
        "author": " and ".join(_bibtex_name(person.parts) for person in work.makers),
        "editor": " and ".join(_bibtex_name(person.parts) for person in work.in_role("editor")),
        "translator": " and ".join(_bibtex_name(person.parts) for person in work.in_role("translator")),
        "title": f"{{{_tex(work.title)}}}",
        place: _tex(work.within),
        "date": work.date,
        "year": work.date[:4],
        "issue": _tex(work.issue),
        "pages": _tex(work.page),
        "url": work.url.translate(_BRACES),
        "langid": work.language,
        "note": _tex(work.retraction),
    }
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    return "\n".join((f"@{kind}{{{work.key},", *lines, "}", ""))


def _bibtex_name(parts: NameParts) -> str:
    if parts.literal:
        return f"{{{_tex(parts.literal)}}}"
    family = _tex(parts.whole_family)
    family = f"{{{family}}}" if " " in family else family
    return ", ".join(filter(None, (family, _tex(parts.suffix), _tex(parts.given))))


def _tex(text: str) -> str:
    """The text with TeX's special characters escaped; braces, which no parser takes unpaired, become brackets."""
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), text.translate(_BRACES))


def ris(work: CitedWork) -> str:
    """One record, with the line ends that the format asks for."""
    parts = [f"{part:02d}" for part in work.date_parts]
    rows = [
        ("TY", "RPRT" if work.is_report else "NEWS"),
        *(("AU", person.parts.index_form) for person in work.makers),
        *(("ED", person.parts.index_form) for person in work.in_role("editor")),
        *(("A4", person.parts.index_form) for person in work.in_role("translator")),
        ("TI", work.title),
        ("PB" if work.is_report else "T2", work.within),
        ("PY", work.date[:4]),
        ("DA", "/".join([*parts, "", ""][:3]) + "/" if parts else ""),
        ("IS", work.issue),
        ("SE", work.section),
        ("SP", work.page),
        ("LA", work.language),
        ("UR", work.url),
        ("N1", work.retraction),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value]
    return "\r\n".join((*lines, "ER  - ", ""))


def csl_json(work: CitedWork) -> str:
    """A list of one item (CSL 1.0.2)."""
    return json.dumps([csl_item(work)], ensure_ascii=False, indent=1)


def csl_item(work: CitedWork) -> dict[str, Any]:
    item = {
        "id": work.key,
        "type": "report" if work.is_report else "article-newspaper",
        "title": work.title,
        "author": [_csl_name(person) for person in work.makers],
        "editor": [_csl_name(person) for person in work.in_role("editor")],
        "translator": [_csl_name(person) for person in work.in_role("translator")],
        "publisher" if work.is_report else "container-title": work.within,
        "issued": {"date-parts": [work.date_parts]} if work.date else {},
        "section": work.section,
        "issue": work.issue,
        "page": work.page,
        "URL": work.url,
        "language": work.language,
        "status": "retracted" if work.retraction else "",
        "note": work.retraction,
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(person: CitedPerson) -> dict[str, Any]:
    """A name apart; a particle stands with its family name, because Zotero drops one that stands alone.

    "static-ordering" keeps the family name first also where a style turns names round.
    """
    parts = person.parts
    if parts.literal:
        return {"literal": parts.literal}
    name = {
        "family": parts.whole_family, "given": parts.given, "suffix": parts.suffix,
        "static-ordering": parts.is_family_first,
    }  # fmt: skip
    return {key: value for key, value in name.items() if value}


@dataclass(frozen=True)
class CitationFormat:
    """A format of files: its name for people, its media type, and what writes one."""

    name: str
    media_type: str
    write: Callable[[CitedWork], str]


FORMATS = {
    "bib": CitationFormat("BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
    "ris": CitationFormat("RIS", "application/x-research-info-systems; charset=utf-8", ris),
    "json": CitationFormat("CSL-JSON", "application/vnd.citationstyles.csl+json; charset=utf-8", csl_json),
}
"""By the endings of their addresses."""
