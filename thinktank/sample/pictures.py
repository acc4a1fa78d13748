"""Fill the library with the sample's pictures: scenes for pieces, portraits of people, logos of houses and outlets."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from articles.acts.ledger import Clock
from authors.models import Author
from disclaimers.models import Institution, Licence
from outlets.models import Outlet
from pictures.acts import PictureFacts, add_picture
from pictures.files.__main__ import answer
from pictures.files.read import read_answer
from pictures.models import Clearance, Logo, Picture
from pictures.models.clearance import ClearanceState
from thinktank.sample.drawings import PORTRAITS, SCENES
from thinktank.sample.drawings.canvas import scene_of
from thinktank.sample.drawings.marks import mark, wordmark
from thinktank.sample.drawings.people import portrait

FACTS = Path(__file__).parent / "pictures.toml"
_OWN: Mapping[str, Any] = {
    "creator": "Strait Institute",
    "credit": "Drawing: Strait Institute",
    "source_kind": "own",
    "language": "en",
}
"""Facts of a picture for which its file has no others."""
_OURS: Mapping[str, Any] = {"state": ClearanceState.NOT_NEEDED}


def add_pictures(by: User, clock: Clock) -> dict[str, Picture]:
    """Add all pictures, portraits and logos to the library. Returns the scenes by the names of their drawings."""
    _add_logos(by, clock)
    for author in Author.objects.filter(display_name__in=PORTRAITS):
        title = f"Portrait of {author.display_name}"
        facts = {"title": title, "people": author.display_name, **_OWN}
        author.portrait = _add(facts, _OURS, portrait(PORTRAITS[author.display_name]), by, clock())
        author.save()
    # Last, because the library shows the newest first.
    scenes = {}
    for name, facts in tomllib.loads(FACTS.read_text(encoding="utf-8")).items():
        clearance = facts.pop("clearance", None)
        scenes[name] = _add(
            {**_own_unless_sourced(facts), **facts}, clearance, scene_of(SCENES[name]), by, clock()
        )
    return scenes


def _own_unless_sourced(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"language": "en"} if "source_kind" in facts else _OWN


def _add_logos(by: User, clock: Clock) -> None:
    logos = [(house.short_name, Logo(institution=house)) for house in Institution.objects.order_by("code")]
    logos += [(outlet.name, Logo(outlet=outlet)) for outlet in Outlet.objects.order_by("name")]
    for number, (name, logo) in enumerate(logos):
        facts = {"title": f"Logo of {name}", "source_kind": "person", "source": name}
        content = wordmark(name, number) if logo.institution else mark(name, number)
        logo.picture = _add(facts, _OURS, content, by, clock())
        logo.save()


def _add(
    facts: Mapping[str, Any], clearance: Mapping[str, Any] | None, content: bytes, by: User, at: dt.datetime
) -> Picture:
    """Add a picture to the library, with its licence or permission if it has one.

    Its file is ours, so it is read in this process: a child for each of some thirty would take longer than all else.
    """
    values, files = answer(content)
    values["found"]["taken_on"] = None
    facts = dict(facts)
    if code := facts.pop("institution", ""):
        facts["institution"] = Institution.objects.get(code=code)
    read = read_answer(values, b"".join(files))
    picture = add_picture(PictureFacts(**facts), read, content, upload_name="", by=by, at=at)
    if clearance:
        _clear(picture, dict(clearance), at)
    return picture


def _clear(picture: Picture, terms: dict[str, Any], at: dt.datetime) -> None:
    if days := terms.pop("ends_in_days", 0):
        terms["until_on"] = at.date() + dt.timedelta(days=days)
    if code := terms.pop("licence", ""):
        terms["licence"] = Licence.objects.get(code=code)
    clearance = Clearance(picture=picture, **terms)
    clearance.full_clean()
    clearance.save()
