"""Requests that get no thread, each with a sentence that names the limit and by how much it was missed."""

from collections.abc import Iterable

from prose.limits import over_limit

from .body import GRACE, SLOWEST

HEADER_LIMIT = 32_000  # bytes of all names and values
BUSY_SECONDS = 5
NO_ROOM_SECONDS = 300

Header = tuple[bytes, bytes]


class Refusal(Exception):
    """A refused request: status, a sentence for the person who sent it, further headers."""

    def __init__(self, status: int, sentence: str, *headers: Header) -> None:
        super().__init__(sentence)
        self.status, self.headers = status, headers


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
        f"{over_limit('A request with its files', limit, size)} "
        "Go back, and send a smaller file or fewer of them.",
        (b"connection", b"close"),
    )


def too_slow(size: int, announced: int) -> Refusal:
    of = f" of {announced:,}" if announced else ""
    return Refusal(
        408,
        f"The request did not come in time: {size:,}{of} bytes in {GRACE + size / SLOWEST:.0f} seconds. "
        "Go back, and send it again when the connection is better.",
        (b"connection", b"close"),
    )


def not_whole() -> Refusal:
    """For a client that left, or whose chunks contradict themselves."""
    return Refusal(
        400, "The request did not come whole. Go back, and send it again.", (b"connection", b"close")
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
        "Too many requests are waiting at this moment. Nothing was done. Go back, and try again in a few seconds.",
        (b"retry-after", str(BUSY_SECONDS).encode()),
    )


def stopping() -> Refusal:
    return Refusal(
        503,
        "The desk is being stopped or started anew, and the request had not come whole. Nothing was done. "
        "Go back, and send it again in a few seconds.",
        (b"connection", b"close"),
        (b"retry-after", str(BUSY_SECONDS).encode()),
    )


def announced_length(headers: Iterable[Header]) -> int:
    """Content-Length, or 0 if it is not named."""
    length = next((value for name, value in headers if name == b"content-length"), b"")
    return int(length) if length.isdigit() else 0


def _kilobytes(size: int) -> str:
    return f"{-(-size // 1000)} kB"
