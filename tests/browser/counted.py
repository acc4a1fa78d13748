"""A window that counts what somebody has to do: the screens where they fill something in, and the fields they fill."""

from typing import Any

from tests.browser.window import Window


class Counted:
    """Opens pages, fills fields and sends forms as a person does.

    `screens` names each screen on which something was filled in or confirmed, once; `fields` each field.
    """

    def __init__(self, window: Window, name: str) -> None:
        self.window, self.name, self.page = window, name, window.page
        self.screens: list[str] = []
        self.fields: list[str] = []

    def open(self, path: str) -> None:
        self.window.open(path)

    def in_popup(self, page: Any) -> "Counted":
        """A page opened from this one; what is done there counts here."""
        popup = Counted(Window(page, self.window.site), self.name)
        popup.screens, popup.fields = self.screens, self.fields
        page.wait_for_load_state("load")
        return popup

    def fill(self, **typed: str) -> None:
        for name, text in typed.items():
            self.page.locator(f"[name='{name}']:visible").first.fill(text)
            self._count(name)

    def choose(self, name: str, value: str) -> None:
        self.page.locator(f"select[name='{name}']").select_option(value)
        self._count(name)

    def tick(self, name: str, value: str = "") -> None:
        which = f"[value='{value}']" if value else ""
        self.page.locator(f"input[name='{name}']{which}").check()
        self._count(name)

    def write(self, text: str, field: str = "body") -> None:
        """Type into the editor of the text."""
        self.window.wait_for_editors()
        self.page.locator(".ProseMirror").first.click()
        self.page.keyboard.type(text)
        self._count(field)

    def pick(self, row: str, name: str, text: str) -> None:
        """Choose a record in a search-as-you-type list."""
        self.page.locator(f"{row} .field-{name} .select2-selection").click()
        self.page.locator(".select2-container--open .select2-search__field").fill(text)
        self.page.locator(".select2-results__option", has_text=text).first.click()
        self._count(f"{row}-{name}")

    def follow(self, words: str) -> None:
        with self.window.another_document():
            self.page.get_by_role("link", name=words).first.click()

    def send(self, label: str) -> None:
        """Press a button that leads on. (Forms are sent by script.)"""
        self._count_screen()
        with self.window.another_document():
            self.page.get_by_role("button", name=label, exact=True).first.click()
        self.window.settle()

    def report(self) -> str:
        return f"{self.name}: {len(self.screens)} screens, {len(self.fields)} fields"

    def _count(self, field: str) -> None:
        self.fields.append(field)
        self._count_screen()

    def _count_screen(self) -> None:
        """The screen that stands there: its title and its first heading of a form."""
        first = self.page.locator("form h2").all_inner_texts()[:1]
        screen = " – ".join([self.page.title().split(" | ")[0], *first])
        if screen not in self.screens:
            self.screens.append(screen)
