"""Search text of an edition: written when it is bound, rebuilt by `manage.py reindex`."""

from django.contrib.postgres.search import SearchVector
from django.db.models import TextField, Value

from articles.models.edition import Edition, EditionText
from prose.languages import search_configuration


def index(edition: Edition, plain_text: str, *, is_new: bool = False) -> None:
    """Write an edition's search text: the headline weighs most, then the dek, then the text.

    `is_new`: the edition has just been bound, so it has no search text yet.
    """
    configuration = search_configuration(edition.language)
    weighed = (("A", edition.headline), ("B", edition.dek), ("C", plain_text))
    vectors = [
        SearchVector(Value(text, output_field=TextField()), weight=weight, config=configuration)
        for weight, text in weighed
    ]
    values = {
        "plain_text": plain_text,
        "configuration": configuration,
        "vector": vectors[0] + vectors[1] + vectors[2],
    }
    if is_new:
        EditionText.objects.create(edition=edition, **values)
    else:
        EditionText.objects.update_or_create(edition=edition, defaults=values)
