"""Editions with pictures, as the press prints them, without a database."""

import uuid
from typing import Any

from articles.models.edition import Edition

QUAY = str(uuid.UUID(int=7))


def row(**facts: Any) -> dict[str, Any]:
    """What an edition keeps of a picture."""
    usual = {
        "file": "quayquayquayquayquayquayqu", "width": 3000, "height": 2000, "format": "jpeg",
        "widths": [480, 960, 1440, 1920], "credit": [{"text": "Ida Quay/Lantern"}],
        "licence": [{"text": "CC BY 4.0", "href": "https://licences.example/by"}], "focus": [33, 71],
        "may_be_passed_on": False, "description": "Two cranes at a quay.", "language": "en",
    }  # fmt: skip
    return usual | facts


def figure(place: str = "", crop: str = "", alt: str = "Cranes", caption: str = "") -> str:
    """A figure as a body holds it."""
    names = f' class="{place}"' if place else ""
    names += f' data-crop="{crop}"' if crop else ""
    words = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure data-picture="{QUAY}"{names}><img alt="{alt}">{words}</figure>'


def printed(
    body: str = "", lead: dict[str, str] | None = None, language: str = "en", **facts: Any
) -> Edition:
    """An edition with one picture, in its text or as its lead. `picture_language`: that of the picture's words."""
    facts["language"] = facts.pop("picture_language", "en")
    whole = {"picture": QUAY, "alt": "Cranes", "caption": "", "crop": ""} | lead if lead is not None else {}
    return Edition(body=body, language=language, printed={"pictures": {QUAY: row(**facts)}, "lead": whole})
