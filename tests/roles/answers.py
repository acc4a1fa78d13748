"""Asking one address in one method as one role, and how the answer is called in the table."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from django.db import connection, transaction
from django.template.response import SimpleTemplateResponse
from django.test import Client

WRITING = ("INSERT", "UPDATE", "DELETE", "TRUNCATE")
OF_THE_SESSION = '"django_session"'
Fields = dict[str, str]
SENT: dict[str, Fields] = {"/delete/": {"post": "yes"}}  # what confirms a form that has nothing else in it


@dataclass(frozen=True)
class Answer:
    """Status (`login` for a redirect to the login page), and the first statement that wrote something."""

    status: str
    wrote: str

    @property
    def is_refusal(self) -> bool:
        return self.status in ("login", "403", "404", "405")


def ask(
    client: Client, method: str, address: str, *, drawn: bool = False, sent: Fields | None = None
) -> Answer:
    """The answer to a request. A POST sends a form without fields, and what it changed is rolled back.

    What any other method writes fails the test, and goes with its transaction. A template decides nothing and takes
    most of the time, so pages are drawn only if `drawn`.
    """
    statements: list[str] = []
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    with (
        _quiet(),
        nullcontext() if drawn else _not_drawn(),
        transaction.atomic() if method == "POST" else nullcontext(),
        connection.execute_wrapper(_noting(statements)),
    ):
        if method == "POST":
            response: Any = client.post(address, sent or _sent(address))
            transaction.set_rollback(True)
        else:
            response = client.generic(method, address)
    client.cookies.load(cookies)  # logging out deletes them
    to_login = response.status_code == 302 and response.headers["Location"].startswith("/admin/login/")
    return Answer("login" if to_login else str(response.status_code), next(iter(statements), ""))


def _sent(address: str) -> Fields:
    return next((fields for ending, fields in SENT.items() if address.endswith(ending)), {})


def _noting(statements: list[str]) -> Callable[..., Any]:
    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(WRITING) and OF_THE_SESSION not in sql:
            statements.append(sql)
        return execute(sql, params, many, context)

    return note


@contextmanager
def _quiet() -> Iterator[None]:
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


def _not_drawn() -> Any:
    return patch.object(SimpleTemplateResponse, "rendered_content", "")
