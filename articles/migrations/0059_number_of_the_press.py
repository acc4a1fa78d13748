"""Make the row with the number of the press, and the function that raises it once in a transaction."""

from django.db import migrations, models

# The first number is that of a transaction, which no earlier database of this server has used: a web process that
# outlives its database does not take the new one for what it remembers.
RAISE = """
CREATE FUNCTION raise_press_number() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    mine CONSTANT bigint := pg_current_xact_id()::text::bigint;
BEGIN
    UPDATE articles_press SET number = number + 1, raised_in = mine WHERE id = 1 AND raised_in <> mine;
    IF NOT FOUND AND NOT EXISTS (SELECT FROM articles_press WHERE id = 1) THEN
        INSERT INTO articles_press (id, number, raised_in) VALUES (1, mine, mine)
        ON CONFLICT (id) DO UPDATE SET number = articles_press.number + 1, raised_in = mine;
    END IF;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0058_what_search_asks_of_a_piece")]

    operations = [
        migrations.CreateModel(
            name="Press",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("number", models.PositiveBigIntegerField()),
                ("raised_in", models.BigIntegerField(verbose_name="transaction that raised it last")),
            ],
            options={"verbose_name": "press number", "default_permissions": ()},
        ),
        migrations.AddConstraint(
            model_name="press",
            constraint=models.CheckConstraint(
                condition=models.Q(("id", 1)), name="there_is_one_press"
            ),
        ),
        migrations.RunSQL(RAISE, "DROP FUNCTION raise_press_number()"),
    ]
