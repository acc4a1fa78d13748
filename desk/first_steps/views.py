"""The first-steps page: GET shows every step and the forms of those that come next; POST keeps what they say."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from desk.first_steps.house_forms import HouseForm, StyleForm, TextForm, TypesForm
from desk.first_steps.people_forms import FirstAccountForm, PersonForm
from desk.first_steps.steps import STEPS, Progress, Standing, progress
from desk.models.set_aside import StepSetAside
from desk.pages import draw
from disclaimers.models import Institution
from prose.forms.unsaved import is_to_be_done

SCREENS: tuple[tuple[str, ...], ...] = (("house", "types"), ("disclaimer", "style"), ("person", "account"))
"""Keys of the steps whose forms stand on one screen."""
FORMS: dict[str, Any] = {
    "house": HouseForm,
    "types": TypesForm,
    "disclaimer": TextForm,
    "style": StyleForm,
    "person": PersonForm,
    "account": FirstAccountForm,
}
MAY_BE_LEFT_EMPTY = ("disclaimer", "account")
NAME = "first_steps"


@dataclass(frozen=True)
class StepForm:
    """The form of a step on the present screen."""

    progress: Progress
    form: Any

    @property
    def is_left_empty(self) -> bool:
        return self.progress.step.key in MAY_BE_LEFT_EMPTY and not self.form.has_changed()


def address() -> str:
    return reverse(f"admin:{NAME}")


def first_steps(request: HttpRequest) -> HttpResponse:
    """View for administrators: nobody else may make accounts."""
    if not request.user.is_superuser:
        raise PermissionDenied
    today = timezone.localdate()
    steps = progress(today)
    if is_to_be_done(request) and (key := request.POST.get("aside") or request.POST.get("again")):
        return _set_aside(request, key, is_aside="aside" in request.POST)
    desk = Standing(today)
    chosen = _screen(request, steps)
    forms = [StepForm(step, _form(request, step, desk)) for step in steps if step.step.key in chosen]
    if is_to_be_done(request) and forms and _are_valid(forms):
        _keep(request, forms, desk)
        return HttpResponseRedirect(address())
    context = {
        "steps": steps,
        "forms": forms,
        "screen": next((each for each in SCREENS if set(each) & set(chosen)), ()),
        "done": sum(not step.is_open for step in steps),
        "has_house": Institution.objects.exists(),
    }
    return draw(request, "admin/first_steps.html", context, title="First steps")


def _open_screens(steps: list[Progress]) -> list[tuple[str, ...]]:
    """The keys of the steps that are open, screen by screen; the house comes before all others."""
    open_keys = {step.step.key for step in steps if step.is_open}
    screens = [tuple(key for key in screen if key in open_keys) for screen in SCREENS]
    open_screens = [screen for screen in screens if screen]
    return open_screens[:1] if "house" in open_keys else open_screens


def _screen(request: HttpRequest, steps: list[Progress]) -> tuple[str, ...]:
    """The keys of the screen that is asked for, else of the first open one; without the house's form if it has one."""
    asked = str(request.POST.get("screen") or request.GET.get("screen") or "").split()
    screens = _open_screens(steps)
    chosen = next((each for each in screens if set(each) & set(asked)), next(iter(screens), ()))
    has_form = "house" not in chosen or not Institution.objects.exists()
    return chosen if has_form else tuple(key for key in chosen if key != "house")


def _form(request: HttpRequest, step: Progress, desk: Standing) -> Any:
    key = step.step.key
    typed = request.POST if request.method == "POST" else None
    return FORMS[key](typed, prefix=key, desk=desk)


def _are_valid(forms: list[StepForm]) -> bool:
    """True if all are; one that may be left empty may be so only beside another."""
    filled = [each for each in forms if len(forms) == 1 or not each.is_left_empty]
    return all([each.form.is_valid() for each in filled])  # noqa: C419 - each is to show its errors


@transaction.atomic
def _keep(request: HttpRequest, forms: list[StepForm], desk: Standing) -> None:
    for each in forms:
        if len(forms) == 1 or not each.is_left_empty:
            messages.success(request, each.form.keep(desk))


def _set_aside(request: HttpRequest, key: str, *, is_aside: bool) -> HttpResponse:
    step = next((step for step in STEPS if step.key == key), None)
    if step and is_aside:
        values = {"by": request.user, "at": timezone.now()}
        StepSetAside.objects.update_or_create(step=key, defaults=values)
        messages.success(request, f"“{step.title}” is set aside. You can come back to it here.")
    elif step:
        StepSetAside.objects.filter(step=key).delete()
    return HttpResponseRedirect(f"{address()}?screen={key}" if step else address())
