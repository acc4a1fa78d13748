"""Tracked changes and comments for the Word files of `word_files`."""

from difflib import SequenceMatcher
from html import escape

from tests.intake.word_files import NAMESPACES, run

_END = "¶"
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def inserted(text: str = "", *, by: str = "Ida Quay") -> str:
    """Inserted words; without any the mark in the properties of a paragraph's end, a row or a cell."""
    return _change("ins", run(text) if text else "", by)


def deleted(text: str = "", *, by: str = "Ida Quay") -> str:
    words = (
        f'<w:r><w:delText xml:space="preserve">{escape(text, quote=False)}</w:delText></w:r>' if text else ""
    )
    return _change("del", words, by)


def _change(tag: str, inner: str, by: str) -> str:
    return f'<w:{tag} w:id="1" w:author="{by}" w:date="2026-03-03T10:12:00Z">{inner}</w:{tag}>'


def tracked(old: list[str], new: list[str], *, by: str = "Ida Quay") -> str:
    """Paragraphs in which the way from some lines of text to others is tracked, word by word."""
    before, after = _tokens(old), _tokens(new)
    made, inner = "", ""
    for tag, start, stop, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = [(token, "same") for token in before[start:stop]] if tag == "equal" else []
        gone = [] if same else [(token, "gone") for token in before[start:stop]]
        come = [] if same else [(token, "come") for token in after[begin:end]]
        for token, fate in [*same, *gone, *come]:
            if token != _END:
                inner += {"same": run, "gone": deleted, "come": inserted}[fate](token)
                continue
            mark = {"same": "", "gone": deleted(by=by), "come": inserted(by=by)}[fate]
            made += f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{inner}</w:p>"
            inner = ""
    return made


def _tokens(lines: list[str]) -> list[str]:
    """Words with the space behind them, and ends of paragraphs; the last end is that of both sides."""
    found: list[str] = []
    for line in lines:
        *rest, last = line.split()
        found += [*(f"{word} " for word in rest), last, _END]
    return found


def with_comments(number: int, inner: str) -> str:
    """Runs with a comment about them; without any the comment's mark alone."""
    mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    if not inner:
        return mark
    return f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>{mark}'


def comments_part(*, by: str = "Ida Quay", done: tuple[str, ...] = (), **texts: str) -> dict[str, str]:
    """Parts for `word_file`: comments by number (`c7="…"`), and which of them are settled."""
    rows = "".join(
        f'<w:comment w:id="{key[1:]}" w:author="{by}" w:date="2026-03-04T09:00:00Z">'
        + "".join(f'<w:p w14:paraId="{key}">{run(line)}</w:p>' for line in text.split("\n"))
        + "</w:comment>"
        for key, text in texts.items()
    )
    threads = "".join(f'<w15:commentEx w15:paraId="{key}" w15:done="{int(key in done)}"/>' for key in texts)
    return {
        "comments": f'<?xml version="1.0"?><w:comments {NAMESPACES} {_W14}>{rows}</w:comments>',
        "commentsExtended": f'<?xml version="1.0"?><w15:commentsEx {_W15}>{threads}</w15:commentsEx>',
    }
