"""What kinds of files are taken as they are, and the sentence for each that is not."""

import json
import re
import time
from pathlib import PurePath

import pytest

from documents.files.__main__ import answer
from documents.files.read import MAX_BYTES, read_document
from pictures.files import child
from pictures.files.child import ChildReader, ReaderFailed
from pictures.files.errors import NotTaken
from tests.documents.made_files import WHOLE, hostile, pdf_file

SECONDS = 3  # of work


def test_whole_files_are_taken_with_what_they_say_of_themselves() -> None:
    read = {name: answer(make(), PurePath(name).suffix.lower()[1:]) for name, make in WHOLE.items()}
    assert not [name for name, values in read.items() if "refused" in values]
    assert read["report.pdf"] == {
        "file_format": "pdf",
        "pages": 1,
        "statements": {
            "title": "Harbour Dues in Winter", "language": "en-GB", "author": "ida", "is_tagged": True,
        },
    }  # fmt: skip
    assert read["long.pdf"]["pages"] == 12_000
    assert read["dues.docx"]["statements"] == {"title": "Dues", "language": "de-DE", "author": "ida"}


def test_every_hostile_or_broken_file_gets_its_sentence_at_once() -> None:
    wrong = []
    for name, content, sentence in hostile():
        ending, began = PurePath(name).suffix.lower()[1:], time.process_time()
        try:
            if content and len(content) <= MAX_BYTES and ending not in ("", "zip", "svg"):
                said = json.loads(json.dumps(answer(content, ending))).get("refused", "taken")
            else:
                read_document(content, name)
                said = "taken"
        except NotTaken as refusal:
            said = str(refusal)
        seconds = time.process_time() - began
        if not re.search(sentence, said) or seconds > SECONDS:
            wrong.append(f"{name}: {said} ({seconds:.1f} s)")
    assert not wrong


def test_a_child_reads_the_file_and_its_limits_and_faults_are_sentences(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert read_document(pdf_file(pages=3), "REPORT.PDF").pages == 3
    with pytest.raises(NotTaken, match="damaged"):
        read_document(pdf_file()[:200], "cut.pdf")
    with pytest.raises(ReaderFailed, match="KeyError"):
        ChildReader("documents.files", "").answer(b"PK\x03\x04", "exe")
    monkeypatch.setattr(child, "MAX_SECONDS", 0.01)
    with pytest.raises(NotTaken, match="too much time or memory"):
        read_document(pdf_file(), "slow.pdf")
