"""Example sentences on an outlet's admin page, printed by the functions that print pages."""

from collections.abc import Iterator

from outlets.attribution import (
    SentenceCase,
    after_descriptor,
    at_start,
    in_label,
    in_sentence,
    preposition_for,
)
from outlets.models import Outlet
from outlets.naming import OutletNaming
from prose.slots import fill

_PLACE = "[{descriptor} ]{outlet}[ ({gloss})]"


def examples(outlet: Outlet) -> Iterator[tuple[str, str]]:
    """Pairs of label and printed text; a text that every house prints alike is given once."""
    naming, preposition = outlet.naming, preposition_for(outlet.type)
    yield "As a label", in_label(naming)
    yield from _in_text(naming, preposition)
    yield "At a sentence’s start", f"{at_start(naming)} …"
    if outlet.descriptor or outlet.gloss:
        yield "With what it is or means", f"… published {preposition} {_with_descriptor(naming)}."
    for former in outlet.former_names.all() if outlet.pk else ():
        name = "".join(in_sentence(former.naming))
        yield f"For a piece that ran there {former.when}", f"… published {preposition} {name}."


def _in_text(naming: OutletNaming, preposition: str) -> Iterator[tuple[str, str]]:
    lower, styled = ("".join(in_sentence(naming, case)) for case in SentenceCase)
    if lower == styled:
        yield "In a sentence", f"… published {preposition} {lower}."
        return
    yield "In a sentence, where the house lowers the article", f"… published {preposition} {lower}."
    yield "In a sentence, where the house keeps the outlet’s styling", f"… published {preposition} {styled}."


def _with_descriptor(naming: OutletNaming) -> str:
    name = after_descriptor(naming) if naming.descriptor else "".join(in_sentence(naming))
    return fill(_PLACE, {"descriptor": naming.descriptor, "outlet": name, "gloss": naming.gloss})
