"""Lines that credit a picture, told from sentences that only speak of one."""

import pytest

from pictures.credit_lines import credit_in_caption, photo_credits, required_words


@pytest.mark.parametrize(
    "line",
    [
        "Source: Getty",
        "Source: Getty Images",
        "(Photo: Nora Quill)",
        "Photo credit: Nora Quill / Lantern",
        "Photo by Nora Quill/Getty Images",
        "Photograph by Nora Quill via Unsplash",
        "Image courtesy of the Tidal College: harbour at dawn",
        "© Nora Quill / Reuters",
        "Nora Quill/AFP",
        "Getty Images",
        "Foto: dpa",
        "Crédit photo : Nora Quill",
        "写真：灯台社",
        "Фото: Нора Квилл",
    ],
)
def test_a_pictures_credit_is_recognised(line):
    assert photo_credits(f"Ships came in.\n{line}\nShips went out.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Photo opportunities were few, and the minister left before noon.",
        "Source: Harbour Office, ledger 12.",
        "Reuters reported on Monday that the port would close.",
        "Images of the flood travelled fast.",
        "Bloomberg and the port agreed on a price for the quay that nobody had asked for before.",
        "The picture is mixed: exports rose, imports fell.",
        "Picture the scene: a harbour at dawn.",
        "Image matters.",
        "Photo",
    ],
)
def test_a_sentence_about_pictures_or_agencies_is_text(line):
    assert photo_credits(line) == []


@pytest.mark.parametrize(
    ("caption", "credit", "printed"),
    [
        ("The quay at dawn. Photo: Ida Quay/Gull Press", "Photo: Ida Quay/Gull Press", "Ida Quay/Gull Press"),
        ("The quay at dawn (Getty)", "(Getty)", "Getty"),
        ("The quay at dawn. © Ida Quay", "© Ida Quay", "© Ida Quay"),
        ("The quay at dawn | Foto: dpa", "Foto: dpa", "dpa"),
        ("The quay at dawn. (AP Photo/Nora Quill)", "(AP Photo/Nora Quill)", "AP Photo/Nora Quill"),
        ("Photo by Nora Quill/Getty Images", "Photo by Nora Quill/Getty Images", "Photo by Nora Quill/Getty Images"),
        ("The quay at dawn Photo: Ida Quay", "Photo: Ida Quay", "Ida Quay"),
        ("The quay at dawn Photo: Nora Quill/Reuters", "Photo: Nora Quill/Reuters", "Nora Quill/Reuters"),
        ("The quay at dawn (Nora Quill/Reuters)", "(Nora Quill/Reuters)", "Nora Quill/Reuters"),
        ("Der Kai am Morgen Foto: dpa", "Foto: dpa", "dpa"),
        ("Der Kai am Morgen Bild: Imago", "Bild: Imago", "Imago"),
        ("Le quai à l’aube, crédit photo : Ida Quay", "crédit photo : Ida Quay", "Ida Quay"),
        ("Набережная на рассвете Фото: Ида Кей", "Фото: Ида Кей", "Ида Кей"),
        ("夜明けの港 写真：灯台社", "写真：灯台社", "灯台社"),
        ("The quay at dawn Credit: Ida Quay", "Credit: Ida Quay", "Ida Quay"),
        ("Nora Quill/Reuters", "Nora Quill/Reuters", "Nora Quill/Reuters"),
        ("In our photo: the quay at dawn.", "", ""),
        ("The big picture: exports rose", "", ""),
        ("Unser Bild: Der Kai am Morgen", "", ""),
        ("Figure 2: Dues by year. Source: Harbour Office, ledger 12.", "", ""),
        ("The minister (left) at the quay.", "", ""),
        ("Photo opportunities were few. The minister left.", "", ""),
    ],
)  # fmt: skip
def test_a_caption_ends_with_its_credit(caption, credit, printed):
    assert credit_in_caption(caption) == credit
    assert (required_words(credit) if credit else "") == printed
