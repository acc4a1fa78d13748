"""Lines that say of which work a piece is an excerpt: title, editors, chapter, pages, publisher, year, credit."""

import datetime as dt
from dataclasses import fields
from typing import Any

import pytest

from intake.knowledge import Knowledge
from intake.lines.attribution import mention_in
from prose.dates import Precision

_LISTS = {field.name: () for field in fields(Knowledge)}
YEAR = {"published_on": dt.date(2019, 1, 1), "precision": Precision.YEAR}
TIDES = {"headline": "The Tides", "name": "Gull Press", **YEAR}


def read(line: str) -> dict[str, Any] | None:
    mention = mention_in([line], Knowledge(**_LISTS), ())
    if mention is None:
        return None
    (place,) = mention.places
    members = {field.name: getattr(place, field.name) for field in fields(place)}
    return members if members["relation"] == "excerpted" else None


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (
            "Excerpted from the book The Tides, edited by Bo Pier, chapter 3, p. 12–30 (Gull Press, 2019).",
            TIDES | {"editors": "Bo Pier", "chapter": "3", "page": "12–30", "work": "book"},
        ),
        (
            "Excerpted from “The Tides: A History” by Bo Pier (Gull Press, May 2019). Copyright © 2019 by Bo Pier. "
            "Reprinted by permission of Gull Press.",
            {
                "headline": "The Tides: A History", "published_on": dt.date(2019, 5, 1), "precision": Precision.MONTH,
                "permission": "Copyright © 2019 by Bo Pier. Reprinted by permission of Gull Press",
                "writers": "Bo Pier",
            },
        ),
        ("This essay is an excerpt from The Tides (Gull Press, 2019).", TIDES),
        ("This was excerpted from her new book, The Tides, published by Gull Press in 2019.", TIDES),
        (
            "An excerpt from chapter 4 of The Tides, edited by Bo Pier, Ana Mole and Cy Reed, Gull Press, 2019.",
            TIDES | {"editors": "Bo Pier, Ana Mole and Cy Reed", "chapter": "4"},
        ),
        ("Excerpted from the report “Harbours in Ice” (2019)", {"work": "report", "name": "", **YEAR}),
        (
            "Auszug aus dem Buch Die Tiden, herausgegeben von Bo Pier, Kapitel 3, S. 12–30 (Möwe Verlag, 2019)",
            {"headline": "Die Tiden", "editors": "Bo Pier", "page": "12–30", "name": "Möwe Verlag", **YEAR},
        ),
        (
            "Extrait du livre Les Marées, sous la direction de Bo Pier, chapitre 3 (La Mouette, 2019).",
            {"headline": "Les Marées", "editors": "Bo Pier", "chapter": "3", **YEAR},
        ),
        (
            "Auszug aus „Die Tiden“ von Nora Quill und Bo Pier (Möwe Verlag, 2019)",
            {"headline": "Die Tiden", "writers": "Nora Quill und Bo Pier", **YEAR},
        ),
        ("Auszug aus dem Buch Das Leben von Karl Möwe (Möwe Verlag, 2019)", {"headline": "Das Leben von Karl Möwe"}),
        (
            "Отрывок из книги «Приливы», авт.: Нора Квилл, под редакцией Бо Пира, глава 3, с. 12–30 (Чайка, 2019 г.)",
            {
                "headline": "Приливы", "writers": "Нора Квилл", "editors": "Бо Пира", "chapter": "3", "page": "12–30",
                "name": "Чайка", "work": "book", **YEAR,
            },
        ),
        (
            "مقتطف من تقرير المد والجزر، تأليف نورا كويل، تحرير بو بير، الفصل 3، ص 12–30 (دار النورس، 2019).",
            {
                "headline": "المد والجزر", "writers": "نورا كويل", "editors": "بو بير", "chapter": "3", "page": "12–30",
                "name": "دار النورس", "work": "report", **YEAR,
            },
        ),
        (
            "책 밀물과 썰물(노라 퀼 지음)(보 피어 엮음), 장: 3, 12–30쪽에서 발췌 (갈매기, 2019)",
            {
                "headline": "밀물과 썰물", "writers": "노라 퀼", "editors": "보 피어", "chapter": "3", "page": "12–30",
                "name": "갈매기", "work": "book", **YEAR,
            },
        ),
    ],
)  # fmt: skip
def test_a_line_says_of_which_work_the_piece_is_an_excerpt(line: str, facts: dict[str, Any]) -> None:
    place = read(line)
    assert place is not None
    assert {name: place[name] for name in facts} == facts
    assert place["sentence"] == line


@pytest.mark.parametrize(
    "line",
    [
        "Excerpted from the diaries of a man who never slept, and who never wished to.",
        "An extract from the speech that he gave in 1931 shows why. Nobody listened.",
        "Excerpts from The Tides",
        "Excerpted from the book The Tides (a very long remark. It goes on and on, in 2019).",
        "This article was excerpted from an essay that appeared in the Hill on May 3, 2019.",
    ],
)
def test_a_sentence_of_the_text_is_no_excerpt_of_a_work(line: str) -> None:
    assert read(line) is None
