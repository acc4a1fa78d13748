"""Pictures in Word files and saved pages: where they stand, what is said of them, and which are none of the text."""

import base64

from intake.sources.from_html import read_html
from intake.sources.from_word import read_word
from intake.sources.manuscript import BlockKind, Manuscript
from intake.sources.read import read_file
from prose.html.figures import figures_in
from tests.intake import word_files as word
from tests.intake.word_files import old_picture, paragraph, picture, run
from tests.pictures.files.photos import drawing, file_of

QUAY, CRANE, ICON = (file_of(drawing(side, side // 2), "PNG") for side in (500, 420, 32))
EMF = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60)


def outline(manuscript: Manuscript) -> list[str]:
    """Each block: its words, or for a figure the words of its caption in brackets."""
    return [
        f"[{figures_in(block.html)[0].caption_html}]" if block.kind is BlockKind.FIGURE else block.text
        for block in manuscript.blocks
    ]


def test_pictures_of_a_word_file_stand_where_they_stood_with_caption_credit_and_real_words_only():
    row = f"<w:tr><w:tc>{paragraph('1911')}</w:tc><w:tc>{paragraph(inner=picture('c.png'))}</w:tc></w:tr>"
    guessed = "A picture containing boat&#xa;&#xa;Description automatically generated"
    body = "".join(
        [
            paragraph("A pier is a promise."),
            paragraph(inner=picture("a.png", says="A quay at dawn")),
            paragraph("The quay. Photo: Ida Quay/Harbour Pictures", style="Beschriftung"),
            paragraph(inner=run("Ships ") + picture("b.png", says=guessed, anchored=True) + run("came in.")),
            paragraph("Figure 2: A crane"),
            paragraph("© Nora Quill"),
            f"<w:tbl>{row}</w:tbl>",
            paragraph(inner=old_picture("a.png") + run("\nAbb. 3: Ships")),
            paragraph("The end."),
        ]
    )
    pictures = {"a.png": QUAY, "b.png": CRANE, "c.png": QUAY}
    styles = word.styles(Beschriftung="caption")
    manuscript = read_word(word.word_file(body, pictures=pictures, styles=styles))
    assert outline(manuscript) == [
        "A pier is a promise.", "[The quay.]", "Ships came in.", "[Figure 2: A crane]", "1911", "[]",
        "[Abb. 3: Ships]", "The end.",
    ]  # fmt: skip
    assert [(each.alt, each.credit, each.content) for each in manuscript.pictures] == [
        ("A quay at dawn", "Ida Quay/Harbour Pictures", QUAY), (None, "© Nora Quill", CRANE), (None, "", QUAY),
        (None, "", QUAY),
    ]  # fmt: skip
    assert manuscript.doubts == ()
    keys = [figures_in(block.html)[0].uuid for block in manuscript.blocks if block.kind is BlockKind.FIGURE]
    assert keys == [each.key for each in manuscript.pictures]
    assert len(set(keys)) == 4


def test_what_is_drawn_and_no_picture_is_named_with_its_place():
    chart = '<w:r><w:drawing><wp:inline><a:graphic><x r:id="partchart1"/></a:graphic></wp:inline></w:drawing></w:r>'
    body = paragraph("Dues rose.") + paragraph(inner=chart) + paragraph("Abb. 1: Dues by year")
    manuscript = read_word(word.word_file(body, chart1="<c xmlns='urn:c'><t>1911</t></c>"))
    (doubt,) = manuscript.doubts
    assert doubt.startswith("A chart was left out, with the caption “Abb. 1: Dues by year”.")


def embedded(content: bytes, **attributes: str) -> str:
    words = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<img src="data:image/png;base64,{base64.b64encode(content).decode()}"{words}>'


def test_a_saved_page_brings_the_pictures_written_into_it_and_never_fetches_one():
    page = (
        f"<header>{embedded(QUAY)}</header><article><h1>Who Pays?</h1>"
        f"<figure><a href='https://x.example'>{embedded(QUAY, alt='A quay at dawn')}</a><figcaption>The <em>quay</em>. "
        "<span class='photo-credit'>Ida Quay</span></figcaption></figure>"
        f"<p>A pier is a promise.{embedded(ICON)}</p><div class='author-box'>{embedded(CRANE)}</div>"
        f"<p>Ships came in.</p><p><img src='gull_files/gull.jpg' alt='A gull'></p>"
        f"{embedded(CRANE, alt='crane.png', width='120')}<p>The end.</p></article>"
    )
    manuscript = read_html(page)
    assert outline(manuscript) == [
        "Who Pays?", "[The <em>quay</em>.]", "A pier is a promise.", "Ships came in.", "The end.",
    ]  # fmt: skip
    (kept,) = manuscript.pictures
    assert (kept.alt, kept.credit, kept.content) == ("A quay at dawn", "Ida Quay", QUAY)
    said = " ".join(manuscript.remarks)
    assert "Small pictures, logos and faces beside the text were left out: 3." in said
    assert "One picture is not in what was brought, and nothing is fetched from elsewhere: “A gull”" in said


def test_a_caption_keeps_its_words_before_the_credit_in_a_figure_and_in_a_paragraph_below():
    below = "<p>The <em>pier</em> at dawn Photo: Nora Quill/Reuters</p>"
    manuscript = read_html(
        f"<p>A pier is a promise.</p><figure>{embedded(QUAY, alt='A quay')}<figcaption>The quay, Foto: dpa</figcaption>"
        f"</figure><p>Ships came in.</p><p>{embedded(CRANE, alt='A pier')}</p>{below}<p>The end.</p>"
    )
    assert outline(manuscript)[1::2] == ["[The quay]", "[The <em>pier</em> at dawn]"]
    assert [kept.credit for kept in manuscript.pictures] == ["dpa", "Nora Quill/Reuters"]


def test_markdown_cannot_bring_a_picture_and_says_so():
    manuscript = read_file("a.md", b"# Who Pays?\n\nA pier is a promise.\n\n![A quay](quay.jpg)\n")
    assert manuscript.pictures == ()
    assert any("not in what was brought" in remark and "“A quay”" in remark for remark in manuscript.remarks)


def test_no_more_pictures_come_along_than_a_desk_can_read():
    page = "<p>A pier is a promise.</p>" + "".join(
        f"<p>{embedded(QUAY, alt=f'Quay no. {n}')}</p>" for n in range(22)
    )
    manuscript = read_html(page)
    assert len(manuscript.pictures) == 20
    assert "Left out: 2 (“Quay no. 20”, “Quay no. 21”)" in " ".join(manuscript.doubts)
