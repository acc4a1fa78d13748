"""The language of a piece: told from its text; what a source says of its language is evidence, and is checked."""

from intake.findings import Certainty, Finding
from intake.knowledge import KnownInstitution
from intake.recognition.claimed.headline import evidence_of
from intake.sources.claims import Claimed, claims_of
from intake.sources.manuscript import Hint, Manuscript
from prose.languages import BY_CODE, base
from prose.text_language.recognition import is_in_script_of, language_of_text

_NAMES = {
    "ka": "Georgian", "hy": "Armenian", "am": "Amharic", "km": "Khmer", "lo": "Lao", "my": "Burmese", "si": "Sinhala",
    "ta": "Tamil", "te": "Telugu", "kn": "Kannada", "ml": "Malayalam", "gu": "Gujarati", "pa": "Punjabi",
}  # fmt: skip
"""Names for editors of languages that the desk can tell, but has no pages in."""


def language_with_claims(
    manuscript: Manuscript, house: KnownInstitution | None
) -> tuple[Finding[str] | None, list[str]]:
    """The language, with doubts where nothing tells it or the desk has no such pages."""
    text = " ".join(block.text for block in manuscript.blocks if block.hint is not Hint.BESIDE)
    told, usual = language_of_text(text), house.language if house else ""
    claims = [(code, claim) for claim in claims_of(manuscript.claims, Claimed.LANGUAGE)
              if (code := _code(claim.value))]  # fmt: skip
    if told and told not in BY_CODE:
        name = _NAMES.get(told, f"a language of its own ({told})")
        taken = f"{BY_CODE[usual].name} was noted instead" if usual in BY_CODE else "none was noted"
        sentence = f"The text is in {name}, and this desk has no pages in it; {taken}."
        return _assumed(usual), [
            f"{sentence} Ask whoever runs the desk to add the language before it is published."
        ]
    if told:
        agreeing = [(code, claim) for code, claim in claims if base(code) == base(told)]
        exact = next((code for code, _ in agreeing if code != base(code)), "")
        value = exact or (usual if base(usual) == base(told) else told)
        evidence = evidence_of([claim for _, claim in agreeing])
        return Finding(value if told not in ("zh-Hans", "zh-Hant") else told, Certainty.DERIVED, evidence), []
    for code, claim in claims:
        if is_in_script_of(code, text):
            return Finding(code, Certainty.DERIVED, evidence_of([claim])), []
    if not usual:
        return None, ["The language of the text could not be told. Choose it."]
    name = BY_CODE[usual].name if usual in BY_CODE else usual
    return _assumed(usual), [f"The language of the text could not be told; {name} was assumed."]


def _assumed(code: str) -> Finding[str] | None:
    return Finding(code, Certainty.ASSUMED, ()) if code else None


def _code(value: str) -> str:
    """The desk's code for a tag such as "en_GB", "fr-CA" or "zh-TW"; empty for a language it does not have."""
    tag = value.split(",")[0].strip().replace("_", "-")
    if base(tag).lower() == "zh":
        return "zh-Hant" if any(part in tag.lower() for part in ("hant", "tw", "hk", "mo")) else "zh-Hans"
    matching = {code.lower(): code for code in BY_CODE}
    return matching.get(tag.lower()) or matching.get(base(tag).lower(), "")
