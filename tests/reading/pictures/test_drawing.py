"""Figures as HTML: sizes for every screen, room for them before they come, words in their language."""

import pytest
from lxml import html

from articles.models.edition import Edition
from reading.pictures.doors import IN_A_COPY, IN_A_FEED, ON_THE_PAGE, PictureDoor
from reading.pictures.figures import lead_html, with_pictures
from reading.pictures.places import PORTRAIT, setting_of, shape_of
from tests.reading.pictures.printed import QUAY, figure, printed


def drawn(edition: Edition, door: PictureDoor = ON_THE_PAGE):
    return html.fromstring(f"<div>{with_pictures(edition.body, edition, door)}</div>")


def image(edition: Edition, door: PictureDoor = ON_THE_PAGE):
    (found,) = drawn(edition, door).iter("img")
    return found


def test_a_figure_offers_every_size_in_two_formats_within_two_kilobytes() -> None:
    edition = printed(figure("wide", caption="At <em>noon</em>."))
    source, shown = drawn(edition).find(".//source"), image(edition)
    folder = "/pictures/quayquayquayquayquayquayqu"
    assert source.get("type") == "image/avif"
    for element, file_format in ((source, "avif"), (shown, "jpeg")):
        sizes = [f"{folder}/{width}.{file_format} {width}w" for width in (480, 960, 1440, 1920)]
        assert element.get("srcset") == ", ".join(sizes)
        assert (
            element.get("sizes")
            == "(min-width: 64.2rem) 59rem, (min-width: 28.125rem) 92vw, calc(100vw - 2.25rem)"
        )
    assert shown.get("src") == f"{folder}/960.jpeg"
    said = html.tostring(drawn(edition).find(".//figcaption"), encoding="unicode")
    assert said == (
        '<figcaption>At <em>noon</em>. <span class="credit">Ida Quay/Lantern</span> '
        '<span class="licence"><a href="https://licences.example/by">CC BY 4.0</a></span></figcaption>'
    )
    assert len(with_pictures(edition.body, edition, ON_THE_PAGE)) < 2000


@pytest.mark.parametrize(
    ("crop", "size", "classes"),
    [
        ("", ("1920", "1280"), "picture"),
        ("16:9", ("1920", "1080"), "picture crop-16-9 across-30 down-70"),
        ("1:1", ("1280", "1280"), "picture crop-1-1 across-30 down-70"),
    ],
)
def test_there_is_room_for_a_picture_before_it_comes(crop: str, size: tuple[str, str], classes: str) -> None:
    edition = printed(figure(crop=crop))
    shown = image(edition)
    assert (shown.get("width"), shown.get("height")) == size
    assert drawn(edition).find("figure").get("class") == classes


def test_a_crop_asks_for_a_file_that_is_sharp_at_its_height() -> None:
    panorama = printed(figure(crop="1:1"), width=4000, height=1000)
    assert image(panorama).get("sizes").startswith("(min-width: 42.4rem) 156rem")  # four times 39


def test_a_wide_picture_cut_to_a_portrait_asks_for_its_whole_width() -> None:
    assert setting_of(PORTRAIT, shape_of(1600, 1000, "1:1")).sizes == (
        "(min-width: 36rem) calc((11rem) * 1.6), calc((7.5rem) * 1.6)"
    )


@pytest.mark.parametrize(
    ("place", "width", "height", "classes"),
    [
        ("wide", 3000, 2000, "picture wide"),
        ("full", 3000, 2000, "picture full"),
        ("full", 2000, 3000, "picture wide at-26"),
        ("wide", 2000, 2000, "picture wide at-39"),
        ("", 2000, 3000, "picture at-26"),
        ("", 1000, 5000, "picture"),  # a long graphic, which is read from top to bottom
        ("full", 400, 300, "picture small"),
    ],
)
def test_no_picture_is_higher_than_a_window_or_blown_up(
    place: str, width: int, height: int, classes: str
) -> None:
    widths = sorted({min(width, most) for most in (480, 960, 1440, 1920)})
    edition = printed(figure(place), width=width, height=height, widths=widths)
    assert drawn(edition).find("figure").get("class") == classes


def test_the_first_picture_of_a_page_is_loaded_at_once_and_no_other() -> None:
    both = figure() + "<p>One.</p>" + figure()
    with_lead, without = printed(both, lead={}), printed(both)
    assert [one.get("loading") for one in drawn(with_lead).iter("img")] == ["lazy", "lazy"]
    assert [one.get("loading") for one in drawn(without).iter("img")] == [None, "lazy"]
    lead = html.fromstring(lead_html(with_lead, ON_THE_PAGE))
    assert [(one.get("fetchpriority"), one.get("loading")) for one in lead.iter("img")] == [("high", None)]


def test_a_feed_has_one_size_with_its_whole_address_and_no_crop(settings) -> None:
    shown = image(printed(figure("wide", "1:1"), file="a" * 26), IN_A_FEED)
    assert dict(shown.attrib) == {
        "src": f"{settings.SITE_URL}/pictures/{'a' * 26}/960.jpeg", "width": "960", "height": "640", "alt": "Cranes",
    }  # fmt: skip
    small = image(printed(figure(), width=300, height=200, widths=[300]), IN_A_FEED)
    assert (small.get("width"), small.get("height")) == ("300", "200")


def test_only_what_may_be_passed_on_is_in_a_copy_and_another_leaves_with_its_caption() -> None:
    body = f"<p>One.</p>{figure(caption='Not yours.')}<p>Two.</p>"
    ours = printed(body, lead={})
    assert with_pictures(body, ours, IN_A_COPY) == "<p>One.</p><p>Two.</p>"
    assert lead_html(ours, IN_A_COPY) == ""
    free = printed(body, lead={}, may_be_passed_on=True)
    assert "Not yours." in with_pictures(body, free, IN_A_COPY)
    assert "<img" in lead_html(free, IN_A_COPY)


def test_a_figure_without_a_printed_picture_is_not_drawn() -> None:
    edition = printed(f"<p>One.</p>{figure(caption='Gone.').replace(QUAY, QUAY.replace('7', '8'))}")
    assert with_pictures(edition.body, edition, ON_THE_PAGE) == "<p>One.</p>"
    earlier = Edition(body=edition.body, language="en", printed={})
    assert with_pictures(earlier.body, earlier, ON_THE_PAGE) == "<p>One.</p>"
    assert lead_html(earlier, ON_THE_PAGE) == ""


def test_words_of_a_picture_in_another_language_say_so() -> None:
    offered = image(printed(figure(alt="Zwei Kräne"), description="Zwei Kräne", picture_language="de"))
    assert offered.get("lang") == "de"
    written_here = image(printed(figure(alt="Cranes"), description="Zwei Kräne", picture_language="de"))
    assert written_here.get("lang") is None
    edition = printed(figure(alt="رافعتان", caption="ميناء"))
    assert (image(edition).get("lang"), image(edition).get("dir")) == ("und-Arab", "auto")
    caption = drawn(edition).find(".//figcaption/span")
    assert (caption.get("lang"), caption.text) == ("und-Arab", "ميناء")


def test_words_of_a_lead_picture_are_text_and_no_markup() -> None:
    edition = printed(lead={"alt": '"><b>', "caption": "Docks & <b>cranes</b>"})
    shown = html.fromstring(lead_html(edition, ON_THE_PAGE))
    assert shown.xpath("//b") == []
    assert shown.find(".//figcaption").text == "Docks & <b>cranes</b> "
    assert shown.find(".//img").get("alt") == '"><b>'
