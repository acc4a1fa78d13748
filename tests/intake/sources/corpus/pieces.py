"""Invented pieces, said once: what stands in them, and what of it is no text."""
# ruff: noqa: E501 (lines as tools write them)

from dataclasses import dataclass, field

Inline = str | tuple[str, ...]
"""Words, or (kind, words …): strong, em, sup, link (and its address), note, hidden, deleted, inserted, equation, comment
(and what it is on), field (its code and its result)."""


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, quote, list item or table: `rows` are cells of words; `level` and `number` place an item."""

    kind: str
    inside: tuple[Inline, ...] = ()
    level: int = 0
    number: int = 1
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Piece:
    """A piece with the facts that must be read from it."""

    name: str
    headline: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    authors: tuple[str, ...] = ()
    day: str = ""
    dek: str = ""
    template: bool = False
    direction: str = "ltr"
    slip: str = ""
    not_text: tuple[str, ...] = field(default=())


def p(*inside: Inline) -> Block:
    return Block("p", inside)


def item(words: str, level: int = 0) -> Block:
    return Block("bullet", (words,), level)


def numbered(words: str, number: int) -> Block:
    return Block("number", (words,), 0, number)


FIRST = (
    "Every port keeps two clocks, and neither of them tells the truth about the tide that lifts the boats."
)
LAST = (
    "The harbour must be dredged before the money is, and not the other way round, whatever the mayor says."
)

PIECES = (
    Piece(
        "an op-ed",
        "Who Pays for the Pier?",
        ("By Ida Quay", "June 11, 2020"),
        (
            p(FIRST, " A pier is ", ("strong", "not"), " a ", ("em", "promise"), "."),
            p("Ships pay twice", ("note", "Lund, Tides, p. 4."), ", says ",
              ("link", "the count", "https://example.org/count"), ", and nobody minds", ("note", "Told by the harbour master."), "."),
            Block("h2", ("The second pier",)),
            p(LAST),
        ),
        authors=("Ida Quay",),
        day="2020-06-11",
    ),
    Piece(
        "lists and a table",
        "Five Nets and a Buoy",
        ("By Mats Holm and Nora Quill", "3 March 2021"),
        (
            p(FIRST),
            item("Nets"), item("Old nets", 1), item("Torn nets", 2), item("Buoys"),
            p("And in this order, as ", ("link", "the ledger", "https://example.org/ledger?a=1&b=2"), " has it:"),
            numbered("Third", 3), numbered("Fourth", 4),
            Block("table", rows=(("Year", "Dues"), ("1911", "5"), ("1912", "6"))),
            Block("quote", ("We do not ask for much.",)),
            p(LAST),
        ),
        authors=("Mats Holm", "Nora Quill"),
        day="2021-03-03",
    ),
    Piece(
        "changes, comments and hidden words",
        "The Dues Rose by a Third",
        ("By Ida Quay", "9 April 2020"),
        (
            p(FIRST),
            p("The dues ", ("deleted", "fell sharply"), ("inserted", "rose"), " by a third",
              ("hidden", " (check with legal)"), ", and ", ("comment", "is this defamatory?", "the minister"), " knew", ("note", "Ledger of 1911."), "."),
            p(LAST),
        ),
        authors=("Ida Quay",),
        day="2020-04-09",
        not_text=("fell sharply", "check with legal", "is this defamatory?"),
    ),
    Piece(
        "fields, equations and signs",
        "What a Ship Costs",
        ("By Ben Ashby", "15 September 2009"),
        (
            p(FIRST),
            p("As ", ("field", " REF _Ref12 \\h ", "Table 4"), " shows, dues rose from ", ("equation", "x=10"),
              " to 10", ("sup", "6"), " in ", ("field", ' HYPERLINK "https://example.org/tip" \\o "A tip" ', "a year"), "."),
            p(LAST),
        ),
        authors=("Ben Ashby",),
        day="2009-09-15",
        not_text=("_Ref12", "HYPERLINK"),
    ),
    Piece(
        "right to left",
        "من يدفع ثمن الرصيف؟",
        ("بقلم نورا البحر", "11 يونيو 2020"),
        (
            p("لكل ميناء ساعتان، ولا تقول أي منهما الحقيقة عن المد الذي يرفع القوارب في كل صباح."),
            p("تدفع السفن مرتين", ("note", "سجل عام 1911."), "، كما يقول ",
              ("link", "السجل", "https://example.org/ar"), "."),
            p("يجب تعميق الميناء قبل أن تعمق الأموال، وليس العكس، مهما قال رئيس البلدية في خطابه."),
        ),
        authors=("نورا البحر",),
        day="2020-06-11",
        direction="rtl",
    ),
    Piece(
        "a newspaper's template",
        "A Tax on Waiting Ships",
        ("By Nora Quill", "21 January 2015"),
        (
            p(FIRST),
            p("Ships that wait pay ", ("em", "nothing"), " for the ", ("link", "water", "https://example.org/water"), "."),
            p(LAST),
        ),
        authors=("Nora Quill",),
        day="2015-01-21",
        dek="Ships that wait pay nothing, and they should.",
        template=True,
        slip="SLUG tax-ships LEN 412 words DESK opinion, hold for legal",
        not_text=("hold for legal",),
    ),
)  # fmt: skip


def words_of(inside: tuple[Inline, ...]) -> str:
    """The words of a line as readers see them."""
    seen = {"strong": 1, "em": 1, "link": 1, "inserted": 1, "comment": 2, "field": 2, "equation": 1, "sup": 1}
    parts = (
        part if isinstance(part, str) else part[seen[part[0]]] if part[0] in seen else "" for part in inside
    )
    return " ".join("".join(parts).split())


def text_of(piece: Piece) -> list[str]:
    """The words of every block of the text, neighbouring items and quotes apart."""
    texts = []
    for block in piece.blocks:
        texts += [cell for row in block.rows for cell in row] if block.rows else [words_of(block.inside)]
    return texts


def notes_of(piece: Piece) -> list[str]:
    return [
        part[1]
        for block in piece.blocks
        for part in block.inside
        if not isinstance(part, str) and part[0] == "note"
    ]


def links_of(piece: Piece) -> list[str]:
    links = []
    for part in (part for block in piece.blocks for part in block.inside if not isinstance(part, str)):
        if part[0] == "link":
            links.append(part[2])
        elif part[0] == "field" and "HYPERLINK" in part[1]:
            links.append(part[1].split('"')[1])
    return links
