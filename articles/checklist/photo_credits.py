"""Lines that credit a picture: they come along with a pasted text and are seldom meant to be printed."""

import re

MOST_WORDS = 14
"""A credit is short; a sentence that begins with "Photo" may be part of the text."""

_LABELS = (
    r"(?:photo|image|picture|photograph|illustration|foto|bild|grafik|imagen|fotografía|crédit|"
    r"photographie|фото|写真|사진|图片|صورة)"
)
_AGENCIES = (
    r"(?:Getty(?:[ ]Images)?|iStock(?:photo)?|Shutterstock|Reuters|Alamy|AFP|Associated[ ]Press|AP[ ]Photo|EPA|dpa|"
    r"Unsplash|Pexels|Flickr|Wikimedia(?:[ ]Commons)?|Corbis|Magnum|Imago|picture[- ]alliance|Bloomberg)"
)
_CREDIT = re.compile(
    rf"""^\W*(?:
        {_LABELS}s?(?:\s+(?:credits?|courtesy|source|photo))?(?:\s+(?:by|of|via|from))?\s*[:：/©]   # Photo credit: …
      | {_LABELS}s?\s+courtesy\s+(?:of\s+)?\S+   # Image courtesy of the Tidal College
      | {_LABELS}s?\s+by\s+\S+.*?(?:[/,|(]|\bvia\b)\s*{_AGENCIES}   # Photo by N. Quill/Getty
      | (?:source|credit|quelle|fuente|crédits?|источник)\s*[:：]\s*[^.]*\b{_AGENCIES}\b   # Source: Getty
      | (?:©|\(c\)|via)\s*[^.]*\b{_AGENCIES}\b
      | {_AGENCIES}\W*$                                                   # Getty Images
      | [^.]{{2,60}}/\s*{_AGENCIES}\W*$                                   # Nora Quill/Reuters
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def photo_credits(text: str) -> list[str]:
    """Lines of a plain text that credit a picture, in their order, each once."""
    lines = (line.strip() for line in text.splitlines())
    return list(
        dict.fromkeys(
            line for line in lines if line and len(line.split()) <= MOST_WORDS and _CREDIT.match(line)
        )
    )
