"""How an institution meets a missing translation, and on which terms others may republish."""

import prose.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclaimers', '0004_styles_hold_choices_only'),
    ]

    operations = [
        migrations.AddField(
            model_name='institution',
            name='missing_wording',
            field=models.CharField(choices=[('original', 'print the original text, marked with its language'), ('block', 'let nothing be published until there is one')], default='original', help_text='Nothing is translated by a program, and nothing is left out silently.', max_length=8, verbose_name="without a text in the piece's language"),
        ),
        migrations.AddField(
            model_name='institution',
            name='offers_republication',
            field=models.BooleanField(default=False, help_text='Prints a “Republish this piece” box where this institution holds the right and every author agrees.', verbose_name='offers its pieces to others'),
        ),
        migrations.AddField(
            model_name='institution',
            name='republication_terms',
            field=prose.fields.PlainField(blank=True, help_text='Printed in that box, beside credit and licence.', verbose_name='terms for those who republish'),
        ),
    ]
