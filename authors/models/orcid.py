"""ORCID iDs: the numbers by which libraries tell authors apart (https://orcid.org)."""

import re

from django.core.exceptions import ValidationError

PATTERN = r"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$"
HOST = "https://orcid.org/"


def tidy_orcid(text: str) -> str:
    """The iD in what somebody has pasted, its address perhaps: "0000-0002-1825-0097"."""
    digits = re.sub(r"[\s-]", "", text.strip().rstrip("/").rpartition("/")[2]).upper()
    return "-".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def validate_orcid(text: str) -> None:
    """Raise ValidationError for what is no iD, or has a slip in it: the last sign is computed from the others."""
    if not re.fullmatch(PATTERN, text):
        raise ValidationError("An ORCID iD has sixteen digits: 0000-0002-1825-0097.")
    signs = text.replace("-", "")
    total = 0
    for digit in signs[:-1]:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    if signs[-1] != ("X" if rest == 10 else str(rest)):
        raise ValidationError("There is a slip in this ORCID iD: its last digit does not go with the others.")
