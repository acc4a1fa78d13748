"""Version of the desk, as `pyproject.toml` names it."""

import functools
import tomllib

from .environment import PROJECT


@functools.cache
def desk_version() -> str:
    with (PROJECT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
