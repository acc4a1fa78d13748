"""The child process: an uploaded file on standard input; on standard output a line of JSON and the files made of it.

It limits its own memory and time before it reads a byte.
"""

import json
import sys
from dataclasses import asdict
from typing import Any

from pictures.files.check import open_checked
from pictures.files.decode import decode
from pictures.files.errors import NotTaken
from pictures.files.look import look_of
from pictures.files.metadata import found_in
from pictures.files.renditions import fallback_format, master_format, master_of, rendition_of, widths_of
from prose.limits import limit_process

MEMORY_BYTES = 1024 * 1024 * 1024  # of addresses: 50 megapixels, decoded, upright and in sRGB, are half of it
CPU_SECONDS = 8


def main() -> None:
    """Set the limits, then read and answer."""
    limit_process(cpu_seconds=CPU_SECONDS, memory_bytes=MEMORY_BYTES)
    values, files = answer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(values, default=str).encode() + b"\n" + b"".join(files))


def answer(content: bytes) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    """The values of a `pictures.files.read.ReadPicture`, or {"refused": sentence}; and the bytes of its files."""
    try:
        opened = open_checked(content)
        found = found_in(opened)
        picture = decode(opened)
    except NotTaken as refusal:
        return {"refused": str(refusal)}, ()
    kept_as, served_as = master_format(picture, str(opened.format)), fallback_format(picture)
    master = master_of(picture, kept_as)
    values = {
        "width": picture.width,
        "height": picture.height,
        "master_format": kept_as,
        "fallback_format": served_as,
        "look": look_of(picture),
        "found": asdict(found),
        "master_bytes": len(master),
    }
    return values, (master, rendition_of(picture, widths_of(picture.width)[0], served_as))


if __name__ == "__main__":
    main()
