"""A whole clipboard of Word."""

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
    '<table><tbody><tr><th colspan="2"><p>Depth</p></th></tr>'
    "<tr><td><p>4 m</p></td><td><p>5 m</p></td></tr></tbody></table>"
    "<p>H<sub>2</sub>O and <s>struck</s>.</p>"
)

CLIPBOARDS = {"word": (WORD, WORD_TIDY)}
