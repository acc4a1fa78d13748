"""Post from the reader of a shared link: a comment, other wording, a sign-off, a file."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction
from django.forms import Textarea
from django.http import HttpRequest

from articles import acts
from desk.models import SentBackFile, SharedComment, SharedLink
from desk.models.shared_comment import MOST_COMMENTS, MOST_COMMENTS_AN_HOUR, MOST_FILES
from desk.sharing.reader_forms import CommentForm, FileForm, SignOffForm
from desk.sharing.shown import ShownPiece
from desk.sharing.tokens import is_ours

STALE_PAGE = (
    "This page was drawn by an earlier release, or by another desk. Nothing was sent: what you wrote stands below. "
    "Look at it, and send it again."
)
OTHER_TEXT = (
    "The text has changed since you opened this page. Nothing was signed: read it again, then sign it off."
)
TOO_FAST = (
    f"This link takes {MOST_COMMENTS_AN_HOUR} comments an hour. This one was not sent: it stands below. Send it again "
    "in an hour."
)
TOO_MANY = "You have sent as much through this link as it takes. Ask the desk for a new one."


@dataclass(frozen=True)
class SentByReader:
    """A form that was sent, and what came of it. `forms`: by what each sends; `sentence`: why nothing was done."""

    what: str = ""
    is_done: bool = False
    sentence: str = ""
    status: int = 200
    forms: dict[str, Any] = field(default_factory=dict)

    @property
    def typed(self) -> list[str]:
        """The words that were typed in the form."""
        fields = [each for form in self.forms.values() for each in form]
        texts = [each.value() for each in fields if isinstance(each.field.widget, Textarea)]
        return [text for text in texts if text]

    def ready_for(self, shown: ShownPiece) -> "SentByReader":
        """The same with the forms that this reader has, empty where nothing was typed."""
        empty: dict[str, Any] = {}
        if shown.link.may_comment:
            empty["comment"] = CommentForm(content=shown.content)
        if shown.link.may_sign_off and shown.shows_all:
            empty["sign_off"] = SignOffForm()
        if shown.link.reader == SharedLink.OutsideKind.AUTHOR:
            empty["file"] = FileForm()
        return replace(self, forms=empty | self.forms)


def receive(request: HttpRequest, shown: ShownPiece) -> SentByReader:
    """Keep what was sent. A form of no page of ours, or of one drawn with another key, is shown again."""
    link, post = shown.link, request.POST
    what = str(post.get("what", ""))
    if what == "comment" and link.may_comment:
        form: Any = CommentForm(post, content=shown.content)
        keep: Any = _comment
    elif what == "sign_off" and link.may_sign_off and shown.shows_all:
        form, keep = SignOffForm(post), _sign_off
    elif what == "file" and link.reader == SharedLink.OutsideKind.AUTHOR:
        form, keep = FileForm(post, request.FILES), _file
    else:
        return SentByReader(status=400, sentence="This form is not one of this page. Nothing was sent.")
    sent = SentByReader(what, forms={what: form})
    if not is_ours(link, str(post.get("proof", ""))):
        return replace(sent, sentence=STALE_PAGE, status=403)
    if not form.is_valid():
        return sent
    sentence = keep(shown, form)
    return replace(sent, is_done=not sentence, sentence=sentence)


@transaction.atomic
def _comment(shown: ShownPiece, form: CommentForm) -> str:
    """Keep a comment; the sentence why not, or none. The link is locked, so that its comments are counted once."""
    link = SharedLink.objects.select_for_update(of=("self",)).get(pk=shown.link.pk)
    if link.comments.count() >= MOST_COMMENTS:
        return TOO_MANY
    if link.comments.filter(at__gt=shown.at - dt.timedelta(hours=1)).count() >= MOST_COMMENTS_AN_HOUR:
        return TOO_FAST
    values, passage = form.cleaned_data, form.passage
    SharedComment.objects.create(
        link=link,
        revision=shown.revision,
        at=shown.at,
        part=passage.part if passage else SharedComment.PassagePart.PIECE,
        block=passage.block if passage else None,
        quoted=form.quoted,
        words=values["words"],
        wording=values["wording"],
        is_proposal=form.is_proposal,
    )
    return ""


def _sign_off(shown: ShownPiece, form: SignOffForm) -> str:
    if form.cleaned_data["text"] != shown.revision.content_hash:
        return OTHER_TEXT
    try:
        acts.sign_off(
            shown.link.article,
            shown.link.as_reader,
            revision=shown.revision,
            at=shown.at,
            words=form.cleaned_data["words"],
        )
    except acts.ActRefused as refused:
        return str(refused)
    return ""


@transaction.atomic
def _file(shown: ShownPiece, form: FileForm) -> str:
    link = SharedLink.objects.select_for_update(of=("self",)).get(pk=shown.link.pk)
    if link.files.count() >= MOST_FILES:
        return TOO_MANY
    file = form.cleaned_data["file"]
    content = file.read()
    digest = hashlib.sha256(content).hexdigest()
    if link.files.filter(digest=digest).exists():
        return "You have sent this very file before: it is at the desk."
    SentBackFile.objects.create(
        link=link,
        at=shown.at,
        file_name=(file.name or "file.docx")[-255:],
        digest=digest,
        size=len(content),
        content=content,
    )
    return ""
