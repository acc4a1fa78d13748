"""The page that takes a file of old addresses: it looks first, and takes what is right in it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from desk.library.pages import user_of
from desk.old_addresses.checks import CheckedLine, check
from desk.old_addresses.sheet import NoSheet, as_sheet, lines_of, on_record, text_of
from desk.pages import draw, file_to_save
from prose.forms.unsaved import is_to_be_done
from website.models.old_address import OldAddress

MOST_SHOWN = 200
ADDING = "website.add_oldaddress"
MEANWHILE = "Somebody else has changed old addresses meanwhile. Look again, then take them."


@dataclass
class SheetLook:
    """The effect of a sheet: how many addresses are new, changed and as they are, and the lines that are refused."""

    rows: list[CheckedLine]
    number: Counter[str] = field(default_factory=Counter)

    @property
    def good(self) -> list[CheckedLine]:
        return [row for row in self.rows if not row.problem]

    @property
    def refused(self) -> list[CheckedLine]:
        return [row for row in self.rows if row.problem]

    @property
    def shown(self) -> list[CheckedLine]:
        return self.refused[:MOST_SHOWN]

    @property
    def not_shown(self) -> int:
        return max(0, len(self.refused) - MOST_SHOWN)

    @property
    def as_text(self) -> str:
        """The lines that can be taken, as a sheet."""
        return _sheet(self.good)

    @property
    def refused_text(self) -> str:
        return _sheet(self.refused)


def look_at(text: str) -> SheetLook:
    """Check a sheet against what is on record. Raises NoSheet."""
    look = SheetLook(check(lines_of(text)))
    stored = {
        row[0]: row[1:] for row in OldAddress.objects.values_list("path", "piece", "address", "is_gone")
    }
    for row in look.good:
        before = stored.get(row.path)
        look.number["new" if before is None else "same" if before == row.values else "changed"] += 1
    return look


def store(rows: list[CheckedLine]) -> None:
    """Add the addresses, or change those on record. Raises IntegrityError for what became wrong meanwhile."""
    fields = ["piece", "address", "is_gone"]
    with transaction.atomic():
        OldAddress.objects.bulk_create(
            [
                OldAddress(path=row.path, piece_id=row.piece, address=row.address, is_gone=row.is_gone)
                for row in rows
            ],
            update_conflicts=True,
            unique_fields=["path"],
            update_fields=fields,
            batch_size=2000,
        )


def take(request: HttpRequest) -> HttpResponse:
    """Show the page, look at a sheet, or take what was looked at."""
    user_of(request, ADDING)
    context: dict[str, Any] = {"text": request.POST.get("text", "")}
    if is_to_be_done(request):
        try:
            text = _sent(request)
            look = context["look"] = look_at(text)
            context["text"] = look.refused_text if look.refused else ""
            if "take" in request.POST and look.good:
                store(look.good)
                messages.success(request, _taken(look))
                if not look.refused:
                    return HttpResponseRedirect(reverse("admin:website_oldaddress_changelist"))
                context["look"] = SheetLook(look.refused)
        except NoSheet as problem:
            context["problem"] = str(problem)
        except IntegrityError:
            context["problem"] = MEANWHILE
    title = "Old addresses from a file"
    return draw(request, "admin/website/oldaddress/take.html", context, title=title, opts=OldAddress._meta)


def hand_out(request: HttpRequest) -> HttpResponse:
    """All old addresses as a file that this page takes."""
    user_of(request, "website.view_oldaddress")
    content = "\ufeff" + as_sheet(on_record())  # without the mark Excel takes it for another coding
    return file_to_save(content.encode(), "text/csv; charset=utf-8", "old-addresses.csv")


def _sent(request: HttpRequest) -> str:
    file = request.FILES.get("file")
    return text_of(file.read()) if file and "take" not in request.POST else request.POST.get("text", "")


def _taken(look: SheetLook) -> str:
    number = look.number
    return (
        f"Old addresses: {number['new']} added, {number['changed']} changed, {number['same']} as they were."
    )


def _sheet(rows: list[CheckedLine]) -> str:
    return as_sheet((row.line.old, row.line.new) for row in rows)
