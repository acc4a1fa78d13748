"""Clipboards of Google Docs."""

DOCS = """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;"
id="docs-internal-guid-0f3a9c52-7fff">
<h1 dir="ltr" style="line-height:1.38;margin-top:20pt;"><span
style="font-size:20pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;">The quay</span></h1>
<p dir="ltr" style="line-height:1.38;"><span
style="font-size:11pt;font-weight:400;font-style:normal;">Plain, </span><span
style="font-size:11pt;font-weight:700;font-style:normal;">bold</span><span
style="font-weight:400;font-style:normal;">, </span><span
style="font-weight:400;font-style:italic;">leaning</span><span
style="font-weight:700;font-style:italic;"> both</span><span style="font-weight:400;">, x</span><span
style="font-size:0.6em;vertical-align:super;">2</span><span style="font-weight:400;">, </span><span
style="text-decoration:line-through;">struck</span><span>, </span><a
href="https://www.google.com/url?q=https://example.org/quay&amp;sa=D" style="text-decoration:none;"><span
style="font-size:11pt;color:#1155cc;text-decoration:underline;">a link</span></a><span>.</span></p>
<br />
<ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p
dir="ltr" role="presentation"><span style="font-weight:400;">One</span></p></li><ul style="margin-top:0;"><li
dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span
style="font-weight:700;">Inner</span></p></li></ul><li dir="ltr" aria-level="1"><p
dir="ltr" role="presentation"><span>Two</span></p></li></ul>
<div dir="ltr" style="margin-left:0pt;" align="left"><table
style="border:none;border-collapse:collapse;"><colgroup><col /><col /></colgroup><tbody><tr style="height:0pt"><td
style="border:solid 1px;"><p dir="ltr"><span style="font-weight:400;">Depth</span></p></td><td><p
dir="ltr"><span>5 m</span></p></td></tr></tbody></table></div>
<p dir="ltr"><span>Noted</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span>.</span></p>
</b><br class="Apple-interchange-newline"><hr><div><p><a
href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Berg, </span><span
style="font-style:italic;">Quays</span><span>.</span></p></div>"""

DOCS_TIDY = (
    "<h2>The quay</h2>"
    "<p>Plain, <strong>bold</strong>, <em>leaning </em><strong><em>both</em></strong>, x<sup>2</sup>, <s>struck</s>, "
    '<a href="https://example.org/quay">a link</a>.</p>'
    "<ul><li><p>One</p><ul><li><p><strong>Inner</strong></p></li></ul></li><li><p>Two</p></li></ul>"
    "<table><tbody><tr><td><p>Depth</p></td><td><p>5 m</p></td></tr></tbody></table>"
    '<p>Noted<span data-footnote="">Berg, <em>Quays</em>.</span>.</p>'
)

LEVELS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1b2c3d"><ol
style="margin-top:0;"
start="4"><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr" role="presentation"><span
style="font-weight:400;">Fourth</span></p></li><ol style="margin-top:0;"><li dir="ltr"
style="list-style-type:lower-alpha;" aria-level="2"><p dir="ltr"
role="presentation"><span>Inner</span></p></li></ol><li
dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Fifth</span></p></li></ol><ul><ul
style="margin-top:0;"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Second level
alone</span></p></li></ul></ul></b>"""

LEVELS_TIDY = (
    '<ol start="4"><li><p>Fourth</p><ol type="a"><li><p>Inner</p></li></ol></li><li><p>Fifth</p></li></ol>'
    "<ul><li><p>Second level alone</p></li></ul>"
)

COMMENTS = """<p><span>The quay was sold</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span> in
May.</span></p><div style="border:1px solid black;margin:5px"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>is this
libel?</span></p></div>"""

CLIPBOARDS = {
    "google docs": (DOCS, DOCS_TIDY),
    "google docs: levels and starts": (LEVELS, LEVELS_TIDY),
    "google docs: comments": (COMMENTS, "<p>The quay was sold in May.</p>"),
}
