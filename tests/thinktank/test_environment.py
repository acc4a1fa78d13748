"""What a machine tells the desk is typed, and what is wrong is refused with a sentence that names it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.http.request import split_domain_port, validate_host
from environs import EnvError
from hypothesis import given
from hypothesis import strategies as st

from thinktank import environment
from thinktank.environment import PROJECT

pytestmark = pytest.mark.long


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "desk.localhost", "[::1]", "127.8.8.8:81"])
def test_a_loopback_host_is_this_machine_only(host: str) -> None:
    assert environment.is_loopback(f"http://{host}")
    assert not environment.is_public(f"https://{host}")


@pytest.mark.parametrize("host", ["10.1.2.3", "192.168.0.9", "desk", "desk.local", "desk.test", "a.internal"])
def test_a_host_of_the_house_is_neither_this_machine_nor_the_world(host: str) -> None:
    assert not environment.is_loopback(f"https://{host}")
    assert not environment.is_public(f"https://{host}")


@pytest.mark.parametrize("host", ["desk.example.org", "8.8.8.8", "xn--bcher-kva.example:8443"])
def test_a_public_host_is_production_by_https_only(host: str) -> None:
    assert environment.is_public(f"https://{host}")
    assert not environment.is_public(f"http://{host}")


@given(st.text(max_size=40))
def test_no_address_of_a_site_is_taken_but_scheme_and_host(said: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        try:
            patch.setenv("SITE_URL", f"https://{said}")
        except ValueError:  # a character no environment holds
            return
        try:
            site = environment.site_url(8000)
        except EnvError:
            return
        assert site.count("/") == 2
        assert "@" not in site
        assert "?" not in site


@pytest.mark.parametrize(
    "site",
    [
        "desk.example.org",
        "ftp://desk.example.org",
        "https://desk.example.org/sub",
        "https://a:b@c.org",
        "//x",
    ],
)
def test_a_wrong_site_address_is_refused_with_an_example(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", site)
    with pytest.raises(EnvError, match=r"SITE_URL .* must be like https://desk\.example\.org"):
        environment.site_url(8000)


def test_without_a_site_address_the_desk_is_on_its_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "")
    assert environment.site_url(8123) == "http://127.0.0.1:8123"


@pytest.mark.parametrize(
    ("site", "host"),
    [
        ("http://[2001:db8::1]:8000", "[2001:db8::1]"),
        ("https://[2001:db8::1]", "[2001:db8::1]"),
        ("https://desk.example.org:8443", "desk.example.org"),
    ],
)
def test_the_desk_answers_to_the_host_of_its_address(site: str, host: str, tmp_path: Path) -> None:
    code = "from thinktank import settings; print(settings.ALLOWED_HOSTS[0])"
    environ = {**os.environ, "DESK_HOME": str(tmp_path), "SITE_URL": site}
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, env=environ, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == host
    assert validate_host(split_domain_port(site.split("//")[1])[0], [host])


WRONG = {
    "PORT": ("eight", "PORT"),
    "DEBUG": ("perhaps", "DEBUG"),
    "SITE_URL": ("https://desk.example.org/news", "SITE_URL"),
    "DESK_TIME_ZONE": ("Atlantis/Capital", "DESK_TIME_ZONE"),
    "DATABASE_URL": ("sqlite:///desk.db", "DATABASE_URL"),
    "STATEMENT_TIMEOUT": ("soon", "STATEMENT_TIMEOUT"),
    "LOG_LEVEL": ("loud", "LOG_LEVEL"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting_ends_a_command_with_one_sentence(name: str, tmp_path: Path) -> None:
    value, named = WRONG[name]
    environ = {
        **os.environ,
        "DESK_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "thinktank.settings",
        name: value,
    }
    said = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=PROJECT, env=environ, capture_output=True, text=True
    )
    assert said.returncode == 1
    assert named in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    "url",
    [
        "postgres://u:s3#cret@host/desk",
        "postgres://u:s3?cret@host/desk",
        "postgres://u:s3cret@host/",
        "postgres://u:s3cret@host:port/desk",
        "postgres://[u:s3cret@host/desk",
        "u:s3cret@host/desk",
    ],
)
def test_an_address_of_a_database_that_was_cut_is_refused_without_its_password(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(EnvError, match=r"must be like postgres://user:password@host/database") as refused:
        environment.database(tmp_path)
    assert "s3" not in str(refused.value)


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "home" / "secret-key"
    key = environment.secret_key(file)
    assert len(key) >= 50
    assert environment.secret_key(file) == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_two_first_processes_agree_on_one_secret_key(tmp_path: Path) -> None:
    code = "import sys, pathlib; from thinktank import environment as e\n"
    code += "print(e.secret_key(pathlib.Path(sys.argv[1])))"
    command = [sys.executable, "-c", code, str(tmp_path / "secret-key")]
    both = [subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert len({process.communicate()[0] for process in both}) == 1


def test_every_statement_and_every_wait_for_a_lock_has_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for url in ("", "postgres://desk:secret@db.example.org/desk?options=-c%20search_path%3Ddesk"):
        monkeypatch.setenv("DATABASE_URL", url)
        options = environment.database(tmp_path)["OPTIONS"]["options"]
        assert "statement_timeout=30s" in options
        assert "max_parallel_workers_per_gather=0" in options
        assert "lock_timeout=2s" in options
    assert options.endswith("search_path=desk")


@pytest.mark.parametrize(
    "address",
    ["name", "s3://", "s3://N", "s3://name/folder", "s3://name?endpoint=minio:9000", "s3://name?zone=a"],
)
def test_an_address_of_a_bucket_that_is_none_is_refused_with_an_example(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICTURE_BUCKET", address)
    with pytest.raises(EnvError, match="s3://name"):
        environment.picture_storage(tmp_path)


@pytest.mark.parametrize(
    ("bucket", "sender", "origins"),
    [
        ("", "", []),
        ("", "x-accel", []),
        ("s3://port", "", []),
        ("s3://port?endpoint=https://s3.example.org&region=eu-1", "signed", ["https://s3.example.org"]),
        (
            "s3://port?region=eu-1",
            "signed",
            ["https://port.s3.amazonaws.com", "https://port.s3.eu-1.amazonaws.com"],
        ),
    ],
)
def test_pictures_come_from_the_desk_unless_a_setting_has_the_bucket_send_them(
    bucket: str, sender: str, origins: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICTURE_BUCKET", bucket)
    monkeypatch.setenv("PICTURES_SENDFILE", sender)
    assert environment.sender_of_pictures() == sender
    assert environment.origins_of_pictures() == origins


@pytest.mark.parametrize(("bucket", "sender"), [("", "signed"), ("s3://port", "x-accel"), ("", "nginx")])
def test_a_sender_that_has_no_pictures_is_refused(
    bucket: str, sender: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICTURE_BUCKET", bucket)
    monkeypatch.setenv("PICTURES_SENDFILE", sender)
    with pytest.raises(EnvError, match="x-accel"):
        environment.sender_of_pictures()
