"""Base class of the admin of records that pages print."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from articles import acts
from desk.printed_records.changes import SHOWN, print_scheduled_again, say_which_pages_keep, scheduled_pages
from desk.printed_records.languages import SET, language_doubts, with_the_language


class PrintedRecordAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin whose saves print scheduled pages again. Put it before the model's own admin class.

    A change of `printed_fields`, or of rows of `printed_rows`, also says which published pages keep what they print.
    Its pages warn of texts that are plainly in another language than their field says.
    """

    printed_fields: ClassVar[frozenset[str]] = frozenset()
    printed_rows: ClassVar[tuple[type[Model], ...]] = ()

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """A save waits for acts that print pages at the same moment, before it locks anything."""
        if request.method != "POST":
            return super().changeform_view(request, *args, **kwargs)
        if SET in request.POST:
            request.POST = with_the_language(request.POST)  # type: ignore[assignment]
        with acts.changing_records():
            return super().changeform_view(request, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method != "POST":
            return super().delete_view(request, *args, **kwargs)
        with acts.changing_records():
            return super().delete_view(request, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        changed = {rows.model for rows in formsets if rows.has_changed()}
        if change and (
            self.printed_fields.intersection(form.changed_data) or changed.intersection(self.printed_rows)
        ):
            say_which_pages_keep(request, form.instance)
        if form.has_changed() or changed:
            print_scheduled_again(request, form.instance)
        if "_continue" not in request.POST:  # else its page is shown, with the same sentences
            rows = (row for some in formsets for row in some.forms if row.instance.pk)
            address = reverse(
                f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[form.instance.pk]
            )
            for doubt in language_doubts([form, *rows]):
                messages.warning(
                    request, format_html('{} <a href="{}">Look at it</a>', doubt.sentence, address)
                )

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete a record that no page keeps; a house style's words, for example, become the usual ones."""
        key = obj.pk
        super().delete_model(request, obj)
        obj.pk = key  # Django forgets it; the reason and the messages name the record
        print_scheduled_again(request, obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The change page, with the first of the scheduled pages that print the record."""
        record = kwargs.get("obj")
        if record is not None and request.user.has_perm("articles.view_every_article"):
            context |= {"scheduled": scheduled_pages(record, request.user), "shown": SHOWN}
            context["may_save"] = self.has_change_permission(request, record)
        if record is not None and request.method == "GET" and self.has_change_permission(request, record):
            rows = (row for some in context["inline_admin_formsets"] for row in some.formset.initial_forms)
            context["language_doubts"] = list(language_doubts([context["adminform"].form, *rows]))
        return super().render_change_form(request, context, *args, **kwargs)
