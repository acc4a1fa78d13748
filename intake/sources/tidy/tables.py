"""Tables as tools write them: the first row heads the columns, and rows left empty at the end go."""

from intake.sources.tidy.elements import Html, raw_text


def tidy_tables(body: Html) -> None:
    """Give a table without header cells, of at least two rows and two columns, a header row; and each its caption."""
    for figure in body.iter("figure"):
        _take_caption_in(figure)
    for table in list(body.iter("table")):
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        while len(rows) > 1 and _is_empty(rows[-1]):
            rows.pop().drop_tree()
        heads = [row for row in rows if _parent_tag(row) == "thead"]
        is_plain = not any(cell.tag == "th" for row in rows for cell in row)
        is_wide = any(sum(cell.tag == "td" for cell in row) > 1 for row in rows)
        if not heads and is_plain and len(rows) > 1 and is_wide and not _holds_blocks(table):
            heads = rows[:1]
        for cell in [cell for row in heads for cell in row if cell.tag == "td"]:
            cell.tag = "th"


def _take_caption_in(figure: Html) -> None:
    """Move the caption of a figure that is one table into the table, as WordPress and others write it."""
    tables, captions = list(figure.iter("table")), list(figure.iter("figcaption"))
    is_picture = next(figure.iter("img", "svg", "video", "iframe"), None) is not None
    if len(tables) == len(captions) == 1 and not is_picture and tables[0].find("caption") is None:
        (caption,) = captions
        caption.drop_tree() if not raw_text(caption).strip() else tables[0].insert(0, caption)
        caption.tag, caption.tail = "caption", None


def _is_empty(row: Html) -> bool:
    return not row.text_content().replace("\xa0", " ").strip() and not row.xpath(
        ".//*[@data-footnote] | .//img"
    )


def _parent_tag(row: Html) -> str:
    parent = row.getparent()
    return str(parent.tag) if parent is not None else ""


def _holds_blocks(table: Html) -> bool:
    """True for a table that lays out a page: it holds headings or other tables."""
    return any(table is not each for each in table.iter("table", "h1", "h2", "h3", "h4", "article"))
