"""Lines that credit a picture: they come along with a text and are seldom meant to be printed in it."""

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


_MARKED = re.compile(
    rf"""^\W*(?:
        (?:©|\(c\)|copyright\b)\s*\S.*   # © Ida Quay, © 2026 Harbour Pictures
      | {_AGENCIES}\s*/\s*\S.*          # AP Photo/Nora Quill
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that are a credit below a picture only; elsewhere they may be the text's own."""
_PARTS = re.compile(
    r"(?<=[.!?…])\s+|\s+[|·•–—]\s+|\s*\n\s*|\s*(?=[(\[][^()\[\]]{2,120}[)\]]\.?\s*$)|\s+(?=©)"
)
"""Places at which a caption may end and its credit begin."""
_LONGEST = 300  # characters of a credit, with its label
_LABEL = re.compile(
    rf"^{_LABELS}s?(?:\s+(?:credits?|courtesy|source|photo))?(?:\s+(?:by|of|via|from))?\s*[:：/]\s*"
    r"|^(?:source|credit|quelle|fuente|crédits?|источник)\s*[:：]\s*",
    re.IGNORECASE,
)


def credit_in_caption(caption: str) -> str:
    """The words at the end of a caption that credit its picture; "" if there are none."""
    end = caption[-_LONGEST:]
    starts = [0] if end == caption else []
    starts += [match.end() for match in _PARTS.finditer(end)]
    tails = (end[start:] for start in starts)
    return next((tail for tail in tails if is_credit_below_a_picture(tail)), "")


def is_credit_below_a_picture(words: str) -> bool:
    """True for words that credit a picture if they stand below it."""
    words = words.strip()
    is_short = len(words.split()) <= MOST_WORDS
    return is_short and bool(photo_credits(words) == [words] or _MARKED.match(words))


def required_words(credit: str) -> str:
    """The words of a credit as they are printed: without brackets around them and a label such as "Photo:"."""
    bare = credit.strip().rstrip(".").strip()
    if bare[:1] in "([" and bare[-1:] in ")]":
        bare = bare[1:-1].strip()
    return _LABEL.sub("", bare).strip() or bare
