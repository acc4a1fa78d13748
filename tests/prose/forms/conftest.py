"""Chromium for the tests of the editor; where there is none they are skipped with a line that says so."""

import shutil

import pytest


# For one module only: while Playwright runs its event loop, tests with the database may not.
@pytest.fixture(scope="module")
def browser():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("Chromium is not installed: the editor's browser tests are skipped")
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield chromium
        chromium.close()
