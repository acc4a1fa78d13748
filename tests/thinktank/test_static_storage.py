import re
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from tests.house.figures import ROOT
from thinktank.static_files.joining import tight
from thinktank.static_files.storage import HashedStaticFiles

STATIC = ROOT / "reading/static/desk"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def test_before_files_are_collected_pages_name_them_plainly(tmp_path):
    assert (
        HashedStaticFiles(location=tmp_path, base_url="/static/").url("desk/mark.svg")
        == "/static/desk/mark.svg"
    )


def test_a_file_that_is_missing_among_those_collected_is_an_error(tmp_path):
    storage = HashedStaticFiles(location=tmp_path, base_url="/static/")
    storage.hashed_files = {"desk/mark.svg": "desk/mark.0123.svg"}
    assert storage.url("desk/mark.svg") == "/static/desk/mark.0123.svg"
    with pytest.raises(ValueError, match="Missing staticfiles manifest entry"):
        storage.url("desk/other.svg")


def test_the_list_of_static_files_is_not_public(tmp_path, settings):
    settings.DESK_HOME, public = tmp_path, tmp_path / "static"
    storage = HashedStaticFiles(location=public, base_url="/static/")
    storage.hashed_files = {"desk/mark.svg": "desk/mark.0123.svg"}
    storage.save_manifest()
    assert (tmp_path / "staticfiles.json").exists()
    assert not (public / "staticfiles.json").exists()
    assert HashedStaticFiles(location=public, base_url="/static/").url("desk/mark.svg").endswith("0123.svg")


def test_the_public_sheets_are_collected_as_one(tmp_path, settings):
    settings.DESK_HOME, source = tmp_path, FileSystemStorage(ROOT / "reading/static")
    storage = HashedStaticFiles(location=tmp_path / "static", base_url="/static/")
    names = [path.relative_to(ROOT / "reading/static").as_posix() for path in STATIC.rglob("*.*")]
    assert [result for *_, result in storage.post_process({name: (source, name) for name in names})]
    sheet = Path(storage.path(storage.stored_name("desk/public.css")))
    text = sheet.read_text()
    apart = ("public", "typefaces-", "search")
    parts = [path for path in STATIC.glob("*.css") if not path.name.startswith(apart)]
    assert "search-filters" not in text, "only the page of the search asks for its sheet"
    strings = re.compile(r'"[^"]*"')
    for part in parts:
        rules = tight(part.read_text())
        assert strings.findall(rules) == strings.findall(COMMENT.sub("", part.read_text()))
        assert re.sub(r"url\([^)]*\)", "", rules) in re.sub(r"url\([^)]*\)", "", text), part.name
    assert "@import" not in text
    assert text.count("{") == text.count("}")
    assert re.search(r"@media print\{ ?@page", text)
    assert all((sheet.parent / face).exists() for face in re.findall(r'url\("(typefaces/[^"]*)"\)', text))
    with_cyrillic = Path(storage.path(storage.stored_name("desk/public-cyrillic.css"))).read_text()
    assert with_cyrillic.startswith(text)
    assert "typefaces/sans-cyrillic." in with_cyrillic
    assert Path(f"{sheet}.br").stat().st_size < 10_000
