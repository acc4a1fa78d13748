"""The house stands: foreign keys point downwards only (imports are import-linter's)."""

from django.apps import apps

FLOORS = {
    "prose": 0,
    "disclaimers": 1,
    "outlets": 1,
    "pictures": 2,
    "documents": 3,
    "authors": 3,
    "articles": 4,
    "website": 5,
}
MAY_SEE = {
    "disclaimers": set(),
    "outlets": set(),
    "pictures": {"disclaimers", "outlets"},
    "documents": {"disclaimers"},
    "authors": {"disclaimers", "pictures"},
    "articles": {"disclaimers", "outlets", "pictures", "documents", "authors"},
    "website": {"disclaimers", "outlets", "pictures", "documents", "authors", "articles"},
}


def test_every_foreign_key_points_downwards():
    for app, seen in MAY_SEE.items():
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.get_fields():
                if field.is_relation and not field.auto_created and field.related_model:
                    target = field.related_model._meta.app_label
                    assert target in {app, "auth", *seen}, f"{model.__name__}.{field.name} -> {target}"


def test_no_model_stands_outside_the_house():
    ours = {
        config.label
        for config in apps.get_app_configs()
        if config.path.startswith(str(apps.get_app_config("articles").path.rsplit("/", 1)[0]))
        and ".venv" not in config.path
    }
    assert ours == {*FLOORS, "thinktank", "desk", "intake", "reading"}
