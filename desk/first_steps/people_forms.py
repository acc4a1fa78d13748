"""Forms of the steps about people: the first person, and the first account."""

import secrets
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from articles.models.desk_group import DeskGroup
from authors.models import Appointment, Author
from desk.first_steps.steps import Standing
from desk.setup_file.records import new_slug
from prose.forms.day_input import DayInput
from prose.forms.text_fields import LineFormField

USUAL_GROUP = "Editors"  # as the table of groups calls it; an administrator may have renamed it


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]
    """Somebody who writes for the house, with the post they hold there."""

    title = LineFormField(
        label="Post here",
        required=False,
        max_length=200,
        help_text="As the line below their pieces says it: “senior fellow”. Empty: no post.",
    )
    since = forms.DateField(
        label="Since", required=False, widget=DayInput, help_text="Empty: as long as anybody remembers."
    )

    class Meta:
        model = Author
        fields = ("display_name",)
        labels: ClassVar = {"display_name": "Name"}
        help_texts: ClassVar = {"display_name": "As a byline prints it: “Ida Quay”."}

    def __init__(self, *args: Any, desk: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("since") and not cleaned.get("title"):
            self.add_error("title", "There is a day and no post: write the post, or clear the day.")
        return cleaned

    def keep(self, desk: Standing) -> str:
        person: Author = self.save(commit=False)
        person.slug = new_slug(person.display_name, Author)
        person.save()
        if title := self.cleaned_data["title"]:
            post = Appointment(
                author=person, institution=desk.house, title=title, from_on=self.cleaned_data["since"]
            )
            post.full_clean()
            post.save()
        self.instance = person
        return f"“{person}” is on record."


class FirstAccountForm(forms.Form):
    """An account that may log in, in one of the groups, and perhaps the first person's own."""

    username = forms.CharField(
        label="Name to log in with",
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label="First password",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Empty: one is made, and shown to you once.",
    )
    group = forms.ModelChoiceField(
        Group.objects.order_by("name"), label="May do what these may", empty_label=None, required=False
    )
    is_own = forms.BooleanField(
        label="It is the account of the first person",
        required=False,
        help_text="Then it sees the drafts that credit them, and its new pieces open with their byline.",
    )

    def __init__(self, *args: Any, desk: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual = DeskGroup.objects.select_related("group").filter(name=USUAL_GROUP).first()
        self.initial.setdefault("group", usual.group if usual else None)

    def clean_username(self) -> str:
        name: str = User.normalize_username(self.cleaned_data["username"])
        if User.objects.filter(username__iexact=name).exists():
            raise ValidationError("Another account has this name: choose another.")
        return name

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password, User(username=self.cleaned_data.get("username", "")))
        return password

    def keep(self, desk: Standing) -> str:
        made = "" if self.cleaned_data["password"] else secrets.token_urlsafe(12)
        account = User.objects.create_user(
            self.cleaned_data["username"], password=self.cleaned_data["password"] or made, is_staff=True
        )
        if group := self.cleaned_data["group"]:
            account.groups.add(group)
        person = Author.objects.filter(merged_into=None, user=None).order_by("pk").first()
        if self.cleaned_data["is_own"] and person:
            person.user = account
            person.save()
        told = f" Its first password is {made}: pass it on, it is not shown again." if made else ""
        return f"“{account}” may log in.{told}"
