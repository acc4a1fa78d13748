import pytest

from thinktank.static_files.storage import HashedStaticFiles


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
