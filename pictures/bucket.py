"""The storage of pictures in a bucket: Amazon's S3, or a server that speaks like it (MinIO, Garage, Ceph).

Needs the extra `s3`; nothing imports this module but the setting PICTURE_BUCKET, by its name.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from storages.backends.s3 import S3Storage

Result = TypeVar("Result")
CONFIG = Config(
    connect_timeout=5,
    read_timeout=20,
    retries={"max_attempts": 2, "mode": "standard"},
    signature_version="s3v4",
    request_checksum_calculation="when_required",  # servers that are not Amazon's do not know the newer ones
    response_checksum_validation="when_required",
)


class BucketTrouble(OSError):
    """The bucket is away, or refuses. Its ``str()`` is what the server or the network had to say."""


def _in_our_errors(call: Callable[..., Result]) -> Callable[..., Result]:
    """Decorator: trouble with a bucket is an OSError, as that with a disk; of a missing file, FileNotFoundError."""

    @wraps(call)
    def with_our_errors(*arguments: Any, **options: Any) -> Result:
        try:
            return call(*arguments, **options)
        except ClientError as problem:
            if problem.response.get("ResponseMetadata", {}).get("HTTPStatusCode") == 404 and not _no_bucket(
                problem
            ):
                raise FileNotFoundError(str(problem)) from problem
            raise BucketTrouble(str(problem)) from problem
        except BotoCoreError as problem:
            raise BucketTrouble(str(problem)) from problem

    return with_our_errors


def _no_bucket(problem: ClientError) -> bool:
    return bool(problem.response.get("Error", {}).get("Code") == "NoSuchBucket")


class Bucket(S3Storage):  # type: ignore[misc]
    """A bucket that nobody reads without a signature. Files are small, so they are read and written whole."""

    def __init__(self, **options: Any) -> None:
        # A server of one's own seldom has a host name for each bucket.
        style = {"addressing_style": "path" if options.get("endpoint_url") else "auto"}
        super().__init__(**options, client_config=CONFIG.merge(Config(s3=style)))

    @_in_our_errors
    def _open(self, name: str, mode: str = "rb") -> "ContentFile[bytes]":
        return ContentFile(self.bucket.Object(name).get()["Body"].read(), name)

    @_in_our_errors
    def read_part(self, name: str, part: range) -> bytes:
        """Some bytes of a file; the bucket refuses a range of none."""
        if not part:
            return b""
        got = self.bucket.Object(name).get(Range=f"bytes={part.start}-{part.stop - 1}")
        return bytes(got["Body"].read())

    @_in_our_errors
    def _save(self, name: str, content: "File[bytes]") -> str:
        self.bucket.Object(name).put(Body=content.read(), **self._get_write_parameters(name))
        return name

    @_in_our_errors
    def delete(self, name: str) -> None:
        super().delete(name)

    @_in_our_errors
    def exists(self, name: str) -> bool:
        return bool(super().exists(name))

    @_in_our_errors
    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        folders, files = super().listdir(path)
        return folders, files

    @_in_our_errors
    def size(self, name: str) -> int:
        return int(super().size(name))

    @_in_our_errors
    def signed_address(self, name: str, seconds: int, disposition: str = "") -> str:
        """An address at which anybody gets the file for so many seconds, with the header Content-Disposition."""
        parameters = {"ResponseContentDisposition": disposition} if disposition else {}
        return str(self.url(name, parameters, expire=seconds))
