"""The page on which a picture gets a better file. What was printed with the earlier one keeps it until a re-issue."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from articles import acts as acts_on_pieces
from desk.pictures.adding import ACCEPT
from desk.pictures.pages import (
    LARGE,
    draw_about,
    file_address,
    find_picture,
    may_change,
    newest_file,
    picture_address,
    user_of,
)
from desk.pictures.receiving import NO_FILE, bytes_of, picture_with
from desk.pictures.uses import uses_of
from desk.printed_records.changes import print_scheduled_again, say_which_pages_keep
from pictures import acts
from pictures.acts.adding import digest_of
from pictures.files.errors import NotTaken
from pictures.files.look import ALIKE, difference
from pictures.files.read import read_upload
from pictures.models import Picture, PictureFile
from prose.forms.unsaved import is_to_be_done
from prose.quotation_marks import in_quotes

ONE_FILE = "There are several files: choose one."


class ReplaceForm(forms.Form):
    """The new file."""

    file = forms.FileField(
        label="The new file",
        allow_empty_file=True,
        error_messages={"required": NO_FILE},
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )

    def clean_file(self) -> "UploadedFile[Any]":
        if len(self.files.getlist("file")) > 1:
            raise forms.ValidationError(ONE_FILE)
        file: UploadedFile[Any] = self.cleaned_data["file"]
        return file


def replace(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show the page, or take the new file."""
    user = user_of(request, "pictures.view_picture")
    picture = find_picture(user, object_id)
    if not may_change(user, picture):
        raise PermissionDenied
    is_sent = is_to_be_done(request)
    form = ReplaceForm(request.POST if is_sent else None, request.FILES if is_sent else None, label_suffix="")
    if is_sent and form.is_valid():
        try:
            with acts_on_pieces.changing_records():
                messages.success(request, _replace_file(picture, form.cleaned_data["file"], user))
                say_which_pages_keep(request, picture)
                print_scheduled_again(request, picture)
            return HttpResponseRedirect(picture_address(picture))
        except NotTaken as refusal:
            form.add_error("file", str(refusal))
    file = newest_file(picture)
    uses = uses_of(picture, user, timezone.now())
    context = {
        "form": form,
        "file": file,
        "large": file_address(file, LARGE),
        "uses": uses,
        "keeping": sum(use.is_shown for use in uses.rows),
    }
    title = f"Replace the file of {in_quotes(picture)}"
    return draw_about(request, "replace", context, title=title, picture=picture)


def _replace_file(picture: Picture, upload: "UploadedFile[Any]", user: User) -> str:
    """Add the file, and say what changed. Raises `NotTaken`."""
    content, before = bytes_of(upload), newest_file(picture)
    acts.one_at_a_time(digest_of(content))
    if before.digest == digest_of(content):
        raise NotTaken("This is the very file that the picture has.")
    if other := picture_with(content, user, but=picture):
        raise NotTaken(f"{in_quotes(other)} has this file already.")
    read, name = read_upload(content), upload.name or ""
    file = acts.replace_file(picture, read, content, upload_name=name, by=user, at=timezone.now())
    said = f"The file is {in_quotes(name)} now, {file.width} × {file.height} pixels"
    LogEntry.objects.log_actions(user.pk, [picture], CHANGE, f"{said}.", single_object=True)
    return f"{said}; it was {before.width} × {before.height}.{_difference(before, file)}"


def _difference(before: PictureFile, file: PictureFile) -> str:
    """A word of warning about a file that is worse, or shows something else."""
    words = " It is smaller than the one before." if file.width < before.width else ""
    if difference(before.look, file.look) > ALIKE:
        words += " It looks different: see that it is the same picture, and that its focal point is right."
    return words
