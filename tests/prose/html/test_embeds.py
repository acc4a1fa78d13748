"""Embeds of allowed providers: kept by the cleaner, printed with words and a link, loaded by nobody's page but ours."""

import re

import pytest

from prose.html.clean import clean_html
from prose.html.endnotes import print_body
from prose.html.targets.embeds import PROVIDERS, embed_of, embeds_in, with_frames
from prose.html.tokens import html_of, tokens_of

EMBED = '<aside data-embed="youtube:dQw4w9WgXcQ"><p>Tides</p><p>A wall, twice a day.</p></aside>'
ADDRESSES = {
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4": "youtube:dQw4w9WgXcQ",
    "https://youtu.be/dQw4w9WgXcQ?si=x": "youtube:dQw4w9WgXcQ",
    "https://www.youtube.com/watch?list=a&v=dQw4w9WgXcQ": "youtube:dQw4w9WgXcQ",
    "https://player.vimeo.com/video/123456789": "vimeo:123456789",
    "https://datawrapper.dwcdn.net/aB3dE/2/": "datawrapper:aB3dE",
    "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1": "spotify:episode/4rOoJ6Egrf8K2IrywzwOMk",
    "https://www.youtube.com/watch?v=short": "",
    "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ": "",
    "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ": "",
}


@pytest.mark.parametrize(("address", "embed"), ADDRESSES.items())
def test_an_address_of_a_provider_names_its_embed_and_no_other_does(address, embed):
    found = [
        f"{each.code}:{'/'.join(match.groups())}"
        for each in PROVIDERS
        if (match := re.fullmatch(each.address, address))
    ]
    assert found == ([embed] if embed else [])
    assert not embed or embed_of(embed) is not None


def test_the_cleaner_keeps_what_is_allowed_and_of_others_the_words():
    assert clean_html(EMBED) == EMBED == html_of(tokens_of(EMBED))
    for other in ("youtube:x", "evil:dQw4w9WgXcQ", "youtube:dQw4w9WgXc/"):
        assert (
            clean_html(EMBED.replace("youtube:dQw4w9WgXcQ", other))
            == "<p>Tides</p><p>A wall, twice a day.</p>"
        )
    assert [texts for _embed, texts in embeds_in(EMBED)] == [["Tides", "A wall, twice a day."]]


def test_printed_it_has_its_link_and_our_page_alone_knows_what_to_load():
    printed = print_body(f"<p>a</p>{EMBED}").body
    assert '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">YouTube</a></p></aside>' in printed
    assert "embed/" not in printed
    ours = with_frames(printed, "Load from {}".format)
    assert (
        'data-frame="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" data-load="Load from YouTube"'
        in ours
    )
    assert "<iframe" not in ours
