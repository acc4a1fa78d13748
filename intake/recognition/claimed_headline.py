"""The headline with its evidence: a printed line that the source's own claims agree with is known."""

from collections.abc import Sequence

from intake.findings import Certainty, Evidence, Finding
from intake.sources.claims import Claim, Claimed, claims_of
from intake.sources.page.headline import agreement_on, claimed_headline, family


def evidence_of(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    """Claims as evidence, one of each place."""
    return tuple({claim.where: Evidence(claim.line, claim.value, claim.where) for claim in claims}.values())


def headline_with_claims(
    printed: Finding[str] | None, claims: Sequence[Claim]
) -> tuple[Finding[str] | None, list[str]]:
    """The printed headline weighed against the claims, or the claimed one where none is printed; and doubts."""
    if not claims_of(claims, Claimed.HEADLINE):
        return printed, _doubt_on_position(printed)
    if printed is None:
        return _claimed_alone(claims)
    agreement = agreement_on(printed.value, claims)
    differing = (*agreement.partly, *agreement.others)
    agreeing, others = _families(agreement.agreeing), _families(differing)
    evidence = (*printed.evidence, *evidence_of(agreement.agreeing))
    is_backed = bool(agreeing - {"title"}) or len(printed.value.split()) > 2
    is_disputed = bool(others - agreeing - {"title"}) and len(agreeing) < 3
    if agreeing and is_backed and not is_disputed and len(agreeing) >= len(others - agreeing):
        return Finding(printed.value, Certainty.KNOWN, evidence), []
    other = claimed_headline(claims)
    if not agreeing and not agreement.partly and len(printed.value.split()) < 4 <= len(other.split()):
        doubt = f"The page prints “{printed.value}”, but calls itself “{other}”."  # "Login", "Menu", a section's name
        return Finding(other, Certainty.ASSUMED, (*evidence_of(differing), *printed.evidence)), [doubt]
    finding = Finding(printed.value, Certainty.ASSUMED, (*evidence, *evidence_of(differing)))
    if not other:
        return finding, _doubt_on_position(finding)
    return finding, [f"The page prints the headline “{printed.value}”, but calls itself “{other}”."]


def _claimed_alone(claims: Sequence[Claim]) -> tuple[Finding[str] | None, list[str]]:
    words = claimed_headline(claims)
    if not words:
        return None, []
    agreeing = agreement_on(words, claims).agreeing
    doubt = f"The headline “{words}” stands in the page's own metadata only, not in its text."
    return Finding(words, Certainty.ASSUMED, evidence_of(agreeing)), [doubt]


def _families(claims: Sequence[Claim]) -> set[str]:
    return {family(claim) for claim in claims}


def _doubt_on_position(headline: Finding[str] | None) -> list[str]:
    if headline is None or headline.certainty is not Certainty.ASSUMED:
        return []
    return [f"“{headline.value}” was taken for the headline only because it stands first."]
