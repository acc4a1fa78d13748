"""The environment file: a desk's settings in one file, which every command, the server and cron read in the same way.

The desk reads it itself: a shell cuts a value at `&` and replaces `$…`, and systemd has rules of its own for quotes.
A line is `NAME=value`, a comment that starts with `#`, or empty. A value is taken as it stands; spaces around it, a
line break or ` #` need single or double quotes. A variable that the environment has already keeps its value.
"""

import difflib
import os
import re
from pathlib import Path

from dotenv.parser import Binding, parse_stream
from environs import EnvError

PROJECT = Path(__file__).resolve().parent.parent
NAMED_BY = "DESK_ENV_FILE"
VARIABLES = (
    *("SITE_URL", "DESK_HOME", "DATABASE_URL", "DESK_TIME_ZONE", "DESK_LANGUAGE", "PORT", "SECRET_KEY"),
    *(
        "ALLOWED_HOSTS",
        "LOG_LEVEL",
        "STATEMENT_TIMEOUT",
        "HSTS_SECONDS",
        "POSTGRES_BIN",
        "PICTURE_BUCKET",
        "PICTURES_SENDFILE",
        "DESK_SAMPLE",
        "WEBSUB_HUB",
        "FEED_REQUESTS_PER_MINUTE",
        "DEBUG",
    ),
)


def load_environment_file() -> None:
    """Add the file's variables to this process's environment. Raises EnvError with file and line."""
    for name, value in environment_file_values().items():
        os.environ.setdefault(name, value)


def environment_file_values() -> dict[str, str]:
    """Variables of the file in DESK_ENV_FILE, or else of `.env` in the project. Raises EnvError with file and line.

    Without either there are none; an empty DESK_ENV_FILE means no file.
    """
    named = os.environ.get(NAMED_BY)
    file = Path(named) if named else PROJECT / ".env"
    return {} if named == "" or not (named or file.is_file()) else read_environment_file(file)


def read_environment_file(file: Path) -> dict[str, str]:
    """Variables of a file. Raises EnvError for a file that cannot be read, or a line with more than one meaning."""
    values: dict[str, str] = {}
    try:
        with file.open(encoding="utf-8-sig") as stream:
            bindings = [binding for binding in parse_stream(stream) if binding.error or binding.key]
    except OSError as problem:
        raise EnvError(f"The environment file {file} cannot be read: {problem.strerror}.") from None
    except UnicodeDecodeError:
        raise EnvError(f"The environment file {file} is not UTF-8 text.") from None
    for binding in bindings:
        if sentence := _problem(binding, values):
            raise EnvError(f"{file}, line {_line(binding)}: {sentence}")
        values[str(binding.key)] = str(binding.value)
    return values


def _problem(binding: Binding, earlier: dict[str, str]) -> str:
    """Sentence about a line; empty if the line has exactly one meaning."""
    name, value = binding.key or "", binding.value
    unquoted = binding.original.string.partition("=")[2].lstrip()
    if binding.error or value is None:
        return "write NAME=value, and close every quote."
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
        return f"“{name}” is not the name of a variable."
    if name in earlier:
        return f"{name} is set twice."
    if not unquoted.startswith(("'", '"')) and re.search(r"(^|\s)#", unquoted):
        return f"put the value of {name} in single quotes, or its comment on a line of its own: is # the value's?"
    if "\0" in value:
        return f"{name} has a NUL character."
    if name not in VARIABLES and (close := difflib.get_close_matches(name, VARIABLES, 1, 0.85)):
        return f"the desk has no variable {name}; {close[0]} is one."
    return ""


def _line(binding: Binding) -> int:
    """Number of a binding's line. The parser counts empty lines before it as its own."""
    text = binding.original.string
    blank = text[: len(text) - len(text.lstrip())]
    return binding.original.line + blank.count("\n")
