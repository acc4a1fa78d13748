"""A picture is kept as people see it: upright, in the colours of a good screen, without idle transparency."""

import io

import pytest
from PIL import Image, ImageCms

from pictures.files.__main__ import answer
from pictures.files.check import open_checked
from pictures.files.decode import decode
from pictures.files.look import ALIKE, difference, look_of
from pictures.files.renditions import formats_of, rendition_of, rendition_of_master, widths_of
from tests.pictures.files.photos import drawing, exif, file_of

RED, SEA = (192, 57, 43), (31, 78, 102)


def seen(content: bytes) -> Image.Image:
    return decode(open_checked(content))


def at(picture: Image.Image, across: float, down: float) -> tuple[int, ...]:
    found = picture.convert("RGB").getpixel((int(picture.width * across), int(picture.height * down)))
    assert isinstance(found, tuple)
    return found


def is_near(one: tuple[int, ...], other: tuple[int, ...], within: int = 12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_taken_with_the_camera_turned_stands_upright(orientation: int) -> None:
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    as_taken = drawing().transpose(turns[orientation]) if orientation in turns else drawing()
    picture = seen(file_of(as_taken, quality=95, exif=exif(Orientation=orientation)))
    assert picture.size == (640, 400)
    assert is_near(at(picture, 0.12, 0.3), RED)
    assert is_near(at(picture, 0.5, 0.9), SEA)


def test_a_picture_with_another_profile_keeps_the_colours_that_are_seen() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert is_near(at(seen(file_of(drawing(), quality=95, icc_profile=lab)), 0.5, 0.9), SEA)


def test_a_broken_profile_costs_its_colours_and_not_the_picture() -> None:
    assert is_near(at(seen(file_of(drawing(), "PNG", icc_profile=b"no profile")), 0.5, 0.9), SEA)


def test_sixteen_bits_become_eight_without_turning_white() -> None:
    grey = drawing(mode="L")
    deep = grey.convert("I").point(lambda value: value * 257).convert("I;16")
    assert is_near(at(seen(file_of(deep, "PNG")), 0.5, 0.9), at(grey, 0.5, 0.9), within=2)


def test_a_transparent_picture_stays_so_and_one_that_uses_none_loses_it() -> None:
    clear = drawing(mode="RGBA")
    clear.putpixel((0, 0), (0, 0, 0, 0))
    assert formats_of(seen(file_of(clear, "PNG"))) == ("avif", "png")
    assert formats_of(seen(file_of(drawing(mode="RGBA"), "PNG"))) == ("avif", "jpeg")


def test_of_an_animation_the_first_frame_is_kept() -> None:
    frames = file_of(drawing(mode="P"), "GIF", save_all=True, append_images=[Image.new("P", (640, 400))] * 3)
    assert is_near(at(seen(frames), 0.12, 0.3), RED)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(4000, (480, 960, 1440, 1920)), (1000, (480, 960, 1000)), (300, (300,)), (480, (480,)), (1, (1,))],
)
def test_a_picture_is_served_in_widths_up_to_its_own(width: int, widths: tuple[int, ...]) -> None:
    assert widths_of(width) == widths


def test_every_rendition_has_its_width_and_the_picture_s_proportions() -> None:
    for to in ("avif", "jpeg", "png"):
        made = Image.open(io.BytesIO(rendition_of(drawing(), 480, to)))
        assert (made.size, not made.getexif(), "icc_profile" in made.info) == ((480, 300), True, False)


def test_a_chart_is_kept_without_loss_and_a_photo_as_a_photo() -> None:
    assert answer(file_of(drawing(), "PNG"))[0]["master_format"] == "png"
    assert answer(file_of(drawing()))[0]["master_format"] == "jpeg"


def test_the_same_picture_smaller_paler_and_in_another_format_looks_alike() -> None:
    photo = drawing(1200, 750)
    for other in (photo.resize((300, 188)), photo.convert("L"), seen(file_of(photo, quality=20))):
        assert difference(look_of(photo), look_of(other)) <= ALIKE
    assert difference(look_of(photo), look_of(photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT))) > ALIKE


def test_a_size_that_is_made_of_a_smaller_decoded_master_is_as_high_and_looks_the_same() -> None:
    whole = drawing(2001, 1251)
    of_whole, of_master = (
        Image.open(io.BytesIO(made))
        for made in (
            rendition_of(whole, 480, "jpeg"),
            rendition_of_master(file_of(whole, quality=92), 480, "jpeg"),
        )
    )
    assert of_master.size == of_whole.size == (480, 300)
    assert difference(look_of(of_master), look_of(of_whole)) <= ALIKE
