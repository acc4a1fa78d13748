"""Characters of the symbol fonts, whose codes mean other characters than Unicode's.

Symbol: Adobe's encoding of it (Unicode, VENDORS/ADOBE/symbol.txt). Wingdings: the signs that texts hold.
"""

_SYMBOL = dict(
    zip(
        [*range(0x20, 0x7F), *range(0xA0, 0xFF)],
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
        "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
        "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵"
        "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
        "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        strict=True,
    )
)
_WINGDINGS = {
    0x20: " ", 0x21: "✏", 0x22: "✂", 0x23: "✁", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x37: "⌨", 0x3F: "✍",
    0x41: "✌", 0x43: "👍", 0x44: "👎", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹",
    0x4E: "☠", 0x51: "✈", 0x52: "☼", 0x54: "❄", 0x58: "✠", 0x59: "✡", 0x5A: "☪", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
    0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x7B: "❀",
    0x80: "⓪", **{0x81 + n: chr(0x2460 + n) for n in range(10)},
    0x8B: "⓿", **{0x8C + n: chr(0x2776 + n) for n in range(10)},
    0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xD5: "⌫", 0xD8: "➢", 0xDC: "➲",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘", 0xE8: "➔", 0xEF: "⇦",
    0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⇔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□"},
    "webdings": {0x61: "✔", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"},
}
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def is_symbol_font(font: str) -> bool:
    return font.lower() in _FONTS


def symbol(font: str, code: int) -> str:
    """The Unicode character of a code in a font, `UNKNOWN` where there is none; Word also writes codes from F000."""
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    table = _FONTS.get(font.lower())
    if table is None:  # a font of letters: the code is the character
        return chr(code) if 0x20 <= code < 0xD800 else UNKNOWN
    character = table.get(code, UNKNOWN)
    return UNKNOWN if character == "\uf8ff" else character


def in_unicode(font: str, text: str) -> str:
    """Text typed in a symbol font, as Unicode."""
    return "".join(symbol(font, ord(character)) for character in text) if is_symbol_font(font) else text
