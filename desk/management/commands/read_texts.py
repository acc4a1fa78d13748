"""`manage.py read_texts`: started by the web workers, for "New from a text". It ends with them."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from desk.new_from_a_text.children import read_texts_from


class Command(BaseCommand):
    help = "Read texts that were brought in, by the keys that come on standard input. Web workers start it."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        connection.close()
        read_texts_from(sys.stdin.fileno())
