"""Pictures that come along with a text: read, given a record in the library, and named in the figures of the body.

A record is made with what the source and the file say, and without a licence or permission: no page shows the picture
before somebody has settled that.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from django.contrib.auth.models import User

from disclaimers.models import Institution
from intake.drafts.new_piece import NewPiece
from intake.sources.manuscript import SourcePicture
from intake.sources.pictures.alternatives import real_alternative
from pictures import acts
from pictures.acts.adding import digest_of
from pictures.files.errors import NotTaken
from pictures.files.metadata import Found
from pictures.files.read import ReadPicture, read_upload
from pictures.files.turns import NoTurn
from pictures.models import Picture
from pictures.models.credited import MAX_CREDIT_CHARS
from pictures.offers import facts_of, offered, shortened
from prose.html.figures import Figure, with_figures

TURNS = 3
"""Times that a picture waits for its turn to be read: whoever brought the text waits in line anyway."""


@dataclass(frozen=True)
class DraftPicture:
    """A picture that was read, for the figure with this key. `alt`: None if nobody has answered, "" if decorative."""

    key: str
    digest: str
    read: ReadPicture
    file_name: str = ""
    alt: str | None = None
    caption: str = ""
    credit: str = ""


def nothing_before() -> None:
    """Do nothing before a picture is read."""


def read_source_picture(
    picture: SourcePicture, before: Callable[[], None] = nothing_before
) -> ReadPicture | str:
    """The picture, or a sentence that names it and says why it is not taken. `before` is called before each try."""
    refusal = ""
    for _ in range(TURNS):
        before()
        try:
            return read_upload(picture.content)
        except NotTaken as error:
            refusal = str(error)
            if not isinstance(error, NoTurn):
                break
    return f"The picture {_place_of(picture)} was left out. {refusal}"


def _place_of(picture: SourcePicture) -> str:
    words = picture.caption or picture.alt
    if words:
        return f"“{shortened(words)}”"
    return f"near “{shortened(picture.beside)}”" if picture.beside else f"“{picture.file_name}”"


def draft_picture(source: SourcePicture, read: ReadPicture) -> DraftPicture:
    """The picture with what source and file say of it, for an editor to change."""
    return DraftPicture(
        source.key,
        digest_of(source.content),
        read,
        source.file_name,
        source.alt,
        source.caption,
        offered_credit(source.credit, read.found),
    )


def offered_credit(credit: str, found: Found) -> str:
    """The credit that stood beside the picture, else that in its file. One that is too long is not cut."""
    return credit if credit and len(credit) <= MAX_CREDIT_CHARS else str(offered(found).get("credit", ""))


def unanswered(picture: DraftPicture) -> str:
    """A sentence on what an editor must still say of the picture."""
    name = picture.caption or picture.alt or picture.file_name or "without a caption"
    answers = (("text alternative", picture.alt is not None), ("credit", bool(picture.credit)))
    missing = [*(f"no {what}" for what, is_there in answers if not is_there), "no permission on record"]
    return (
        f"The picture “{shortened(name)}” has {', '.join(missing)}: it is not shown before that is settled."
    )


def with_pictures(
    piece: NewPiece,
    pictures: Iterable[DraftPicture],
    *,
    left_out: Collection[str] = (),
    by: User,
    at: dt.datetime,
) -> NewPiece:
    """The piece with its pictures in the library: one that the account sees there already, by its file, is used.

    `left_out`: keys of figures that go with their captions. Of one that could not be read the caption stays, as words.
    """
    house = Institution.objects.get(pk=piece.institution) if piece.institution else None
    answers = {each.key: (str(_record_of(each, piece, house, by, at).uuid), each.alt) for each in pictures}

    def named(figure: Figure) -> str:
        if figure.uuid in answers:
            uuid, alt = answers[figure.uuid]
            return replace(figure, uuid=uuid, alt=alt).html
        is_kept = figure.uuid not in left_out and figure.caption_html
        return f"<p>{figure.caption_html}</p>" if is_kept else ""

    return replace(piece, body=with_figures(piece.body, named))


def _record_of(
    picture: DraftPicture, piece: NewPiece, house: Institution | None, by: User, at: dt.datetime
) -> Picture:
    acts.one_at_a_time(picture.digest)
    if same := Picture.objects.visible_to(by).with_file(picture.digest).first():
        return same
    described = {"description": picture.alt} if picture.alt else {}
    facts = facts_of(
        picture.read.found,
        picture.file_name,
        title=_title_of(picture, piece),
        credit=picture.credit,
        language=piece.language,
        institution=house,
        **described,
    )
    return acts.add_read_picture(
        facts, picture.read, picture.digest, upload_name=picture.file_name, by=by, at=at
    )


def _title_of(picture: DraftPicture, piece: NewPiece) -> str:
    """A name to find it by: its caption or what it shows, else the name of its file if somebody gave it one."""
    own = real_alternative(PurePath(picture.file_name).stem.replace("_", " "))
    names = (picture.caption, picture.alt, own, f"Picture in “{piece.headline}”")
    return shortened(next(words for words in names if words))
