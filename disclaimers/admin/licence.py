"""Admin of licences."""

from disclaimers.admin.coded import CodedAdmin


class LicenceAdmin(CodedAdmin):
    """A new version of a licence is a new record; pieces keep the version they have."""

    list_display = ["__str__", "code", "url", "allows_republication"]
    search_fields = ["name", "version", "code"]
    fields = ["name", "version", "code", "url", "allows_republication"]
    actions = None
