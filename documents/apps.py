from django.apps import AppConfig

from pictures.worker.jobs import FOLDERS, JOBS


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = "Files"

    def ready(self) -> None:
        JOBS.append("documents.storing.store_one")
        FOLDERS.append("documents.sweeping.DOCUMENTS")
