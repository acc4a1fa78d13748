"""What stands in the way of an act: blockers and warnings as values. Buttons show them, acts obey them."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models.edition import Edition
from articles.press import Proof
from articles.states import Act
from articles.timeline import Timeline
from disclaimers import joining
from disclaimers.models import HouseStyle
from prose.clean import unsafe_links
from prose.dates import in_words
from prose.errors import ProseError
from prose.links import check_url

_GOING_OUT = frozenset({Act.PUBLISH, Act.SCHEDULE})


@dataclass(frozen=True)
class Item:
    """One thing to say; `field` is the form field where it can be mended, or empty."""

    code: str
    sentence: str
    field: str = ""


@dataclass(frozen=True)
class Checklist:
    """Blockers stop an act, warnings are read before it."""

    blockers: tuple[Item, ...] = ()
    warnings: tuple[Item, ...] = ()

    def recorded(self) -> list[dict[str, str]]:
        """For the ledger: what was known when the act happened."""
        marked = [("blocker", item) for item in self.blockers] + [("warning", item) for item in self.warnings]
        return [{"weight": weight, "code": item.code, "sentence": item.sentence} for weight, item in marked]


def check(act: Act, proof: Proof | None, standing: Timeline) -> Checklist:
    """The checklist for an act on this proof of a piece that stands so."""
    if proof is None:
        return Checklist()
    if act == Act.REISSUE:
        return Checklist(tuple(_unchanged(proof, standing)))
    if act not in _GOING_OUT:
        return Checklist()
    return Checklist(tuple(_blockers(act, proof, standing)), tuple(_warnings(proof, standing)))


def _blockers(act: Act, proof: Proof, standing: Timeline) -> Iterator[Item]:
    content, edition = proof.facts.content, proof.edition
    if not content["headline"]:
        yield Item("no_headline", "There is no headline.", "headline")
    if not edition.word_count:
        yield Item("no_body", "There is no text.", "body")
    for link in unsafe_links(content["body"]):
        yield Item(
            "unsafe_link", f"A link in the text leads to an address we do not print: {link[:80]}", "body"
        )
    for address in filter(None, (row["url"] for row in content["appearances"])):
        try:
            check_url(address)
        except ProseError as error:
            yield Item(
                "unsafe_link", f"The address of an outlet’s piece cannot be printed. {error}", "appearances"
            )
    if edition.permalink.article_id != edition.article_id:
        sentence = f"Another piece has the web address “{edition.permalink.slug}”. Choose another."
        yield Item("address_taken", sentence, "slug")
    if act == Act.SCHEDULE and edition.live_from <= standing.at:
        yield Item("in_the_past", "That hour has passed. Choose one that lies ahead.", "live_from")
    first = proof.facts.first_published_on
    if first and first > proof.facts.live_on:
        sentence = f"It cannot have been first published on {in_words(first, 'en')}: that day lies ahead."
        yield Item("first_day_ahead", sentence, "first_published_on")
    current = standing.current
    if act == Act.PUBLISH and current and current.revision_id == edition.revision_id:
        yield Item("already_live", "Readers already have this version.")


def _warnings(proof: Proof, standing: Timeline) -> Iterator[Item]:
    content, printed = proof.facts.content, proof.edition.printed
    if coming := standing.coming:
        sentence = (
            f"The scheduled version {coming.revision.number} takes over later, without what is changed now."
        )
        yield Item("older_version_coming", sentence)
    first, stated = proof.facts.first_published_on, content["first_published_on"]
    if first and stated and stated != first.isoformat():
        sentence = f"Readers have it as first published on {in_words(first, 'en')}: that day stays."
        yield Item("first_day_stays", sentence, "first_published_on")
    if not content["bylines"]:
        yield Item("no_byline", "No one is credited.", "bylines")
    for row in content["bylines"]:
        if not row["author_id"]:
            yield Item("name_only", f"{row['name']} has no record here, so no page of their own.", "bylines")
    if not content["dek"]:
        yield Item("no_dek", "There is no dek: lists and shared links will show the headline alone.", "dek")
    if not proof.facts.wordings:
        yield Item("no_disclaimer", "No disclaimer is in force for this piece on its day.", "pinned_wordings")
    for row in content["appearances"]:
        if not (row["outlet_id"] or row["outlet_name"]):
            yield Item(
                "no_outlet",
                "It ran elsewhere, but no outlet is named: nothing is printed of it.",
                "appearances",
            )
        elif not row["outlet_id"]:
            yield Item("outlet_name_only", f"{row['outlet_name']} has no record here.", "appearances")
    if (printed["attributions"] or printed["dates"]) and not _has_joining_words(content["language"]):
        sentence = "There is no house style in this piece’s language: joining words print in another."
        yield Item("no_house_style", sentence, "language")


def _has_joining_words(language: str) -> bool:
    """The usual words, or those of a house style."""
    codes = (language, language.split("-")[0])
    return joining.has_words(language) or HouseStyle.objects.filter(language__in=codes).exists()


def _unchanged(proof: Proof, standing: Timeline) -> Iterator[Item]:
    current, sheet = standing.current, proof.edition
    if current and (current.kicker, _words(current)) == (sheet.kicker, _words(sheet)):
        yield Item("nothing_changes", "Nothing would change on the page.")


def _words(edition: Edition) -> dict[str, object]:
    """What readers see of the printed facts: all but the records they were printed from."""
    return {name: value for name, value in edition.printed.items() if name != "records"}
