from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('disclaimers', '0004_texts_that_hold_always'),
    ]

    operations = [
        migrations.RunSQL(
            """
            -- An institution, its parent and so on up. A loop ends where it began.
            CREATE FUNCTION house_lineage(house bigint) RETURNS bigint[] LANGUAGE sql STABLE AS $$
                WITH RECURSIVE line AS (
                    SELECT i.id, i.parent_id, ARRAY[i.id] AS path FROM disclaimers_institution i WHERE i.id = house
                    UNION ALL
                    SELECT i.id, i.parent_id, line.path || i.id FROM disclaimers_institution i
                    JOIN line ON i.id = line.parent_id WHERE i.id <> ALL (line.path)
                )
                SELECT path FROM line ORDER BY cardinality(path) DESC LIMIT 1
            $$;
            -- An institution with all its centres, and their centres.
            CREATE FUNCTION houses_under(house bigint) RETURNS bigint[] LANGUAGE sql STABLE AS $$
                WITH RECURSIVE below AS (
                    SELECT house AS id
                    UNION
                    SELECT i.id FROM disclaimers_institution i JOIN below ON i.parent_id = below.id
                )
                SELECT array_agg(id) FROM below
            $$;
            """,
            "DROP FUNCTION houses_under(bigint); DROP FUNCTION house_lineage(bigint);",
        ),
    ]
