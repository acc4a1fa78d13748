"""Settings of a desk with a public https address, read in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from thinktank.environment import PROJECT

NAMES = "SESSION_COOKIE_NAME CSRF_COOKIE_NAME SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SECURE_HSTS_SECONDS".split()
PRINT = """
import json
from django.conf import settings
print(json.dumps([getattr(settings, name) for name in %r]))
"""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://desk.example.org", ["__Host-sessionid", "__Host-csrftoken", True, True, 31_536_000]),
        ("https://desk.internal", ["__Host-sessionid", "__Host-csrftoken", True, True, 0]),
        ("http://127.0.0.1:8000", ["sessionid", "csrftoken", False, False, 0]),
    ],
)
def test_cookies_of_https_belong_to_this_host_and_hsts_lasts_a_year(
    address: str, expected: list[object], tmp_path: Path
) -> None:
    place = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "thinktank.settings",
        "SITE_URL": address,
        "DESK_HOME": str(tmp_path),
    }
    printed = subprocess.run(
        [sys.executable, "-c", PRINT % NAMES],
        cwd=PROJECT,
        env=place,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(printed.stdout) == expected
