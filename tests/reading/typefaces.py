"""`python -m tests.reading.typefaces`: cut the public pages' typefaces into files for browsers.

Needs fonttools and brotli. Source Serif 4 and Source Sans 3 come from their packages as one file each of a megabyte. A
page needs the letters of its script, in weights from 400 to 600: 15 to 32 kB. The files are called Desk Serif and Desk
Sans, because the licence keeps the name "Source" for unchanged ones (SIL Open Font License 1.1, condition 3).
"""

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from reading.cards.fonts import package_file

FOLDER = Path("reading/static/desk/typefaces")
WEIGHTS = (400, 600)
OPTICAL_SIZE = 14
"""Points: a cut for running text, which also holds in headlines."""
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "lnum", "tnum"]
FACES = {
    "serif": "fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf",
    "serif-italic": "fontpkg_source_serif_4/files/SourceSerif4-Italic[opsz,wght].ttf",
    "sans": "fontpkg_source_sans_3/files/SourceSans3[wght].ttf",
}
RANGES = {
    "latin": "U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2002-2003, U+2009-200B, "
    "U+2010-2015, U+2018-201E, U+2020-2022, U+2026, U+202F, U+2030, U+2032-2033, U+2039-203A, U+2044, U+20AC, "
    "U+2122, U+2190-2193, U+2212",
    "latin-more": "U+0100-0130, U+0132-0151, U+0154-024F, U+0259, U+02BB-02BC, U+02C7, U+02D8-02D9, U+02DB, U+02DD, "
    "U+0300-0304, U+0306-030C, U+0323, U+0326-0328, U+0331, U+1E00-1EFF, U+20A3-20A4, U+20A7-20AB, U+20AD-20AE, "
    "U+20B1-20B2, U+20B5-20BA, U+20BC-20BD, U+2113, U+2116",
    "greek": "U+0370-03FF, U+1F00-1FFF",
    "cyrillic": "U+0400-052F, U+1C80-1C88, U+20B4",
}
"""The letters of each file, as its `unicode-range` says them."""


def codes(ranges: str) -> list[int]:
    """The code points of a `unicode-range`."""
    found: list[int] = []
    for part in ranges.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found


def cut(font: Any, ranges: str) -> Any:
    """The part of a font with these letters."""
    from fontTools import subset

    options = subset.Options(layout_features=FEATURES, hinting=False, name_IDs=["*"], notdef_outline=True)
    part = subset.Subsetter(options)
    part.populate(unicodes=codes(ranges))
    part.subset(font)
    return font


def fixed(font: Any) -> Any:
    """The font at one optical size, with the weights that pages use."""
    from fontTools.varLib import instancer

    limits: dict[str, object] = {"wght": WEIGHTS}
    if any(axis.axisTag == "opsz" for axis in font["fvar"].axes):
        limits["opsz"] = OPTICAL_SIZE
    return instancer.instantiateVariableFont(font, limits)


def renamed(font: Any, name: str) -> Any:
    """The font under a name of ours; copyright and licence stay in it."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 25):
            record.string = name.replace(" ", "") if record.nameID in (6, 25) else name
    return font


def write(face: str, script: str) -> Path:
    """Write one file, and return where."""
    from fontTools.ttLib import TTFont

    # First the letters: a whole font takes a minute to fix.
    font = cut(TTFont(package_file(FACES[face])), RANGES[script])
    between = BytesIO()
    font.save(between)
    between.seek(0)
    font = renamed(fixed(TTFont(between)), "Desk Sans" if face == "sans" else "Desk Serif")
    font.flavor = "woff2"
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{face}-{script}.woff2"
    font.save(path)
    return path


if __name__ == "__main__":
    for face in FACES:
        for script in RANGES:
            path = write(face, script)
            sys.stdout.write(f"{path} {path.stat().st_size:,} bytes\n")
            sys.stdout.flush()
