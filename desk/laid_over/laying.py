"""The choices with which a text is laid over a piece, in a hidden field on the way to the save; comments it brings."""

import datetime as dt
import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from django.http import HttpRequest, QueryDict

from articles.models.article import Article
from articles.models.revision import Revision
from desk.laid_over.base import FROM, UNKNOWN
from desk.laid_over.origin import facts_of
from desk.laid_over.page import DRAFT, STANCE, TAKE, LaidPage, load_page
from desk.laid_over.parts import PARTS
from desk.margin import from_file
from desk.models import BroughtText
from desk.new_from_a_text.margin_form import ACCEPTED, PROPOSALS
from prose.keys import as_uuid

LAYS = "lays_over"
_LONGEST = 20_000


@dataclass(frozen=True)
class Laying:
    """A text's key, the parts taken of it, and its page's choices. `is_changed`: the form was shown again since."""

    text: str
    parts: list[str]
    base: str
    stance: str
    keeps_draft: list[str]
    is_changed: bool = False

    @classmethod
    def of(cls, page: LaidPage) -> Self:
        base = str(page.base.version.number) if page.base.version else UNKNOWN
        return cls(str(page.text.pk), page.taken, base, page.stance, page.kept_passages)

    @classmethod
    def carried_by(cls, post: QueryDict) -> Self | None:
        """The value of a form's hidden field; None for another form, or a field that makes no sense."""
        value = post.get(LAYS, "")
        try:
            found = cls(**json.loads(value)) if value and len(value) < _LONGEST else None
        except (ValueError, TypeError, RecursionError):
            return None
        return found if found and found.makes_sense else None

    @property
    def makes_sense(self) -> bool:
        """True for values that a page of ours can have written: the parts go into the history, which keeps them."""
        lists = (self.parts, self.keeps_draft)
        if not all(isinstance(each, list) for each in lists):
            return False
        words = [self.text, self.base, self.stance, *self.parts, *self.keeps_draft]
        if not all(isinstance(each, str) for each in words):
            return False
        return as_uuid(self.text) is not None and set(self.parts) <= set(PARTS)

    @property
    def value(self) -> str:
        return json.dumps(asdict(self))

    @property
    def as_changed(self) -> Self:
        return replace(self, is_changed=True)

    def find(self, request: HttpRequest, article: Article) -> BroughtText | None:
        """The text, if it is the user's and for this piece."""
        texts = BroughtText.objects.for_piece(article, request.user).filter(read__isnull=False)
        key = as_uuid(self.text)
        return texts.filter(pk=key).first() if key else None

    def facts(self, text: BroughtText) -> dict[str, Any]:
        return facts_of(text, self.parts, is_changed=self.is_changed)

    def page(self, article: Article, text: BroughtText, draft: Revision, at: dt.datetime) -> LaidPage:
        """The page as it was when this was chosen."""
        asked = QueryDict(mutable=True)
        asked.update({FROM: self.base, STANCE: self.stance} | dict.fromkeys(self.keeps_draft, DRAFT))
        asked.setlist(TAKE, ["", *self.parts])
        return load_page(asked, article, text, draft, at)


def keep_beside(page: LaidPage, revision: Revision, at: dt.datetime) -> int:
    """Keep a text's comments and, where its changes are to be proposals, these, beside a version; their number."""
    before, after = page.laid, page.with_changes
    left = set(before.changed) - set(page.taken)
    parts = [name for name in ("headline", "dek", "body") if name not in left]
    proposed = page.stance == PROPOSALS
    return from_file.keep_margin(
        revision,
        file_name=page.text.file_name,
        comments=page.values.comments,
        stance=from_file.TAKEN if page.stance in ("", ACCEPTED) else from_file.REFUSED,
        at=at,
        before={name: before.content[name] for name in parts} if proposed else {},
        after={name: after.content[name] for name in parts} if proposed else {},
        changes=page.values.changes,
        overtaken=page.overtaken,
    )
