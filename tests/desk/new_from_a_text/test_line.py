"""Word files that would hold a web thread wait in a line outside it: two at a time, with a place, a way to stop, and
nothing lost."""

import datetime as dt
import re
import uuid

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from lxml import html

from desk.models import BroughtText
from desk.new_from_a_text import line, views
from desk.new_from_a_text.line import LINE, begin_next, place_in_line
from desk.new_from_a_text.reading import read_brought_text
from desk.pages import DeskPage
from disclaimers.models import Institution
from tests.desk.pages import text_of

PAGE = "/admin/articles/article/new-from-a-text/"
PASTED = "Who Pays for the Pier?\n\nBy Mats Holm\n\nA pier is a promise, and someone keeps it.\n"
pytestmark = pytest.mark.django_db
Stage = BroughtText.Stage


class AbsentReader:
    """A reader that is handed texts and reads none, as one that is busy."""

    def __init__(self) -> None:
        self.handed: list[uuid.UUID] = []

    def hand_over(self, key: uuid.UUID) -> None:
        self.handed.append(key)

    def warm_up(self) -> None:
        pass


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> AbsentReader:
    absent = AbsentReader()
    monkeypatch.setattr(LINE, "reader", absent)
    monkeypatch.setattr(views, "PROMPT_SECONDS", 0)
    return absent


def bring(browser: Client, text: str = PASTED) -> BroughtText:
    """Paste a text; it must be in line afterwards, on a page of its own."""
    answer = browser.post(PAGE, {"text": text})
    newest = BroughtText.objects.latest("brought_at")
    assert answer.headers["Location"] == DeskPage.BROUGHT_TEXT.address(newest.pk)
    return newest


def look(browser: Client, text: BroughtText) -> tuple[str, str]:
    """What the text's page says, and after how many seconds it asks for itself again."""
    answer = browser.get(DeskPage.BROUGHT_TEXT.address(text.pk))
    assert answer.status_code == 200
    again = html.fromstring(answer.content).xpath("//noscript/meta[@http-equiv='refresh']/@content")
    return text_of(answer), "".join(again)


@pytest.mark.long
def test_slow_work_is_done_two_at_a_time_in_the_order_it_came(
    eve: Client, reader: AbsentReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "GIVEN_UP_AFTER", dt.timedelta(hours=1))  # however slow the machine is
    texts = [bring(eve, f"{PASTED}\n{number}") for number in range(5)]
    assert reader.handed == [text.pk for text in texts[:2]]
    says = [look(eve, text) for text in texts]
    assert re.search(r"Being read\. \d+ of at most 10 seconds", says[0][0])
    assert "Next in line" in says[2][0]
    assert "3rd in line" in says[4][0]
    assert {refresh for _, refresh in says} == {"2"}
    read_brought_text(texts[0].pk)
    assert begin_next(timezone.now()) == [texts[2].pk]
    assert place_in_line(texts[4]) == 2


def test_what_was_read_meanwhile_stands_on_the_texts_own_page(eve: Client, reader: AbsentReader) -> None:
    text = bring(eve)
    read_brought_text(text.pk)
    said, refresh = look(eve, text)
    assert "Make the draft" not in said  # a button's value is no text
    assert "Who is credited" in said
    assert refresh == ""


def test_a_text_that_is_stopped_stays_there_and_can_be_read_again(eve: Client, reader: AbsentReader) -> None:
    text = bring(eve)
    address = DeskPage.BROUGHT_TEXT.address(text.pk)
    assert eve.post(address, {"stop": "Stop"}).status_code == 302
    said, refresh = look(eve, text)
    assert "You stopped the reading" in said
    assert "A pier is a promise, and someone keeps it." in said
    assert refresh == ""
    read_brought_text(text.pk)  # the reader had it already
    text.refresh_from_db()
    assert (text.state, text.read) == (Stage.STOPPED, None)
    eve.post(address, {"again": "Read it again"})
    read_brought_text(text.pk)
    assert "Who is credited" in look(eve, text)[0]


def test_a_formatted_text_that_is_not_read_is_given_back_in_words(eve: Client, reader: AbsentReader) -> None:
    text = bring(
        eve,
        "<h2>Who Pays?</h2><p>A <em>pier</em> &amp; a<br>promise<span data-footnote>A note.</span>.</p>"
        "<ul><li><p>One</p></li></ul>",
    )
    answer = eve.post(DeskPage.BROUGHT_TEXT.address(text.pk), {"stop": "Stop"}, follow=True)
    (given,) = html.fromstring(answer.content.decode()).xpath("//textarea[@id='pasted']")
    assert given.text.split() == "Who Pays? A pier & a promise. One A note.".split()


def test_a_text_whose_reader_was_ended_is_read_once_more_then_refused(
    eve: Client, reader: AbsentReader
) -> None:
    text = bring(eve)
    for handed in (2, 2):
        BroughtText.objects.update(begun_at=timezone.now() - dt.timedelta(minutes=1))
        said, _ = look(eve, text)
        assert len(reader.handed) == handed
    assert "was ended, twice" in said
    assert "A pier is a promise" in said


def test_what_cannot_be_read_says_why_on_its_page(eve: Client, reader: AbsentReader) -> None:
    eve.post(PAGE, {"file": SimpleUploadedFile("odd.docx", b"not a Word file")})
    text = BroughtText.objects.get()
    read_brought_text(text.pk)
    text.refresh_from_db()
    assert text.state == Stage.REFUSED
    said, refresh = look(eve, text)
    assert text.refusal in said
    assert "odd.docx was not read" in said
    assert refresh == ""


def test_a_desk_that_lacks_what_a_piece_needs_says_so_and_keeps_the_text(eve: Client) -> None:
    Institution.objects.update(is_home=False, default_kind=None)
    answer = eve.post(PAGE, {"text": PASTED})
    assert answer.status_code == 200
    assert "name the content type" in text_of(answer)
    assert "A pier is a promise" in text_of(answer)


def test_a_text_is_shown_to_who_brought_it_and_to_nobody_else(
    eve: Client, paul: Client, reader: AbsentReader
) -> None:
    address = DeskPage.BROUGHT_TEXT.address(bring(eve).pk)
    assert paul.get(address).status_code == paul.post(address, {"stop": "1"}).status_code == 404
    assert eve.get(DeskPage.BROUGHT_TEXT.address(uuid.uuid4())).status_code == 404


def test_a_text_is_kept_for_a_day_or_until_its_draft_is_made(
    eve: Client, editor: User, reader: AbsentReader
) -> None:
    at = timezone.now()
    old = BroughtText.objects.create(
        content=b"a", brought_by=editor, brought_at=at - dt.timedelta(days=1, minutes=1)
    )
    new = bring(eve)
    assert not BroughtText.objects.filter(pk=old.pk).exists()
    assert bytes(BroughtText.objects.get(pk=new.pk).content).decode() == PASTED


def test_a_file_keeps_its_name_and_is_read_at_once_while_there_is_time(eve: Client) -> None:
    file = SimpleUploadedFile("pier.txt", PASTED.encode())
    assert "Who is credited" in text_of(eve.post(PAGE, {"file": file}))
    assert BroughtText.objects.get().file_name == "pier.txt"
