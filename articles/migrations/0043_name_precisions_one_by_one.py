from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0042_say_when_there_is_no_way_back'),
        ('outlets', '0006_names_in_other_languages'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='appearance',
            name='only_a_day_that_is_not_known_is_chosen',
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(('counted_on__isnull', True), models.Q(('published_on__isnull', False), models.Q(('precision', 'month'), ('precision', 'year'), _connector='OR')), _connector='OR'), name='only_a_day_that_is_not_known_is_chosen', violation_error_message='Only where no more than a month or a year is known can its day be chosen.'),
        ),
    ]
