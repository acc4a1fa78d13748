from django.db import migrations


def delete_comments_of_files(apps, schema_editor):
    """On the way back: before this release a comment needs a link."""
    apps.get_model("desk", "SharedComment").objects.filter(link=None).delete()


class Migration(migrations.Migration):

    dependencies = [("desk", "0012_comments_of_files")]

    operations = [migrations.RunPython(migrations.RunPython.noop, delete_comments_of_files)]
