"""Logging configuration: JSON lines on standard error, with the request's id and the logged-in user's name."""

import logging
from typing import Any

import structlog
from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware as _RequestMiddleware

from desk.unsaved.trouble import trouble_of

_SECRET = ("/welcome/", "/shared/")
"""Folders of addresses that hold a token."""
_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
    structlog.processors.UnicodeDecoder(),
]


class RequestMiddleware(_RequestMiddleware):  # type: ignore[misc]
    """Request logging that adds the user only if the view loaded it: a public page makes no session query."""

    @staticmethod
    def bind_user_id(request: HttpRequest) -> None:
        user = getattr(request, "_cached_user", None)
        if user is not None and user.is_authenticated:
            structlog.contextvars.bind_contextvars(user=user.get_username())

    def _process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Leave trouble with the database to the line of the finished request, which names its kind."""
        if trouble_of(exception) is None:
            super()._process_exception(request, exception)

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Method and path, without the query string (searches are private) and the token of a link."""
        secret = next((folder for folder in _SECRET if request.path.startswith(folder)), "")
        return f"{request.method} {f'{secret}…' if secret else request.path}"


def _without_traceback(record: logging.LogRecord) -> bool:
    """Logging filter: a refused request (an odd look-up, a wrong host) is one line, without traceback."""
    if record.name.startswith("django.security"):
        record.exc_info = record.exc_text = None
    return True


def logging_config(level: int) -> dict[str, Any]:
    """Return Django's LOGGING for `level` and above. Configures structlog to log through it."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        "foreign_pre_chain": _SHARED,
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": formatter},
        "filters": {"one line": {"()": lambda: _without_traceback}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["one line"]}
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Without handlers of their own nothing is logged twice; the request's line already reports a 404.
            "django": {"handlers": [], "propagate": True},
            "django.request": {"level": "CRITICAL"},
            "django.server": {"handlers": [], "propagate": True},
        },
    }
