"""How an outlet's name will print, shown to whoever keeps its record: the same functions that print it, on examples."""

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

_DESCRIBED = "[{descriptor} ]{outlet}[ ({gloss})]"


def examples(outlet: Outlet) -> Iterator[tuple[str, str]]:
    """Pairs (where it stands, what prints there); what two houses print alike is shown once."""
    naming, joining = outlet.naming, preposition_for(outlet.type)
    yield "As a label", in_label(naming)
    yield from _in_text(naming, joining)
    yield "At a sentence’s start", f"{at_start(naming)} …"
    if outlet.descriptor or outlet.gloss:
        yield "With what it is or means", f"… published {joining} {_described(outlet)}."
    for former in outlet.former_names.all() if outlet.pk else ():
        said = "".join(in_sentence(former.naming))
        yield f"For a piece that ran there {former.when}", f"… published {joining} {said}."


def _in_text(naming: OutletNaming, joining: str) -> Iterator[tuple[str, str]]:
    lower, styled = ("".join(in_sentence(naming, case)) for case in SentenceCase)
    if lower == styled:
        yield "In a sentence", f"… published {joining} {lower}."
        return
    yield "In a sentence, where the house lowers the article", f"… published {joining} {lower}."
    yield "In a sentence, where the house keeps the outlet’s styling", f"… published {joining} {styled}."


def _described(outlet: Outlet) -> str:
    naming = outlet.naming
    name = after_descriptor(naming) if outlet.descriptor else "".join(in_sentence(naming))
    return fill(_DESCRIBED, {"descriptor": outlet.descriptor, "outlet": name, "gloss": outlet.gloss})
