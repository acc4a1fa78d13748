"""The number of fields and files in a form that was refused for having too many: the parser stops at the limit."""

import re
from typing import Any

from django.http import HttpRequest
from django.utils.http import parse_header_parameters

_FILE = re.compile(rb";\s*filename\*?=")


def sent_parts(request: HttpRequest) -> tuple[int, int]:
    """(fields, files) of the whole form, read again from its start; zeros if it cannot be read a second time."""
    kind, parameters = parse_header_parameters(request.META.get("CONTENT_TYPE", ""))
    if hasattr(request, "_body"):
        return request.body.count(b"&") + 1, 0
    body: Any = request.META.get("wsgi.input")
    is_kept = hasattr(body, "seekable") and body.seekable()
    if kind != "multipart/form-data" or not parameters.get("boundary") or not is_kept:
        return 0, 0
    body.seek(0)
    return _count(body.read(), parameters["boundary"].encode("ascii", "replace"))


def _count(body: bytes, boundary: bytes) -> tuple[int, int]:
    """Count by the headers of each part (RFC 7578, section 4.2): Django's parser takes ten seconds for 30 MB."""
    fields = files = 0
    for part in re.finditer(rb"--%b\r\n((?:[^\r\n]+\r\n)*)" % re.escape(boundary), body):
        headers = part[1].lower()
        if b"form-data" in headers:
            is_file = _FILE.search(headers) is not None
            files += is_file
            fields += not is_file
    return fields, files
