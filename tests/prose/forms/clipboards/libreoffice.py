"""Clipboards of LibreOffice."""

LIBRE = """<p>Kept<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> here.</p>
<div id="sdfootnote1"><p
class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>First
line.</p><p>Second line.</p></div>"""

LIBRE_TIDY = '<p>Kept<span data-footnote="">First line.<br>Second line.</span> here.</p>'

CHANGES = """<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><meta name="generator"
content="LibreOffice 24.2.5.2 (Linux)"/></head><body><p>The dues <del>fell</del><ins>rose</ins> by a
<strike>third</strike>
half<span style="display: none"> (ask the harbour master)</span>.</p></body></html>"""

CLIPBOARDS = {
    "libreoffice": (LIBRE, LIBRE_TIDY),
    "libreoffice: tracked changes and hidden words": (
        CHANGES,
        "<p>The dues rose by a <s>third</s> half.</p>",
    ),
}
