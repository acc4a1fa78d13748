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
      | (?:credit|crédit)s?\s*[:：]\s*[^\W\d_].*   # Credit: Ida Quay
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


_SAYS_PHOTO = (
    r"(?:photo(?:graph|graphie)?|foto|fotografía|fotografie|crédit|credit|фото|写真|사진)s?"
    r"(?:\s+(?:credits?|courtesy|photo))?(?:\s+(?:by|of))?\s*[:：]"
)
_MAY_SAY_PHOTO = (
    r"(?:image|picture|illustration|bild|grafik|imagen|source|quelle|fuente|источник|图片|صورة)s?\s*[:：]"
)
_BEGINS = re.compile(rf"\s+(?=(?:{_SAYS_PHOTO}|{_MAY_SAY_PHOTO}[^.:：]*\b{_AGENCIES}\W*$))", re.IGNORECASE)
"""Places within a sentence at which its credit begins. "The picture: …" is a caption's own, "Picture: Getty" is not."""
_POINTING = frozenset((
    "our", "this", "the", "a", "an", "in", "on", "unser", "unsere", "unserem", "dieses", "diesem", "das", "dem", "ein",
    "auf", "notre", "cette", "la", "une", "sur", "nuestra", "esta", "una", "nostra", "questa", "наше", "это", "на",
))  # fmt: skip
"""Words before "photo: …" that make it a part of the caption: "In our photo: the quay"."""
_MARKS = re.compile(rf"^\W*(?:{_SAYS_PHOTO}|{_MAY_SAY_PHOTO}|©|\(c\)|copyright\b)", re.IGNORECASE)


def credit_in_caption(caption: str) -> str:
    """The words at the end of a caption that credit its picture; "" if there are none.

    They begin where a word for it does ("Photo:", "©"); without one they are the last part that can be a credit.
    """
    end = caption[-_LONGEST:]
    starts = [0] if end == caption else []
    starts += [match.end() for match in _PARTS.finditer(end)]
    starts += [match.end() for match in _BEGINS.finditer(end) if _parts(end, match)]
    tails = [end[start:] for start in sorted(starts)]
    credits = [tail for tail in tails if _is_credit(tail)]
    marked = (tail for tail in credits if _MARKS.match(tail))
    return next(marked, credits[-1] if credits else "")


def _parts(end: str, match: re.Match[str]) -> bool:
    """True if the words before a place within a sentence do not lead to the word that stands there."""
    before = end[: match.start()].split()
    return bool(before) and before[-1].casefold() not in _POINTING


def is_credit_below_a_picture(words: str) -> bool:
    """True for words that credit a picture if they stand below it, all of them."""
    return _is_credit(words) and credit_in_caption(words.strip()) == words.strip()


def _is_credit(words: str) -> bool:
    words = words.strip()
    is_short = len(words.split()) <= MOST_WORDS
    return is_short and bool(photo_credits(words) == [words] or _MARKED.match(words))


def required_words(credit: str) -> str:
    """The words of a credit as they are printed: without brackets around them and a label such as "Photo:"."""
    bare = credit.strip().rstrip(".").strip()
    if bare[:1] in "([" and bare[-1:] in ")]":
        bare = bare[1:-1].strip()
    return _LABEL.sub("", bare).strip() or bare
