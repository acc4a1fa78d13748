"""Routes of pages and feeds in a language: each of them once more below "/de/"."""

from collections.abc import Iterable

from django.urls import URLPattern, path


def in_each_language(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """The same patterns with a language in front; their views take it as `language`, which is "" without one."""
    return [
        path(
            f"<language:language>/{pattern.pattern}",
            pattern.callback,
            pattern.default_args,
            name=f"{pattern.name}-in-a-language" if pattern.name else None,
        )
        for pattern in patterns
    ]
