"""Configuration of the body editor: its extensions, buttons and scripts.

The elements that all extensions write together are exactly ``prose.html.allowed.TAGS``, so that opening and saving
a text loses nothing (a test compares the two).
"""

from dataclasses import asdict
from typing import Any

from prose.html.allowed import CROPS, HEADINGS, MARKS, NOTE, PULL_QUOTE, WIDTHS
from prose.html.targets.embeds import EMBED, PROVIDERS
from prose.limits import MAX_ALT_CHARS
from prose.quotation_marks import marks_by_language
from prose.redirects import REDIRECTS

EXTENSIONS: dict[str, tuple[Any, frozenset[str]]] = {
    "Paragraph": (True, frozenset({"p"})),
    "HardBreak": (True, frozenset({"br"})),
    "Heading": ({"levels": sorted(int(tag[1]) for tag in HEADINGS)}, HEADINGS),
    "Bold": (True, frozenset({"strong"})),
    "Italic": (True, frozenset({"em"})),
    "Subscript": (True, frozenset({"sub"})),
    "Superscript": (True, frozenset({"sup"})),
    "Strike": (True, frozenset({"s"})),
    "Underline": (True, frozenset({"u"})),
    "Code": (True, frozenset({"code"})),
    "CodeBlock": (True, frozenset({"pre"})),
    "BulletList": (True, frozenset({"ul"})),
    "OrderedList": ({"enableListAttributes": False}, frozenset({"ol"})),
    "ListItem": (True, frozenset({"li"})),
    "Blockquote": (True, frozenset({"blockquote"})),
    "HorizontalRule": (True, frozenset({"hr"})),
    "Link": ({"enableTarget": False, "autolink": False, "defaultProtocol": "https"}, frozenset({"a"})),
    "Table": ({"resizable": False, "marks": sorted(MARKS)}, frozenset({"table", "caption", "tbody"})),
    "TableRow": (True, frozenset({"tr"})),
    "TableHeader": (True, frozenset({"th"})),
    "TableCell": (True, frozenset({"td"})),
    "PullQuote": ({"className": PULL_QUOTE}, frozenset({"aside"})),
    # Its element is counted with the pull quote's.
    "Embed": ({"attribute": EMBED, "providers": [asdict(each) for each in PROVIDERS]}, frozenset()),
    "Endnote": ({"attribute": NOTE, "marks": sorted(MARKS)}, frozenset({"span"})),
    "Picture": (
        {"marks": sorted(MARKS), "widths": WIDTHS, "crops": CROPS, "mostAlt": MAX_ALT_CHARS},
        frozenset({"figure", "img", "figcaption"}),
    ),
}
"""Extension -> its configuration and the elements it writes."""

MENU_GROUPS = (
    "desk-blocks",
    "desk-marks",
    "link",
    "desk-lists",
    "desk-quotes",
    "desk-notes",
    "desk-history",
    "table",
)

CONFIG: dict[str, Any] = {
    "extensions": {
        **{name: config for name, (config, _tags) in EXTENSIONS.items()},
        "Document": {"content": "(block | figure)+"},
        "NoSpellCheck": False,
        "SpecialCharacters": True,
        "Menu": {"defaultItems": False, "groups": [{"group": group} for group in MENU_GROUPS]},
        "Surface": True,
        "HandingOver": True,
        "Links": True,
        "Pasting": {"redirects": REDIRECTS},
        "Markdown": True,
        "Typing": {"marks": marks_by_language()},
        "OneUndo": True,
        "SlashMenu": True,
        "Find": {"marks": sorted(MARKS)},
        "Toolbar": True,
        "Counting": True,
        "Directions": True,
        "InView": True,
    }
}
"""Configuration passed to the editor's script. Extensions that write no elements are listed only here."""

MODULES = (
    "counting",
    "directions",
    "embed",
    "endnote",
    "find",
    "handing-over",
    "in-view",
    "lines",
    "links",
    "markdown",
    "one-undo",
    "pasting",
    "picture",
    "pullquote",
    "slash-menu",
    "surface",
    "table",
    "toolbar",
    "typing",
    "whole-paste",
)
"""Our scripts with extensions, in ``static/prose/``. One that is named like a stock extension replaces it."""

IMPORTED = (
    "dialog",
    "find/bar",
    "find/hits",
    "find/matching",
    "in-view",
    "keys",
    "line-editor",
    "link-dialog",
    "links",
    "note",
    "note-dialog",
    "one-undo",
    "own-pages",
    "page-finder",
    "paste/equations",
    "paste/links",
    "paste/lists",
    "paste/marks",
    "paste/notes",
    "paste/pictures",
    "paste/report",
    "paste/styles",
    "paste/tables",
    "paste/tidy",
    "paste/unseen",
    "paste/unwritten",
    "picture/arrivals",
    "picture/chooser",
    "picture/dialog",
    "picture/drawing",
    "picture/library",
    "picture/places",
    "picture/upload",
    "picture/uploads",
    "quiet",
    "picture/view",
    "situation",
    "slash/items",
    "slash/list",
    "surface",
    "told",
    "toolbar",
    "typing",
    "typography",
    "words",
    "written",
)
"""Our scripts that other scripts import, as ``prose/<name>``."""
