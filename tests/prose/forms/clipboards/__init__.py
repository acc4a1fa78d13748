"""Clipboards of several tools, with invented text, and the body that each must become.

The editor's paste and intake read them alike: ``CLIPBOARDS`` maps a name to the HTML of a clipboard and to the
cleaned body (`prose.html.clean.clean_html`) that either door makes of it.
"""

from tests.prose.forms.clipboards import (
    equations,
    google_docs,
    libreoffice,
    web_pages,
    word,
    word_lists,
    word_marks,
)

CLIPBOARDS: dict[str, tuple[str, str]] = {
    **word.CLIPBOARDS,
    **word_lists.CLIPBOARDS,
    **word_marks.CLIPBOARDS,
    **google_docs.CLIPBOARDS,
    **libreoffice.CLIPBOARDS,
    **web_pages.CLIPBOARDS,
    **equations.CLIPBOARDS,
}
