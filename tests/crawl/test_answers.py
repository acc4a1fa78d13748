from pathlib import Path

from tests.crawl.answers import INDEX, compare, write_answer


def crawl_of(folder: Path, answers: dict[str, str]) -> Path:
    folder.mkdir()
    lines = [
        write_answer(folder, "reader", "GET", address, 200, ["Vary: Cookie"], body.encode())
        for address, body in answers.items()
    ]
    (folder / INDEX).write_text("".join(f"{line}\n" for line in lines))
    return folder


def test_equal_crawls_have_no_difference(tmp_path: Path) -> None:
    answers = {"/": "<p>Home</p>", "/articles/ferry/?page=2": "<p>Ferry</p>"}
    assert not list(compare(crawl_of(tmp_path / "a", answers), crawl_of(tmp_path / "b", answers)))


def test_a_comparison_lists_missing_answers_and_changed_lines(tmp_path: Path) -> None:
    before = crawl_of(tmp_path / "before", {"/": "<p>Home</p><p>Old</p>", "/gone/": "", "/same/": "x"})
    after = crawl_of(tmp_path / "after", {"/": "<p>Home</p><p>New</p>", "/same/": "x"})
    missing, differing, *diff = compare(before, after)
    assert missing == f"only in {before}: reader GET /gone/: 200"
    assert differing == "differs: reader GET /"
    assert [line for line in diff if line.startswith(("    -p", "    +p"))] == [
        "    -p>Old</p>",
        "    +p>New</p>",
    ]


def test_a_difference_of_white_space_is_shown(tmp_path: Path) -> None:
    before, after = crawl_of(tmp_path / "a", {"/": "<p>\n<b>"}), crawl_of(tmp_path / "b", {"/": "<p><b>"})
    assert "    +<p><b>" in list(compare(before, after))
