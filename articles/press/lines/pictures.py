"""Pictures of a page: the members of `Edition.printed` for them, and the text without those that may not be shown."""

from collections.abc import Iterator
from typing import Any

from articles.models.edition import Edition
from articles.models.uses.picture_use import PicturePlace
from articles.press.facts import Facts
from articles.rights.rule import FULL
from prose.html.figures import figures_in, with_figures


def without_barred(body: str, facts: Facts) -> str:
    """A body without the figures whose pictures may not be shown."""
    shown = {picture.uuid for picture in facts.pictures}
    return with_figures(body, lambda figure: figure.html if figure.uuid in shown else "")


def pictures(facts: Facts, body: str) -> dict[str, Any]:
    """`printed["lead"]`, and `printed["pictures"]`: what the lead picture and the figures in `body` are drawn from."""
    lead = _lead(facts)
    shown = {lead.get("picture"), *(figure.uuid for figure in figures_in(body))}
    rows = {picture.uuid: picture.as_json for picture in facts.pictures if picture.uuid in shown}
    return {"pictures": rows, "lead": lead}


def _lead(facts: Facts) -> dict[str, str]:
    """The lead picture; {} without one, and on a page that may not show the whole text."""
    content = facts.content
    uuid = next((each.uuid for each in facts.pictures if each.id == content["lead_picture_id"]), "")
    if not uuid or facts.allowed.mode != FULL:
        return {}
    return {
        "picture": uuid,
        "alt": "" if content["lead_is_decorative"] else content["lead_alt"],
        "caption": content["lead_caption"],
        "crop": content["lead_crop"],
    }


def places(edition: Edition) -> Iterator[tuple[PicturePlace, str]]:
    """(place, uuid) of each picture that a page shows, from top to bottom."""
    if lead := edition.printed.get("lead"):
        yield PicturePlace.LEAD, lead["picture"]
    for figure in figures_in(edition.body):
        yield PicturePlace.FIGURE, figure.uuid
