"""Reservations of rights ("All rights reserved."), which never stand beside a licence that gives rights away."""

import re

_WORDS = re.compile(
    "all rights reserved|alle rechte vorbehalten|tous droits réservés|все права защищены|جميع الحقوق محفوظة|"
    "모든 권리|무단 ?전재|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|"
    "alle rechten voorbehouden|wszelkie prawa zastrzeżone|tüm hakları saklıdır|版权所有|保留所有权利|無断転載",
    re.IGNORECASE,
)
_JOINTS = " ,;–—-·|"
_SENTENCE = re.compile(r"(?<=[.!?。؟])\s+")


def reserves_rights(text: str) -> bool:
    """True if a text says in one of the usual ways that all rights are reserved."""
    return bool(_WORDS.search(text))


def without_reservation(text: str) -> str:
    """A text without those of its sentences that reserve all rights; what stands before the words stays."""
    if not reserves_rights(text):
        return text
    parts = _SENTENCE.split(text)
    kept = (_WORDS.split(part)[0].rstrip(_JOINTS) if reserves_rights(part) else part for part in parts)
    rest = " ".join(part for part in kept if part.strip(f"{_JOINTS}."))
    return f". {rest}" if rest and text.startswith(".") else rest
