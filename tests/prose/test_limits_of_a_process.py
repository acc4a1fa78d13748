"""Limits of the processes that read texts, as somebody who may not raise a limit: most servers run the desk so."""

import os
import resource
from collections.abc import Callable

from prose.limits import limit_process

NOBODY = 65534


def in_a_process_that_raises_no_limit(call: Callable[[], bool]) -> bool:
    """The answer of a call in a child process that is not root's."""
    if child := os.fork():
        return os.waitpid(child, 0)[1] == 0
    try:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        os._exit(0 if call() else 1)
    except BaseException:
        os._exit(2)


def test_a_process_within_another_with_less_time_keeps_the_lower_limit() -> None:
    def limited_twice() -> bool:
        limit_process(cpu_seconds=10, memory_bytes=2_000_000_000)
        limit_process(cpu_seconds=20, memory_bytes=4_000_000_000)
        return (
            resource.getrlimit(resource.RLIMIT_CPU) == (10, 11)
            and resource.getrlimit(resource.RLIMIT_AS) == (2_000_000_000,) * 2
            and resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
        )

    assert in_a_process_that_raises_no_limit(limited_twice)


def test_a_process_within_another_with_more_time_has_its_own_limit() -> None:
    def limited_twice() -> bool:
        limit_process(cpu_seconds=20, memory_bytes=4_000_000_000)
        limit_process(cpu_seconds=10, memory_bytes=2_000_000_000)
        return resource.getrlimit(resource.RLIMIT_CPU) == (10, 11)

    assert in_a_process_that_raises_no_limit(limited_twice)
