"""Apply a change of one text to another version of it: a correction of the page to the draft."""

from difflib import SequenceMatcher

from prose.html.tree import inner_html, parse


def carried_over(old: str, new: str, other: str) -> str | None:
    """`other` with the change from `old` to `new` applied; None if it lacks the changed passage.

    Bodies are compared block by block; a changed block must occur in `other` exactly once, word for word.
    """
    if other == old:
        return new
    before, after, blocks = _blocks(old), _blocks(new), _blocks(other)
    for tag, start, stop, begins, ends in reversed(
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ):
        if tag == "equal":
            continue
        # An insertion is located by the block before it; at the beginning by the one after it.
        is_insertion = start == stop
        anchor = before[max(start - 1, 0) : max(stop, 1)] if is_insertion else before[start:stop]
        replacement = after[begins:ends]
        if is_insertion:
            replacement = [*anchor, *replacement] if start else [*replacement, *anchor]
        places = [i for i in range(len(blocks) - len(anchor) + 1) if blocks[i : i + len(anchor)] == anchor]
        if not anchor or len(places) != 1:
            return None
        blocks[places[0] : places[0] + len(anchor)] = replacement
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
