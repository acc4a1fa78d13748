"""Requests that get no thread, each with a sentence that names the limit and by how much it was missed."""

from collections.abc import Iterable

from prose.limits import over_limit

from .body import GRACE, SLOWEST

HEADER_LIMIT = 32_000  # bytes of all names and values
BUSY_SECONDS = 5
NO_ROOM_SECONDS = 300

Header = tuple[bytes, bytes]


class Refusal(Exception):
    """A refused request: status, sentences for the person who sent it, further headers.

    `next_step`: what to do then, for a person who has gone back to the form: "send it again".
    """

    def __init__(self, status: int, sentences: str, *headers: Header, next_step: str = "") -> None:
        super().__init__(sentences)
        self.status, self.headers, self.next_step = status, headers, next_step

    @property
    def on_a_page(self) -> str:
        """The sentences in the place of the page with the form."""
        return f"{self} Go back, and {self.next_step}." if self.next_step else str(self)

    @property
    def in_place(self) -> str:
        """The sentences beside the form, which a script has sent: it still stands there."""
        return f"{self} {self.next_step[0].upper()}{self.next_step[1:]}." if self.next_step else str(self)


def headers_too_large(headers: Iterable[Header]) -> None:
    """Raise Refusal if the headers are larger than any browser's that holds our cookies only."""
    size = sum(len(name) + len(value) for name, value in headers)
    if size > HEADER_LIMIT:
        raise Refusal(
            431,
            f"The headers of a request may have {_kilobytes(HEADER_LIMIT)}; these have {_kilobytes(size)}. "
            "Delete this site's cookies, then try again.",
        )


def too_large(size: int, limit: int) -> Refusal:
    return Refusal(
        413,
        over_limit("A request with its files", limit, size),
        (b"connection", b"close"),
        next_step="send a smaller file or fewer of them",
    )


def too_slow(size: int, announced: int) -> Refusal:
    of = f" of {announced:,}" if announced else ""
    return Refusal(
        408,
        f"The request did not come in time: {size:,}{of} bytes in {GRACE + size / SLOWEST:.0f} seconds.",
        (b"connection", b"close"),
        next_step="send it again when the connection is better",
    )


def not_whole() -> Refusal:
    """For a client that left, or whose chunks contradict themselves."""
    return Refusal(
        400, "The request did not come whole.", (b"connection", b"close"), next_step="send it again"
    )


def no_room(problem: OSError) -> Refusal:
    return Refusal(
        503,
        f"The desk has no room for this request at the moment ({problem.strerror}). Nothing was done. "
        "Keep what you typed, and tell whoever runs the desk.",
        (b"retry-after", str(NO_ROOM_SECONDS).encode()),
        (b"connection", b"close"),
    )


def lane_full() -> Refusal:
    return Refusal(
        503,
        "Too many requests are waiting at this moment. Nothing was done.",
        (b"retry-after", str(BUSY_SECONDS).encode()),
        next_step="try again in a few seconds",
    )


def stopping() -> Refusal:
    return Refusal(
        503,
        "The desk is being stopped or started anew, and the request had not come whole. Nothing was done.",
        (b"connection", b"close"),
        (b"retry-after", str(BUSY_SECONDS).encode()),
        next_step="send it again in a few seconds",
    )


def announced_length(headers: Iterable[Header]) -> int:
    """Content-Length, or 0 if it is not named."""
    length = next((value for name, value in headers if name == b"content-length"), b"")
    return int(length) if length.isdigit() else 0


def _kilobytes(size: int) -> str:
    return f"{-(-size // 1000)} kB"
