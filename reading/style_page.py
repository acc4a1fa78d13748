"""The style page: every fragment of the public site on one page, with invented text. Not in production."""

import datetime as dt
import uuid

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from articles.models.edition import Edition, Permalink
from articles.states import Form
from disclaimers.standing import SiteNotice
from reading.lists.paging import Page
from reading.page import Head, draw
from reading.pictures.invented import FIGURES, ON_THE_STYLE_PAGE, PRINTED, listed_figure, portrait_figure
from reading.piece.article import ArticlePage, article_page
from reading.piece.note_popovers import with_popovers
from reading.public_view import public_view
from reading.site import load_site

_BODY = """
<p>The ferry timetable of Port Osk has not changed since the bridge was promised, and the bridge has been promised
for eleven years.<sup class="noteref"><a id="ref-1" href="#note-1" role="doc-noteref">1</a></sup> Between the two
lies a town of <strong>fourteen thousand people</strong> who plan their days by a <em>sheet of paper</em>.</p>
<h2>What a crossing costs</h2>
<p>The <a href="https://harbour.example/accounts">harbour's accounts</a> say little. H<sub>2</sub>O freezes; budgets
do too, in the 3<sup>rd</sup> quarter.</p>
<aside class="pullquote"><p>A timetable is a promise that a town makes to itself every morning.</p></aside>
<blockquote><p>We do not run late. We run when the tide lets us.</p><p>Marten Ull, ferryman</p></blockquote>
<h3>In figures</h3>
<div class="table-frame" tabindex="0" role="group"><table><caption>Crossings by season, invented</caption>
<thead><tr><th scope="col">Season</th><th scope="col">Crossings</th><th scope="col">Passengers</th>
<th scope="col">Cancelled for ice</th><th scope="col">Cancelled for wind</th></tr></thead>
<tbody><tr><th scope="row">Spring</th><td>1,204</td><td>88,310</td><td>3</td><td>21</td></tr>
<tr><th scope="row">Winter</th><td>640</td><td>31,077</td><td>114</td><td>67</td></tr></tbody></table></div>
<h4>Three remedies</h4>
<ul><li><p>Print the tide beside the hour.</p></li><li><p>Pay for the last boat.</p><ol><li><p>In winter</p></li>
<li><p>In summer</p></li></ol></li></ul>
<pre><code>osk 07:10  holm 07:55\nosk 08:40  holm 09:25</code></pre>
<hr>
<p>Nobody in Osk expects more.</p>
"""
_NOTES = """<ol class="endnotes"><li id="note-1">Council of Osk, minutes of the invented session of 4 May, p. 12.
<a class="backref" href="#ref-1" role="doc-backlink" aria-label="1">\u21a9\ufe0e</a></li></ol>"""
_PRINTED = {
    "bylines": [
        [{"text": "By "}, {"text": "Ida Quay", "href": "/style/"}, {"text": " and Nils Brack"}],
        [{"text": "Translated by Lea Sund"}],
    ],
    "dates": [
        [{"text": "March 4, 2026", "datetime": "2026-03-04"}],
        [
            {"text": "First published in the Osk Lantern, "},
            {"text": "February 27, 2026", "datetime": "2026-02-27"},
        ],
    ],
    "source": [{"text": "Source: Osk Lantern"}],
    "notices": [
        {
            "kind": "correction",
            "line": [
                {"text": "Correction, "},
                {"text": "March 9, 2026", "datetime": "2026-03-09"},
                {"text": ": The bridge was promised twelve years ago. It was promised eleven years ago."},
            ],
            "amendments": [
                [
                    {"text": "Amended "},
                    {"text": "March 11, 2026", "datetime": "2026-03-11"},
                    {"text": ": The council has confirmed the year."},
                ]
            ],
        },
        {
            "kind": "update",
            "line": [
                {"text": "Update, "},
                {"text": "March 12, 2026", "datetime": "2026-03-12"},
                {"text": ": The evening boat runs again."},
            ],
            "amendments": [],
        },
    ],
    "editors_note": [{"text": "Editor’s note: The first of three essays on towns that wait."}],
    "attribution_at": "both",
    "read_more": [
        {"text": "Read the full essay in the "},
        {"text": "Osk Lantern", "href": "https://lantern.example/ferry"},
        {"text": " (registration required)."},
    ],
    "editing_note": "Lightly edited for length.",
    "translated_from": [{"text": "Translated from Norwegian by Lea Sund."}],
    "credits": ["Reprinted with permission of the Osk Lantern."],
    "disclosures": ["Disclosure: Nils Brack advises the council of Osk."],
    "licence": [
        {"text": "Licensed under "},
        {"text": "CC BY-ND 4.0", "href": "https://licences.example/by-nd/4.0"},
        {"text": ". Photographs are not covered."},
    ],
    "republication": {"credit": "By Ida Quay, Harbour Institute", "terms": ""},
    "attributions": [
        [
            {"text": "This essay first appeared in the "},
            {
                "text": "Osk Lantern",
                "href": "https://lantern.example/ferry",
                "title": "The Ferry and the Bridge",
            },
            {"text": "."},
        ]
    ],
    "bios": [
        "Ida Quay is a senior fellow at the Harbour Institute.",
        "Nils Brack keeps the lighthouse at Holm.",
    ],
    "wordings": [
        {
            "text": "Captain Quay writes here for herself, not for the pilots of Osk.",
            "language": "en",
            "at": "head",
        },
        {
            "text": "Essays here speak for their authors, not for the Harbour Institute.",
            "language": "en",
            "at": "foot",
        },
        {"text": "Das Hafeninstitut bezieht keine Position.", "language": "de", "at": "foot"},
    ],
    "copyright": "© 2026 Harbour Institute. All rights reserved.",
    "topics": [{"name": "Ferries", "slug": "ferries"}, {"name": "Public money", "slug": "public-money"}],
    "names": [{"name": "Ida Quay", "href": "/authors/ida-quay/"}, {"name": "Nils Brack", "href": ""}],
    **PRINTED,
}
_RETRACTED = {
    **{name: type(lines)() for name, lines in _PRINTED.items()},
    **{name: _PRINTED[name] for name in ("bylines", "dates", "attributions", "topics", "names")},
    "attribution_at": "foot",
    "notices": [
        {
            "kind": "retraction",
            "line": [
                {"text": "Retracted on "},
                {"text": "March 24, 2026", "datetime": "2026-03-24"},
                {"text": " by the Harbour Institute: The count of passengers on which it rests was made up."},
            ],
            "amendments": [
                [
                    {"text": "Amended "},
                    {"text": "April 2, 2026", "datetime": "2026-04-02"},
                    {"text": ": The council’s own figures are now public."},
                ]
            ],
        }
    ],
    "copyright": "© 2026 Harbour Institute",
}
_ALONGSIDE = {
    "above": [SiteNotice("These pages come from the institute's first site.", "archive", "en")],
    "below": [SiteNotice("Diese Seite ist nur in Osk zu lesen.", "legal", "de")],
    "versions": [
        {"text": "Also available in "},
        {"text": "Norwegian", "href": "/style/", "hreflang": "no"},
        {"text": " (summary)"},
    ],
}


def _edition(**fields: object) -> Edition:
    facts: dict[str, object] = {
        "article_id": 0,
        "uuid": uuid.UUID(int=0),
        "permalink": Permalink(path="/articles/the-ferry/"),
        "language": "en",
        "kicker": "Commentary",
        "headline": "The Ferry, the Bridge and the Town Between Them",
        "dek": "Eleven years of promises have taught a harbour town to read the tide instead.",
        "byline": "By Ida Quay and Nils Brack",
        "dateline": "March 4, 2026",
        "body": _BODY + FIGURES,
        "endnotes": _NOTES,
        "printed": _PRINTED,
    }
    return Edition(**(facts | fields))


def _row(edition: Edition) -> dict[str, object]:
    names = ("language", "kicker", "headline", "dek", "byline", "dateline", "outlet_line")
    return {name: getattr(edition, name) for name in names} | {"permalink__path": edition.permalink.path}


def _with_notes(page: ArticlePage) -> dict[str, object]:
    noted = with_popovers(page.body, page.endnotes, page.language)
    return {**vars(page), "body": noted.body, "endnotes": noted.endnotes}


@public_view
def style(request: HttpRequest, at: dt.datetime) -> HttpResponse:
    """Show the fragments in the order of the templates."""
    if settings.PRODUCTION:
        raise Http404
    editions = [
        _edition(outlet_line="Osk Lantern"),
        _edition(
            headline="A headline that goes on much longer than anybody had planned when the page was drawn, with "
            "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente in it",
            dek="",
            byline="",
            dateline="",
        ),
        _edition(headline="港の町は潮を読む", dek="約束の橋はまだ来ない。", language="ja", kicker="論説"),
        _edition(headline="مرفأ ينتظر جسرا", dek="أحد عشر عاما من الوعود", language="ar", kicker="تعليق"),
    ]
    retracted = _edition(
        form=Form.RETRACTION, headline="Retracted: The Ferry Nobody Took", dek="", body="", endnotes="",
        printed=_RETRACTED,
    )  # fmt: skip
    rows = [_row(edition) for edition in (*editions, retracted)]
    rows[0]["figure"] = listed_figure()
    return HttpResponse(
        draw(
            "articles/style.html",
            site=load_site(at),
            head=Head(title="Style page"),
            page=_with_notes(article_page(editions[0], ON_THE_STYLE_PAGE)),
            portrait=portrait_figure(),
            retracted=article_page(retracted),
            alongside=_ALONGSIDE,
            list=Page(rows, "older", "newer", is_first=False, where="Pieces 21–40 of 612"),
            empty=Page([]),
        )
    )
