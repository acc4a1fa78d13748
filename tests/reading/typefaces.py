"""`python -m tests.reading.typefaces`: cut the public pages' typefaces into files for browsers.

Needs fonttools and brotli. Source Serif 4 and Source Sans 3 come from their packages as one file each of a megabyte. A
page needs the letters of its language, upright in weights from 400 to 600: 13 to 25 kB. Leaning letters have a file for
each of the two weights, since few pages need the second. The files are called Desk Serif and Desk Sans, because the
licence keeps the name "Source" for unchanged ones (SIL Open Font License 1.1, condition 3).
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from reading.cards.fonts import package_file

FOLDER = Path("reading/static/desk/typefaces")
OPTICAL_SIZE = 14
"""Points: a cut for running text, which also holds in headlines."""
_SERIF = "fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf"
_ITALIC = "fontpkg_source_serif_4/files/SourceSerif4-Italic[opsz,wght].ttf"
_SANS = "fontpkg_source_sans_3/files/SourceSans3[wght].ttf"
FACES: dict[str, tuple[str, Any]] = {
    "serif": (_SERIF, (400, 600)),
    "serif-italic": (_ITALIC, 400),
    "serif-italic-bold": (_ITALIC, 600),
    "sans": (_SANS, (400, 600)),
}
"""The file that each face is cut from, and its weights."""
_COMMON = (
    "U+0020-0022, U+0024-0029, U+002C-003B, U+003F-005B, U+005D, U+0060-007A, "
    "U+00A0, U+00A7, U+00A9, U+00AB, U+00B7, U+00BB, U+2009, U+2010-2014, U+2018-201A, U+201C-201E, "
)
_IN_NAMES = "U+00E0, U+00E4-00E9, U+00F1, U+00F6, U+00F8, U+00FC, U+2026, U+20AC"
RANGES = {
    "latin": f"{_COMMON}U+00A1, U+00BF-00C0, U+00C4-00C5, U+00C7, U+00C9, U+00D6, U+00D8, U+00DC, U+00DF-00E2, "
    "U+00E4-00EB, U+00ED-00EF, U+00F1, U+00F3-00F4, U+00F6, U+00F8-00FC, U+0153, U+2026, U+202F, U+20AC",
    "latin-signs": "U+0023, U+002A-002B, U+003C-003E, U+005C, U+005E-005F, U+007B-007E, U+00D7, U+2190-2193",
    "latin-more": "U+00A2-00A6, U+00A8, U+00AA, U+00AC-00B6, U+00B8-00BA, U+00BC-00BE, U+00C1-00C3, U+00C6, U+00C8, "
    "U+00CA-00D5, U+00D9-00DB, U+00DD-00DE, U+00E3, U+00EC, U+00F0, U+00F2, U+00F5, U+00F7, U+00FD-0152, "
    "U+0154-017F, U+0218-021B, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2002-2003, U+200A-200B, U+2015, U+2020-2022, "
    "U+2030, U+2032-2033, U+2039-203A, U+2044, U+2113, U+2116, U+2122, U+2212",
    "latin-rare": "U+0180-0217, U+021C-024F, U+0259, U+02C7, U+02D8-02D9, U+02DB, U+02DD, U+0300-0304, U+0306-030C, "
    "U+0323, U+0326-0328, U+0331, U+1E00-1EFF, U+20A3-20A4, U+20A7-20AB, U+20AD-20AE, U+20B1-20B2, U+20B5-20BA, "
    "U+20BC-20BD",
    "greek": f"{_COMMON}{_IN_NAMES}, U+0384-03CE",
    "cyrillic": f"{_COMMON}{_IN_NAMES}, U+0401, U+0404, U+0406-0407, U+0410-044F, U+0451, U+0454, U+0456-0457, "
    "U+0490-0491, U+2116",
    "cyrillic-more": "U+0400, U+0402-0403, U+0405, U+0408-040F, U+0450, U+0452-0453, U+0455, U+0458-048F, U+0492-052F, "
    "U+1C80-1C88, U+20B4",
}
"""The letters of each file, as its `unicode-range` says them.

Signs that few texts have stand in a file of their own, for they take as much as twenty letters. The files of pages in
Greek and Cyrillic have figures and the Latin letters of most names too: such a page fetches no other.
"""
WITH_MARKS = frozenset({"latin-rare", "cyrillic-more"})
"""Files whose letters may be written with combining marks."""

_NAMES = [0, 1, 2, 4, 6, 14]
"""Names that stay in a file: copyright, family, style, full and short name, where the licence is."""

_DISTANCES = 0x0F
"""The bits of a value's format that are no table of variations."""
_LEAST_KERNING = 12
"""Thousandths of the size."""


def codes(ranges: str) -> list[int]:
    """The code points of a `unicode-range`."""
    found: list[int] = []
    for part in ranges.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found


def cut(font: Any, face: str, script: str) -> Any:
    """The part of a font with the letters of a file, its kerning, and in labels figures of one width."""
    from fontTools import subset

    features = ["kern", *(["tnum"] if face == "sans" else []), *(["locl"] if script == "latin-more" else [])]
    features += ["ccmp", "mark", "mkmk"] if script in WITH_MARKS else []
    options = subset.Options(layout_features=features, hinting=False, name_IDs=_NAMES, notdef_outline=True)
    part = subset.Subsetter(options)
    part.populate(unicodes=codes(RANGES[script]))
    part.subset(font)
    return font


def fixed(font: Any, weights: Any) -> Any:
    """The font at one optical size, with the weights that pages use."""
    from fontTools.varLib import instancer

    limits: dict[str, object] = {"wght": weights}
    if any(axis.axisTag == "opsz" for axis in font["fvar"].axes):
        limits["opsz"] = OPTICAL_SIZE
    return instancer.instantiateVariableFont(font, limits)


def light(font: Any) -> Any:
    """The font without what browsers do without; its kerning is that of the lightest weight at every weight."""
    for table in ("HVAR", "MVAR", "STAT", "gasp", "BASE"):
        if table in font:
            del font[table]
    if "GPOS" in font:
        for pairs in _pair_tables(font["GPOS"].table):
            for record in _values(pairs):
                _lighten(record)
            pairs.ValueFormat1 &= _DISTANCES
            pairs.ValueFormat2 &= _DISTANCES
    return font


def _lighten(record: Any) -> None:
    """Round a distance between two letters; nobody sees a hundredth of the size."""
    for name in [name for name in vars(record) if name.endswith("Device")]:
        delattr(record, name)
    if distance := getattr(record, "XAdvance", 0):
        record.XAdvance = 0 if abs(distance) < _LEAST_KERNING else round(distance / 4) * 4


def _pair_tables(table: Any) -> Iterator[Any]:
    for lookup in table.LookupList.Lookup:
        for part in lookup.SubTable:
            inner = getattr(part, "ExtSubTable", part)
            if type(inner).__name__ == "PairPos":
                yield inner


def _values(pairs: Any) -> Iterator[Any]:
    """The values by which the letters of pairs are moved, in either format of the table."""
    listed = [row for rows in getattr(pairs, "PairSet", ()) for row in rows.PairValueRecord]
    classed = [row for rows in getattr(pairs, "Class1Record", ()) for row in rows.Class2Record]
    for row in (*listed, *classed):
        yield from (value for value in (row.Value1, row.Value2) if value is not None)


def renamed(font: Any, name: str) -> Any:
    """The font under a name of ours; the copyright stays in it, and the licence stands beside the files."""
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = name.replace(" ", "") if record.nameID == 6 else name
    return font


def write(face: str, script: str) -> Path:
    """Write one file, and return where."""
    from fontTools.ttLib import TTFont

    source, weights = FACES[face]
    # First the letters: a whole font takes a minute to fix.
    font = cut(TTFont(package_file(source)), face, script)
    between = BytesIO()
    font.save(between)
    between.seek(0)
    font = renamed(light(fixed(TTFont(between), weights)), "Desk Sans" if face == "sans" else "Desk Serif")
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
