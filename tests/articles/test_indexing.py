import datetime as dt
import json

import pytest
from django.contrib.postgres.search import SearchQuery
from django.core.management import call_command

from articles import acts
from articles.models import Article, Edition, EditionText
from articles.models.press import Press
from articles.press_mark import press_mark
from prose.text_language.search_words import query_words
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, published


def found(words: str, configuration: str = "desk_english", field: str = "vector") -> set[str]:
    query = SearchQuery(query_words(words), config=configuration, search_type="phrase")
    return set(Edition.objects.filter(**{f"text__{field}": query}).values_list("headline", flat=True))


@pytest.mark.parametrize("lacks", ["head", "ordered_at"])
def test_reindex_rebuilds_what_readers_can_get_and_drops_what_has_ended(desk, now, capsys, lacks):
    first = published(at=now, body='<p>Rusting<span data-footnote="">Verdigris</span></p>')
    Article.objects.update(dek="Another.")
    second = published(first.article, at=now + dt.timedelta(hours=1))
    before = EditionText.objects.filter(edition=second).values().get()
    EditionText.objects.filter(edition=second).update(**{lacks: None}, vector="", plain_text="")
    Press.objects.update(raised_in=0)  # as if all this had been committed
    mark = press_mark(now)
    call_command("reindex", "--missing")
    assert press_mark(now) != mark  # what searches found before is asked again
    assert json.loads(capsys.readouterr().out) == {"indexed": 1, "dropped": 1}
    assert EditionText.objects.filter(edition=second).values().get() == before
    assert Edition.objects.get(text__vector="verdigris") == second
    assert before["plain_text"] == "Rusting\n\nVerdigris"


def test_words_weigh_by_their_place_on_the_page(desk, now):
    article = ArticleFactory(
        headline="Alpha",
        dek="Beta",
        body='<p>Gamma<span data-footnote="">Delta</span></p>',
        topics=["Epsilon"],
    )
    BylineFactory(article=article, author__display_name="Zeta Eta")
    AppearanceFactory(article=article, outlet__name="Theta", headline="Iota", url="https://theta.example/1")
    published(article, at=now)
    weights = EditionText.objects.values_list("vector", flat=True).get()
    letters = {part.split("'")[1]: part.rpartition(":")[2].strip("0123456789,") for part in weights.split()}
    assert letters["alpha"] == letters["iota"] == "A"
    assert {letters[word] for word in ("beta", "epsilon", "zeta", "theta")} == {"B"}
    assert (letters["gamma"], letters["delta"]) == ("C", "")  # PostgreSQL writes no D
    assert found("Gamma", field="head") == set()


@pytest.mark.parametrize(
    ("language", "configuration", "body", "words"),
    [
        ("en", "desk_english", "The café’s réunion in Łódź.", "cafe"),
        ("en", "desk_english", "The café’s réunion in Łódź.", "lodz"),
        ("de", "desk_german", "Die Häfen schließen.", "Hafen"),
        ("ru", "desk_russian", "Зелёная ёлка.", "зеленые елки"),
        ("ru", "desk_russian", "Всё о портах.", "порт"),
        ("ko", "desk_simple", "항구는 닫혔다.", "항구"),
        ("zh-Hans", "desk_simple", "海港的未来在哪里", "未来"),
        ("ar", "desk_arabic", "الموانئُ مغلقة", "الموانئ"),
        ("en", "desk_english", "Ports and/or quays.", "quay"),
        ("en", "desk_english", "They called it “Quays for all”.", "quays"),
        ("en", "desk_english", "The port—quays and all—is “a wreck”…", "port quays"),
        ("en", "desk_english", "Sank in 1914–1918.", "1918"),
        ("en", "desk_english", "It cost €400.", "400"),
        ("en", "desk_english", "By Jean‑Luc Wick.", "luc"),
        ("en", "desk_english", "By Jean‑Luc Wick.", "jean-luc"),
        ("en", "desk_english", "Ḥasan al-Bannāʾ of Hawaiʻi", "banna"),
        ("en", "desk_english", "Ḥasan al-Bannāʾ of Hawaiʻi", "hawaii"),
        ("en", "desk_english", "After COVID-19.", "covid 19"),
        ("en", "desk_english", "The U.S.-led talks, e.g. of 2003.", "US"),
        ("en", "desk_english", "In the US of 2003.", "U.S."),
        ("fr", "desk_french", "Le «quai» dort.", "quai"),
        ("de", "desk_german", "Der „Kai“ schläft.", "Kai"),
        ("ja", "desk_simple", "韓国の「港」—未来", "港"),
        ("he", "desk_simple", "דו״ח על הנמל", 'דו"ח'),
    ],
)
def test_a_reader_finds_words_in_other_accents_endings_and_scripts(
    desk, now, language, configuration, body, words
):
    published(at=now, headline="It", language=language, body=f"<p>{body}</p>")
    assert found(words, configuration) == {"It"}


def test_a_piece_taken_down_has_no_search_text(desk, now, clock):
    article = published(at=now).article
    later = now + dt.timedelta(minutes=1)
    clock(later)
    acts.take_down(article, because="legal", sentence="By order.", by=None, at=later, reason="Order.")
    assert set(EditionText.objects.values_list("edition__form", flat=True)) == {"piece"}
    assert not EditionText.objects.filter(edition__in=Edition.objects.live(later)).exists()
