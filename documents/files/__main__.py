"""The child process: a file on standard input, its ending as the argument; on standard output a line of JSON.

It limits its own memory and time before it reads a byte.
"""

import json
import sys
from typing import Any

from documents.files import epub, office, opendocument, pdf, text
from documents.files.kinds import TEXTS, check_beginning
from pictures.files.errors import NotTaken
from prose.limits import limit_process

MEMORY_BYTES = 1024 * 1024 * 1024  # of addresses
CPU_SECONDS = 8
READERS = {
    "pdf": pdf.read,
    **dict.fromkeys(("docx", "xlsx", "pptx"), office.read),
    **dict.fromkeys(("odt", "ods", "odp"), opendocument.read),
    "epub": epub.read,
    **dict.fromkeys(TEXTS, text.read),
}


def main() -> None:
    """Set the limits, then read and answer."""
    limit_process(cpu_seconds=CPU_SECONDS, memory_bytes=MEMORY_BYTES)
    print(json.dumps(answer(sys.stdin.buffer.read(), sys.argv[1])))  # noqa: T201 - the answer


def answer(content: bytes, ending: str) -> dict[str, Any]:
    """The values of a `documents.files.read.ReadDocument`, or {"refused": sentence}."""
    try:
        check_beginning(content, ending)
        return {"file_format": ending, **READERS[ending](content, ending)}
    except NotTaken as refusal:
        return {"refused": str(refusal)}


if __name__ == "__main__":
    main()
