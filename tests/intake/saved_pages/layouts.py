"""Twenty layouts, as content systems and newsrooms build their pages; each wraps a piece."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.intake.saved_pages.parts import (
    ADDRESS,
    ADVERT,
    COMMENTS,
    COOKIES,
    FOOTER,
    MENU,
    NEWSLETTER,
    RELATED,
    SHARE,
    SITE,
    dublin_core,
    highwire,
    json_ld,
    open_graph,
    page,
    parsely,
)  # fmt: skip
from tests.intake.saved_pages.pieces import Piece


@dataclass(frozen=True)
class Layout:
    """How a site wraps a piece. `has_note`, `has_dek`: its note, its dek come along."""

    name: str
    wrap: Callable[[Piece], str]
    has_note: bool = False
    has_dek: bool = False


def _blog_theme(piece: Piece) -> str:
    mark = '<sup><a href="#fn1" id="fnref1">1</a></sup>'
    notes = f'<ol class="footnotes"><li id="fn1">{piece.note} <a href="#fnref1">↩</a></li></ol>'
    return page(piece, open_graph(piece), f"""<div class="hfeed site no-sidebar">{MENU}{COOKIES}
<main id="main"><article class="post hentry"><header class="entry-header"><h1
class="entry-title">{piece.headline}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published"
datetime="{piece.day}T08:30:00+00:00">
{piece.day_in_words}</time></span></div></header><div class="entry-content">{piece.html(mark)}{notes}{SHARE}
<div class="yarpp-related"><h3>Related</h3><ol><li><a href="/a">One</a><li><a href="/b">Two</a></ol></div>
</div></article>
{COMMENTS}</main><div id="secondary" class="widget-area sidebar"><h2>Recent posts</h2><ul><li><a
href="/c">Three</a></ul></div>
</div>{FOOTER}""")  # fmt: skip


def _newsroom(piece: Piece) -> str:
    return page(piece, json_ld(piece), f"""{COOKIES}{MENU}<article><header><p class="kicker">Opinion</p>
<h1>{piece.headline}</h1>
<p class="standfirst">{piece.dek}</p><div class="byline">{piece.byline}</div><time datetime="{piece.day}T08:30:00Z">
{piece.day_in_words}</time>{SHARE}</header><section class="body">{piece.html(between=ADVERT)}{NEWSLETTER}
</section></article>
{RELATED}{COMMENTS}{FOOTER}""")  # fmt: skip


def _institute(piece: Piece) -> str:
    return page(piece, dublin_core(piece), f"""{MENU}<div id="page"><div id="breadcrumb"><a href="/">Home
</a> » <a href="/pub">
Publications</a></div><div id="content"><h1 class="title" id="page-title">{piece.headline}</h1><div
class="node"><div class="submitted">
{piece.byline} | {piece.day_in_words}</div><div class="field-name-body">{piece.html()}</div><div
class="field-name-tags">Tags: <a href="/t">
clocks</a></div></div></div><div class="region-sidebar"><h2>Events</h2>
<p>A lecture on the tide, with tea and with the usual
speakers, takes place in the old customs house on the last Friday of the month.</p></div></div>{FOOTER}""")  # fmt: skip


def _journal(piece: Piece) -> str:
    mark = '<a href="#fn-1" id="fn-ref-1"><sup>1</sup></a>'
    return page(piece, highwire(piece), f"""{MENU}<div class="article-page"><h1
class="article-title">{piece.headline}</h1>
<ul class="contrib-list"><li>{piece.authors[0]}</li></ul><p class="pub-date">{piece.day_in_words}</p><div
class="fulltext">
{piece.html(mark)}<div class="footnotes"><ol><li id="fn-1"><p>{piece.note} <a href="#fn-ref-1">↑</a></p></li>
</ol></div></div></div>
{FOOTER}""")  # fmt: skip


def _microdata(piece: Piece) -> str:
    people = " ".join(
        f'<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{name}'
        f"</span></span>"
        for name in piece.authors
    )
    head = f'<meta property="og:title" content="{piece.headline}"><meta name="dc.date" content="{piece.day}">'
    return page(piece, head, f"""{MENU}
<div itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">{piece.headline}</h1><div
class="meta">{people}
<meta itemprop="datePublished" content="{piece.day}"><span>{piece.day_in_words}</span></div>{SHARE}
<div itemprop="articleBody">
{piece.html(between=ADVERT)}</div></div>{RELATED}{FOOTER}""")  # fmt: skip


def _tables_of_1999(piece: Piece) -> str:
    return page(piece, "", f"""<table width="100%"><tr><td colspan="2"><font size="1"><a href="index.htm">Home
</a> | <a href="news.htm">
News</a> | <a href="mail.htm">Contact</a></font></td></tr><tr><td width="120" valign="top"><a
href="a.htm">Archive</a><br><a href="b.htm">
Links</a></td><td><h1>{piece.headline}</h1><p><i>{piece.byline}</i></p><p>{piece.day_in_words}
</p>{piece.html()}</td></tr></table>
<center><font size="1"><a href="index.htm">Back</a> | <a href="#top">Top</a></font></center>""")  # fmt: skip


def _app(piece: Piece) -> str:
    return page(piece, open_graph(piece) + json_ld(piece, "OpinionNewsArticle"), f"""<div id="root"><div
class="css-1ab"><div class="css-2">
<a href="/">{SITE}</a><button aria-label="Menu">Menu</button></div><main class="css-3"><div class="css-4">
<div class="css-5">
<h1 class="css-6">{piece.headline}</h1></div><div class="css-7"><span>{piece.byline}</span></div></div>
<div class="css-8"><div>
{piece.html(between=ADVERT)}</div></div></main>
<div class="css-9" role="contentinfo"><p>© 2026 {SITE}</p></div></div></div>""")  # fmt: skip


def _reading_list(piece: Piece) -> str:
    return page(piece, open_graph(piece), f"""{MENU}<article><div><section><div><h1>{piece.headline}</h1>
<h2 class="subtitle">{piece.dek}</h2>
<div class="author-line"><a rel="author" href="/@{piece.day}">{piece.authors[0]}</a></div>
<div>{piece.day_in_words} · 4 min read</div>
<button>Follow</button>{piece.html()}</div></section></div></article><div class="postActions"><button>312 claps
</button></div>
{RELATED}""")  # fmt: skip


def _newsletter(piece: Piece) -> str:
    return page(piece, json_ld(piece) + open_graph(piece), f"""{COOKIES}<div class="main-menu"><a
href="/">{SITE}</a></div>
<div class="single-post"><article><div class="post-header"><h1 class="post-title">{piece.headline}</h1>
<h3 class="subtitle">{piece.dek}</h3>
<div class="post-meta"><a href="/authors/x">{piece.authors[0]}</a><div>{piece.day_in_words}</div></div></div>{SHARE}
<div class="available-content"><div class="body markup">{piece.html(between=NEWSLETTER)}</div></div></article></div>
{COMMENTS}""")  # fmt: skip


def _endless(piece: Piece) -> str:
    other = (
        "<p>" + "A second piece follows the first without a pause, so that nobody ever leaves. " * 6 + "</p>"
    )
    return page(piece, open_graph(piece) + json_ld(piece), f"""{MENU}<div class="stream"><article>
<h1>{piece.headline}</h1><p>{piece.byline}</p>
<p>{piece.day_in_words}</p>{piece.html(between=ADVERT)}</article><article class="next">
<h1>Ten Ferries You Must See</h1><p>By Ada Pier</p>
<p>January 9, 2024</p>{other}</article></div>{FOOTER}""")  # fmt: skip


def _one_form(piece: Piece) -> str:
    return page(piece, dublin_core(piece), f"""<form id="aspnetForm" method="post" action="./clocks.aspx">
<input type="hidden"
name="__VIEWSTATE" value="x"><div class="topnav"><a href="/">Home</a> <a href="/de">Deutsch</a></div><div
id="ctl00_Main"><h1>
{piece.headline}</h1><p class="date">{piece.day_in_words}</p><p class="byline">{piece.byline}</p><div
class="rte">{piece.html()}</div></div>
</form>{FOOTER}""")  # fmt: skip


def _relative_links(piece: Piece) -> str:
    return page(piece, '<base href="https://tables.example/en/">' + open_graph(piece), f"""{MENU}<main>
<h1>{piece.headline}</h1>
<p class="meta">{piece.byline} – {piece.day_in_words}</p>{piece.html(href="../tides?year=1911")}
</main>{FOOTER}""")  # fmt: skip


def _wrapped_links(piece: Piece) -> str:
    wrapped = "https://www.google.com/url?q=https%3A%2F%2Ftables.example%2Ftides%3Fyear%3D1911&amp;sa=D"
    return page(piece, json_ld(piece), f"""<div class="doc"><h1>{piece.headline}</h1><p>{piece.byline}</p>
<p>{piece.day_in_words}</p>
{piece.html(href=wrapped)}</div>""")  # fmt: skip


def _accelerated(piece: Piece) -> str:
    return page(piece, json_ld(piece) + f'<link rel="canonical" href="{ADDRESS}">', f"""<amp-sidebar id="menu">
<ul><li><a href="/">Home</a>
</ul></amp-sidebar><main role="main"><article class="amp-wp-article"><header><h1
class="amp-wp-title">{piece.headline}</h1>
<div class="amp-wp-meta">{piece.byline}</div><div class="amp-wp-meta"><time
datetime="{piece.day}">{piece.day_in_words}</time></div></header>
<div class="amp-wp-article-content">{piece.html(between='<amp-ad type="x"></amp-ad>')}</div></article>
</main>{FOOTER}""")  # fmt: skip


def _page_builder(piece: Piece) -> str:
    return page(piece, open_graph(piece) + parsely(piece), f"""<div class="wrap"><section class="hero"><div>
<div><h1><span>Essay</span> <span>
{piece.headline}</span></h1></div></div></section><section class="row"><div class="col-8"><div
class="text-editor"><div>{piece.html()}
</div></div></div><div class="col-4"><div class="popular"><h3>Popular</h3><a href="/a">One</a> <a href="/b">Two
</a></div></div></section></div>
{FOOTER}""")  # fmt: skip


def _measured_newsroom(piece: Piece) -> str:
    return page(piece, parsely(piece), f"""{MENU}<div class="layout"><div class="story"><h1
class="headline">{piece.headline}</h1>
<div class="story-meta"><span class="author-name">{piece.byline}</span> <span
class="stamp">{piece.day_in_words}</span></div>{SHARE}
<div class="story-body">{piece.html(between=ADVERT)}</div></div></div>{RELATED}{NEWSLETTER}{FOOTER}""")  # fmt: skip


def _old_blog(piece: Piece) -> str:
    return page(piece, open_graph(piece), f"""<div id="header"><h1 class="blog-name"><a href="/">{SITE}</a>
</h1><p class="description">
Notes from the quay</p></div><div id="main"><h2 class="date-header">{piece.day_in_words}</h2><div class="post">
<h3 class="post-title">
<a href="{ADDRESS}">{piece.headline}</a></h3><div class="post-body">{piece.html()}</div><div
class="post-footer">Posted by
<span class="fn">{piece.authors[0]}</span></div></div></div><div id="sidebar"><h2>Archive</h2><ul><li><a
href="/2018">2018</a></ul></div>
""", title=f"{SITE}: {piece.headline}")  # fmt: skip


def _ministry(piece: Piece) -> str:
    return page(piece, dublin_core(piece) + open_graph(piece), f"""{COOKIES}<div class="service-bar"><ul><li>
<a href="/easy">Easy language</a>
<li><a href="/sign">Sign language</a></ul></div><main id="content"><h1>{piece.headline}</h1><p
class="publication-date">{piece.day_in_words}</p>
<p class="intro">{piece.dek}</p><p>{piece.byline}</p><div class="richtext">{piece.html()}</div><ul
class="tools"><li><a href="javascript:print()">
Print</a></ul></main>{FOOTER}""")  # fmt: skip


def _static_site(piece: Piece) -> str:
    mark = '<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>'
    head = f'<meta name="author" content="{piece.names}"><meta name="dcterms.date" content="{piece.day}">'
    return page(piece, head, f"""<header class="top">
<a href="/">{SITE}</a></header><article class="post"><header class="post-header"><h1
class="post-title">{piece.headline}</h1><p class="post-meta">
<time datetime="{piece.day}">{piece.day_in_words}</time></p><p>{piece.byline}</p></header><div
class="post-content">{piece.html(mark)}
<section class="footnotes"><hr><ol><li id="fn1"><p>{piece.note}<a href="#fnref1" class="footnote-back">↩︎</a>
</p></li></ol></section></div>
</article>""")  # fmt: skip


def _lying_metadata(piece: Piece) -> str:
    head = (
        f'<meta property="og:title" content="Home | {SITE}"><meta property="og:site_name" content="{SITE}">'
        f'<meta name="author" '
        f'content="admin"><meta name="dcterms.title" content="{piece.headline}">'
    )
    return page(piece, head, f"""{MENU}<div class="overlay"><p>Close</p></div><div class="content">
<h1>{piece.headline}</h1><p>{piece.byline}</p>
<p>{piece.day_in_words}</p>{piece.html()}</div>{FOOTER}""", title=f"{SITE} – {piece.headline}")  # fmt: skip


LAYOUTS = (
    Layout("blog theme", _blog_theme, has_note=True),
    Layout("newsroom", _newsroom, has_dek=True),
    Layout("institute", _institute),
    Layout("journal", _journal, has_note=True),
    Layout("microdata", _microdata),
    Layout("tables of 1999", _tables_of_1999),
    Layout("app", _app),
    Layout("reading list", _reading_list, has_dek=True),
    Layout("newsletter", _newsletter, has_dek=True),
    Layout("endless", _endless),
    Layout("one form", _one_form),
    Layout("relative links", _relative_links),
    Layout("wrapped links", _wrapped_links),
    Layout("accelerated", _accelerated),
    Layout("page builder", _page_builder),
    Layout("measured newsroom", _measured_newsroom),
    Layout("old blog", _old_blog),
    Layout("ministry", _ministry, has_dek=True),
    Layout("static site", _static_site, has_note=True),
    Layout("lying metadata", _lying_metadata),
)
