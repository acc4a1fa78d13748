"""Files of plain text: CSV, text and JSON. They are in UTF-8, so that every browser reads them right."""

import json
import re
from typing import Any

from pictures.files.errors import NotTaken

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_COMMAND = re.compile(r"""(?:^|[,;\t])["' ]{0,4}[=+@-][^,;\t\r\n|]{1,100}\|[^\r\n!]{0,200}!""", re.MULTILINE)
"""A cell that has a spreadsheet start a program (DDE): "=cmd|'/c calc'!A0"."""
_HOW = {
    "csv": "In Excel: “Save as”, then “CSV UTF-8 (comma delimited)”.",
    "txt": "In an editor: “Save as”, encoding “UTF-8”.",
    "json": "JSON is always in UTF-8.",
}


def read(content: bytes, ending: str) -> dict[str, Any]:
    """No statements: these files say nothing of themselves. Raises `NotTaken`."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotTaken(f"This file is in UTF-16, which many programs read wrong. {_HOW[ending]}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise NotTaken(f"This file is not in UTF-8 (line {line:,}). {_HOW[ending]}") from error
    if control := _CONTROLS.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise NotTaken(f"Line {line:,} has a character that no text has: is this another kind of file?")
    if not text.strip():
        raise NotTaken("This file holds no text.")
    if ending == "csv" and (command := _COMMAND.search(text)):
        line = text.count("\n", 0, command.start() + 1) + 1
        raise NotTaken(f"A cell in line {line:,} tells Excel to start a program. Take it out.")
    if ending == "json":
        _check_json(text)
    return {}


def _check_json(text: str) -> None:
    try:
        json.loads(text, parse_constant=_no_json, parse_int=bool, parse_float=bool)  # numbers of any length
    except RecursionError as error:
        raise NotTaken("This JSON is nested too deeply.") from error
    except json.JSONDecodeError as error:
        raise NotTaken(f"This is no JSON: line {error.lineno:,}, {error.msg.lower()}.") from error
    except ValueError as error:
        raise NotTaken(f"This is no JSON: {error}.") from error


def _no_json(constant: str) -> None:
    raise ValueError(f"{constant} is no number in it")
