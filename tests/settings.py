"""The desk's settings for a test run: the same page, in a home of its own whose database need not survive."""

import os
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent
for _name in ("SITE_URL", "PORT", "DEBUG", "ALLOWED_HOSTS", "SECRET_KEY", "DESK_TIME_ZONE", "DESK_LANGUAGE"):
    os.environ.pop(_name, None)  # a test run must not depend on the desk its shell is set up for
os.environ["DESK_ENV_FILE"] = ""
os.environ["DESK_HOME"] = str(_PROJECT / "var" / "tests")

from thinktank.settings import *  # noqa: E402, F403
from thinktank.settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

DATABASES["default"]["DURABLE"] = False
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DATABASES["default"]["CONN_MAX_AGE"] = 0
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # or every client lists all files before its first request
FORM_RENDERER = "tests.forms.CachingRenderer"
STORAGES["pictures"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
