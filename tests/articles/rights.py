"""What the tests of permissions share."""

import datetime as dt

from articles.models import Edition

HOUR = dt.timedelta(hours=1)
LONG = "".join(f"<p>{' '.join(f'word{n}{i}' for i in range(20))}</p>" for n in range(10))


def live(article, at) -> Edition:
    return Edition.objects.live(at).get(article=article)
