"""Read damaged and hostile files as the desk does, in child processes, and measure: `python -m tests.pictures.battery`.

Prints one JSON object: how many were taken and refused, faults, seconds and megabytes of the worst, and what metadata
is left in files that were taken.
"""

import argparse
import json
import os
import random
import resource
import struct
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

from pictures.files.errors import NotTaken
from pictures.files.read import ReadPicture, read_picture
from tests.pictures.files.photos import drawing, file_of, png_that_claims, with_segment

WHOLE = {name: file_of(drawing(), name) for name in ("JPEG", "PNG", "WEBP", "AVIF")}
WHOLE["GIF"] = file_of(drawing(mode="P"), "GIF")
PLAIN_SEGMENTS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0}  # of a JPEG: tables, frame, scan, JFIF
PLAIN_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}  # of a PNG


@dataclass
class Battery:
    """What became of the files so far."""

    taken: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    metadata: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    def figures(self) -> dict[str, Any]:
        return {
            "files": self.taken + self.refused.total() + len(self.faults),
            "taken": self.taken,
            "refused": self.refused.total(),
            "sentences": dict(self.refused.most_common()),
            "faults": self.faults,
            "metadata": self.metadata,
            "slowest": {"seconds": round(self.slowest[0], 2), "file": self.slowest[1]},
        }


def read_all(files: Iterator[tuple[str, bytes]]) -> Battery:
    account = Battery()
    for name, content in files:
        started_at = time.monotonic()
        try:
            read = read_picture(content)
        except NotTaken as refusal:
            account.refused[str(refusal)] += 1
        except Exception as fault:
            account.faults.append(f"{name}: {fault}"[:2000])
        else:
            account.taken += 1
            account.metadata += [f"{name}: {part}" for part in metadata_of(read)]
        account.slowest = max(account.slowest, (time.monotonic() - started_at, name))
    return account


def mutated(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Whole files with some bytes changed, cut out, doubled or cut off."""
    chance = random.Random(seed)
    for number in range(count):
        name = chance.choice(sorted(WHOLE))
        content = bytearray(WHOLE[name])
        for _ in range(chance.randint(1, 5)):
            at, length = chance.randrange(len(content)), chance.randint(1, 64)
            at = at % 200 if chance.random() < 0.2 else at  # headers break in other ways than pixels
            match chance.randrange(4):
                case 0:
                    content[at] = chance.randrange(256)
                case 1:
                    del content[at : at + length]
                case 2:
                    content[at:at] = content[at : at + length]
                case _:
                    content[at : at + length] = chance.randbytes(length)
        if chance.random() < 0.2:
            del content[chance.randrange(len(content) or 1) :]
        yield f"{name} {number}", bytes(content)


def hostile() -> Iterator[tuple[str, bytes]]:
    """Files of people who mean harm, or whose programs do."""
    jpeg, png = WHOLE["JPEG"], WHOLE["PNG"]
    frames = [drawing(40, 30, "P")] * 5000
    yield "a bomb of 12,000 × 12,000", png_that_claims(12_000, 12_000)
    yield "49 megapixels", png_that_claims(7_000, 7_000)
    yield "5,000 frames", file_of(frames[0], "GIF", save_all=True, append_images=frames[1:], optimize=False)
    yield "CMYK", file_of(drawing(mode="CMYK"))
    yield "16 bits", file_of(drawing(mode="L").convert("I").convert("I;16"), "PNG")
    yield "cut off", jpeg[: len(jpeg) // 2]
    yield "empty", b""
    yield "a web page", b"<!doctype html><script>alert(1)</script>"
    yield "a ZIP", b"PK\x03\x04" + bytes(1000)
    yield "a web page behind a PNG", png + b"<html><script>alert(1)</script>"
    yield "5 MB of EXIF", _with_segments(jpeg, b"\xff\xe1", b"Exif\x00\x00", 77)
    yield "5 MB of ICC", _with_segments(jpeg, b"\xff\xe2", b"ICC_PROFILE\x00\x01\x01", 77)
    yield (
        "5 MB of ICC, packed",
        png[:33] + chunk(b"iCCP", b"a\x00\x00" + zlib.compress(bytes(5_000_000))) + png[33:],
    )
    yield (
        "a text of 1 GB, packed",
        png[:33] + chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(10**8))) + png[33:],
    )
    yield "an SVG with a script", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    yield "25 MB", jpeg + bytes(24_900_000 - len(jpeg))
    yield "too many bytes", jpeg + bytes(26_000_000)


def _with_segments(jpeg: bytes, marker: bytes, beginning: bytes, count: int) -> bytes:
    segment = marker + b"\xff\xff" + beginning.ljust(65_533, b"x")
    for _ in range(count):
        jpeg = with_segment(jpeg, segment)
    return jpeg


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def metadata_of(read: ReadPicture) -> list[str]:
    """Segments and chunks in the two files of a picture that hold anything but its pixels."""
    return [part for made in (read.master, read.smallest) for part in _metadata(made)]


def _metadata(made: bytes) -> Iterator[str]:
    if made.startswith(b"\xff\xd8"):
        at = 2
        while at < len(made) and made[at + 1] != 0xDA:  # the scan: from here on pixels
            if made[at + 1] not in PLAIN_SEGMENTS:
                yield f"segment {made[at + 1]:02x}"
            at += 2 + int.from_bytes(made[at + 2 : at + 4])
        return
    at = 8
    while at < len(made):
        kind = made[at + 4 : at + 8]
        if kind not in PLAIN_CHUNKS:
            yield f"chunk {kind.decode(errors='replace')}"
        at += 12 + int.from_bytes(made[at : at + 4])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300, help="mutated files, after the hostile ones")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    figures: dict[str, Any] = {
        "hostile": read_all(hostile()).figures(),
        "mutated": read_all(mutated(options.files, options.seed)).figures(),
    }
    figures["most_megabytes"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    sys.stdout.write(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
