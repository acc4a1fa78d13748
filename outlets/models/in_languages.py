"""OutletName: the name of an outlet in another language than its own."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F

from outlets.models.names import NameWithArticle, article_has_its_rule
from prose.names.dated import DatedName, dated_name_constraints


class OutletName(DatedName, NameWithArticle):
    """A name with its article in one language, for some days; former names in its own are `FormerName`s."""

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="names")

    class Meta:
        verbose_name = "name in another language"
        verbose_name_plural = "names in other languages"
        ordering = ["outlet", "language", F("from_on").asc(nulls_first=True), "id"]
        constraints = [
            article_has_its_rule("a_foreign_article_has_its_rule"),
            *dated_name_constraints("outlet", "outlet_names"),
        ]

    def __str__(self) -> str:
        return f"{self.full_name}, {self.when}"

    def clean(self) -> None:
        super().clean()
        if self.outlet_id and self.language == self.outlet.name_language:
            raise ValidationError(
                {"language": "Its own name is in this language: an earlier one is a former name, above."}
            )
