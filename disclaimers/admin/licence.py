"""Licences under which pieces may be passed on."""

from disclaimers.admin.coded import CodedAdmin


class LicenceAdmin(CodedAdmin):
    """A licence by version: another version is another record, and pieces keep the one they were given."""

    list_display = ["__str__", "code", "url", "allows_republication"]
    search_fields = ["name", "version", "code"]
    fields = ["name", "version", "code", "url", "allows_republication"]
    actions = None
