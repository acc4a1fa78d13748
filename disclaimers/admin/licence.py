"""Licences under which pieces may be passed on."""

from django.contrib import admin

from disclaimers.admin.coded import CodedAdmin
from disclaimers.models import Licence


@admin.register(Licence)
class LicenceAdmin(CodedAdmin):
    """A licence by version: another version is another record, and pieces keep the one they were given."""

    list_display = ["__str__", "code", "url", "allows_republication"]
    search_fields = ["name", "version", "code"]
    fields = ["name", "version", "code", "url", "allows_republication"]
    actions = None
