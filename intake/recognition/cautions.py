"""What a person should look at before a piece that was brought in is published, as sentences."""

from intake.findings import Found, Ran, Recognition
from intake.knowledge import Knowledge
from intake.lines.disclaimers import reads_like_one
from intake.lines.notices import NOTICES
from intake.recognition.own_words import other_wordings_in_force
from prose.languages import BY_CODE
from prose.typography import fold


def worth_a_look(found: Recognition, knowledge: Knowledge) -> list[str]:
    """The sentences, those on the piece as a whole first."""
    sentences = []
    if not found.headline:
        sentences.append("No headline was found.")
    if not found.body:
        sentences.append("Nothing is left for the text itself.")
    sentences += _unknown(found)
    sentences += [sentence for ran in found.ran for sentence in _on_a_place(ran)]
    sentences += other_wordings_in_force(found, knowledge)
    sentences += _on_rights(found, knowledge)
    sentences += [
        f"This paragraph reads like a disclaimer the desk does not know and stays in the text: “{block.text[:80]}…”."
        for block in found.body[-3:]
        if reads_like_one(block.text)
    ]
    sentences += [
        f"This paragraph reads like terms for reprinting and stays in the text: “{block.text[:80]}…”."
        for block in found.body[-3:]
        if _reads_like_terms(block.text)
    ]
    return sentences


def _unknown(found: Recognition) -> list[str]:
    outlets = [
        f"“{ran.value.name}” is no outlet of this desk."
        for ran in found.ran
        if not ran.value.outlet and ran.value.name
    ]
    people = [
        f"{person.value.name} is no author of this desk."
        for person in found.people
        if not person.value.author
    ]
    return list(dict.fromkeys([*outlets, *people]))


def _on_a_place(ran: Found[Ran]) -> list[str]:
    name, sentences = ran.value.name, []
    if ran.value.permission:
        sentences.append(
            f"The text says “{ran.value.permission}” of {name}; the permission itself is not on record yet."
        )
    if ran.value.expert_role:
        sentences.append(
            f"In {name} our people were {ran.value.expert_role}: the piece there is not by them."
        )
    return sentences


def _on_rights(found: Recognition, knowledge: Knowledge) -> list[str]:
    sentences = []
    if found.embargo and found.embargo.value.day:
        sentences.append(
            f"The text is under an embargo: “{found.embargo.value.words}”. Look before it is published."
        )
    for one in found.notes:
        if one.value.kind in NOTICES:
            sentences.append(
                f"“{one.evidence[0].text[:80]}” stays below the text: readers are told such things by an act."
            )
    said = found.licence.value if found.licence else None
    if said and knowledge.licence(said.name, said.version) is None:
        name = f"{said.name} {said.version}".strip()
        sentences.append(f"{name} is no licence of this desk.")
    if found.licence and not found.licence.value.version:
        sentences.append(f"The text names the licence {found.licence.value.name} without a version.")
    if found.other_versions:
        names = ", ".join(BY_CODE[code].name for code in found.other_versions.value if code in BY_CODE)
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
