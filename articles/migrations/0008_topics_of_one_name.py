import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0007_merge_topics_of_one_name'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='topic',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower(django.db.models.functions.text.Trim(models.Func(models.Func('name', function='normalize', template='%(function)s(%(expressions)s, NFKC)'), models.Value('\\s+'), models.Value(' '), models.Value('g'), function='regexp_replace', output_field=models.TextField()))), condition=models.Q(('merged_into', None)), name='one_topic_of_a_name', violation_error_message='There is a topic of this name, in other letters or spaces. Merge the two instead.'),
        ),
        migrations.AddConstraint(
            model_name='topic',
            constraint=models.CheckConstraint(condition=models.Q(('name__regex', '[,;，；、،]'), _negated=True), name='a_topic_has_no_comma', violation_error_message='A topic has no comma and no semicolon: they separate topics.'),
        ),
    ]
