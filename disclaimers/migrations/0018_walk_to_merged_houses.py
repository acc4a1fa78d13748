from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('disclaimers', '0017_merge_institutions'),
    ]

    operations = [
        migrations.RunSQL(
            """
            -- An institution, its parent and so on up; of one that was merged into another, the line of that one.
            CREATE OR REPLACE FUNCTION house_lineage(house bigint) RETURNS bigint[] LANGUAGE sql STABLE AS $$
                WITH RECURSIVE line AS (
                    SELECT i.id, i.parent_id, ARRAY[i.id] AS path FROM disclaimers_institution i
                    WHERE i.id = (SELECT coalesce(m.merged_into_id, m.id) FROM disclaimers_institution m WHERE m.id = house)
                    UNION ALL
                    SELECT i.id, i.parent_id, line.path || i.id FROM disclaimers_institution i
                    JOIN line ON i.id = line.parent_id WHERE i.id <> ALL (line.path)
                )
                SELECT path FROM line ORDER BY cardinality(path) DESC LIMIT 1
            $$;
            -- An institution with all its centres, and their centres, and those that were merged into one of them.
            CREATE OR REPLACE FUNCTION houses_under(house bigint) RETURNS bigint[] LANGUAGE sql STABLE AS $$
                WITH RECURSIVE below AS (
                    SELECT house AS id
                    UNION
                    SELECT i.id FROM disclaimers_institution i
                    JOIN below ON below.id = coalesce(i.merged_into_id, i.parent_id)
                )
                SELECT array_agg(id) FROM below
            $$;
            """,
            """
            -- An institution, its parent and so on up. A loop ends where it began.
            CREATE OR REPLACE FUNCTION house_lineage(house bigint) RETURNS bigint[] LANGUAGE sql STABLE AS $$
                WITH RECURSIVE line AS (
                    SELECT i.id, i.parent_id, ARRAY[i.id] AS path FROM disclaimers_institution i WHERE i.id = house
                    UNION ALL
                    SELECT i.id, i.parent_id, line.path || i.id FROM disclaimers_institution i
                    JOIN line ON i.id = line.parent_id WHERE i.id <> ALL (line.path)
                )
                SELECT path FROM line ORDER BY cardinality(path) DESC LIMIT 1
            $$;
            -- An institution with all its centres, and their centres.
            CREATE OR REPLACE FUNCTION houses_under(house bigint) RETURNS bigint[] LANGUAGE sql STABLE AS $$
                WITH RECURSIVE below AS (
                    SELECT house AS id
                    UNION
                    SELECT i.id FROM disclaimers_institution i JOIN below ON i.parent_id = below.id
                )
                SELECT array_agg(id) FROM below
            $$;
            """,
        ),
    ]
