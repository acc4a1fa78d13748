"""The picture in docs/architecture.md: floors from top to bottom, with an arc for each package that imports another.

Made from the code: floors from the first import contract of pyproject.toml, sentences from the packages' docstrings,
arcs from their imports. The same code gives the same bytes.
"""

import ast
import textwrap
import tomllib
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "docs" / "pictures" / "architecture.svg"

WIDTH, ROW, GAP, BOX, LEFT = 930, 92, 12, 700, 10
LINE = 112  # characters of the small print that fit into a box
COLOURS = [
    "#7a3e9d",
    "#1f6feb",
    "#0f766e",
    "#9d174d",
    "#b45309",
    "#be123c",
    "#4d7c0f",
    "#4338ca",
    "#0369a1",
    "#a16207",
    "#0e7490",
    "#57534e",
]


def problems() -> Iterator[str]:
    """A sentence if the picture is not the one that the code gives today."""
    if not PICTURE.exists() or PICTURE.read_text() != draw():
        yield f"PICTURE {PICTURE.relative_to(ROOT)} is not of this code: python -m tests.house --write"


def write() -> None:
    PICTURE.write_text(draw())


def draw() -> str:
    """The picture as SVG."""
    packages = [package for floor in _floors() for package in floor]
    tops = {package: GAP + number * (ROW + GAP) for number, package in enumerate(packages)}
    height = len(packages) * (ROW + GAP) + GAP
    imports = _imports(packages)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        ' font-family="system-ui, sans-serif" role="img" aria-labelledby="title">',
        '<title id="title">Packages from the roof to the cellar, and which imports which</title>',
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        *(_box(package, tops[package], colour) for package, colour in zip(packages, COLOURS, strict=True)),
        *(
            _arc(source, target, number, tops, packages)
            for (source, target), number in sorted(imports.items())
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _floors() -> list[list[str]]:
    """The layers of the first contract, from the top: [["thinktank"], ["desk"], ["intake", "reading"], …]."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    return [[package.strip() for package in layer.split("|")] for layer in settings["contracts"][0]["layers"]]


def _imports(packages: list[str]) -> Counter[tuple[str, str]]:
    """How many import statements lead from one package to another."""
    graph = grimp.build_graph(*packages, exclude_type_checking_imports=True, cache_dir=None)
    arrows: Counter[tuple[str, str]] = Counter()
    for module in graph.modules:
        for target in graph.find_modules_directly_imported_by(module):
            pair = module.partition(".")[0], target.partition(".")[0]
            if pair[0] != pair[1]:
                arrows[pair] += 1
    return arrows


def _box(package: str, top: int, colour: str) -> str:
    """A package: the first sentence of its docstring, its folders and its modules."""
    docstring = ast.get_docstring(ast.parse((ROOT / package / "__init__.py").read_text())) or ""
    sentence = docstring.partition("\n")[0]
    lines = textwrap.wrap(" · ".join(_contents(package)), LINE)
    return "\n".join(
        [
            f'<rect x="{LEFT}" y="{top}" width="{BOX}" height="{ROW}" rx="6" fill="{colour}" fill-opacity=".07"'
            f' stroke="{colour}"/>',
            f'<text x="{LEFT + 14}" y="{top + 23}" font-size="17" font-weight="600" fill="{colour}">{package}/</text>',
            f'<text x="{LEFT + 14}" y="{top + 43}" font-size="13" fill="#222">{escape(sentence)}</text>',
            *(
                f'<text x="{LEFT + 14}" y="{top + 63 + 16 * number}" font-size="12" fill="#666">{escape(line)}</text>'
                for number, line in enumerate(lines[:2])
            ),
        ]
    )


def _contents(package: str) -> list[str]:
    """Folders of Python code first, then modules; without migrations and Django's plumbing."""
    plumbing = {"migrations", "management", "templatetags", "__init__", "apps"}
    folders = sorted(path.parent.name for path in (ROOT / package).glob("*/__init__.py"))
    modules = sorted(path.stem for path in (ROOT / package).glob("*.py"))
    return [f"{folder}/" for folder in folders if folder not in plumbing] + [
        module for module in modules if module not in plumbing
    ]


def _arc(source: str, target: str, number: int, tops: dict[str, int], packages: list[str]) -> str:
    """A curve at the right edge from the importing package down to the imported one, thicker for more imports."""
    at, colour = packages.index(source), COLOURS[packages.index(source)]
    right = LEFT + BOX
    start = tops[source] + ROW / 2 + 4 * (packages.index(target) - at)
    end = tops[target] + ROW / 2 - 4 * (packages.index(target) - at)
    reach = right + 40 + 26 * (packages.index(target) - at)
    width = 1 + min(4.0, number**0.5 / 3)
    return (
        f'<path d="M{right} {start:.0f} C{reach} {start:.0f} {reach} {end:.0f} {right + 7} {end:.0f}" fill="none"'
        f' stroke="{colour}" stroke-width="{width:.1f}" stroke-opacity=".75">'
        f"<title>{source} imports {target}: {number}</title></path>"
        f'<path d="M{right + 1} {end:.0f} l8 -4 v8 z" fill="{colour}"/>'
    )
