"""Clipboard HTML in the style of several word processors, with invented text."""

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm;font-size:12.0pt;}
@list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1><span lang=EN-GB>The harbour at night<o:p></o:p></span></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=EN-GB>Ada Lund</span></b><span lang=EN-GB> wrote
that <i style='mso-bidi-font-style:normal'>tides</i> keep<span style='mso-spacerun:yes'>&nbsp; </span>time<a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span
style='font-size:12.0pt'>[1]</span></span><![endif]></span></span></a>, and
<a href="https://example.org/tides"><span style='color:blue'>a link</span></a>, and <a name="_Hlk1">an old anchor</a>,
and <a href="file:///C:/drafts/x.docx">a file</a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Nets</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]>Old <b>nets</b></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>Buoys</p>
<p class=MsoNormal>Between the lists.</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Third</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Fourth</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='height:1pt'><td width=301 colspan=2
style='border:solid'><p class=MsoNormal>Depth<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>4 m</p></td>
<td><p class=MsoNormal>5 m</p></td></tr></table>
<p class=MsoNormal><span style='mso-hide:all;display:none'>secret note to self</span>H<sub>2</sub>O and
<s>struck</s>.</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr
align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"
name="_ftn1" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'><![if !supportFootnotes]>
<span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a><span lang=EN-GB> Lund, <i>Tides</i>, p. 4, at
<a href="https://example.org/notes">the archive</a>.<o:p></o:p></span></p></div></div>
<!--EndFragment--></body></html>"""

WORD_TIDY = (
    "<h2>The harbour at night</h2>"
    "<p><strong>Ada Lund</strong> wrote that <em>tides</em> keep time"
    '<span data-footnote="">Lund, <em>Tides</em>, p. 4, at <a href="https://example.org/notes">the archive</a>.</span>'
    ', and <a href="https://example.org/tides">a link</a>, and an old anchor, and a file.</p>'
    "<ul><li><p>Nets</p><ul><li><p>Old <strong>nets</strong></p></li></ul></li><li><p>Buoys</p></li></ul>"
    "<p>Between the lists.</p>"
    '<ol start="3"><li><p>Third</p></li><li><p>Fourth</p></li></ol>'
    '<table><tbody><tr><td colspan="2"><p>Depth</p></td></tr>'
    "<tr><td><p>4 m</p></td><td><p>5 m</p></td></tr></tbody></table>"
    "<p>H<sub>2</sub>O and <s>struck</s>.</p>"
)

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

LIBRE = """<p>Kept<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> here.</p>
<div id="sdfootnote1"><p
class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>First
line.</p><p>Second line.</p></div>"""

LIBRE_TIDY = '<p>Kept<span data-footnote="">First line.<br>Second line.</span> here.</p>'
