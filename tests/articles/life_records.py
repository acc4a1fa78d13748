"""What is read once for a look at all instants of a piece's life."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from articles.models import Edition, EditionText, Revision
from articles.rights.on_record import load_permissions
from disclaimers.models import Institution
from tests.articles.marked_text import BARRED


class Records:
    def __init__(self) -> None:
        self.here = Institution.objects.get()
        self._permissions: dict[int, Any] = {}
        self._barred: dict[int, set[str]] = {}

    def permissions(self, version: Revision) -> Any:
        if version.pk not in self._permissions:
            self._permissions[version.pk] = load_permissions(version.content, version.article_id, self.here)
        return self._permissions[version.pk]

    def barred(self, edition: Edition) -> set[str]:
        """Every word of a marked text that the edition holds anywhere."""
        if edition.pk not in self._barred:
            words = json.dumps(edition.printed, cls=DjangoJSONEncoder) + edition.headline + edition.dek
            words += "".join(EditionText.objects.filter(edition=edition).values_list("plain_text", flat=True))
            words += edition.endnotes
            self._barred[edition.pk] = set(BARRED.findall(words))
        return self._barred[edition.pk]
