"""Limits of a process that reads what may be harmful: the rest of the machine does not suffer."""

import resource


def limit_process(*, cpu_seconds: int, memory_bytes: int) -> None:
    """Limit this process and its children; no core file. A second after the time's end the process is killed.

    A limit that is lower already stays: only root may raise it (setrlimit(2)).
    """
    _lower(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1)
    _lower(resource.RLIMIT_AS, memory_bytes, memory_bytes)
    _lower(resource.RLIMIT_CORE, 0, 0)


def _lower(kind: int, soft: int, hard: int) -> None:
    held = resource.getrlimit(kind)
    resource.setrlimit(kind, (_lower_of(soft, held[0]), _lower_of(hard, held[1])))


def _lower_of(wanted: int, held: int) -> int:
    return wanted if held == resource.RLIM_INFINITY else min(wanted, held)
