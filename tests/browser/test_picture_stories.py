"""Pictures from the first file to the printed page, as editors and readers have them: by pointer, and by keyboard."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.models import Article
from disclaimers.models import Institution
from pictures.models import Picture
from tests.browser.choosers import chooser_by_key
from tests.browser.picture_files import draw_all, drop, photo
from tests.browser.test_by_keyboard import follow, tab_to, typed
from tests.browser.window import DESK, MARKS, PHONE, Window, in_a_window, until, whole_page
from tests.desk.pages import change_page
from tests.factories import ArticleFactory, LicenceFactory, PictureFactory, saved
from tests.intake.harbour import BODY
from tests.intake.word_files import paragraph, picture, word_file
from tests.pictures.files.photos import drawing, file_of

pytestmark = MARKS
CREDIT, LEAD_CREDIT = "Ida Quay/Harbour Pictures", "Nora Quill/Lantern"
NAME = "Harbour crane.jpg"
CARET_IS_IN_THE_LIST = "document.querySelector('.ProseMirror').editor.isActive('listItem')"
IS_DRAWN = "document.querySelector('.prose-figure img')?.naturalWidth === 480"
IS_CHOSEN = "document.querySelector('.picture-field img')?.naturalWidth > 0"
ALL_HERE = "() => [...document.images].every((image) => image.complete && image.naturalWidth)"
CROP = """image => {
    const { aspectRatio, objectPosition } = getComputedStyle(image);
    return `${aspectRatio} ${objectPosition}`;
}"""
BEYOND = "() => { const box = document.querySelector('dialog'); return box.scrollWidth - box.clientWidth; }"


@pytest.fixture
def piece(desk: Institution, now: Any) -> Article:
    """A draft; the library has one picture for all uses, and one without a permission."""
    body = "<p>Ships come in.</p><ul><li><p>One</p></li></ul><p>They leave.</p>"
    piece = ArticleFactory(headline="Tides", slug="tides", body=body, licence=LicenceFactory())
    saved(piece, at=now)
    PictureFactory(title="Old quay", credit=LEAD_CREDIT, description="Two cranes.", focus_across=80)
    PictureFactory(title="Lighthouse", cleared=False)
    draw_all()
    return piece


def begin(window: Window, piece: Article) -> None:
    window.log_in("eve")
    window.open(change_page(piece))
    window.wait_for_editors()


def test_a_photo_is_dropped_described_cropped_published_read_and_printed(
    live_server: Any, editor: User, piece: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        begin(window, piece)
        drop(page, photo(CREDIT), NAME, ".ProseMirror li")
        until(page, IS_DRAWN)
        seen["badges"] = page.locator(".prose-figure-badges").inner_text()
        page.get_by_role("button", name="Edit picture").click()
        page.get_by_label("Text alternative").fill("A crane lifts a box.")
        page.locator("dialog [contenteditable=true]").click()
        page.keyboard.type("The crane of 1911")
        page.get_by_label("Wider than the text").check()
        page.get_by_label("3:2").check()
        seen["faults in the dialog"] = window.faults("dialog")
        seen["dialog too wide"] = window.on_desk_and_phone(lambda: page.evaluate(BEYOND))
        with page.context.expect_page() as opened:
            page.get_by_role("link", name="Its record in the library").click()
        allow_by_pointer(Window(opened.value, window.site))
        page.get_by_role("button", name="Save picture").click()
        page.locator("summary", has_text="Lead picture").click()
        page.get_by_role("button", name="Choose a picture").click()
        page.get_by_role("button", name="Old quay").click()
        until(page, IS_CHOSEN)
        page.get_by_label("Crop of the lead picture").select_option("16:9")
        seen["faults in the form"] = window.faults(".picture-field, .prose-editor")
        page.locator(".submit-row button", has_text="Publish").click()
        page.wait_for_selector(".act-form")
        page.click(".act-form >> text=Publish now")
        page.wait_for_selector("text=is live: readers")
        with window.another_document():
            page.click("text=See the page")
        read(window, seen)

    window = in_a_window(live_server.url, steps)
    assert window.complaints == []
    assert seen.pop("badges") == "No text alternative yet\nPermission: Nothing on record"
    assert seen.pop("dialog too wide") == 0
    compare(seen, piece)


def allow_by_pointer(window: Window) -> None:
    """On the picture's page: the focal point, and that we and others may have it."""
    page = window.page
    page.locator(".picture-whole").scroll_into_view_if_needed()
    box = page.locator(".picture-whole").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.7)
    page.locator("#id_clearances-0-state").select_option("not_needed")
    page.check("[name=clearances-0-may_be_passed_on]")
    page.locator("[name=_continue]").click()
    page.wait_for_selector(".messagelist")
    page.close()


def test_the_same_is_done_by_keyboard_alone(live_server: Any, editor: User, piece: Article) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        begin(window, piece)
        describe_by_keyboard(window)
        tab_to(window, "summary", "Lead picture")
        typed(window, "<Enter>")
        tab_to(window, ".picture-field button", "Choose a picture")
        typed(window, "<Enter>")
        page.get_by_role("button", name="Lighthouse").wait_for()
        typed(window, "old")
        page.get_by_role("button", name="Lighthouse").wait_for(state="detached")
        typed(window, "<Tab>", "<Enter>")
        until(page, IS_CHOSEN)
        tab_to(window, "#id_lead_crop")
        typed(window, "Wide")
        follow(window, ".submit-row button", "Publish", ".act-form")
        tab_to(window, ".act-form [type=submit]", "Publish now")
        typed(window, "<Enter>")
        page.wait_for_selector("text=is live: readers")
        follow(window, "a", "See the page", ".article")
        read(window, seen)

    window = in_a_window(live_server.url, steps)
    assert window.complaints == []
    compare(seen, piece)


def describe_by_keyboard(window: Window) -> None:
    """Take a file into the text, and say all that is asked of it."""
    page = window.page
    tab_to(window, ".prose-editor > .ProseMirror")
    typed(window, "<Control+Home>", "<ArrowDown>")
    until(page, CARET_IS_IN_THE_LIST)  # the editor hears of it a moment later
    typed(window, "<Control+Alt+g>")
    page.get_by_role("button", name="Lighthouse").wait_for()
    tab_to(window, "dialog input[type=file]")
    chooser = chooser_by_key(window)
    chooser.set_files({"name": NAME, "mimeType": "image/jpeg", "buffer": photo(CREDIT)})
    page.get_by_label("Text alternative").wait_for()
    typed(window, "A crane lifts a box.")
    tab_to(window, "dialog [contenteditable=true]")
    typed(window, "The crane of 1911")
    tab_to(window, "dialog input[type=radio]")
    typed(window, "<ArrowRight>", "<Tab>", "<ArrowRight>", "<ArrowRight>")
    tab_to(window, "dialog a", "Its record", key="Shift+Tab")
    with page.context.expect_page() as opened:
        typed(window, "<Enter>")
    allow_by_keyboard(Window(opened.value, window.site))
    typed(window, "<Control+Enter>")
    until(page, IS_DRAWN)


def allow_by_keyboard(window: Window) -> None:
    whole_page(window.page, ".focal-mark")
    tab_to(window, ".focal-mark")
    typed(window, *["<Shift+ArrowLeft>", "<Shift+ArrowDown>"] * 2)
    tab_to(window, "#id_clearances-0-state")
    typed(window, "Not needed")
    tab_to(window, "[name=clearances-0-may_be_passed_on]")
    typed(window, "<Space>", "<Control+s>")
    window.page.wait_for_selector(".messagelist")
    window.page.close()


def read(window: Window, seen: dict[str, Any]) -> None:
    """Look at the page as readers, on glass and on paper, and at its other doors."""
    page = window.page
    page.evaluate("() => { for (const image of document.images) image.loading = 'eager'; }")
    until(page, ALL_HERE)
    seen["crops"] = [each.evaluate(CROP) for each in page.locator(".article .picture img").all()]
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        seen[f"faults at {size['width']}"] = window.faults()
        seen["too wide"] = max(seen.get("too wide", 0), window.overflow())
    page.emulate_media(media="print")
    seen["on paper"] = page.locator(".article figcaption .credit").all_inner_texts()
    seen["paper"] = page.pdf()[:4]
    page.emulate_media(media="screen")
    doors = {"page": "articles/tides/", "copy": "articles/tides/republish/", "feed": "feed.rss", "list": ""}
    seen |= {name: page.request.get(f"{window.site}/{path}").text() for name, path in doors.items()}


def compare(seen: dict[str, Any], piece: Article) -> None:
    """The piece as it is stored, and what readers had of it. (Others may have the crane from us, and not the quay.)"""
    crane, quay = Picture.objects.get(title="Harbour crane"), Picture.objects.get(title="Old quay")
    piece.refresh_from_db()
    assert piece.body == (
        "<p>Ships come in.</p><ul><li><p>One</p></li></ul>"
        f'<figure data-picture="{crane.uuid}" class="wide" data-crop="3:2"><img alt="A crane lifts a box.">'
        "<figcaption>The crane of 1911</figcaption></figure><p>They leave.</p>"
    )
    assert (piece.lead_picture, piece.lead_alt, piece.lead_crop) == (quay, "Two cranes.", "16:9")
    doors = {name: seen.pop(name) for name in ("page", "copy", "feed", "list")}
    assert {name: (text.count(CREDIT), text.count(LEAD_CREDIT)) for name, text in doors.items()} == {
        "page": (1, 2),
        "copy": (2, 0),
        "feed": (1, 2),
        "list": (0, 1),
    }  # fmt: skip (a page tells programs the credit of its lead picture too)
    assert seen.pop("crops") == ["16 / 9 80% 50%", "3 / 2 30% 70%"]
    assert (seen.pop("on paper"), seen.pop("paper")) == ([LEAD_CREDIT, CREDIT], b"%PDF")
    assert seen.pop("too wide") <= 0
    assert {name: faults for name, faults in seen.items() if faults} == {}


def test_a_word_file_with_three_pictures_becomes_a_draft_with_three_figures(
    live_server: Any, editor: User, desk: Institution
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open("/admin/articles/article/new-from-a-text/")
        page.locator("[name=file]").set_input_files(
            {"name": "tides.docx", "mimeType": "application/octet-stream", "buffer": word_text()}
        )
        page.get_by_role("button", name="Read it").click()
        page.locator(".intake-picture").nth(2).wait_for()
        seen["faults"] = window.faults("#content")
        seen["too wide"] = window.on_desk_and_phone(window.overflow)
        page.locator("[name=pictures-1-alt]").fill("A lock.")
        page.locator("[name=pictures-2-is_decorative]").check()
        with window.another_document():
            page.get_by_role("button", name="Make the draft").click()
        window.wait_for_editors()
        until(page, "document.querySelectorAll('.prose-figure img').length === 3")
        seen["figures"] = page.locator(".prose-figure").evaluate_all(
            "figures => figures.map((each) => each.getAttribute('aria-label'))"
        )
        seen["said"] = page.locator(".prose-figure").all_inner_texts()

    assert in_a_window(live_server.url, steps).complaints == []
    assert (seen["faults"], max(0, seen["too wide"])) == ([], 0)
    assert seen["figures"] == ["Picture: Two cranes", "Picture: A lock.", "Picture: Figure 2: The tide table"]
    first, second, third = seen["said"]
    assert "The quay at noon." in first
    assert "Credit: Ida Quay/Gull Press" in first
    assert "No credit on record" in second
    assert "Decorative" in third
    assert "The tide table" in third


def word_text() -> bytes:
    """A text of three pictures: with words and a credit, with nothing, and with a caption alone."""
    pictures = {f"image{n}.png": file_of(drawing(300 + n, 200), "PNG") for n in range(3)}
    body = [
        paragraph("Who Pays for the Pier?"),
        paragraph("By Mats Holm"),
        *map(paragraph, BODY[:2]),
        paragraph(inner=picture("image0.png", says="Two cranes")),
        paragraph("Figure 1: The quay at noon. Photo: Ida Quay/Gull Press"),
        *map(paragraph, BODY[2:4]),
        paragraph(inner=picture("image1.png")),
        *map(paragraph, BODY[4:]),
        paragraph(inner=picture("image2.png")),
        paragraph("Figure 2: The tide table"),
    ]
    return word_file("".join(body), pictures=pictures)
