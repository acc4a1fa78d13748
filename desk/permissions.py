"""What a group may do, as an administrator chooses it: the desk's own permissions, in the words of its screens."""

from django import forms
from django.contrib.auth.models import Permission
from django.db.models import QuerySet

_APPS = ("articles", "authors", "documents", "pictures", "outlets", "disclaimers", "website")


def permissions_of_the_desk() -> QuerySet[Permission]:
    """Permissions on pieces and their records; those of libraries, and of accounts, no group is given."""
    order = ("content_type__app_label", "content_type__model", "codename")
    return (
        Permission.objects.filter(content_type__app_label__in=_APPS)
        .select_related("content_type")
        .order_by(*order)
    )


class PermissionsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Permissions named like "Pieces: publish"."""

    def label_from_instance(self, permission: Permission) -> str:
        model = permission.content_type.model_class()
        what = str(model._meta.verbose_name_plural) if model else permission.content_type.model
        one = str(model._meta.verbose_name) if model else what
        does = permission.name.removeprefix("Can ").removesuffix(f" {one}").removesuffix(f" {what}")
        return f"{what[:1].upper()}{what[1:]}: {does}"
