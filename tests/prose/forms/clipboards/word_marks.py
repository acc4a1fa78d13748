"""What Word marks as not text, on its clipboard: comments, tracked changes, hidden words, the codes of fields."""

COMMENTS = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal>The minister <a style='mso-comment-reference:NQ_1;mso-comment-date:20261120T1030'>sold the
quay</a><span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor
id="_anchor_1" onmouseover="msoCommentShow('_anchor_1','_com_1')" href="#_msocom_1" language=JavaScript
name="_msoanchor_1">[NQ1]</a><![endif]><span
style='mso-special-character:comment'>&nbsp;<o:p></o:p></span></span></span>
in May.<o:p></o:p></p>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1
width="33%"><![endif]><div style='mso-element:comment'><![if !supportAnnotations]><div id="_com_1" class=msocomtxt
language=JavaScript><![endif]><div><![if !supportAnnotations]><a name="_msocom_1"></a><![endif]><span
style='mso-comment-author:"Nora; Quill"'></span><p class=MsoCommentText><span class=MsoCommentReference><span
style='mso-special-character:comment'>&nbsp;</span></span>is this libel?<o:p></o:p></p></div><![if
!supportAnnotations]></div><![endif]></div></div><!--EndFragment--></body></html>"""

CHANGES = """<p class=MsoNormal>The dues <s><del cite="mailto:Nora%20Quill"
datetime="2026-11-20T10:30">fell</del></s><ins
cite="mailto:Nora%20Quill" datetime="2026-11-20T10:31">rose</ins><span class=msoDel><del> sharply</del></span> by a
<s>third</s> half.<o:p></o:p></p><p class=MsoNormal><del cite="mailto:Nora%20Quill">A paragraph taken out.</del></p>"""

HIDDEN = """<html><head><style><!-- /* kept for us */
span.InternalSlip {mso-style-name:"Internal Slip"; mso-hide:
all; display:none;}
@media print { .MsoNormal {display:none;} }
--></style></head><body><p class=MsoNormal>The dues rose<span class=InternalSlip> (desk: check with legal)</span>
<span style='mso-hide:
all'>not yet </span><span style='display:none'>never </span>in May.</p></body></html>"""

FIELDS = """<p class=MsoNormal>See table <span style='mso-element:field-begin'></span><span
style='mso-spacerun:yes'>&nbsp;</span>REF _Ref123 \\h <span style='mso-element:field-separator'></span>4<span
style='mso-element:field-end'></span> on page <!--[if supportFields]><span style='mso-element:field-begin'></span>
PAGEREF
_Ref123 <span style='mso-element:field-separator'></span><![endif]-->7<!--[if supportFields]><span
style='mso-element:field-end'></span><![endif]-->.<span style='mso-element:field-begin'></span> XE "Dues" <span
style='mso-element:field-end'></span></p>"""

CLIPBOARDS = {
    "word: comments": (COMMENTS, "<p>The minister sold the quay in May.</p>"),
    "word: tracked changes": (CHANGES, "<p>The dues rose by a <s>third</s> half.</p>"),
    "word: hidden words": (HIDDEN, "<p>The dues rose in May.</p>"),
    "word: codes of fields": (FIELDS, "<p>See table 4 on page 7.</p>"),
}
