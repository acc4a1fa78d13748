"""Files of pictures and share cards: there while a live page shows them, and at no other second."""

import datetime as dt

import pytest
from django.test import Client

from articles.models import Article, Edition
from articles.models.edition_card import EditionCard
from tests.conftest import NOW
from tests.reading.pictures.conftest import (
    CARDS_LATER,
    COMING,
    LATER,
    NEVER,
    ONCE,
    PARTS,
    SECOND,
    STILL,
    TO_COME,
    address,
)


def test_a_file_is_there_while_a_live_page_shows_it_and_only_then(states, client: Client, reading_at) -> None:
    def there(at: dt.datetime) -> dict[str, int]:
        reading_at(at)
        return {name: client.get(address(file)).status_code for name, file in states.items()}

    not_yet = dict.fromkeys((*NEVER, *TO_COME), 404)
    assert there(LATER - SECOND) == not_yet | dict.fromkeys((*ONCE, *STILL), 200)
    assert there(LATER) == not_yet | dict.fromkeys(ONCE, 410) | dict.fromkeys(STILL, 200)
    assert there(COMING - SECOND) == there(LATER)
    assert there(COMING) == there(LATER) | dict.fromkeys(TO_COME, 200)
    assert there(NOW - SECOND) == dict.fromkeys(states, 404)


def test_a_card_is_there_while_its_page_is_and_only_then(states, client: Client, reading_at) -> None:
    EditionCard.objects.bulk_create(
        EditionCard(edition=edition, content=b"a card", drawn_at=NOW) for edition in Edition.objects.all()
    )
    uuids = dict(Article.objects.values_list("slug", "uuid"))

    def with_card(at: dt.datetime) -> set[str]:
        reading_at(at)
        answers = {slug: client.get(f"/cards/{uuid}/0.png") for slug, uuid in uuids.items()}
        assert {answer.status_code for answer in answers.values()} <= {200, 404}
        return {slug for slug, answer in answers.items() if answer.status_code == 200}

    assert with_card(NOW - SECOND) == set()
    assert with_card(LATER - SECOND) == {*ONCE, *STILL, "updated"}
    assert with_card(LATER) == with_card(COMING - SECOND) == set(CARDS_LATER)
    assert with_card(COMING) == {*CARDS_LATER, "scheduled"}


def test_at_the_second_of_publishing_no_part_and_no_neighbour_comes_early(states, client, reading_at) -> None:
    name = states["scheduled"].name
    near = {f"{name[:-1]}{letter}" for letter in "abc27"} | {f"{letter}{name[1:]}" for letter in "abc27"}
    beside = [f"/pictures/{each}/480.jpeg" for each in near - {name}] + [f"/pictures/{name}/master.jpeg"]

    def answered(at: dt.datetime) -> list[tuple[int, str]]:
        reading_at(at)
        assert {client.get(each).status_code for each in beside} == {404}
        paths = (address(states["scheduled"]), address(states["scheduled"], 960, "avif"))
        asked = [{"path": path, "headers": {"Range": part}} for path in paths for part in PARTS]
        answers = [client.get(**each) for each in asked]
        return [(answer.status_code, answer.content.decode()[:1]) for answer in answers]

    assert set(answered(COMING - dt.timedelta(microseconds=1))) == {(404, "T")}
    assert [status for status, _ in answered(COMING)] == [200, 206, 206] * 2


@pytest.mark.parametrize("part", ["bytes=0-3", "bytes=-1", "bytes=99-", "bytes=0-1,2-3"])
def test_asking_for_a_part_or_for_the_head_alone_shows_no_more(states, client, reading_at, part: str) -> None:
    reading_at(LATER)
    for name, file in states.items():
        expected = 404 if name in (*NEVER, *TO_COME) else 410 if name in ONCE else 200
        head = client.head(address(file), headers={"Range": part})
        some = client.get(address(file), headers={"Range": part})
        assert head.status_code == expected, name
        assert some.status_code in ((200, 206, 416) if expected == 200 else (expected,)), name
