"""Words in the colour of their ground, on pages and clipboards: what nobody sees is left out, all else is kept."""

SHEET = '<link rel="stylesheet" href="a.css">'
ASKED = "is white on the page, perhaps on white: does it belong to the text?"

BY_STYLES = """<html><head><style><!-- p.Unseen, li.Unseen {mso-style-name:Unseen; color:white;
mso-themecolor:background1;}
span.UnseenWords {mso-style-name:"Unseen Words"; color:white;} p.Box {background:#003366; color:white;}
--></style></head><body><p class=MsoNormal>Seen</p>%s</body></html>"""
"""A clipboard of Word, whose style sheet has the file's own styles."""

PAGES: list[tuple[str, bool]] = [
    ('<p>Seen <span style="color:#fff">Unseen</span></p>', False),
    ('<p>Seen <font color="#FFFFFF">Unseen</font></p>', False),
    ('<p>Seen <span style="color: rgb(255, 255, 255)">Unseen</span></p>', False),
    ("<style>.w{color:white}</style><p>Seen <span class=w>Unseen</span></p>", False),
    (f'{SHEET}<div style="background:#fff"><p>Seen <span style="color:white">Unseen</span></p></div>', False),
    ('<body bgcolor="#000000" text="#fff"><p>Seen <span style="color:black">Unseen</span></p>', False),
    ('<div style="background:#036"><p>Seen <span style="color:#003366">Unseen</span></p></div>', False),
    ('<p>Seen</p><p style="text-indent:-9999px">Unseen</p>', False),
    ('<p>Seen <span style="color:white;background:#036">Unseen</span></p>', True),
    ('<table><tr><td bgcolor="#003366"><font color="white">Unseen</font><td>Seen</table>', True),
    ('<div style="background:#fff url(a.png)"><p>Seen <span style="color:#000">Unseen</span></p></div>', True),
    ('<p>Seen <span style="color:white"><b style="color:#333">Unseen</b></span></p>', True),
    ('<div style="background:linear-gradient(red,blue)"><p>Seen <b style="color:#fff">Unseen</b></p></div>', True),
    ('<p>Seen <span style="color:rgba(255,255,255,0)">Unseen</span></p>', True),
    ('<p>Seen <span style="color:#333">Unseen</span></p>', True),
    ('<div style="background:#fff url(a.png)"><p>Seen <b style="color:#fff">Unseen</b></p></div>', True),
    ('<div style="background:linear-gradient(#fff,#000)"><p>Seen <b style="color:#fff">Unseen</b></div>', True),
    ('<div style="background:#036"><p style="background:rgba(255,255,255,.1)">Seen <b style="color:#fff">Unseen'
     "</b></div>", True),
    ('<p>Seen</p><font color="white"><table bgcolor="#036"><tr><td>Unseen<td>too</table></font>', True),
    ('<p>Seen</p><div style="color:#fff"><p style="background:#fff">Unseen</p></div>', False),
    ('<p style="background:rgba(0,0,0,.)">Seen <b style="color:rgba(9,9,9,1.2.3)">Unseen</b></p>', True),
    ('<p>Seen</p><p style="text-indent:-10000px">Unseen</p>', False),
    ('<p>Seen</p><p style="text-indent:-141.75pt">Unseen</p>', True),
    ("<style>@media print{*{color:#000}} a:link{color:#00f} .w{color:#fff}</style>"
     "<p>Seen <b class=w>Unseen</b></p>", False),
    ('<p>Seen <span style="color:#fefefe">Unseen</span></p>', False),
    ('<p>Seen <span style="color:#f0f0f0">Unseen</span></p>', True),
    ('<p>Seen <span style="color:white"><b style="color:#fdfdfd">Unseen</b></span></p>', False),
    (BY_STYLES % "<p class=Unseen>Unseen<o:p></o:p></p>", False),
    (BY_STYLES % "<p class=MsoNormal><span class=UnseenWords>Unseen</span></p>", False),
    (BY_STYLES % "<p class=Box>Unseen</p>", True),
    (BY_STYLES % "<table><tr><td style='background:#003366'><p class=Unseen>Unseen</p></table>", True),
    (BY_STYLES % "<table><tr><td style='background:white'><p class=Unseen>Unseen</p></table>", False),
]  # fmt: skip
"""(page, true if the word "Unseen" in it is seen)."""

UNSURE = (
    SHEET,
    f"{SHEET}<p class=MsoNormal>Pasted from Word into the site.</p>",
    "<style>.hero > div{background:#036}</style>",
    "<style>@media (min-width: 9em){.hero{background:#036}}</style>",
    "<style>.piece h1{color:#222}</style>",
)
"""Heads of pages whose ground only unread styles tell: in another file, for parts, on wide screens, a colour."""

FAINT = (
    "opacity:0", "font-size: 0pt", "color:transparent", "color:rgba(0, 0, 0, 0)", "color:#00000000",
    "transform:scale(0)", "height:0;overflow:hidden", "max-height:0px; overflow:hidden",
)  # fmt: skip
"""Styles that hide words, or let them wait for a script."""

SEEN = "<p>Ships pay, and they have paid for a hundred years in this harbour and in others.</p>"
MAY_BE_HIDDEN = "“Ask the lawyer.” may be hidden on the page: does it belong to the text?"

HIDDEN = (
    "<span style='visibility:collapse'>{}</span>", "<span style='mso-hide:screen'>{}</span>",
    "<div style='content-visibility:hidden'>{}</div>", "<xml><w:View>{}</w:View></xml>",
)  # fmt: skip
"""Around words that no browser and no Word shows."""
