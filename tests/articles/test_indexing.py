import datetime as dt
import json

from django.core.management import call_command

from articles.models import Article, Edition, EditionText
from tests.factories import published


def test_reindex_rebuilds_what_readers_can_get_and_drops_what_has_ended(desk, now, capsys):
    first = published(at=now, body='<p>Rusting<span data-footnote="">Verdigris</span></p>')
    Article.objects.update(dek="Another.")
    second = published(first.article, at=now + dt.timedelta(hours=1))
    EditionText.objects.filter(edition=second).delete()
    call_command("reindex")
    assert json.loads(capsys.readouterr().out) == {"indexed": 1, "dropped": 1}
    assert Edition.objects.get(text__vector="verdigris") == second
