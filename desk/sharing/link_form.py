"""The form that makes a shared link."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db import transaction

from articles import acts
from articles.models.article import Article
from articles.models.revision import Revision
from desk.models import SharedLink
from desk.models.shared_link import MOST_DAYS, USUAL_DAYS
from desk.sharing.tokens import hash_of, new_token
from prose.forms.text_fields import LineFormField

DRAFT, PINNED = "draft", "pinned"


class LinkForm(forms.Form):
    """A link for one person: who it is, what they see, what they may do, how long."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    name = LineFormField(label="Who it is for", max_length=120, help_text="As it is to stand in the history.")
    email = forms.EmailField(
        label="Their mail address", required=False, help_text="For the desk’s own memory: nothing is sent."
    )
    reader = forms.ChoiceField(label="They read it as", choices=SharedLink.OutsideKind.choices)
    shows = forms.ChoiceField(
        label="They see",
        choices=[
            (DRAFT, "The draft, and what is saved later"),
            (PINNED, "The newest version, and no later one"),
        ],
    )
    may_comment = forms.BooleanField(
        label="They may comment and propose wording",
        required=False,
        initial=True,
        help_text="Where they see the whole text, they can take it along as a Word file.",
    )
    may_sign_off = forms.BooleanField(label="They are asked to sign the text off", required=False)
    days = forms.IntegerField(
        label="It works for so many days", initial=USUAL_DAYS, min_value=1, max_value=MOST_DAYS
    )

    @classmethod
    def empty(cls) -> "LinkForm":
        return cls(initial={"key": uuid.uuid4()})

    @transaction.atomic
    def make(self, article: Article, newest: Revision, *, by: User, at: dt.datetime) -> str | None:
        """Make the link; the token of its address, or None if this very form has made it before."""
        values: dict[str, Any] = self.cleaned_data
        if SharedLink.objects.filter(pk=values["key"]).exists():
            return None
        token = new_token()
        pinned = newest if values["shows"] == PINNED else None
        expires_at = at + dt.timedelta(days=values["days"])
        link = SharedLink(
            pk=values["key"], token_hash=hash_of(token), article=article, pinned=pinned, first_shown=newest,
            made_by=by, made_at=at, expires_at=expires_at,
            **{name: values[name] for name in ("name", "email", "reader", "may_comment", "may_sign_off")},
        )  # fmt: skip
        acts.share(
            article,
            link.as_reader,
            by=by,
            at=at,
            pinned=pinned,
            expires_at=expires_at,
            asks_sign_off=link.may_sign_off,
        )
        link.save(force_insert=True)
        return token
