"""Admin of accounts and groups, for administrators."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    AdminUserCreationForm,
    ReadOnlyPasswordHashField,
    ReadOnlyPasswordHashWidget,
    UserChangeForm,
)
from django.contrib.auth.hashers import is_password_usable
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest

from desk.permissions import PermissionsField, permissions_of_the_desk
from disclaimers.models import HouseMember

IN_PLAIN_WORDS = {
    "username": ("Name to log in with", "Letters, digits and @ . + - _ only."),
    "groups": ("It may do what these groups may", "Without a group it sees an empty desk."),
    "is_superuser": ("Administrator", "May do everything, and alone makes accounts."),
}
"""Label and help of fields whose own words are a programmer's."""


class ForAdministrators:
    """Mixin: only superusers change these rows. Django asks for a permission with which anyone becomes one."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)


class PasswordState(ReadOnlyPasswordHashWidget):
    """Whether an account has a password, and the way to set another; Django shows how it is scrambled."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        has_one = bool(value) and is_password_usable(value)
        context["summary"] = [
            {"label": "It has one." if has_one else "It has none: nobody can log in with it."}
        ]
        context["button_label"] = "Set a new password" if has_one else "Set a password"
        return context


class NewPasswordForm(AdminPasswordChangeForm):  # type: ignore[type-arg]
    """A new password for somebody else's account. An account is closed by its tick, not by taking its password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)


class NewAccountForm(AdminUserCreationForm):  # type: ignore[type-arg]
    """An account that works at the desk at once: name, password and groups."""

    class Meta(AdminUserCreationForm.Meta):
        model = User
        fields = ("username", "groups", "is_superuser")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _use_plain_words(self.fields)
        self.instance.is_staff = True


class AccountForm(UserChangeForm):  # type: ignore[type-arg]
    """An account. Django has two marks for one that may log in here; this form has one tick for both."""

    password = ReadOnlyPasswordHashField(
        label="Password",
        widget=PasswordState,
        help_text="Nobody can read it here. Whoever has forgotten it gets a new one.",
    )
    may_log_in = forms.BooleanField(
        label="May log in",
        required=False,
        help_text="Take the tick away instead of deleting: the history keeps the name.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _use_plain_words(self.fields)
        self.initial["may_log_in"] = self.instance.is_active and self.instance.is_staff

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if "may_log_in" in self.changed_data:
            self.instance.is_active = self.cleaned_data["may_log_in"]
            self.instance.is_staff = self.instance.is_staff or self.instance.is_active
        return cleaned


def _use_plain_words(fields: dict[str, Any]) -> None:
    for name in filter(fields.__contains__, IN_PLAIN_WORDS):
        fields[name].label, fields[name].help_text = IN_PLAIN_WORDS[name]


class HouseInline(ForAdministrators, admin.TabularInline):  # type: ignore[type-arg]
    """The houses that an account works for; none for all."""

    model = HouseMember
    extra = 0
    verbose_name = "institution that it works for"
    verbose_name_plural = "Works only for these institutions and their centres. None: for all"


class AccountAdmin(ForAdministrators, UserAdmin):  # type: ignore[type-arg]
    """Accounts. One that has left its name in a piece's history is closed, not deleted; the database keeps it."""

    form = AccountForm
    inlines = [HouseInline]
    add_form = NewAccountForm
    change_password_form = NewPasswordForm
    change_user_password_template = "admin/auth/user/set_password.html"  # noqa: S105 - a template
    list_display = ["username", "email", "first_name", "last_name", "may_log_in", "what_it_may_do"]
    list_filter = ["is_active", "groups"]
    show_facets = admin.ShowFacets.NEVER
    actions = None
    add_fieldsets: Any = (
        (None, {"classes": ("wide",), "fields": ("username", "password1", "password2")}),
        ("What it may do", {"fields": ("groups", "is_superuser")}),
    )
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Who it is", {"fields": ("first_name", "last_name", "email")}),
        ("What it may do", {"fields": ("may_log_in", "groups", "is_superuser")}),
        ("When it was used", {"fields": ("last_login", "date_joined"), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="may log in", boolean=True)
    def may_log_in(self, account: User) -> bool:
        return account.is_active and account.is_staff

    @admin.display(description="what it may do")
    def what_it_may_do(self, account: User) -> str:
        """ "administrator", "Editors", or "nothing: in no group"."""
        names = ["administrator"] * account.is_superuser + [group.name for group in account.groups.all()]
        return ", ".join(names) or "nothing: in no group"


class GroupAdmin(ForAdministrators, DjangoGroupAdmin):
    """Groups and what they may do. What an administrator changes stays so when the desk starts again."""

    actions = None

    def formfield_for_manytomany(self, db_field: Any, request: Any = None, **kwargs: Any) -> Any:
        if db_field.name == "permissions":
            kwargs |= {"queryset": permissions_of_the_desk(), "form_class": PermissionsField}
        return super().formfield_for_manytomany(db_field, request, **kwargs)
