"""Words for who cannot see a picture, told from those that a program wrote: a file's name, a guess at what it shows."""

from intake.patterns import Pattern
from prose.typography import clean_line

_FILE = Pattern(r"\S.{0,200}\.(?:jpe?g|jfif|png|gif|webp|avif|heic|tiff?|bmp|[ew]mf|svg)", 2)
_NUMBERED = Pattern(
    r"(?:picture|image|img|photo|graphic|figure|chart|grafik|bild|abbildung|foto|imagen?|immagine|afbeelding|рисунок"
    r"|图片|圖片|図|그림|صورة"
    r"|dsc[fn]?|p|pic|screen ?shot|bildschirmfoto|untitled|unbenannt|logo|icon)[\s_#-]*[\d\s._:-]*",
    2,
)
_GUESSED = Pattern(
    r"description automatically generated|automatically generated|ai[- ]generated content may be incorrect"
    r"|automatisch generierte beschreibung|ki-generierte inhalte|description générée automatiquement"
    r"|le contenu généré par l['’]ia|descripción generada automáticamente|descrizione generata automaticamente"
    r"|descrição gerada automaticamente|automatisch gegenereerde beschrijving"
    r"|^a (?:picture|photo|screen ?shot|close[- ]up) (?:containing|of a (?:computer|cell phone))|^ein bild, das"
    r"|^une image contenant|^imagen que contiene|^immagine che contiene",
    2,
)


def real_alternative(words: str) -> str | None:
    """The text alternative as somebody wrote it; None for one of a program, and for none."""
    line = clean_line(words)
    is_by_program = (
        "://" in line or _FILE.fullmatch(line) or _NUMBERED.fullmatch(line) or _GUESSED.search(line)
    )
    return None if not line or is_by_program else line
