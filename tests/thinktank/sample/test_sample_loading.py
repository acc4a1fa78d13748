"""The sample goes into an empty desk, whole or not at all."""

import io
import json
from collections import Counter
from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Article
from disclaimers.models import Institution
from tests.factories import ArticleFactory
from tests.thinktank.sample.ticking import ticking
from thinktank.sample import loading
from thinktank.sample.loading import DeskNotEmpty, load_sample

pytestmark = pytest.mark.long


@pytest.mark.django_db
def test_a_desk_with_articles_is_left_alone(clock, tmp_path):
    ArticleFactory()
    file = tmp_path / "accounts.json"
    with pytest.raises(DeskNotEmpty):
        load_sample(clock=ticking(), passwords_to=file, progress=lambda done, total: None)
    with pytest.raises(CommandError, match="This desk has pieces already"):
        call_command("sample_desk")
    assert Article.objects.count() == 1
    assert not User.objects.exists()
    assert not file.exists()


@pytest.fixture
def four_pieces(monkeypatch):
    """A sample of four pieces, in the order of their files, without pictures: drawing them takes seconds.

    Without menu and front pages as well: they name other pieces.
    """
    four = [replace(piece, lead={}) for piece in loading.read_pieces() if not piece.translation_of][:4]
    monkeypatch.setattr(loading, "read_pieces", lambda: four)
    monkeypatch.setattr(loading, "add_pictures", lambda by, clock: {})
    monkeypatch.setattr(loading, "make_menu", lambda articles: None)
    monkeypatch.setattr(loading, "arrange_front_pages", lambda articles, at: None)
    return four


@pytest.mark.usefixtures("four_pieces")
@pytest.mark.django_db
def test_a_sample_that_is_broken_off_leaves_nothing_and_can_be_made_again(clock, tmp_path, monkeypatch):
    def broken_off(passwords, file):
        assert Article.objects.count() == 4
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(loading, "keep_passwords", broken_off)
        with pytest.raises(KeyboardInterrupt):
            load_sample(clock=ticking(), passwords_to=tmp_path / "a", progress=lambda done, total: None)
    assert not Article.objects.exists()
    assert not User.objects.exists()
    load_sample(clock=ticking(), passwords_to=tmp_path / "a", progress=lambda done, total: None)
    assert Article.objects.count() == 4


@pytest.mark.django_db
def test_a_desk_that_is_another_institutes_is_refused_with_a_sentence(clock):
    Institution.objects.create(code="other", name="Other Institute", is_home=True)
    with pytest.raises(CommandError, match="“Other Institute” is the site's own institution already"):
        call_command("sample_desk")
    assert Institution.objects.count() == 1


@pytest.mark.django_db
def test_the_command_reports_as_json_to_a_program(four_pieces, settings, tmp_path):
    settings.DESK_HOME = tmp_path
    out = io.StringIO()
    call_command("sample_desk", stdout=out)
    report = json.loads(out.getvalue())
    assert report["pieces"] == Counter(piece.state for piece in four_pieces)
    assert json.loads((tmp_path / "sample-accounts.json").read_text()) == report["accounts"]
