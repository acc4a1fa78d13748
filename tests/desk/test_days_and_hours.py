"""Days and hours have one form on the desk's screens: 10 March 2026, 09:30."""

import datetime as dt
import re
from pathlib import Path

from django.conf import settings
from django.utils import formats

from prose.dates import hour_in_words

FORMATS = {"j F Y", "j F Y, H:i", "H:i", "Y-m-d", "c"}
# The hour alone stands below a heading that names the day; the last two are for machines: fields and `datetime`.


def test_days_and_hours_have_one_form_in_every_template_of_the_desk() -> None:
    for folder in ("admin", "unsaved"):
        for path in sorted(Path(settings.BASE_DIR, "templates", folder).rglob("*.html")):
            used = re.findall(r"\|(?:date|time)(?::\"([^\"]*)\")?", path.read_text())
            assert set(used) <= FORMATS, path


def test_days_and_hours_that_the_admin_writes_itself_have_the_same_form() -> None:
    instant = dt.datetime(2026, 3, 9, 8, 5, tzinfo=dt.UTC)
    assert formats.localize(instant) == hour_in_words(instant, dt.UTC) == "9 March 2026, 08:05"
    assert formats.localize(instant.date()) == "9 March 2026"
