from django.apps import AppConfig

from pictures.worker.jobs import JOBS


class ReadingConfig(AppConfig):
    name = "reading"
    verbose_name = "Reading"

    def ready(self) -> None:
        JOBS.append("reading.cards.keeping.draw_one")
