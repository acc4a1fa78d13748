"""What an administrator does in the browser to set up a house, shared by the tests of desks from nothing."""

from typing import Any

from tests.browser.counted import Counted
from thinktank import welcome

SECRET = "correct horse battery"
Typed = dict[str, str]


def begin(desk: Counted) -> None:
    """Make the first administrator."""
    desk.open(f"/welcome/{welcome.issue_token()}/")
    desk.fill(username="ann", password1=SECRET, password2=SECRET)
    desk.send("Make the administrator")


def first_steps(
    desk: Counted, *, house: Typed, disclaimer: str, person: Typed, copyright_line: str = ""
) -> None:
    """Three screens: the house with its content types, what it says, who writes."""
    zone = {"house-time_zone": "Europe/London"}
    for name, value in zone.items():
        desk.choose(name, value)
    desk.fill(**house)
    desk.send("Save and go on")
    desk.fill(**{"disclaimer-text": disclaimer})
    if copyright_line:
        desk.tick("style-copyright_line", copyright_line)
    desk.send("Save and go on")
    desk.fill(**person)
    desk.send("Save and go on")


def record(
    desk: Counted, address: str, *, typed: Typed, picked: Typed | None = None, chosen: Typed | None = None,
    ticked: tuple[str, ...] = (), rows: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """Fill in a record's own page and save it. `rows`: the words of the links that add its rows."""
    desk.open(address)
    desk.page.evaluate("document.querySelectorAll('#content details').forEach(each => { each.open = true })")
    for words in rows:
        desk.page.click(f"text={words}")
    desk.fill(**typed)
    for name, value in (chosen or {}).items():
        desk.choose(name, value)
    for name in ticked:
        desk.tick(*name.split("="))
    for name, text in (picked or {}).items():
        row, _, field = name.rpartition(" ")
        desk.pick(row or "#content form", field, text)
    desk.send("Save")


def piece(
    desk: Counted,
    *,
    typed: Typed,
    text: str,
    by: str,
    chosen: Typed | None = None,
    ticked: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Write, publish and read a piece; returns the words of each element of its page, and its language."""
    desk.open("/admin/articles/article/add/")
    desk.page.evaluate("document.querySelectorAll('#content details').forEach(each => { each.open = true })")
    desk.fill(**typed)
    for name, value in (chosen or {}).items():
        desk.choose(name, value)
    for name in ticked:
        desk.tick(name)
    desk.write(text)
    desk.pick("#bylines-0", "author", by)
    desk.send("Publish…")
    if desk.page.locator("#id_confirmed").count():
        desk.tick("confirmed")
    desk.send("Publish now")
    desk.follow("See the page")
    return read(desk)


def read(desk: Counted) -> dict[str, Any]:
    """The words of each element of a public page."""
    page = desk.page

    def words(selector: str) -> list[str]:
        return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]

    elements = (
        "kicker",
        "headline",
        "dek",
        "byline",
        "dateline",
        "bio",
        "wording",
        "copyright",
        "licence",
        "house-name",
    )
    # Not of the lists of other pieces below it.
    found = {name: "\n".join(words(f".{name}:not(.further *)")) for name in elements}
    return found | {"language": page.locator("html").get_attribute("lang")}
