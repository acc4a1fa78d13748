"""Clipboards of browsers: this desk's own article page, and pages with notes and tables of other makes."""

OWN_PAGE = """<meta charset='utf-8'><div class="body" style="color: rgb(20, 20, 20); font-weight: 400;"><p
style="margin: 0px;">Tides rise<sup class="noteref"><a id="ref-1" href="https://desk.example/articles/tides/#note-1"
role="doc-noteref">1</a></sup>, <em>they</em> say<sup class="noteref"><a id="ref-2"
href="https://desk.example/articles/tides/#note-2" role="doc-noteref">2</a></sup>.</p><aside class="pullquote"
style="font-size: 20px;"><p>Every form is a small harbour.</p></aside><div class="table-frame" role="region"
tabindex="0"><table><tbody><tr><th scope="col"><p>Year</p></th><th
scope="col"><p>Dues</p></th></tr><tr><td><p>2025</p></td>
<td><p>4</p></td></tr></tbody></table></div><p>See <a href="https://example.org/x" hreflang="fr" title="A map">a
map</a>.</p></div><section class="notes" role="doc-endnotes"><ol class="endnotes"><li id="note-1">Lund,
<em>Tides</em>.
<a class="backref" href="https://desk.example/articles/tides/#ref-1" role="doc-backlink"
aria-label="1">\u21a9\ufe0e</a></li><li
id="note-2">At <a href="https://example.org/a">the archive</a>. <a class="backref"
href="https://desk.example/articles/tides/#ref-2" role="doc-backlink"
aria-label="2">\u21a9\ufe0e</a></li></ol></section>"""

OWN_PAGE_TIDY = (
    '<p>Tides rise<span data-footnote="">Lund, <em>Tides</em>.</span>, <em>they</em> say'
    '<span data-footnote="">At <a href="https://example.org/a">the archive</a>.</span>.</p>'
    '<aside class="pullquote"><p>Every form is a small harbour.</p></aside>'
    '<table><tbody><tr><th scope="col"><p>Year</p></th><th scope="col"><p>Dues</p></th></tr>'
    "<tr><td><p>2025</p></td><td><p>4</p></td></tr></tbody></table>"
    '<p>See <a href="https://example.org/x" title="A map" hreflang="fr">a map</a>.</p>'
)

BLOCK_NOTES = """<p>Tides rise<sup data-fn="0a1b-2c" class="fn"><a href="#0a1b-2c" id="0a1b-2c-link">1</a></sup>.</p>
<ol class="wp-block-footnotes"><li id="0a1b-2c">Lund, <em>Tides</em>. <a href="#0a1b-2c-link"
aria-label="Jump to footnote reference 1">\u21a9\ufe0e</a></li></ol>"""

NUMBERED_NOTES = """<p>Tides rise <a href="#fn2" id="fnref2">[2]</a>. See <a href="#part-2">2</a>.</p><hr><p
id="fn2"><sup>[2]</sup> Lund, p. 4.</p><p id="part-2">Part two.</p>"""

TABLES = """<table><thead><tr><td>Year</td><td>Dues</td></tr></thead><tbody><tr><td>2025</td><td>4</td></tr>
<tr><td>&nbsp;</td>
<td><br></td></tr></tbody></table><table><tr><td>Year</td><td>Dues</td></tr><tr><td>2025</td><td>5</td></tr></table>
<table><tr><td>A row</td><td>alone</td></tr></table><table><tr><th>Row</th><td>head</td></tr>
<tr><th>Other</th><td>head</td>
</tr></table>"""

TABLES_TIDY = (
    "<table><tbody><tr><th><p>Year</p></th><th><p>Dues</p></th></tr>"
    "<tr><td><p>2025</p></td><td><p>4</p></td></tr></tbody></table>"
    "<table><tbody><tr><th><p>Year</p></th><th><p>Dues</p></th></tr>"
    "<tr><td><p>2025</p></td><td><p>5</p></td></tr></tbody></table>"
    "<table><tbody><tr><td><p>A row</p></td><td><p>alone</p></td></tr></tbody></table>"
    "<table><tbody><tr><th><p>Row</p></th><td><p>head</p></td></tr>"
    "<tr><th><p>Other</p></th><td><p>head</p></td></tr></tbody></table>"
)

WRAPPED_LINKS = """<p>See <a
href="https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fquay%3Fa%3D1&data=05%7C02">the
quay</a>, <a href="https://www.google.com/url?q=https://l.facebook.com/l.php?u%3Dhttps%253A%252F%252Fexample.org%252Fmap"
>a map</a> and <a href="https://example.org/?url=https://other.example/">a search</a>.</p>"""

UNSEEN = (
    "<dialog>Closed</dialog>", "<datalist><option>Offered</option></datalist>", "<div popover>Over</div>",
    '<p hidden="until-found">Later</p>', '<p style="display: none !important">Never</p>',
    '<p style="visibility:hidden!important">Blank</p>', '<p style="text-indent:-9999px">Far</p>',
    '<span style="position: absolute; left: -9999px">Left</span>',
    '<span style="position:absolute;clip:rect(0 0 0 0)">Cut</span>',
    '<span style="position:fixed; clip-path: inset(50%)">Thin</span>', '<b class="x sr-only">Read out</b>',
)  # fmt: skip
SEEN_ALL_THE_SAME = (
    '<dialog open>Open</dialog><p style="position:absolute;left:-12px">Near</p>'
    '<p style="position:relative;clip:auto">Whole</p><p style="left:-9999px">Still</p>'
)

NOTES_IN_PARTS = """<p>Tides<a href="#fn1" id="r1">1</a> rise<a href="#fn2" id="r2">2</a>, ships<a href="#fn3"
id="r3">3</a> too.</p><ol><li id="fn1">Lund<a href="#fn4" id="r4">4</a>, p. 4. <a href="#r1">\u21a9</a></li>
<li id="fn2">Loose<p>Line</p>Tail<ul><li>Point</li></ul> <a href="#r2">\u21a9</a></li>
<li id="fn3"><p>Dues:</p><table><tr><td>2025</td><td><p>4</p></td></tr></table><a href="#r3">\u21a9</a></li>
<li id="fn4">Or <em>Holm</em>. <a href="#r4">\u21a9</a></li></ol>"""

CLIPBOARDS = {
    "notes in parts, and a note of a note": (
        NOTES_IN_PARTS,
        '<p>Tides<span data-footnote="">Lund (Or <em>Holm</em>. ), p. 4.</span> rise<span data-footnote="">Loose'
        '<br>Line<br>Tail<br>Point</span>, ships<span data-footnote="">Dues:<br>2025<br>4</span> too.</p>',
    ),
    "tags with a closing bracket in their quotes": (
        "<p title='a > b' style='display:none'>One</p><p title=\"x>y\" hidden>Two</p><p>Seen: data-pm-slice, <a "
        "title='1 > 0' href='https://example.org/style=a'>a link</a></p>",
        '<p>Seen: data-pm-slice, <a href="https://example.org/style=a" title="1 &gt; 0">a link</a></p>',
    ),
    "what browsers do not show": (
        f"<p>Seen</p>{''.join(UNSEEN)}{SEEN_ALL_THE_SAME}",
        "<p>Seen</p><p>Open</p><p>Near</p><p>Whole</p><p>Still</p>",
    ),
    "elements of a site's own making": (
        "<p>The <glossary-term>tide</glossary-term> of <nobr>10 EUR</nobr> and <output>two</output> <x-tip><b>ships</b>"
        "</x-tip> rises.</p><h2>A <x-mark>part</x-mark></h2>",
        "<p>The tide of 10 EUR and two <strong>ships</strong> rises.</p><h2>A part</h2>",
    ),
    "links through other programs": (
        WRAPPED_LINKS,
        '<p>See <a href="https://example.org/quay?a=1">the quay</a>, <a href="https://example.org/map">a map</a> and '
        '<a href="https://example.org/?url=https://other.example/">a search</a>.</p>',
    ),
    "this desk's own page": (OWN_PAGE, OWN_PAGE_TIDY),
    "notes that link back": (
        BLOCK_NOTES,
        '<p>Tides rise<span data-footnote="">Lund, <em>Tides</em>.</span>.</p>',
    ),
    "notes with numbers": (
        NUMBERED_NOTES,
        '<p>Tides rise <span data-footnote="">Lund, p. 4.</span>. See 2.</p><p>Part two.</p>',
    ),
    "header rows and empty last rows": (TABLES, TABLES_TIDY),
    "struck text of a page": (
        "<p>It was <del>red</del> <ins>blue</ins>.</p>",
        "<p>It was <s>red</s> <u>blue</u>.</p>",
    ),
}
