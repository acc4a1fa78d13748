"""Approvals and shared links of a piece in a few sentences: on its form, on the page before publishing, on My desk."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db.models import Count, Exists, F, Func, IntegerField, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.text import capfirst, get_text_list

from articles.manuscript_fields import MANUSCRIPT, ManuscriptRows
from articles.models.approval import Approval
from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import Content, content_hash, content_of
from desk.models import SentBackFile, SharedComment, SharedLink
from desk.pages import DeskPage
from prose.dates import day_in_words


@dataclass(frozen=True)
class ApprovalLine:
    """One person's newest word on a piece; `compare`: the address that shows what has changed since."""

    sentence: str
    counts: bool
    compare: str = ""


def approval_lines(revision: Revision | None) -> list[ApprovalLine]:
    """Lines on who has approved this exact text, and whose word is for an earlier one."""
    if revision is None:
        return []
    approvals = Approval.objects.filter(article=revision.article_id).select_related("revision", "by")
    lines: dict[tuple[str, str], ApprovalLine] = {}
    for approval in approvals:  # the newest first
        whose = (approval.kind, approval.whose)
        if approval.content_hash == revision.content_hash:
            if whose not in lines or not lines[whose].counts:
                lines[whose] = ApprovalLine(_counting(approval), counts=True)
        elif whose not in lines:
            lines[whose] = _overtaken(approval, revision)
    return list(lines.values())


def _counting(approval: Approval) -> str:
    verb = "approved" if approval.by_id else "signed off"
    law = " for the law" if approval.kind == "legal" else ""
    return f"{approval.whose} {verb} this exact text{law} on {_day(approval.at)}."


def _overtaken(approval: Approval, revision: Revision) -> ApprovalLine:
    verb = "approved" if approval.by_id else "signed off"
    changed = _differing(content_of(approval.revision), content_of(revision))
    sentence = f"{approval.whose} {verb} version {approval.revision.number}; changed since: {changed}."
    numbers = f"?old={approval.revision.number}&new={revision.number}"
    return ApprovalLine(
        sentence, counts=False, compare=f"{DeskPage.COMPARE.address(revision.article_id)}{numbers}"
    )


def _differing(old: Content, new: Content) -> str:
    """The fields, and the kinds of rows, that differ, by the names that the form and the comparison give them."""
    labels = [
        part.label
        for part in MANUSCRIPT
        for key in [part.name if isinstance(part, ManuscriptRows) else part.key]
        if content_hash({key: old[key]}) != content_hash({key: new[key]})
    ]
    return get_text_list([f"{label[:1].lower()}{label[1:]}" for label in labels], "and")


def _day(instant: dt.datetime) -> str:
    return day_in_words(timezone.localdate(instant))


@dataclass(frozen=True)
class FormLines:
    """Lines of the form about approvals and shared links, and the address of their page."""

    approvals: list[ApprovalLine]
    links: str
    address: str


def with_what_came_back(articles: QuerySet[Article], at: dt.datetime) -> QuerySet[Article]:
    """Pieces with what their forms count: approvals, links, and what came through those. In the query of the piece."""
    of_piece = {"link__article": OuterRef("pk")}
    beside = SharedComment.objects.waiting().filter(revision__article=OuterRef("pk"))
    return articles.annotate(
        has_approvals=Exists(Approval.objects.filter(article=OuterRef("pk"))),
        has_links=Exists(SharedLink.objects.filter(article=OuterRef("pk"))),
        open_links=_count(SharedLink.objects.open(at).filter(article=OuterRef("pk"))),
        waiting_comments=_count(beside),
        waiting_files=_count(SentBackFile.objects.filter(**of_piece, looked_at=None)),
    )


def _count(rows: QuerySet[Any]) -> Subquery:
    return Subquery(
        rows.order_by().annotate(all=Func(F("pk"), function="COUNT")).values("all"), IntegerField()
    )


def form_lines(article: Article, newest: Revision | None, at: dt.datetime) -> FormLines:
    """The lines for a piece's form: about its newest version."""
    facts = vars(article)
    if "has_approvals" not in facts:  # a form that was refused: it was locked alone
        facts = vars(with_what_came_back(Article.objects.filter(pk=article.pk), at).get())
        newest = Revision.objects.filter(article=article).first()
    approvals = approval_lines(newest) if facts["has_approvals"] else []
    return FormLines(approvals, _links_in_brief(facts), DeskPage.SHARING.address(article.pk))


def still_to_look_at(article: Article, at: dt.datetime) -> str:
    """A sentence on what came for a piece and waits: "Two comments to look at; one file sent back."; "" for nothing."""
    facts = vars(with_what_came_back(Article.objects.filter(pk=article.pk), at).get())
    return _in_a_sentence(_waiting(facts["waiting_comments"], facts["waiting_files"]))


def _links_in_brief(facts: dict[str, Any]) -> str:
    """A sentence about links and what waits: "Shared by two links; four comments to look at."; empty without."""
    links = [_links_in_words(facts["open_links"])] if facts["has_links"] else []
    waiting = _waiting(facts["waiting_comments"], facts["waiting_files"])
    return _in_a_sentence([*links, *waiting])


def _in_a_sentence(parts: list[str]) -> str:
    return f"{capfirst('; '.join(parts))}." if parts else ""


def _links_in_words(count: int) -> str:
    if not count:
        return "No link works any more"
    return "Shared by one link" if count == 1 else f"Shared by {apnumber(count)} links"


def _waiting(comments: int, files: int) -> list[str]:
    words = []
    if comments:
        words.append(f"{apnumber(comments)} comment{'' if comments == 1 else 's'} to look at")
    if files:
        words.append(f"{apnumber(files)} file{'' if files == 1 else 's'} sent back")
    return words


@dataclass(frozen=True)
class NewOnAPiece:
    """A piece on which something came through a link: what, and the address of its page."""

    article: Article
    sentence: str
    address: str


def new_through_links(visible: QuerySet[Article], user_id: int | None, at: dt.datetime) -> list[NewOnAPiece]:
    """News on pieces that the user shared or saved: comments, files, and sign-offs of the last week."""
    week = at - dt.timedelta(days=7)
    mine = Article.objects.filter(Q(shared_links__made_by=user_id) | Q(revisions__saved_by=user_id))
    beside = SharedComment.objects.waiting().filter(revision__article=OuterRef("pk"))
    signed = Approval.objects.filter(article=OuterRef("pk"), through__isnull=False)
    newest = Revision.objects.filter(article=OuterRef("pk"))
    rows = (
        visible.filter(pk__in=mine.values("pk"))
        .annotate(
            comments=_count(beside),
            sent_back=Count(
                "shared_links__files", filter=Q(shared_links__files__looked_at=None), distinct=True
            ),
            signed=Max("approvals__at", filter=Q(approvals__through__isnull=False, approvals__at__gt=week)),
            signed_text=Subquery(signed.values("content_hash")[:1]),
            newest_text=Subquery(newest.values("content_hash")[:1]),
        )
        .filter(Q(comments__gt=0) | Q(sent_back__gt=0) | Q(signed__isnull=False))
        .only("headline")[:8]
    )
    return [_new(row) for row in rows]


def _new(article: Article) -> NewOnAPiece:
    facts = vars(article)
    parts = _waiting(facts["comments"], facts["sent_back"])
    if facts["signed"]:
        since = "" if facts["signed_text"] == facts["newest_text"] else ", and changed since"
        parts.append(f"signed off on {_day(facts['signed'])}{since}")
    return NewOnAPiece(article, "; ".join(parts), DeskPage.SHARING.address(article.pk))
