"""Files that the documentation names must exist: a walk through the house ends at the first missing one."""

import re
from collections.abc import Iterator

from tests.house.figures import ROOT, tracked

_PATH = re.compile(r"`((?:[\w-]+/)+[\w-]*(?:\.\w+)?)`")
"""A path in code marks with a folder in it: `articles/press/`, `desk/pages.py`."""


def problems() -> Iterator[str]:
    """A sentence for each path in README, CONTRIBUTING and docs that leads to no file of the project."""
    folders = {path.partition("/")[0] for path in tracked() if "/" in path}
    for page in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]):
        for number, line in enumerate(page.read_text().splitlines(), start=1):
            for path in _PATH.findall(line):
                if path.partition("/")[0] in folders and not (ROOT / path).exists():
                    yield f"DOCS {page.relative_to(ROOT)}:{number} names `{path}`, which does not exist."
