"""The environment file has one meaning for every command, and a line that could have two is refused."""

import os
from pathlib import Path

import pytest
from environs import EnvError
from hypothesis import given
from hypothesis import strategies as st

from thinktank import environment_file
from thinktank.environment import PROJECT
from thinktank.environment_file import load_environment_file, read_environment_file

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=40)
PLAIN = st.text(
    st.characters(min_codepoint=33, exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), min_size=1
)


def values(text: str, folder: Path) -> dict[str, str]:
    file = folder / "desk.env"
    file.write_text(text, encoding="utf-8", newline="")
    return read_environment_file(file)


@pytest.mark.parametrize(
    "value",
    [
        "postgres://desk:s3cret@db.example.org/desk?sslmode=require&connect_timeout=5",
        "a$HOME${HOME}`date`$(date)",
        "pa#ss;word|<>*?~!",
        r"back\slash\n",
        "two words",
        "it's",
        'a "quoted" word',
        "ends with =",
    ],
)
def test_a_value_is_taken_as_it_stands(value: str, tmp_path: Path) -> None:
    assert values(f"SECRET_KEY={value}\nPORT=1\n", tmp_path) == {"SECRET_KEY": value, "PORT": "1"}


@given(TEXT)
def test_any_text_in_single_quotes_comes_back(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    folder = Path(os.environ["DESK_HOME"])
    assert values(f"A='{quoted}'\n", folder) == {"A": text}


@given(PLAIN.filter(lambda text: text[0] not in "#'\""))
def test_any_word_without_quotes_comes_back(text: str) -> None:
    assert values(f"A={text}\n", Path(os.environ["DESK_HOME"])) == {"A": text}


def test_comments_empty_lines_windows_lines_a_byte_order_mark_and_export_are_read(tmp_path: Path) -> None:
    text = "\ufeff# the desk\r\n\r\nexport PORT=8001\r\n  DESK_SAMPLE = 0\r\nA='b # c' # why\r\nB=\r\n"
    assert values(text, tmp_path) == {"PORT": "8001", "DESK_SAMPLE": "0", "A": "b # c", "B": ""}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("PORT", "line 3: write NAME=value"),
        ("just a note", "line 3: write NAME=value"),
        ("SECRET_KEY='half", "line 3: write NAME=value, and close every quote"),
        ("SECRET_KEY='a'b", "line 3: write NAME=value"),
        ("SECRET_KEY=pass #word", "line 3: put the value of SECRET_KEY in single quotes"),
        ("PORT=8001  # for a try", "line 3: put the value of PORT in single quotes, or its comment"),
        ("SECRET_KEY= #word", "line 3: put the value of SECRET_KEY in single quotes"),
        ("PORT=1\nPORT=2", "line 4: PORT is set twice"),
        ("DATABASE_URI=postgres://x/y", "line 3: the desk has no variable DATABASE_URI; DATABASE_URL is one"),
        ("2ND=x", "line 3: “2ND” is not the name"),
        ("A=\0", "line 3: A has a NUL"),
    ],
)
def test_a_line_with_two_meanings_or_none_is_refused_by_its_number(
    line: str, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(EnvError, match=sentence):
        values(f"# one\n\n{line}\n", tmp_path)


def test_a_file_that_is_named_and_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_ENV_FILE", str(tmp_path / "missing.env"))
    with pytest.raises(EnvError, match=r"missing\.env cannot be read: No such file"):
        load_environment_file()
    (tmp_path / "missing.env").write_bytes(b"A=\xff\n")
    with pytest.raises(EnvError, match="is not UTF-8"):
        load_environment_file()


def test_what_the_environment_has_already_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("PORT=8001\nDESK_LANGUAGE=de\n")
    monkeypatch.setattr(environment_file, "PROJECT", tmp_path)
    monkeypatch.delenv("DESK_ENV_FILE")
    monkeypatch.setenv("PORT", "8002")
    monkeypatch.setenv("DESK_LANGUAGE", "")
    monkeypatch.delenv("DESK_LANGUAGE")
    load_environment_file()
    assert (os.environ["PORT"], os.environ["DESK_LANGUAGE"]) == ("8002", "de")


def test_every_variable_of_the_manual_is_known_by_name() -> None:
    manual = (PROJECT / "docs" / "operations.md").read_text()
    rows = [line.split("`")[1] for line in manual.splitlines() if line.startswith("| `")]
    documented = {name for name in rows if name.isupper()} - {"DESK_ENV_FILE"}
    assert documented == set(environment_file.VARIABLES) - {"DEBUG"}
