"""Cautions: sentences on what an editor should check before a piece that was brought in is published.

Those of `doubts_on` keep it from being published by itself: the page would say what another house says of itself.
"""

from intake.findings import FoundPlace, Recognition
from intake.knowledge import Knowledge
from intake.lines.disclaimers import reads_like_a_disclaimer
from intake.lines.notices import NOTICES
from intake.recognition.own_words import other_wordings_in_force
from prose.languages import BY_CODE
from prose.typography import fold


def cautions_on(recognition: Recognition, knowledge: Knowledge) -> list[str]:
    """Sentences, those on the whole piece first."""
    sentences = []
    if not recognition.headline:
        sentences.append("No headline was found.")
    if not recognition.body:
        sentences.append("Nothing is left for the text itself.")
    sentences += on_unknown_names(recognition)
    sentences += [sentence for place in recognition.places for sentence in _on_a_place(place.value)]
    sentences += other_wordings_in_force(recognition, knowledge)
    sentences += _on_rights(recognition, knowledge)
    return sentences


def doubts_on(recognition: Recognition) -> list[str]:
    """Sentences on the last paragraphs, where a house prints what is no text."""
    last = recognition.body[-3:]
    disclaimers = [
        f"This paragraph reads like a disclaimer the desk does not know and stays in the text: “{block.text[:80]}…”."
        for block in last
        if reads_like_a_disclaimer(block.text)
    ]
    terms = [
        f"This paragraph reads like terms for reprinting and stays in the text: “{block.text[:80]}…”."
        for block in last
        if _reads_like_terms(block.text)
    ]
    return [*disclaimers, *terms]


def on_unknown_names(recognition: Recognition) -> list[str]:
    """Sentences on outlets and people of whom the desk has no record."""
    outlets = [
        f"“{place.value.name}” is no outlet of this desk."
        for place in recognition.places
        if not place.value.outlet and place.value.name
    ]
    people = [
        f"{person.value.name} is no author of this desk."
        for person in recognition.people
        if not person.value.author
    ]
    return list(dict.fromkeys([*outlets, *people]))


def _on_a_place(place: FoundPlace) -> list[str]:
    sentences = []
    if place.permission:
        whose = place.name or place.headline
        sentences.append(
            f"The text says “{place.permission}” of {whose}; the permission itself is not on record yet."
        )
    if place.expert_role:
        sentences.append(
            f"In {place.name} our people were {place.expert_role}: the piece there is not by them."
        )
    return sentences


def _on_rights(recognition: Recognition, knowledge: Knowledge) -> list[str]:
    sentences = []
    if recognition.embargo and recognition.embargo.value.day:
        words = recognition.embargo.value.words
        sentences.append(f"The text is under an embargo: “{words}”. Look before it is published.")
    for note in recognition.notes:
        if note.value.kind in NOTICES:
            sentences.append(
                f"“{note.evidence[0].text[:80]}” stays below the text: readers are told such things by an act."
            )
    if recognition.licence:
        licence = recognition.licence.value
        if knowledge.licence(licence.name, licence.version) is None:
            sentences.append(f"{f'{licence.name} {licence.version}'.strip()} is no licence of this desk.")
        if not licence.version:
            sentences.append(f"The text names the licence {licence.name} without a version.")
    if recognition.other_versions:
        codes = recognition.other_versions.value
        names = ", ".join(BY_CODE[code].name for code in codes if code in BY_CODE)
        sentences.append(f"The text says that it can be had in {names}: link those pieces by hand.")
    return sentences


def _reads_like_terms(text: str) -> bool:
    flat = fold(text).lower()
    return len(flat) < 500 and any(
        words in flat
        for words in (
            "free to republish", "permission to reprint", "only with permission", "reprints are permitted",
            "may be republished", "may be reprinted", "nachdruck nur mit", "reproduction autorisée",
            "перепечатка возможна",
        )
    )  # fmt: skip
