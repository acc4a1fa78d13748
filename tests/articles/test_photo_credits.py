"""Lines that credit a picture, told from sentences that only speak of one."""

import pytest

from articles.checklist.photo_credits import photo_credits


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
