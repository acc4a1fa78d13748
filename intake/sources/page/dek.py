"""The dek of a saved page: a short line below the headline that its class or the page's description calls so."""

from collections.abc import Sequence
from dataclasses import replace

from intake.sources.claims import Claim, Claimed, claims_of
from intake.sources.manuscript import Hint, SourceBlock
from intake.sources.page.headline import bare

_REACH = 6  # blocks below the headline
_LONGEST = 600


def with_dek(
    blocks: Sequence[SourceBlock], claims: Sequence[Claim], called_so: Sequence[str]
) -> tuple[SourceBlock, ...]:
    """The blocks, with that of the dek marked as a subtitle. `called_so` are texts whose class names a dek."""
    title = next((number for number, block in enumerate(blocks) if block.hint is Hint.TITLE), None)
    if title is None:
        return tuple(blocks)
    wanted = {bare(claim.value) for claim in claims_of(claims, Claimed.SUMMARY)} | {
        bare(text) for text in called_so
    }
    for number in range(title + 1, min(len(blocks), title + 1 + _REACH)):
        block = blocks[number]
        if block.hint is Hint.BESIDE and len(block.text) <= _LONGEST and bare(block.text) in wanted - {""}:
            marked = replace(block, hint=Hint.SUBTITLE)
            return (*blocks[:number], marked, *blocks[number + 1 :])
    return tuple(blocks)
