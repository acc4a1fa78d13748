"""Embeds: things of other sites in a body, by an allow-list of providers.

Stored is `<aside data-embed="youtube:ID">` with paragraphs: the title, then what it shows in words. Printed it gets a
link to the thing, so that it says the same on paper, in feeds and in copies; our own page alone offers to load it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prose.html.tree import Element, parse

EMBED = "data-embed"


@dataclass(frozen=True)
class Provider:
    """A site of which things may be embedded.

    `address`: pattern of its addresses, with one group for each part of an id, joined by "/"; `page` and `frame`:
    addresses made from the id. Patterns mean the same in JavaScript.
    """

    code: str
    name: str
    address: str
    id: str
    page: str
    frame: str

    @property
    def host(self) -> str:
        """Whence a browser loads its frames, for the page's policy."""
        return "/".join(self.frame.split("/")[:3])


PROVIDERS = (
    Provider(
        "youtube", "YouTube",
        r"https?://(?:(?:www|m)\.)?(?:youtube\.com/(?:watch\?(?:[^#]*&)?v=|live/|embed/|shorts/)|youtu\.be/)([\w-]{11})(?![\w-]).*",
        r"[\w-]{11}", "https://www.youtube.com/watch?v={id}", "https://www.youtube-nocookie.com/embed/{id}",
    ),
    Provider(
        "vimeo", "Vimeo", r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{5,12})(?!\d).*", r"\d{5,12}",
        "https://vimeo.com/{id}", "https://player.vimeo.com/video/{id}?dnt=1",
    ),
    Provider(
        "datawrapper", "Datawrapper", r"https?://(?:datawrapper\.dwcdn\.net|www\.datawrapper\.de/_)/(\w{5})(?!\w).*",
        r"\w{5}", "https://www.datawrapper.de/_/{id}/", "https://datawrapper.dwcdn.net/{id}/",
    ),
    Provider(
        "spotify", "Spotify", r"https?://open\.spotify\.com/(?:embed/)?(episode|show|track)/(\w{22})(?!\w).*",
        r"(?:episode|show|track)/\w{22}", "https://open.spotify.com/{id}", "https://open.spotify.com/embed/{id}",
    ),
)  # fmt: skip
_BY_CODE = {provider.code: provider for provider in PROVIDERS}
_PRINTED = re.compile(rf'<aside {EMBED}="(?P<embed>[^"]*)"(?P<rest>[^>]*)>(?P<words>.*?)</aside>', re.DOTALL)


@dataclass(frozen=True)
class Embed:
    """A thing of another site."""

    provider: Provider
    id: str

    @property
    def page(self) -> str:
        """The address at which a reader finds it."""
        return self.provider.page.format(id=self.id)

    @property
    def frame(self) -> str:
        """The address that a frame of ours loads."""
        return self.provider.frame.format(id=self.id)


def embed_of(value: str) -> Embed | None:
    """What a stored value names, such as "youtube:dQw4w9WgXcQ"; None if it names nothing that is allowed."""
    code, _, key = value.partition(":")
    provider = _BY_CODE.get(code)
    return Embed(provider, key) if provider and re.fullmatch(provider.id, key, re.ASCII) else None


def embeds_in(html: str) -> Iterator[tuple[Embed, list[str]]]:
    """(embed, its paragraphs as plain text) of a cleaned body: the first is the title, the others say what it shows."""
    if EMBED not in html:
        return
    for node in parse(html).iter("aside"):
        if embed := embed_of(node.get(EMBED, "")):
            texts = ("".join(map(str, child.itertext())).strip() for child in node)
            yield embed, [text for text in texts if text]


def link_embeds(body: Element) -> None:
    """Give each embed of a body its link, as its last paragraph."""
    for node in body.iter("aside"):
        if embed := embed_of(node.get(EMBED, "")):
            node.append(parse(f'<p><a href="{embed.page}">{embed.provider.name}</a></p>')[0])


def with_frames(html: str, words: Callable[[str], str]) -> str:
    """A printed body whose embeds say what our page's script may load once a reader asks for it.

    `words`: what its button says, by the provider's name.
    """

    def with_frame(match: re.Match[str]) -> str:
        embed = embed_of(match["embed"])
        if embed is None:
            return match[0]
        said = (
            f'{EMBED}="{match["embed"]}" data-frame="{embed.frame}" data-load="{words(embed.provider.name)}"'
        )
        return f"<aside {said}{match['rest']}>{match['words']}</aside>"

    return _PRINTED.sub(with_frame, html) if EMBED in html else html
