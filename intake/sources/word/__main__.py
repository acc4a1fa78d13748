"""The child process: a Word file on standard input; on standard output a line of JSON, and the bytes of its pictures.

It limits its own memory and time before it reads a byte, so that a harmful file can harm only this process.
"""

import json
import sys

from intake.sources.word.document import answer
from intake.sources.word.refusing import REFUSING
from prose.limits import limit_process

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 20


def main(memory_bytes: int = MEMORY_BYTES, cpu_seconds: int = CPU_SECONDS, *, refuses: bool = False) -> None:
    """Set the limits, then read and answer. `refuses`: tracked changes are refused."""
    limit_process(cpu_seconds=cpu_seconds, memory_bytes=memory_bytes)
    values = answer(sys.stdin.buffer.read(), refuses=refuses)
    pictures: dict[str, bytes] = values.get("pictures", {})
    values["pictures"] = {address: len(content) for address, content in pictures.items()}
    out = sys.stdout.buffer
    out.write(json.dumps(values).encode() + b"\n")
    for content in pictures.values():
        out.write(content)


if __name__ == "__main__":
    main(refuses=REFUSING in sys.argv)
