"""Which language a text is in, told by its commonest small words, or by a script of its own. Sure or silent."""

import re
from collections import Counter

from intake.patterns import Pattern

_SMALL_WORDS = {
    "en": "the of and to in is that for it with as was on be by are this have from not but they which",
    "de": "der die und das ist nicht ein eine zu den mit von sich auf für dem im auch als wird es an bei",
    "fr": "le la les et des est une un dans que qui du pour pas sur au avec il ce sont par plus ne",
    "es": "el la los las y de que en un una es por con para no se del al como más su lo pero",
    "ru": "и в не на что с по как это из но а к у от за его для же все или так бы был была было они",
    "uk": "і в не на що з як це та але до у від за його для є або так був була вони який яка",
    "ar": "في من على إلى أن التي الذي هذا هذه عن مع كان ما لا ولا كما بين وقد وفي ومن قد هو هي",
    "fa": "در از به که این را با است برای آن یک می های بود شده هم نیز",
}
_WORDS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_LEAST_WORDS = 20
_KOREAN = Pattern(r"[가-힣]")


def language_of(text: str) -> str:
    """A language code, or nothing where the text is too short or two languages come close."""
    start = text[:20_000].lower()
    words = re.findall(r"[^\W\d_]+", start)
    if len(words) < _LEAST_WORDS:
        return ""
    if len(_KOREAN.findall(start)) > sum(map(len, words)) / 2:  # no other language is written so
        return "ko"
    counts = Counter({code: sum(word in known for word in words) for code, known in _WORDS.items()})
    (first, most), (_, next_most) = counts.most_common(2)
    if most < len(words) * 0.12 or most < next_most * 1.4:
        return ""
    return first
