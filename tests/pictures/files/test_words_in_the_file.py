"""The words that a picture's file brings along are read from its three layers before they are taken out of it."""

import datetime as dt

import pytest

from pictures.files.check import open_checked
from pictures.files.metadata import Found, found_in
from tests.pictures.files.photos import drawing, exif, file_of, iim, with_segment, xmp

ALT = (
    "<rdf:Alt><rdf:li xml:lang='de'>Ein Kran</rdf:li><rdf:li xml:lang='x-default'>A crane</rdf:li></rdf:Alt>"
)


def found(content: bytes) -> Found:
    return found_in(open_checked(content))


def test_an_agency_s_words_are_read_from_xmp() -> None:
    packet = xmp(
        dc_creator="<rdf:Seq><rdf:li>Ida Quay</rdf:li><rdf:li>Nils Brandt</rdf:li></rdf:Seq>",
        dc_rights="<rdf:Alt><rdf:li xml:lang='x-default'>© 2026 Harbour Pictures</rdf:li></rdf:Alt>",
        dc_description="<rdf:Alt><rdf:li xml:lang='x-default'>A crane at the quay</rdf:li></rdf:Alt>",
        photoshop_Credit="Ida Quay/Harbour Pictures",
        photoshop_Source="Harbour Pictures",
        photoshop_City="Larnmouth",
        photoshop_Country="Norland",
        photoshop_DateCreated="2026-03-01T10:00:00+01:00",
        core_AltTextAccessibility=ALT,
        ext_PersonInImage="<rdf:Bag><rdf:li>Lena Falk</rdf:li></rdf:Bag>",
    )
    assert found(file_of(drawing(), xmp=packet)) == Found(
        creator="Ida Quay, Nils Brandt",
        credit="Ida Quay/Harbour Pictures",
        source="Harbour Pictures",
        rights="© 2026 Harbour Pictures",
        description="A crane at the quay",
        alt="A crane",
        place="Larnmouth, Norland",
        taken_on=dt.date(2026, 3, 1),
        people=("Lena Falk",),
    )


@pytest.mark.parametrize("to", ["PNG", "WEBP"])
def test_xmp_is_read_from_other_formats_too(to: str) -> None:
    content = file_of(drawing(), to, **({"xmp": xmp(photoshop_Credit="Harbour")} if to == "WEBP" else {}))
    if to == "PNG":
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp(photoshop_Credit="Harbour").decode())
        content = file_of(drawing(), to, pnginfo=info)
    assert found(content).credit == "Harbour"


def test_iptc_is_read_where_there_is_no_xmp_in_its_own_characters() -> None:
    content = with_segment(
        file_of(drawing()), iim((80, "Zoë Ångström"), (110, "Harbour"), (90, "Larnmouth"), (55, "20260301"))
    )
    said = found(content)
    assert (said.creator, said.credit, said.place) == ("Zoë Ångström", "Harbour", "Larnmouth")
    assert said.taken_on == dt.date(2026, 3, 1)


def test_exif_completes_what_the_other_layers_leave_open() -> None:
    content = file_of(
        drawing(), exif=exif(Artist="Someone else", Copyright="Harbour"), xmp=xmp(photoshop_Credit="Ida Quay")
    )
    said = found(content)
    assert (said.credit, said.creator, said.rights) == ("Ida Quay", "Someone else", "Harbour")


@pytest.mark.parametrize(
    "packet",
    [
        b"no xml",
        b"<x" + b"a" * 100,
        xmp(dc_rights="&lol;"),
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>',
        xmp(dc_rights="x" * 40_000),
        xmp(photoshop_DateCreated="0000-00-00", dc_rights="\u202eevil\u2066 &#10; words"),
    ],
)
def test_broken_or_hostile_words_cost_the_words_and_not_the_picture(packet: bytes) -> None:
    said = found(file_of(drawing(), xmp=packet))
    assert len(said.rights) <= 2000
    assert "\n" not in said.rights
    assert "\u202e" not in said.rights
    assert "file:" not in str(said)
