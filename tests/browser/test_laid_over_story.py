"""An editor lays an author's second version over a draft: chooses where both changed a passage, and saves."""

from typing import Any

from django.contrib.auth.models import User

from tests.browser.window import MARKS, Window, in_a_window
from tests.desk.laid_over.files import came_back
from tests.factories import ArticleFactory, saved

pytestmark = MARKS


def test_an_editor_compares_the_authors_file_chooses_a_passage_and_saves_a_version(
    live_server: Any, desk: Any, now: Any, editor: User
) -> None:
    body = "<p>Paper comes in with the tide.</p><p>It goes out again.</p><p>Nobody counts it.</p>"
    article = ArticleFactory(headline="Tides of paper", dek="A dek.", body=body)
    first = saved(article, at=now)
    words = ("goes out again", "goes down again"), ("Nobody counts it", "Somebody counts it")
    sent = came_back(first, *words, dek="Another dek.")
    article.body = body.replace("goes out again", "goes off again")
    article.save()
    saved(article, at=now)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        window.log_in("eve")
        page = window.page
        window.open(f"/admin/articles/article/{article.pk}/change/")
        page.click(".state-menu > summary")
        with window.another_document():
            page.click("text=Lay a manuscript over it…")
        window.wait_for_editors()
        seen["bring"], seen["bring, width"] = (
            window.faults("#content"),
            window.on_desk_and_phone(window.overflow),
        )
        page.set_input_files("[name=file]", {"name": "second.docx", "mimeType": "", "buffer": sent})
        with window.another_document():
            page.click("[value='Compare it']")
        seen["laid"], seen["laid, width"] = (
            window.faults("#content"),
            window.on_desk_and_phone(window.overflow),
        )
        page.check("[name=passage-0][value=draft]")
        page.uncheck("[name=take][value=dek]")
        with window.another_document():
            page.click("[value='Save as a new version']")
        seen["saved"] = page.locator(".messagelist").inner_text()

    window = in_a_window(live_server.url, steps)
    assert window.complaints == []
    assert seen.pop("saved") == "Saved as version 3."
    assert {name: fault for name, fault in seen.items() if fault not in ([], 0)} == {}
    article.refresh_from_db()
    assert article.dek == "A dek."
    assert article.body == body.replace("out again", "off again").replace("Nobody", "Somebody")
