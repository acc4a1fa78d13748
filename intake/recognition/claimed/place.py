"""Where a saved page stood: its own address and the name of its site, offered as a place where the piece ran."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from intake.findings import Certainty, Finding, FoundDay, FoundPlace
from intake.knowledge import Knowledge, KnownOutlet
from intake.lines.naming import named_outlet
from intake.recognition.claimed.headline import evidence_of
from intake.sources.claims import Claim, Claimed, claims_of
from prose.errors import ProseError
from prose.links import check_url
from prose.typography import fold

MAX_NAME_CHARS = 80


def page_address(claims: Sequence[Claim]) -> Claim | None:
    """The claim that gives the page's own address: canonical before others, never a site's front page."""
    addresses = [claim for claim in claims_of(claims, Claimed.ADDRESS) if _is_of_a_page(claim.value)]
    addresses.sort(key=lambda claim: claim.where != "canonical")
    return addresses[0] if addresses else None


def _is_of_a_page(address: str) -> bool:
    try:
        parts = urlsplit(check_url(address))
    except ProseError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def places_with_claims(
    places: tuple[Finding[FoundPlace], ...],
    claims: Sequence[Claim],
    day: Finding[FoundDay] | None,
    knowledge: Knowledge,
) -> tuple[tuple[Finding[FoundPlace], ...], list[str]]:
    """The places with the page's own address: of a place that the text names, or offered as one more, with a doubt."""
    address = page_address(claims)
    if address is None:
        return places, []
    url = check_url(address.value)
    names = claims_of(claims, Claimed.OUTLET)
    outlet = _outlet(url, names, knowledge)
    for number, finding in enumerate(places):
        is_same = outlet and finding.value.outlet == outlet.key
        if is_same or (finding.value.url and _host(finding.value.url) == _host(url)):
            evidence = (*finding.evidence, *evidence_of([address]))
            place = replace(finding.value, url=finding.value.url or url)
            return (
                *places[:number],
                replace(finding, value=place, evidence=evidence),
                *places[number + 1 :],
            ), []
    if places or _is_house(url, names, knowledge):
        return places, []
    return (_offered(url, address, names, outlet, day, knowledge),), [
        f"The page stood at {url}. If it was not our own site, that is where the piece ran: confirm the place."
    ]


def _offered(
    url: str,
    address: Claim,
    names: Sequence[Claim],
    outlet: KnownOutlet | None,
    day: Finding[FoundDay] | None,
    knowledge: Knowledge,
) -> Finding[FoundPlace]:
    claim = next((claim for claim in names if len(claim.value) <= MAX_NAME_CHARS), None)
    named = named_outlet(claim.value if claim else _host(url), knowledge)
    place = FoundPlace(
        outlet.naming.name if outlet else named.name,
        outlet.key if outlet else named.key,
        "" if outlet else named.article,
        relation="original",
        url=url,
    )
    evidence = evidence_of([address, *([claim] if claim else [])])
    return Finding(place.on_day(day.value if day else None), Certainty.ASSUMED, evidence)


def _outlet(url: str, names: Sequence[Claim], knowledge: Knowledge) -> KnownOutlet | None:
    """The outlet on record whose site the address is on, or whose name the page gives as its site's."""
    for outlet in knowledge.outlets:
        if outlet.url and _host(outlet.url) == _host(url):
            return outlet
    for claim in names:
        outlets = knowledge.outlets_by_name.get(fold(claim.value).casefold(), ())
        if len(outlets) == 1:
            return outlets[0]
    return None


def _is_house(url: str, names: Sequence[Claim], knowledge: Knowledge) -> bool:
    """True if the page's site bears the name of an institution of this desk."""
    own = {fold(name).casefold() for institution in knowledge.institutions for name in institution.names}
    return any(fold(claim.value).casefold() in own for claim in names)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
