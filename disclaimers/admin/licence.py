"""Admin of licences."""

from typing import Any

from disclaimers.admin.coded import FOR_PROGRAMS, CodedAdmin, CodedForm


class LicenceForm(CodedForm):
    def words_for_code(self, cleaned: dict[str, Any]) -> str:
        return f"{cleaned.get('name') or ''} {cleaned.get('version') or ''}"


class LicenceAdmin(CodedAdmin):
    """A new version of a licence is a new record; pieces keep the version they have."""

    form = LicenceForm
    list_display = ["__str__", "url", "allows_republication"]
    search_fields = ["name", "version", "code"]
    fieldsets = [(None, {"fields": ["name", "version", "url", "allows_republication"]}), FOR_PROGRAMS]
    actions = None
