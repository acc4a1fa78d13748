"""Every route x method x role x owner gets the answer that the table names; a route without a line fails."""

from itertools import product

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import resolve

from desk.admin import ADMINS
from tests.browsers import logged_in
from tests.roles.answers import ask
from tests.roles.conftest import CAST, OUTSIDER, Addresses
from tests.roles.table import METHODS, ROLES, all_routes, read_table

TABLE = read_table()
DRAWN = ("author", "administrator")  # who gets least and most of a page
# The view of GET answers HEAD: a view that let more people have one of them would let these have it who get least.
LEFT_OUT = {("editor", "HEAD"), ("publisher", "HEAD")}


def browser_of(role: str) -> Client:
    if role == "reader":
        return Client()
    return logged_in(User.objects.get(username=OUTSIDER if role == "outsider" else CAST[role]))


@pytest.mark.long
@pytest.mark.parametrize(
    ("role", "method"), [case for case in product(ROLES, METHODS) if case not in LEFT_OUT]
)
def test_each_route_gives_each_role_the_answer_that_was_chosen(
    role: str, method: str, addresses: Addresses
) -> None:
    browser, wrong = browser_of(role), []
    drawn = method == "GET" and role in DRAWN
    for line in TABLE:
        answer = ask(browser, method, addresses.of(line, role), drawn=drawn)
        if answer.status != line.expected(method, role):
            wrong.append(f"{line.owner} {line.address}: {answer.status}, not {line.expected(method, role)}")
        if answer.wrote and (answer.is_refusal or method != "POST"):
            wrong.append(f"{line.owner} {line.address}: {answer.status}, but {answer.wrote}")
    assert not wrong, "\n".join([f"{method} as {role}:", *wrong])


def test_a_route_nobody_chose_fails_the_build(addresses: Addresses) -> None:
    covered = {resolve(addresses.of(line, "administrator")).route for line in TABLE}
    missing = [route for route in all_routes() if route not in covered]
    assert not missing, "tests/roles/table.txt has no line for:\n" + "\n".join(missing)


def test_the_table_has_each_line_once_and_more_than_1500_cells() -> None:
    assert len({(line.owner, line.address) for line in TABLE}) == len(TABLE)
    assert len(TABLE) * len(METHODS) * len(ROLES) >= 1500


def test_a_piece_has_a_line_for_its_owner_and_one_for_the_others() -> None:
    about = {line.address: set() for line in TABLE if "{piece}" in line.address}
    for line in TABLE:
        about.get(line.address, set()).add(line.owner)
    assert {address: owners for address, owners in about.items() if owners != {"own", "other"}} == {}


def test_the_admin_registers_what_the_desk_chose_and_nothing_else() -> None:
    assert admin.site._registry.keys() == ADMINS.keys()


def test_save_as_new_which_no_page_offers_saves_as_usual(addresses: Addresses) -> None:
    browser = browser_of("administrator")
    forms = [line for line in TABLE if line.address.endswith("/change/") and line.owner != "own"]
    for line in forms:
        answer = ask(browser, "POST", addresses.of(line, "administrator"), sent={"_saveasnew": "1"})
        assert answer.status == line.expected("POST", "administrator"), line.address
