"""Parts that an author's tool marks as not text: comments, tracked deletions, hidden words, codes of fields."""

import lxml.etree

from intake.patterns import Pattern
from intake.sources.balance import Balance
from intake.sources.manuscript import LeftOut
from intake.sources.tidy.declared import Declared, declarations, is_faint, is_hidden
from intake.sources.tidy.elements import Html, drop, has_class, words_in

_COMMENT_CLASSES = frozenset(
    ("MsoCommentReference", "MsoCommentText", "MsoCommentSubject", "msocomanchor", "msocomtxt", "msocomoff",
     "msocomhide")
)  # fmt: skip
_WORD_COMMENT = Pattern(r"#_mso(?:com|anchor)_")
_FOR_SCREEN_READERS = frozenset(
    ("screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "assistive-text")
)
_NOTES_IN_LISTS = frozenset(("note-words",))
_NEVER_SHOWN = frozenset(("datalist", "noembed", "noframes", "xml"))
"""Elements whose words browsers never lay out on a page; in "xml" Word keeps settings."""
_MOST_OF_THE_PAGE = 0.3


def remove_not_text(body: Html, declared: Declared, maker: str, balance: Balance) -> list[LeftOut]:
    """Remove from a page what is not text; returns it by name, with its words."""
    left_out = _remove_hidden(body, declared, maker, balance)
    left_out += _remove_comments(body, balance)
    left_out += _remove_deletions(body, maker == "libreoffice", balance)
    _remove_field_codes(body, balance)
    return left_out


def _remove_hidden(body: Html, declared: Declared, maker: str, balance: Balance) -> list[LeftOut]:
    """Hidden elements; a site's style sheet that seems to hide most of a page is undone by its scripts."""
    left_out: list[LeftOut] = []
    most = len(words_in(body)) * (1 if maker else _MOST_OF_THE_PAGE)
    for element in list(body.iter()):
        if not isinstance(element.tag, str) or element is body or body not in element.iterancestors():
            continue
        is_own = _is_unseen_by_itself(element) or is_hidden(declarations(element.get("style") or ""))
        by_rule = is_hidden(declared.of_rules(element)) or has_class(element, _FOR_SCREEN_READERS)
        if is_own or (by_rule and len(words_in(element)) <= most):
            left_out += drop(element, "hidden text", balance)
    return left_out


def faint_words(body: Html) -> list[str]:
    """Words that their own style may hide; none where that is much of the page, which its scripts then show."""
    faint = [
        words
        for element in body.iterdescendants()
        if element.get("style") and is_faint(declarations(element.get("style") or ""))
        if (words := words_in(element))
    ]
    return faint if sum(map(len, faint)) <= _MOST_OF_THE_PAGE * len(words_in(body)) else []


def _is_unseen_by_itself(element: Html) -> bool:
    """True for what browsers hide without any style: HTML, section 15.3.1.

    A note on a page of such a desk as this one pops up, but stands in its list as well.
    """
    is_closed = element.tag == "dialog" and element.get("open") is None
    pops_up = element.get("popover") is not None and not has_class(element, _NOTES_IN_LISTS)
    is_named = element.get("hidden") is not None or pops_up
    return is_closed or is_named or element.tag in _NEVER_SHOWN


def _remove_comments(body: Html, balance: Balance) -> list[LeftOut]:
    left_out: list[LeftOut] = []
    for element in list(body.iter("div", "span", "p")):
        style = declarations(element.get("style") or "")
        if (
            style.get("mso-element") in ("comment", "comment-list")
            or style.get("mso-special-character") == "comment"
        ):
            left_out += drop(element, "comment", balance)
    for element in list(body.iter("div", "span", "p", "a", "hr")):
        if has_class(element, _COMMENT_CLASSES) or _WORD_COMMENT.search(element.get("href") or ""):
            is_mark = element.tag == "a" or has_class(element, frozenset({"MsoCommentReference"}))
            left_out += drop(element, "" if is_mark else "comment", balance)
    for link in list(body.iter("a")):  # of Google Docs
        name = link.get("id") or ""
        if name.startswith("cmnt") and not name.startswith("cmnt_ref"):
            holder = next(link.iterancestors("div", "p"), link)
            boxes = [each for each in holder.iterancestors("div") if words_in(each) == words_in(holder)]
            left_out += drop(boxes[-1] if boxes else holder, "comment", balance)
    for link in list(body.iter("a")):
        if "#cmnt" in (link.get("href") or ""):
            parent = link.getparent()
            drop(parent if parent is not None and parent.tag == "sup" else link, "", balance)
    return left_out


def _remove_deletions(body: Html, is_from_libreoffice: bool, balance: Balance) -> list[LeftOut]:
    """Tracked deletions; LibreOffice writes the strokes of its own text as <strike>, so each of its <del> is one."""
    left_out: list[LeftOut] = []
    for element in list(body.iter("del", "ins", "span", "p", "div")):
        is_deletion = element.tag == "del" or has_class(element, frozenset({"msoDel"}))
        if (not is_deletion and element.tag != "ins") or not _is_tracked(element, is_from_libreoffice):
            continue
        if is_deletion:
            left_out += drop(element, "deleted words", balance)
        elif element.getparent() is not None:
            element.drop_tag()
    return left_out


def _is_tracked(element: Html, is_from_libreoffice: bool) -> bool:
    tracked = frozenset({"msoDel", "msoIns"})
    return (
        is_from_libreoffice
        or element.get("cite") is not None
        or element.get("datetime") is not None
        or has_class(element, tracked)
        or any(has_class(each, tracked) for each in element.iterancestors("span"))
    )


def _remove_field_codes(body: Html, balance: Balance) -> None:
    """Word writes a field as begin, code, separator, result, end: the code goes. What never ends stays."""
    opened: list[tuple[bool, list[tuple[Html, bool]]]] = []
    codes: list[tuple[Html, bool]] = []
    for node, is_tail in _texts(body):
        mark = "" if is_tail else declarations(node.get("style") or "").get("mso-element", "")
        if mark == "field-begin":
            opened.append((True, []))
        elif mark == "field-separator" and opened:
            codes += opened.pop()[1]
            opened.append((False, []))
        elif mark == "field-end" and opened:
            codes += opened.pop()[1]
        for is_code, code in opened:
            if is_code:
                code.append((node, is_tail))
    for node, is_tail in codes:
        balance.give_out((node.tail if is_tail else node.text) or "")
        if is_tail:
            node.tail = None
        else:
            node.text = None


def _texts(element: Html) -> list[tuple[Html, bool]]:
    """(element, is_tail) of every text and tail below an element, in reading order."""
    found: list[tuple[Html, bool]] = []
    for event, each in lxml.etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            found.append((each, False))
        elif each is not element:
            found.append((each, True))
    return found
