"""The headline with its evidence: a printed line that the source's own claims agree with is known."""

from collections.abc import Sequence

from intake.findings import Certainty, Evidence, Finding
from intake.sources.claims import Claim, Claimed, claims_of
from intake.sources.page.headline import Agreement, agreement_on, bare, claimed_headline, family

_LONG_LABEL = 5  # words beside the headline in one heading; fewer are a label or a day


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
    evidence = (*printed.evidence, *_evidence(agreement.agreeing))
    if parts := _parts_in(printed.value, claims):
        doubt = f"The heading is set in parts: {parts}. Is one of them a label or a dek?"
        return Finding(printed.value, Certainty.ASSUMED, (*evidence, *_evidence(differing))), [doubt]
    if rival := next(iter(claims_of(claims, Claimed.RIVAL)), None):
        doubt = f"Below “{printed.value}” stands “{rival.value}”, which looks like a headline, too."
        return Finding(printed.value, Certainty.ASSUMED, (*evidence, *evidence_of([rival]))), [doubt]
    if is_settled(printed.value, agreement):
        return Finding(printed.value, Certainty.KNOWN, evidence), []
    agreeing = _families(agreement.agreeing) - {"h1"}
    other = claimed_headline(claims)
    if not agreeing and not agreement.partly and len(printed.value.split()) < 4 <= len(other.split()):
        doubt = f"The page prints “{printed.value}”, but calls itself “{other}”."  # "Login", "Menu", a section's name
        return Finding(other, Certainty.ASSUMED, (*_evidence(differing), *printed.evidence)), [doubt]
    finding = Finding(printed.value, Certainty.ASSUMED, (*evidence, *_evidence(differing)))
    if not other:
        return finding, _doubt_on_position(finding)
    return finding, [f"The page prints the headline “{printed.value}”, but calls itself “{other}”."]


def _parts_in(headline: str, claims: Sequence[Claim]) -> str:
    """The parts of the page's heading that the headline puts together, in quotes; empty if it is one."""
    parts = [claim.value for claim in claims_of(claims, Claimed.HEADING_PART)]
    is_more = all(bare(part) in bare(headline) != bare(part) for part in parts)
    return " and ".join(f"“{part}”" for part in parts) if is_more else ""


def _claimed_alone(claims: Sequence[Claim]) -> tuple[Finding[str] | None, list[str]]:
    words = claimed_headline(claims)
    if not words:
        return None, []
    agreeing = agreement_on(words, claims).agreeing
    doubt = f"The headline “{words}” stands in the page's own metadata only, not in its text."
    return Finding(words, Certainty.ASSUMED, evidence_of(agreeing)), [doubt]


def is_settled(headline: str, agreement: Agreement) -> bool:
    """True if what the page says of its headline settles it; two statements that contradict each other never do."""
    agreeing, partly, others = map(_families, (agreement.agreeing, agreement.partly, agreement.others))
    witnesses = agreeing - {"h1"}
    is_backed = bool(witnesses - {"title"}) or ("title" in witnesses and len(headline.split()) > 2)
    if not is_backed or any(family(claim) not in ("title", "h1") for claim in agreement.others):
        return False
    if "h1" in others and not ("title" in witnesses and len(witnesses) > 1):
        return False  # the page's only first heading says something else
    if any(_says_more(claim, headline) for claim in agreement.others) or any(
        _says_more(claim, headline, by=_LONG_LABEL) for claim in agreement.partly
    ):
        return False  # … or more
    if "title" in others and len(agreeing) < 2:
        return False
    cut = partly - agreeing - {"h1"}
    return not (cut - {"title"} and len(witnesses) < 3) and len(witnesses) >= len(cut | others - {"h1"})


def _says_more(claim: Claim, headline: str, *, by: int = 0) -> bool:
    """True if the page's heading holds the headline and more than so many other words."""
    is_longer = len(claim.value.split()) > len(headline.split()) + by
    return claim.where == "h1" and is_longer and bare(headline) in bare(claim.value)


def _evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    """Claims as evidence; the page's heading is none beside the printed line."""
    return evidence_of([claim for claim in claims if claim.where != "h1"])


def _families(claims: Sequence[Claim]) -> set[str]:
    return {family(claim) for claim in claims}


def _doubt_on_position(headline: Finding[str] | None) -> list[str]:
    if headline is None or headline.certainty is not Certainty.ASSUMED:
        return []
    return [f"“{headline.value}” was taken for the headline only because it stands first."]
