"""Parts that sites put around a text: heads with metadata in five ways, menus, notices, adverts, lists."""

import json

from tests.intake.saved_pages.pieces import Piece

SITE = "Shore Lights"
ADDRESS = "https://shorelights.example/2019/clocks"


def page(piece: Piece, head: str, body: str, *, title: str = "") -> str:
    """A whole page with its language and direction."""
    return (
        f'<!DOCTYPE html>\n<html lang="{piece.language}" dir="{piece.direction}"><head><meta charset="utf-8">'
        f"<title>{title or f'{piece.headline} | {SITE}'}</title>\n{head}\n</head>\n<body>\n{body}\n</body></html>"
    )


def open_graph(piece: Piece, *, title: str = "") -> str:
    authors = "".join(f'<meta name="author" content="{name}">' for name in piece.authors)
    return (
        f'<meta property="og:type" content="article"><meta property="og:title" content="{title or piece.headline}">'
        f'<meta property="og:site_name" content="{SITE}"><meta property="og:url" content="{ADDRESS}">'
        f'<meta property="og:description" content="{piece.dek}">{authors}'
        f'<meta property="article:published_time" content="{piece.day}T08:30:00+00:00"><link rel="canonical"'
        f' href="{ADDRESS}">'
    )


def json_ld(piece: Piece, kind: str = "NewsArticle") -> str:
    people = [
        {"@type": "Person", "@id": f"#p{number}", "name": name} for number, name in enumerate(piece.authors)
    ]
    article = {
        "@type": kind, "headline": piece.headline, "datePublished": f"{piece.day}T08:30:00Z",
        "inLanguage": piece.language,
        "author": [{"@id": person["@id"]} for person in people], "publisher": {"@type": "Organization", "name": SITE},
        "mainEntityOfPage": {"@type": "WebPage", "@id": ADDRESS},
    }  # fmt: skip
    graph = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "WebSite", "name": SITE}, article, *people],
    }
    return f'<script type="application/ld+json">{json.dumps(graph, ensure_ascii=False)}</script>'


def dublin_core(piece: Piece) -> str:
    authors = "".join(f'<meta name="DC.creator" content="{name}">' for name in piece.authors)
    return (
        f'<meta name="DC.title" content="{piece.headline}">{authors}<meta name="DC.date.issued"'
        f' content="{piece.day}">'
        f'<meta name="DC.language" content="{piece.language}"><meta name="DC.publisher" content="{SITE}">'
        f'<link rel="canonical" href="{ADDRESS}">'
    )


def highwire(piece: Piece) -> str:
    authors = "".join(f'<meta name="citation_author" content="{_reversed(name)}">' for name in piece.authors)
    return (
        f'<meta name="citation_title" content="{piece.headline}">{authors}'
        f'<meta name="citation_publication_date" content="{piece.day:%Y/%m/%d}"><meta name="citation_journal_title" '
        f'content="{SITE}">'
    )


def parsely(piece: Piece) -> str:
    return (
        f'<meta name="parsely-title" content="{piece.headline}"><meta name="parsely-author" content="{piece.names}">'
        f'<meta name="parsely-pub-date" content="{piece.day}T08:30:00Z"><meta name="parsely-link"'
        f' content="{ADDRESS}">'
        f'<meta name="sailthru.title" content="{piece.headline}"><meta name="sailthru.author"'
        f' content="{piece.names}">'
        f'<meta name="sailthru.date" content="{piece.day} 08:30:00 +0000">'
    )


def _reversed(name: str) -> str:
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if name.isascii() else name


MENU = (
    '<a class="skip-link" href="#main">Skip to main content</a>'
    '<header class="site-header"><a href="/">Shore Lights</a><nav><ul><li><a href="/news">News</a></li><li><a'
    ' href="/opinion">'
    'Opinion</a></li><li><a href="/about">About us</a></li></ul></nav><form role="search"><input name="q">'
    "<button>Search"
    "</button></form></header>"
)
COOKIES = (
    '<div id="cookie-consent" class="overlay" role="dialog"><h2>We value your privacy</h2><p>We and our 312'
    " partners store "
    "cookies on your device in order to measure everything you do here, and you may object.</p><button>Accept "
    "all</button>"
    "<p>Close</p></div>"
)
ADVERT = (
    '<div class="ad-slot" id="div-gpt-ad-1"><span>Advertisement</span>'
    '<a href="https://ads.example/boat">Buy a boat</a></div>'
)
SHARE = (
    '<div class="social-share"><a href="https://twitter.com/share?url=x">Tweet</a> <a'
    ' href="https://www.facebook.com/sharer">Share'
    '</a> <a href="mailto:?subject=x">Mail</a></div>'
)
RELATED = (
    '<aside class="related-posts"><h2>Related</h2><ul><li><a href="/a">Ten ferries you must see before the tide'
    " turns</a> "
    "<time datetime='2024-01-09'>January 9, 2024</time></li><li><a href='/b'>What the gulls know</a> by Ada "
    "Pier</li></ul></aside>"
)
NEWSLETTER = (
    '<div class="newsletter-signup"><h3>Get the morning tide</h3><p>Every day at six, in your inbox, for'
    " nothing at all.</p>"
    '<form><input type="email"><button>Sign up</button></form></div>'
)
COMMENTS = (
    '<section id="comments" class="comments-area"><h2>2 comments</h2><ol><li class="comment"><cite'
    ' class="fn">Grumpy Gull'
    "</cite><p>I have read this three times and I still disagree with every single word of it, at length and "
    "in public.</p></li>"
    '<li class="comment"><cite class="fn">Tide Table</cite><p>So do I, and I should like to add that the clock'
    " is slow.</p></li></ol>"
    "</section>"
)
FOOTER = (
    '<footer class="site-footer"><p>© 2026 Shore Lights Media. All rights reserved.</p><ul><li><a'
    ' href="/imprint">Imprint</a></li>'
    '<li><a href="/privacy">Privacy</a></li></ul></footer>'
)
