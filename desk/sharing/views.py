"""The page of a piece's shared links: who has one, what came through them, and what the desk decides on it."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles import acts
from articles.addresses import absolute
from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.margin.passages import around, is_in
from desk.models import SentBackFile, SharedComment, SharedLink
from desk.new_from_a_text.limits import PROMPT_SECONDS
from desk.new_from_a_text.line import LINE
from desk.pages import DeskPage, draw, file_to_save, find_article, require
from desk.sharing import deciding
from desk.sharing.in_brief import approval_lines
from desk.sharing.link_form import LinkForm
from desk.sharing.sent_back import files_of
from prose.forms.unsaved import is_to_be_done
from prose.html.comparison import compared_lines
from prose.keys import as_key

MADE_BEFORE = (
    "This form has made its link before. Its address was shown once: “New address” gives the link another."
)


def sharing_page(request: HttpRequest, object_id: int) -> HttpResponse:
    """GET: the links and what came through them. POST: make, renew or end a link, or decide on what came."""
    article, at = find_article(request, object_id), timezone.now()
    newest = Revision.objects.filter(article=article).first()
    form, token, link = LinkForm.empty(), "", None
    if is_to_be_done(request):
        require(request, "articles.change_article", article)
        if "make" in request.POST:
            form = LinkForm(request.POST)
            if newest and form.is_valid():
                token, link = _make(request, form, article, newest, at)
        elif "renew" in request.POST:
            link = _link(article, request.POST["renew"])
            token = _attempt(request, lambda: deciding.renew(link, by=_user(request), at=at)) or ""
        elif "lay" in request.POST:
            return _lay(request, article, at)
        elif "read" in request.POST:
            return _read(request, article, at)
        else:
            _decide(request, article, at)
            return HttpResponseRedirect(DeskPage.SHARING.address(article.pk))
        if token:
            form = LinkForm.empty()
    return _draw(request, article, newest, form, at, token=token, made=link)


def sent_back_file(request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """A file that a reader sent back, to be saved."""
    article = find_article(request, object_id)
    file = get_object_or_404(SentBackFile, link__article=article, pk=number)
    return file_to_save(bytes(file.content), "application/octet-stream", file.file_name)


def _lay(request: HttpRequest, article: Article, at: dt.datetime) -> HttpResponse:
    """Lay a file that was sent back over the draft."""
    file = get_object_or_404(SentBackFile, link__article=article, pk=as_key(request.POST["lay"]) or 0)
    content, by = bytes(file.content), _user(request)
    SentBackFile.objects.filter(pk=file.pk, looked_at=None).update(looked_at=at)
    text = LINE.bring(content, file.file_name, by=by, at=at, article=article, sent_back=file)
    LINE.wait(text, PROMPT_SECONDS)
    return HttpResponseRedirect(DeskPage.LAID_OVER.address(article.pk, text.pk))


def _read(request: HttpRequest, article: Article, at: dt.datetime) -> HttpResponse:
    """Bring a file that was sent back in as a text, for the user; the page that shows what was read in it."""
    require(request, "articles.add_article")
    file = get_object_or_404(SentBackFile, link__article=article, pk=as_key(request.POST["read"]) or 0)
    text = LINE.bring(bytes(file.content), file.file_name, by=_user(request), at=at)
    SentBackFile.objects.filter(pk=file.pk, looked_at=None).update(looked_at=at)
    return HttpResponseRedirect(DeskPage.BROUGHT_TEXT.address(text.pk))


def _make(
    request: HttpRequest, form: LinkForm, article: Article, newest: Revision, at: dt.datetime
) -> tuple[str, SharedLink | None]:
    try:
        token = form.make(article, newest, by=_user(request), at=at)
    except acts.ActRefused as refused:
        form.add_error(None, str(refused))
        return "", None
    if token is None:
        form.add_error(None, MADE_BEFORE)
        return "", None
    return token, SharedLink.objects.get(pk=form.cleaned_data["key"])


def _decide(request: HttpRequest, article: Article, at: dt.datetime) -> None:
    """End a link, settle a comment, take or leave a proposal, or have a file read."""
    post, by = request.POST, _user(request)
    if "end" in post:
        link = _link(article, post["end"])
        _say(request, lambda: deciding.revoke(link, by=by, at=at))
    for name, outcome in (("settle", "settled"), ("leave", "left")):
        if name in post:
            comment = _comment(article, post[name])
            _say(request, lambda: deciding.settle(comment, outcome, by=by, at=at))  # noqa: B023 - called at once
    if "take" in post:
        comment = _comment(article, post["take"])
        _say(request, lambda: f"Taken: version {deciding.take(comment, by=by, at=at).number}.")
    if "take_all" in post:
        _say(request, lambda: deciding.take_all(article, by=by, at=at))
    if "seen" in post:
        files = SentBackFile.objects.filter(
            link__article=article, pk=as_key(post["seen"]) or 0, looked_at=None
        )
        files.update(looked_at=at)


def _say(request: HttpRequest, act: Any) -> None:
    if sentence := _attempt(request, act):
        messages.success(request, sentence)


def _attempt(request: HttpRequest, act: Any) -> str | None:
    try:
        return str(act())
    except acts.ActRefused as refused:
        messages.error(request, str(refused))
        return None


def _link(article: Article, key: str) -> SharedLink:
    link = next((each for each in article.shared_links.all() if str(each.pk) == key), None)
    if link is None:
        raise Http404
    link.article = article
    return link


def _comment(article: Article, key: str) -> SharedComment:
    comments = SharedComment.objects.of(article).select_related("link", "revision")
    return get_object_or_404(comments, pk=as_key(key) or 0)


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - admin_view asks for a login
    return request.user


def _compare_words(comment: SharedComment) -> SafeString:
    """The words of a proposal beside those that they are to replace, with marks."""
    if not comment.is_proposal:
        return SafeString()
    before, after = map(escape, around(content_of(comment.revision), comment))
    html = compared_lines(comment.quoted, comment.wording)
    return SafeString(mark_safe(f"{before}{html}{after}"))  # noqa: S308 - escaped text


def _draw(
    request: HttpRequest,
    article: Article,
    newest: Revision | None,
    form: LinkForm,
    at: dt.datetime,
    *,
    token: str,
    made: SharedLink | None,
) -> HttpResponse:
    comments = list(SharedComment.objects.of(article).select_related("link", "revision", "decided_by"))
    content = content_of(newest) if newest else {}
    context = {
        "form": form,
        "newest": newest,
        "links": [
            (link, link.is_open(at)) for link in article.shared_links.select_related("pinned", "made_by")
        ],
        "comments": [
            (comment, is_in(content, comment), _compare_words(comment)) for comment in comments if newest
        ],
        "proposals": sum(comment.is_proposal and not comment.outcome for comment in comments),
        "files": files_of(article),
        "approvals": approval_lines(newest),
        "address": absolute(reverse("shared_link", args=[token])) if token else "",
        "made": made,
        "may_change": request.user.has_perm("articles.change_article", article),
        "may_bring": request.user.has_perm("articles.add_article"),
    }
    response = draw(
        request, "admin/articles/article/sharing.html", context, title="Links and comments", article=article
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response
