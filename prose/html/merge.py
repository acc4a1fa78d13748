"""Carrying a change made to one text over to another that began as the same: a correction into a draft."""

from difflib import SequenceMatcher

from prose.html.tree import inner_html, parse


def carried_over(old: str, new: str, other: str) -> str | None:
    """`other` with the change from `old` to `new` made in it, or None where it does not say what was changed.

    Bodies are compared block by block; a changed block must stand in `other` once, word for word.
    """
    if other == old:
        return new
    before, after, blocks = _blocks(old), _blocks(new), _blocks(other)
    for tag, start, stop, begins, ends in reversed(
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ):
        if tag == "equal":
            continue
        # An insertion is found by the block before it, or by the one after it at the beginning.
        anchored = (
            slice(max(start - 1, 0), stop if stop > start else max(stop, 1))
            if start == stop
            else slice(start, stop)
        )
        wanted, put = before[anchored], after[begins:ends]
        if start == stop:
            put = [*wanted, *put] if start else [*put, *wanted]
        places = [i for i in range(len(blocks) - len(wanted) + 1) if blocks[i : i + len(wanted)] == wanted]
        if not wanted or len(places) != 1:
            return None
        blocks[places[0] : places[0] + len(wanted)] = put
    return "".join(blocks)


def _blocks(html: str) -> list[str]:
    """The body's blocks, each as HTML."""
    blocks = []
    body = parse(html)
    for node in list(body):
        body.remove(node)
        holder = parse("")
        holder.append(node)
        blocks.append(inner_html(holder))
    return blocks
