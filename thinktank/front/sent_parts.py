"""The number of fields and files in a form that was refused for having too many: the parser stops at the limit."""

from typing import Any

from django.http import HttpRequest
from django.http.multipartparser import FILE, RAW, ChunkIter, LazyStream, Parser
from django.utils.http import parse_header_parameters

_CHUNK = 64 * 1024


def sent_parts(request: HttpRequest) -> tuple[int, int]:
    """(fields, files) of the whole form, read again from its start; zeros if it cannot be read a second time."""
    kind, parameters = parse_header_parameters(request.META.get("CONTENT_TYPE", ""))
    if hasattr(request, "_body"):
        return request.body.count(b"&") + 1, 0
    body: Any = request.META.get("wsgi.input")
    is_kept = hasattr(body, "seekable") and body.seekable()
    if kind != "multipart/form-data" or not parameters.get("boundary") or not is_kept:
        return 0, 0
    return _count(body, parameters["boundary"].encode("ascii", "replace"))


def _count(body: Any, boundary: bytes) -> tuple[int, int]:
    body.seek(0)
    fields = files = 0
    for kind, _, part in Parser(LazyStream(ChunkIter(body, _CHUNK)), boundary):
        for _ in part:
            pass  # each part has to be read to its end
        files += kind == FILE
        fields += kind not in (FILE, RAW)
    return fields, files
