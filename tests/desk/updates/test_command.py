"""The command that prints many published pages again."""

import json

import pytest
from django.core.management import CommandError, call_command

from articles.acts import batches
from articles.models import Batch, Edition
from tests.desk.updates.batch import HOUR, begun, pieces_of, renamed


class TestTheCommand:
    @pytest.fixture(autouse=True)
    def _an_hour_later(self, monkeypatch, now):
        monkeypatch.setattr("desk.management.commands.update_pages.timezone.now", lambda: now + HOUR)

    def say(self, capsys, *words):
        """The command's lines, and its exit code."""
        try:
            call_command("update_pages", *words)
        except SystemExit as ended:
            code = ended.code
        else:
            code = 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()], code

    def test_it_prints_a_line_for_each_piece_and_what_came_of_all(self, ida, publisher, now, capsys):
        mine = pieces_of(ida, 2, now)
        renamed(ida)
        first, *lines, last = self.say(
            capsys, "--author=ida-quay", "--renew=people", "--reason=She married", "--by=paul"
        )[0]
        batch = Batch.objects.get()
        assert first == {"batch": batch.pk, "pieces": 2}
        assert lines == [{"article": str(article.uuid), "state": "done"} for article in mine]
        assert last == {"batch": batch.pk, "done": 2}
        assert {item.entry.actor for item in batch.items.all()} == {publisher}

    def test_a_dry_run_names_the_sentences_and_writes_nothing(self, ida, now, capsys):
        article = pieces_of(ida, 1, now)[0]
        renamed(ida)
        lines, code = self.say(capsys, "--author=ida-quay", "--renew=people", "--dry-run")
        assert lines[0]["changes"] == [{"where": "Byline", "was": "Ida Quay", "becomes": "Ida Harbour"}]
        assert (lines[0]["article"], lines[0]["state"]) == (str(article.uuid), "would change")
        assert (lines[1], code) == ({"pieces": 1, "would change": 1}, 0)
        assert not Batch.objects.exists()
        assert Edition.objects.count() == 1

    def test_a_refusal_is_said_and_ends_in_one(self, ida, editor, now, capsys):
        pieces_of(ida, 1, now)
        renamed(ida)
        lines, code = self.say(capsys, "--author=ida-quay", "--renew=people", "--reason=x", "--by=eve")
        assert "You may not do this here" in lines[1]["sentence"]
        assert (lines[2]["refused"], code) == (1, 1)

    def test_it_goes_on_with_one_that_was_stopped(self, ida, publisher, now, capsys):
        pieces_of(ida, 2, now)
        batch = begun(now, publisher, author=renamed(ida))
        batches.stop(batch)
        lines, code = self.say(capsys, f"--resume={batch.pk}")
        assert (lines[-1], code) == ({"batch": batch.pk, "done": 2}, 0)

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["--author=nobody"], "There is no person “nobody”."),
            (["--outlet=nowhere"], "There is no outlet “nowhere”."),
            (["--institution=none"], "There is no institution “none”."),
            (["--wording=7000000"], "There is no disclaimer text “7000000”."),
            (["--article=00000000-0000-0000-0000-000000000000"], "There is no piece"),
            (["--resume=7000000"], "There is no update “7000000”."),
            (["--author=ida-quay", "--reason=x", "--by=nobody"], "There is no account “nobody”."),
            (["--author=ida-quay", "--reason=x", "--correction=1"], "There is no slip of that text “1”."),
            (["--author=ida-quay", "--reason=x"], "No live or scheduled page is among these."),
            (["--topic=none"], "There is no topic “none”."),
            (["--kind=none"], "There is no content type “none”."),
            (["--licence=none"], "There is no licence “none”."),
            (["--author=ida-quay"], "say why in a few words"),
        ],
    )  # fmt: skip
    def test_what_it_cannot_find_is_a_sentence(self, ida, words, said):
        with pytest.raises(CommandError, match=said):
            call_command("update_pages", *words)
