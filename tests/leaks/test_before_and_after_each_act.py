"""Before and after each act no word stands anywhere that readers may not have at that instant."""

import pytest

from articles.states import Act
from tests.leaks.desk import LeakDesk
from tests.leaks.tour import Tour

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]


def test_before_and_after_each_act_readers_find_what_they_may_have_and_nothing_else(
    desk, clock, monkeypatch, publisher, editor
):
    """In transactions that end, as on a desk: so what is kept in memory while the press stands still is read too."""
    tour = Tour(LeakDesk(desk), publisher, editor, clock)
    monkeypatch.setattr("reading.public_view.now", lambda: tour.at)
    tour.run()
    assert tour.readers.faults == []
    assert tour.refused == []
    assert tour.done == {*Act}
