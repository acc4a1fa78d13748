"""Readers' clock and client, as for the other tests of public pages."""

from tests.reading.conftest import reading_at, site  # noqa: F401 (fixtures)
