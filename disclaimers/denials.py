"""Sentences that deny sponsors, interests of their own or the use of AI, in the languages with usual phrases.

"No sponsor paid for this" is true only where nobody discloses one. The patterns find the usual ways to say so, not all.
"""

import re

_FUNDING = (
    r"sponsor(?:ship)?s?|funders?|funding|donors?|donations?|grants?|financial support|external support"
)
_INTEREST = r"(?:conflicts?|declarations?) of interests?|(?:\w+ )?interests?"
_DENIALS = {
    "funding": (
        rf"\bno (?:\w+ ){{0,2}}(?:{_FUNDING})\b",
        rf"\bwithout (?:\w+ ){{0,2}}(?:{_FUNDING})\b",
        r"\b(?:not|never) (?:been )?(?:sponsored|funded|financed|paid for|commissioned)\b",
        r"\bnobody (?:paid|sponsored|funded)\b|\bno one (?:paid|sponsored|funded)\b",
        r"\bkein\w* (?:\w+ )?(?:sponsor\w*|förder\w*|geldgeber\w*|auftraggeber\w*|drittmittel\w*|spende\w*)",
        r"\bohne (?:\w+ )?(?:sponsor\w*|förder\w*|geldgeber\w*|drittmittel\w*|spende\w*)",
        r"\bniemand hat\b.{0,40}\b(?:bezahlt|finanziert|gefördert)\b|\bnicht (?:gesponsert|gefördert|finanziert)\b",
        r"\b(?:aucun\w*|sans) (?:\w+ )?(?:sponsor\w*|mécèn\w*|commanditaire\w*|financement\w*|subvention\w*|don)\b",
        r"\bn.(?:est|a) (?:ni|pas) (?:été )?(?:financé|sponsorisé)\w*",
        r"\bбез (?:\w+ )?(?:спонсор\w*|финансирован\w*|грант\w*)|\bне (?:финансир\w*|спонсир\w*|оплач\w*)",
        r"(?:بدون|دون|لا|لم) (?:\w+ )?(?:أي )?(?:تمويل|راع|رعاية|ممول|يمول)",
        r"(?:후원|지원|자금)\S{0,12} (?:없|받지)",
    ),
    "interest": (
        rf"\b(?:no|without) (?:\w+ ){{0,2}}(?:{_INTEREST})\b",
        r"\b(?:kein\w*|ohne) (?:\w+ )?(?:interessenkonflikt\w*|eigeninteress\w*|eigene\w* interesse\w*)",
        r"\b(?:aucun\w*|sans) (?:\w+ )?(?:conflits? d.intérêts?|intérêts?)\b",
        r"\b(?:нет|без|не имее?ю?т) (?:\w+ )?(?:конфликт\w*|(?:личн\w* )?(?:интерес\w*|заинтересованност\w*))",
        r"(?:لا|دون|بدون|عدم) (?:\w+ )?(?:أي )?(?:وجود )?(?:تضارب|مصالح|مصلحة)",
        r"이해\s?(?:상충|충돌|관계)\S{0,8} 없",
    ),
    "ai": (
        r"\b(?:no|without) (?:\w+ ){0,2}(?:ai|a\.i\.|artificial intelligence|language models?|chatbots?|machines?)\b",
        r"\b(?:ai|artificial intelligence) was (?:not|never) used\b",
        r"\b(?:kein\w*|ohne) (?:\w+ ){0,2}(?:ki|künstliche\w* intelligenz|sprachmodell\w*|maschinen?)\b",
        r"\bsans (?:\w+ ){0,3}(?:ia|intelligence artificielle)\b|\baucune? (?:ia|intelligence artificielle)\b",
        r"\bбез (?:\w+ ){0,2}(?:ии|искусственн\w* интеллект\w*)",
        r"(?:لا|دون|بدون|لم) (?:\w+ ){0,3}(?:ال)?ذكاء ال[اإ]صطناعي",
        r"(?:ai|인공지능)\S{0,4} (?:사용|활용)\S{0,6} (?:않|없)",
    ),
}
_PATTERNS = {subject: re.compile("|".join(words), re.IGNORECASE) for subject, words in _DENIALS.items()}


def denied_in(text: str) -> frozenset[str]:
    """The subjects that a text denies: "funding", "interest", "ai"."""
    return frozenset(subject for subject, pattern in _PATTERNS.items() if pattern.search(text))
