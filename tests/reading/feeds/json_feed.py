"""The members of JSON Feed 1.1 and their types, by its text (https://www.jsonfeed.org/version/1.1/)."""

import re
from typing import Any

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
ADDRESS = re.compile(r"https?://\S+")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

AUTHOR = {"name": str, "url": ADDRESS, "avatar": ADDRESS}
ATTACHMENT = {
    "url": ADDRESS,
    "mime_type": str,
    "title": str,
    "size_in_bytes": int,
    "duration_in_seconds": int,
}
ITEM = {
    "id": str, "url": ADDRESS, "external_url": ADDRESS, "title": str, "content_html": str, "content_text": str,
    "summary": str, "image": ADDRESS, "banner_image": ADDRESS, "date_published": INSTANT, "date_modified": INSTANT,
    "authors": [AUTHOR], "tags": [str], "language": LANGUAGE, "attachments": [ATTACHMENT],
}  # fmt: skip
FEED = {
    "version": re.compile(r"https://jsonfeed\.org/version/1\.1"), "title": str, "home_page_url": ADDRESS,
    "feed_url": ADDRESS, "description": str, "user_comment": str, "next_url": ADDRESS, "icon": ADDRESS,
    "favicon": ADDRESS, "authors": [AUTHOR], "language": LANGUAGE, "expired": bool,
    "hubs": [{"type": str, "url": ADDRESS}], "items": [ITEM],
}  # fmt: skip
NEEDED = {"feed": ("version", "title", "items"), "items": ("id",), "attachments": ("url", "mime_type")}


def faults(value: Any, form: Any = FEED, place: str = "feed") -> list[str]:
    """What is wrong with a document, each fault with its place; extensions, which begin with "_", are left alone."""
    if isinstance(form, list):
        wrong = [] if isinstance(value, list) else [f"{place} is no list"]
        return wrong or [fault for one in value for fault in faults(one, form[0], place)]
    if isinstance(form, dict):
        name = place.rpartition(".")[2]
        missing = [f"{place} has no {member}" for member in NEEDED.get(name, ()) if member not in value]
        own = {key: member for key, member in value.items() if not key.startswith("_")}
        unknown = [f"{place}.{key} is no member" for key in own if key not in form]
        inside = [
            fault for key in own if key in form for fault in faults(own[key], form[key], f"{place}.{key}")
        ]
        both = ["two contents"] if {"content_html", "content_text"} <= value.keys() else []
        return missing + unknown + inside + both
    if isinstance(form, re.Pattern):
        return [] if isinstance(value, str) and form.fullmatch(value) else [f"{place}: {value!r}"]
    return [] if isinstance(value, form) and value != "" else [f"{place}: {value!r}"]
