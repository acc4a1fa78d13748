"""Several runners of one batch, and one that is killed: nothing is lost or done twice."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.acts import batches
from articles.models import Article, Batch, Edition, LedgerEntry
from tests.desk.updates.batch import HOUR, begun, carried_out, live, pieces_of, renamed, states
from thinktank.bench.database import _url

pytestmark = pytest.mark.long


@pytest.mark.django_db(transaction=True)
def test_two_runners_share_the_work_and_never_do_one_piece_twice(ida, publisher, now):
    articles = pieces_of(ida, 12, now)
    batch = begun(now, publisher, author=renamed(ida))
    gate, did = threading.Barrier(2), [[], []]

    def runs(n):
        try:
            mine = Batch.objects.get(pk=batch.pk)
            gate.wait()
            batches.run(mine, clock=lambda: now + HOUR, progress=lambda item: did[n].append(item.article_id))
        finally:
            connection.close()

    threads = [threading.Thread(target=runs, args=(n,)) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(did[0] + did[1]) == [article.pk for article in articles]
    assert all(did)
    assert LedgerEntry.objects.filter(act="reissue").count() == 12
    batch.refresh_from_db()
    assert batch.finished_at


@pytest.mark.django_db(transaction=True)
def test_a_piece_in_somebody_s_hands_waits_and_the_others_do_not(ida, publisher, now):
    held, free = pieces_of(ida, 2, now)
    batch = begun(now, publisher, author=renamed(ida))

    def runs():
        try:
            batches.run(Batch.objects.get(pk=batch.pk), clock=lambda: now + HOUR)
        finally:
            connection.close()

    with transaction.atomic():
        Article.objects.select_for_update().get(pk=held.pk)
        thread = threading.Thread(target=runs)
        thread.start()
        thread.join()
        assert {item.article: item.state for item in batch.items.all()} == {held: "waiting", free: "done"}
    assert carried_out(batch, now + HOUR) == {"done": 2}


@pytest.mark.django_db(transaction=True)
def test_one_that_is_killed_in_the_middle_goes_on_where_it_was(ida, publisher, now):
    articles = pieces_of(ida, 24, now)
    renamed(ida)
    command = [sys.executable, "manage.py", "update_pages", "--author", "ida-quay", "--renew", "people"]
    environment = {
        **os.environ,
        "DATABASE_URL": _url(connection.settings_dict["NAME"]),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    runner = subprocess.Popen(
        [*command, "--reason", "She married", "--by", "paul"],
        stdout=subprocess.PIPE, text=True, env=environment, cwd=Path(__file__).resolve().parents[3],
    )  # fmt: skip
    batch = Batch.objects.get(pk=json.loads(runner.stdout.readline())["batch"])
    for _ in range(3):
        assert json.loads(runner.stdout.readline())["state"] == "done"
    os.kill(runner.pid, signal.SIGKILL)
    runner.stdout.close()
    runner.wait()
    assert 3 <= states(batch)["done"] < 24
    batches.run(batch, clock=timezone.now)
    assert states(batch) == {"done": 24}
    assert batch.finished_at
    assert LedgerEntry.objects.filter(act="reissue", article__in=articles).count() == 24
    for article in articles:
        assert Edition.objects.filter(article=article).count() == 2
        assert live(article, timezone.now()).byline == "Ida Harbour"
