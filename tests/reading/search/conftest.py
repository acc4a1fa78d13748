import pytest

from tests.conftest import NOW


@pytest.fixture
def at_now(desk, monkeypatch):
    """A desk whose readers come at NOW."""
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
