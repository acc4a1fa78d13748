"""The page of an act: GET shows what it will do, to which version and when; POST performs it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html

from articles.acts import ActRefused
from articles.acts.ledger import in_words
from articles.checklist import Checklist
from articles.models.article import Article
from articles.models.revision import Revision
from articles.states import ACTS, MOVES_PAGES, PUBLISHING, Act, Rule
from articles.timeline import Timeline, load_standing, load_timeline
from desk import made_from_it
from desk.acts.act_form import ActForm
from desk.acts.buttons import label_of
from desk.acts.forms import FORMS
from desk.made_from_it import MadePiece
from desk.pages import DeskPage, draw, find_article, require
from desk.sharing.in_brief import ApprovalLine, approval_lines, still_to_look_at
from prose.forms.unsaved import is_to_be_done

_WITH_A_PAGE = (Act.PUBLISH, Act.REISSUE, Act.CORRECT, Act.TAKE_DOWN, Act.RETRACT, Act.PUT_BACK)
_TAKES_THE_TEXT = (Act.UNPUBLISH, Act.TAKE_DOWN, Act.RETRACT)
_STANDS_BELOW = "Nothing was done: what stands in the way is told below."


@dataclass
class ActPage:
    """One act on one piece at one instant, as the template draws it. `refusal` is shown at the top."""

    act: Act
    rule: Rule
    article: Article
    standing: Timeline
    revision: Revision | None
    newest: Revision | None
    form: ActForm
    by: User
    refusal: str = ""

    @cached_property
    def checklist(self) -> Checklist:
        """Obstacles to what was typed, or to the initial values of a form just opened; with errors, warnings only.

        Made when it is first shown: an act that succeeds makes its own, from the proof that it publishes.
        """
        if self.revision is None or not self.form_may_be_sent:
            return Checklist()
        form = self.filled_form
        if form.is_valid():
            return form.checklist(self.act, self.revision)
        return Checklist(warnings=form.warnings(self.act, self.revision))

    @cached_property
    def filled_form(self) -> ActForm:
        """The form with what was typed, or with its initial values where it is just opened."""
        return self.form if self.form.is_bound else _as_proposed(self.form)

    @property
    def is_possible(self) -> bool:
        """True if there is something to confirm."""
        return self.revision is not None and self.form_may_be_sent

    @property
    def form_may_be_sent(self) -> bool:
        return self.standing.allows(self.act, self.by)

    @property
    def why_not(self) -> str:
        """The reason why the act is not possible, as an end of a sentence."""
        if self.newest is None:
            return "this piece has never been saved"
        return in_words(self.act, self.standing)

    @cached_property
    def approvals(self) -> list[ApprovalLine]:
        """Lines on who has approved the text that goes out, and whose word is for another one."""
        return approval_lines(self.revision) if self.act in PUBLISHING else []

    @cached_property
    def still_to_look_at(self) -> str:
        """A sentence on comments, proposals and files that nobody has looked at; "" if there are none."""
        return still_to_look_at(self.article, self.standing.at) if self.act in PUBLISHING else ""

    @property
    def sharing_address(self) -> str:
        return DeskPage.SHARING.address(self.article.pk)

    @cached_property
    def made_from_it(self) -> list[MadePiece]:
        """The pieces that lose their text with this one."""
        if self.act not in _TAKES_THE_TEXT:
            return []
        return made_from_it.pieces(self.article.pk, self.standing.at, self.by)

    @property
    def may_change(self) -> bool:
        """True if the user may save the piece: offers beside warnings do."""
        return self.by.has_perm("articles.change_article", self.article)

    @property
    def asked(self) -> str:
        """The codes of the checklist's questions, as the box that confirms them sends them."""
        return " ".join(sorted(self.checklist.asked))

    @property
    def preview_address(self) -> str:
        """Address of the page as the act would publish it; desk.js adds later choices in the form."""
        if self.revision is None or not self.form.has_preview:
            return ""
        chosen = {field.name: field.value() for field in self.form.visible_fields() if field.value()}
        chosen |= {"version": self.revision.number, "act": self.act.value}
        chosen.pop("reason", None)
        return f"{DeskPage.PREVIEW.address(self.article.pk)}?{urlencode(chosen, doseq=True)}"

    @property
    def typed_page_address(self) -> str:
        """Where the form is sent to see the page that the act would make of it."""
        return DeskPage.ACT_PREVIEW.address(self.article.pk, self.act.value)


def act_page(request: HttpRequest, object_id: int, name: str) -> HttpResponse:
    """View of one act's page. `name` is a value of `Act`."""
    article = find_article(request, object_id)
    if name not in {act.value for act in FORMS}:
        raise Http404
    act, at = Act(name), timezone.now()
    require(request, ACTS[act].permission, article)
    page = _page(act, article, _user(request), at, request.POST if request.method == "POST" else None)
    if is_to_be_done(request) and not page.refusal and page.form.is_valid() and page.revision:
        try:
            done = page.form.call(page.revision, by=page.by, at=at)
        except ActRefused as refused:
            page.refusal = _STANDS_BELOW if refused.checklist.blockers else str(refused)
            if refused.checklist.blockers or refused.checklist.questions:
                page.checklist = refused.checklist
        else:
            also = " ".join(made_from_it.sentences(article.pk, at, page.by)) if act in MOVES_PAGES else ""
            return _redirect(request, page, format_html("{} {}", done, also) if also else done)
    context = {"page": page, "form": page.form, "hour": page.form.hour(page.standing.at)}
    title = label_of(act, page.standing) if act == Act.CORRECT else page.rule.label
    return draw(request, page.form.template, context, title=title, article=article)


def _page(act: Act, article: Article, by: User, at: dt.datetime, typed: Any) -> ActPage:
    standing = load_standing(article.pk, at)
    newest = article.revisions.select_related("saved_by").first()
    form_class = FORMS[act]
    revision = form_class.subject(standing, newest)
    initial = {"version": revision.number if revision else None, **form_class.proposal(article, standing)}
    form = form_class(typed, article=article, standing=standing, revision=revision, initial=initial)
    page = ActPage(act, ACTS[act], article, standing, revision, newest, form, by)
    if typed is not None and revision and str(typed.get("version", "")) != str(revision.number):
        page.refusal = _saved_meanwhile(revision)
        page.form.data = {**typed.dict(), "version": str(revision.number)}
    return page


def _as_proposed(form: ActForm) -> ActForm:
    """The form bound to its own initial values."""
    initial = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    proposed = {name: value for name, value in initial.items() if value is not None}
    opened = type(form)(proposed, article=form.article, standing=form.standing, revision=form.revision)
    opened.is_proposed = True
    return opened


def _saved_meanwhile(revision: Revision) -> str:
    who = revision.saved_by.get_username() if revision.saved_by else "a program"
    return f"Version {revision.number} was saved meanwhile by {who}. Look at it below, then confirm again."


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - admin_view asks for a login
    return request.user


def _redirect(request: HttpRequest, page: ActPage, done: str) -> HttpResponse:
    standing = load_timeline(page.article.pk, timezone.now())
    link = ""
    if page.act in _WITH_A_PAGE and standing.current:
        link = format_html(' <a href="{}">See the page</a>', standing.current.permalink.path)
    messages.success(request, format_html("{}{}", done, link))
    return HttpResponseRedirect(page.form.leads_to())
