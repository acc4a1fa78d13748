"""Licences: Creative Commons by code or by name, with version, address, exceptions (docs/wording-rows.md F6-F8)."""

import re

from intake.findings import FoundLicence
from intake.patterns import Pattern
from prose.typography import fold

LONGEST = 600
_CODE = r"CC(?P<zero>0)?[\s-]?(?P<code>BY(?:[\s-](?:NC|ND|SA)){0,2})?"
_LONG = (
    r"Creative[\s-]Commons(?:[\s-](?:licen[cs]e|lizenz))?(?:[\s:,-]{1,3}(?P<by>Attribution|Namensnennung|Atribución))?"
    r"(?:[\s/-]{0,3}(?P<nc>Non-?\s?Commercial|Nicht-?\s?kommerziell|Pas\s+d'utilisation\s+commerciale|NoComercial))?"
    r"(?:[\s/-]{0,3}(?P<nd>No-?\s?Deriv(?:ative)?s?(?:\s+Works)?|Keine\s+Bearbeitungen?|Pas\s+de\s+modification"
    r"|SinDerivadas))?"
    r"(?:[\s/-]{0,3}(?P<sa>Share-?\s?Alike|Weitergabe\s+unter\s+gleichen\s+Bedingungen|Partage\s+dans\s+les\s+mêmes"
    r"\s+conditions|CompartirIgual))?"
)
_VERSION = r"(?:[\s,]*(?P<version>[1-4]\.\d)(?:\s+(?:International|Unported|Generic|Deutschland))?)?"
_OWN_CODE = r"(?:\s*\(?CC[\s-]BY[\w\s-]{0,8}?(?:\s?[1-4]\.\d)?\)?)?"
_THIS = (
    r"(?:(?:this|these|all|our|except\s+where[^,.\n]{0,60},\s+this|dies\w*|ce\w*|tou\w+|est[ea]\w*|эт\w+|هذا|هذه|이)"
    r"\s[^\n.]{0,80}?(?:is|are|steht|ist|est|está|распространяется|доступ\w+|опубликован\w*|مرخص|متاح|은|는)\s+)?"
)
_UNDER = (
    r"(?:(?:(?:re)?licen[cs]ed|(?:re)?published|available|released|shared|distributed|made|lizenziert|veröffentlicht"
    r"|disponible|publiée?|publicad[oa])\s+){0,2}(?:(?:under|with|unter|sous|bajo|по|на\s+условиях|بموجب|تحت)\s+)?"
    r"(?:(?:the|terms|of|an?|der|einer|la|une|el|una|лицензии|лицензией|رخصة|licen[cs]e|licencia|lizenz|лицензия)\b"
    r"\s*:?\s*){0,5}"
)
_REST = (
    r"(?:\s*[,-]?\s*(?:public\s+|international\s+)?(?:licen[cs]e|lizenz|licencia|라이선스)(?:\s?에\s+따라[^.\n]{0,40})?)?"
    r"\.?(?P<rest>(?:,?\s+(?:except|unless|with\s+the\s+exception|the\s+licen[cs]e|it\s+|images?|photo|pictures?|ausgenommen"
    r"|à\s+l'exception|кроме|за\s+исключением|제외)[^\n]{3,300})?)"
)
_LINE = Pattern(rf"(?:©\s*)?{_THIS}{_UNDER}(?:{_CODE}|{_LONG}){_VERSION}{_OWN_CODE}{_REST}", re.IGNORECASE)
_ADDRESS = Pattern(r"https?://creativecommons\.org/licenses/([a-z-]{2,10})/(\d\.\d)", re.IGNORECASE)


def licence_in(text: str, link: str = "") -> FoundLicence | None:
    """The licence that a whole line names, or None; `link` is the address behind its words, if any."""
    text = text.strip()
    if len(text) > LONGEST or "c" not in text.lower():
        return None
    if address := _ADDRESS.match(text):
        return _licence(address[1], address[2], "")
    match = _LINE.fullmatch(fold(text))
    if not match or not (match["zero"] or match["code"] or "commons" in match[0].lower()):
        return None
    exceptions = (match["rest"] or "").strip(" ,.")
    if address := _ADDRESS.match(link):
        return _licence(address[1], address[2], exceptions)
    return _licence(_code(match), match["version"] or "", exceptions)


def _code(match: re.Match[str]) -> str:
    """The short code: "by-nc-nd", "zero", or empty for a line that only says "Creative Commons"."""
    if match["zero"]:
        return "zero"
    if match["code"]:
        return re.sub(r"[\s-]", "-", match["code"].lower())
    if not match["by"]:
        return ""
    return "-".join(("by", *(name for name in ("nc", "nd", "sa") if match[name])))


def _licence(code: str, version: str, exceptions: str) -> FoundLicence:
    if not code:
        return FoundLicence("Creative Commons", version, "", exceptions)
    code = code.lower()
    if code == "zero":
        url = "https://creativecommons.org/publicdomain/zero/1.0/"
        return FoundLicence("CC0", version or "1.0", url, exceptions)
    url = f"https://creativecommons.org/licenses/{code}/{version}/" if version else ""
    return FoundLicence(f"CC {code.upper()}", version, url, exceptions)
