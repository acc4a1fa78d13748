"""The way of a piece through all acts: which act is next, and where each leads. By the act table alone."""

from collections import deque
from collections.abc import Collection

from articles.states import ACTS, PRINTS_NOTHING, Act, Public
from tests.leaks.lives import Standing

STANDINGS: list[Standing] = [
    (Public.NEVER, False), (Public.SCHEDULED, True), (Public.LIVE, False), (Public.LIVE, True),
    (Public.UNPUBLISHED, False), (Public.UNPUBLISHED, True), (Public.WITHDRAWN, False), (Public.RETRACTED, False),
]  # fmt: skip
"""Where a piece can stand: its public state, and whether a version is scheduled."""
AT_THE_DESK = [
    Act.SAVE_DRAFT, Act.LABEL, Act.SHARE, Act.STOP_SHARING, Act.TAKE_WRITING, Act.SIGN_OFF, Act.HAND_IN, Act.TAKE_BACK,
    Act.HAND_IN, Act.TAKE_OVER, Act.RETURN, Act.HAND_IN, Act.APPROVE, Act.SPIKE, Act.UNSPIKE,
]  # fmt: skip
"""All acts on the manuscript alone, in an order in which they can happen one after the other."""
IN_TURN = [
    Act.GRANT_RIGHTS, Act.EXTEND_RIGHTS, Act.REQUEST_RIGHTS, Act.REFUSE_RIGHTS, Act.WITHDRAW_RIGHTS, Act.SETTLE_RIGHTS,
    Act.CORRECT, Act.SETTLE_CORRECTION, Act.REISSUE, Act.REPRINT, Act.RESCHEDULE, Act.SWAP, Act.UNSCHEDULE,
    Act.SCHEDULE, Act.PUBLISH, Act.UNPUBLISH, Act.TAKE_DOWN, Act.RETRACT, Act.PUT_BACK,
]  # fmt: skip
"""All other acts: first those that leave a piece where it stands."""
WAIT = "wait"
"""What is scheduled begins: no act of anybody."""
Step = Act | str
Pair = tuple[Standing, Act]


def all_pairs() -> set[Pair]:
    """Each act that prints something, in each standing in which the table allows it."""
    assert {*AT_THE_DESK} == PRINTS_NOTHING
    assert {*IN_TURN} == {*Act} - PRINTS_NOTHING
    return {(standing, act) for standing in STANDINGS for act in IN_TURN if allows(act, standing)}


def allows(act: Act, standing: Standing) -> bool:
    """Whether the table allows an act. A decision on a correction needs one that only the draft lacks."""
    public, has_coming = standing
    if act == Act.SETTLE_CORRECTION and standing != (Public.LIVE, False):
        return False
    return ACTS[act].allows(public, work="drafting", has_coming=has_coming)  # type: ignore[arg-type]


def next_step(standing: Standing, todo: Collection[Pair]) -> Step | None:
    """The first step on the shortest way to something that is still to do; None if no way leads there."""
    ways: deque[tuple[Standing, Step | None]] = deque([(standing, None)])
    seen = {standing}
    while ways:
        here, first = ways.popleft()
        if act := next((act for act in IN_TURN if (here, act) in todo), None):
            return first or act
        for step in [*(act for act in IN_TURN if allows(act, here)), *[WAIT] * here[1]]:
            if (there := leads(step, here)) not in seen:
                seen.add(there)
                ways.append((there, first or step))
    return None


def leads(step: Step, standing: Standing) -> Standing:
    """Where a step leads to."""
    public, has_coming = standing
    match step:
        case Act.SCHEDULE:
            return Public.SCHEDULED if public == Public.NEVER else public, True
        case Act.UNSCHEDULE:
            return Public.NEVER if public == Public.SCHEDULED else public, False
        case Act.PUBLISH:
            return Public.LIVE, has_coming
    ends = {
        WAIT: Public.LIVE, Act.PUT_BACK: Public.LIVE, Act.UNPUBLISH: Public.UNPUBLISHED,
        Act.TAKE_DOWN: Public.WITHDRAWN, Act.RETRACT: Public.RETRACTED,
    }  # fmt: skip
    return (ends[step], False) if step in ends else standing
