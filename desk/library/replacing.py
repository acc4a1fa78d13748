"""The page on which a record gets a better file. What was printed with the earlier one keeps it until a re-issue."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from articles import acts as acts_on_pieces
from desk.library.pages import may_change, newest_file, record_address, user_of
from desk.library.receiving import NO_FILE, Reception, log_change, read_better, replace_with
from desk.library.uses import Uses
from desk.printed_records.changes import print_scheduled_again, say_which_pages_keep
from pictures.files.errors import NotTaken
from prose.forms.unsaved import is_to_be_done
from prose.quotation_marks import in_quotes

ONE_FILE = "There are several files: choose one."


class ReplaceForm(forms.Form):
    """The new file."""

    file = forms.FileField(label="The new file", allow_empty_file=True, error_messages={"required": NO_FILE})

    def __init__(self, *args: Any, accept: str) -> None:
        super().__init__(*args)
        self.label_suffix = ""
        self.fields["file"].widget.attrs["accept"] = accept

    def clean_file(self) -> "UploadedFile[Any]":
        if len(self.files.getlist("file")) > 1:
            raise forms.ValidationError(ONE_FILE)
        file: UploadedFile[Any] = self.cleaned_data["file"]
        return file


@dataclass(frozen=True)
class ReplacingPage:
    """The page of one shelf. `in_words`: sentences about the file before and the new one; `about`: context of its own.

    The first of the sentences also stands in the record's history.
    """

    reception: Reception
    template: str
    accept: str
    uses_of: Callable[..., Uses]
    in_words: Callable[[Any, Any], tuple[str, str]]
    about: Callable[[Any], dict[str, Any]]


def replace_in(request: HttpRequest, page: ReplacingPage, object_id: int) -> HttpResponse:
    """Show the page, or take the new file."""
    shelf = page.reception.shelf
    user = user_of(request, shelf.may("view"))
    record = shelf.find(user, object_id)
    if not may_change(user, record):
        raise PermissionDenied
    sent = (request.POST, request.FILES) if is_to_be_done(request) else ()
    form = ReplaceForm(*sent, accept=page.accept)
    if sent and form.is_valid():
        try:
            better = read_better(page.reception, record, form.cleaned_data["file"], by=user)
            with acts_on_pieces.changing_records():
                files = replace_with(page.reception, record, better, by=user, at=timezone.now())
                sentence, more = page.in_words(*files)
                log_change(record, user, f"{sentence}.")
                messages.success(request, f"{sentence}{more}")
                say_which_pages_keep(request, record)
                print_scheduled_again(request, record)
            return HttpResponseRedirect(record_address(record))
        except NotTaken as refusal:
            form.add_error("file", str(refusal))
    uses = page.uses_of(record, user, timezone.now())
    context = {
        "form": form,
        "file": newest_file(record),
        "uses": uses,
        "keeping": sum(use.is_shown for use in uses.rows),
        **page.about(record),
    }
    title = f"Replace the file of {in_quotes(record)}"
    return shelf.draw(request, page.template, context, title=title, record=record)
