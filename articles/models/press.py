"""Press: one row with a number that rises whenever readers may see something else.

A deferred constraint trigger raises it at commit, once per transaction: raised by each statement, a batch and a single
act would wait for each other. The migration that makes the SQL function `raise_press_number()` also puts triggers of
this kind on the tables of nouns, which know nothing of the press.
"""

import pgtrigger
from django.db import models

_KEY = 1


class Press(models.Model):
    """The one row: its number, and the transaction that raised it last. It is there once something was published."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=_KEY)
    number = models.PositiveBigIntegerField()
    raised_in = models.BigIntegerField("transaction that raised it last")

    class Meta:
        verbose_name = "press number"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(id=_KEY), name="there_is_one_press"),
        ]

    def __str__(self) -> str:
        return str(self.number)


def raises_the_press(name: str) -> pgtrigger.Trigger:
    """A trigger by which every change of a table raises the number when it is committed."""
    return pgtrigger.Trigger(
        name=f"{name}_raise_the_press",
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        func="PERFORM raise_press_number(); RETURN NULL;",
    )
