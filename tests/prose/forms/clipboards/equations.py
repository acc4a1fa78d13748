"""Equations and readings of words on clipboards: Word's, in comments that browsers skip, and those of pages."""

MATH = "style='font-family:\"Cambria Math\",serif'"


def word(equation):
    """An equation as Word copies it, with the picture that it shows to older programs."""
    return (
        f"<span lang=EN-GB><!--[if gte msEquation 12]><m:oMath>{equation}</m:oMath><![endif]--></span>"
        "<![if !msEquation]><span style='position:relative;top:3.0pt'><!--[if gte vml 1]><v:shape id=\"a\"/>"
        "<![endif]-->"
        '<![if !vml]><img width=90 height=21 src="file:///C:/tmp/image002.png"><![endif]></span><![endif]>'
    )


def letters(text):
    return f"<i style='mso-bidi-font-style:normal'><span {MATH}><m:r>{text}</m:r></span></i>"


POWER = (
    f"<m:sSup><m:sSupPr><span {MATH}><m:ctrlPr></m:ctrlPr></span></m:sSupPr><m:e>{letters('x')}</m:e>"
    f"<m:sup>{letters('2')}</m:sup></m:sSup>"
)
HALF = f"<m:f><m:num>{letters('a+b')}</m:num><m:den>{letters('2')}</m:den></m:f>"
SUM = (
    f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{letters('i')}</m:sub><m:sup>{letters('n')}</m:sup>"
    f"<m:e>{letters('y')}</m:e></m:nary>"
)

WORD = (
    f"<p class=MsoNormal>Dues rose from {word(letters('x=10'))} to {word(POWER)}, or {word(HALF)}, or {word(SUM)}"
    " in a year.<o:p></o:p></p>"
)

BROWSER = (
    "<p>Dues rose by <math><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msqrt><mi>b</mi></msqrt></mrow></math>"
    ' and <span class="math-inline"><span class="math-hidden" style="display: none;"><math><semantics><mrow><mfrac>'
    '<mn>1</mn><mi>n</mi></mfrac></mrow><annotation encoding="application/x-tex">\\frac{1}{n}</annotation></semantics>'
    '</math></span><img src="https://wiki.example/math.svg" alt="{\\displaystyle 1/n}"></span> and <span class="katex">'
    '<span class="katex-mathml"><math><semantics><mrow><mi>k</mi></mrow><annotation encoding="application/x-tex">k'
    '</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>k</span></span></span>'
    " each.</p>"
)

READINGS = (
    "<p>The port of <ruby><rb>神戸</rb><rt>こうべ</rt></ruby> and of <ruby>"
    "大阪<rp>（</rp><rt>おおさか</rt><rp>）</rp></ruby>.</p>"
)

LEFT_BEHIND = (
    '<p>See <a href="/quay">the quay</a> and <a href="#top">the top</a>.</p><p><img src="https://a.example/1.png"'
    ' alt="The quay at night"></p><figure><picture><img src="2.png" alt=""></picture><figcaption>Photo: Ida Quay'
    "</figcaption></figure><p>The dues rose.<button>Share</button></p>"
)
WITH_ADDRESS = (
    '<html><head><base href="https://old.example/en/"></head><body><p>See <a href="/quay">the quay</a>, <a'
    ' href="../map">a map</a> and <a href="//cdn.example/x">a copy</a>.</p></body></html>'
)
DOWNLOADED = (
    '<html><head><style type="text/css">.c2{font-weight:700}.c3{vertical-align:super;font-size:7pt}'
    '.c4{font-style:italic}</style></head><body class="doc-content"><p class="c1"><span class="c0">10</span>'
    '<span class="c3">6</span>'
    '<span class="c0"> ships, said </span><span class="c4">The Tally</span><span class="c0">, </span>'
    '<span class="c2">not</span><span class="c0"> ours.</span></p></body></html>'
)

CLIPBOARDS = {
    "word: equations": (
        WORD,
        "<p>Dues rose from x=10 to x<sup>2</sup>, or (a+b)/2, or ∑<sub>i</sub><sup>n</sup> y in a year.</p>",
    ),
    "equations of pages": (BROWSER, "<p>Dues rose by x<sup>2</sup>+√b and 1/n and k each.</p>"),
    "readings of words": (READINGS, "<p>The port of 神戸(こうべ) and of 大阪（おおさか）.</p>"),
    "pictures and links that stay behind": (
        LEFT_BEHIND,
        "<p>See the quay and the top.</p><p>The dues rose.</p>",
    ),
    "links of a page with an address": (
        WITH_ADDRESS,
        '<p>See <a href="https://old.example/quay">the quay</a>, <a href="https://old.example/map">a map</a> and '
        '<a href="https://cdn.example/x">a copy</a>.</p>',
    ),
    "google docs: marks in a style sheet": (
        DOWNLOADED,
        "<p>10<sup>6</sup> ships, said <em>The Tally</em>, <strong>not</strong> ours.</p>",
    ),
}
