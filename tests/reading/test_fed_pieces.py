"""How PostgreSQL finds what feeds carry: by indexes, so that a large desk's feeds are as quick as a small one's."""

import pytest
from django.db import connection

from articles.models import Edition
from reading.fed_pieces import corrected_pieces

pytestmark = pytest.mark.django_db


def test_what_subscribers_must_hear_of_is_found_by_indexes_on_a_desk_of_any_size(now):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Edition.objects.told(now).explain()
    assert "Seq Scan" not in plan
    assert "editions_by_end" in plan
    assert "editions_corrected_or_cut" in plan


def test_the_feed_of_corrections_finds_them_by_an_index(now):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
    assert "editions_corrected_or_cut" in corrected_pieces(now).explain()
