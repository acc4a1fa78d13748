"""Records of new people and outlets, made only where an editor asked for them."""

import uuid

from authors.models import Author
from disclaimers.models import Institution
from outlets.models import Outlet
from outlets.naming import ArticleRule
from prose.models.former_slugs import is_slug_taken
from prose.slugs import free_slug


def make_author(name: str, *, courtesy: str = "", rank: str = "", suffix: str = "") -> Author:
    """Create an author. Raises ValidationError."""
    author = Author(display_name=name, courtesy=courtesy, rank=rank, suffix=suffix, slug=_slug(name, Author))
    author.full_clean()
    author.save()
    return author


def make_outlet(
    name: str,
    *,
    article: str = "",
    article_rule: str = ArticleRule.NONE,
    url: str = "",
    gloss: str = "",
    descriptor: str = "",
) -> Outlet:
    """Create an outlet. Raises ValidationError."""
    outlet = Outlet(
        name=name,
        article=article,
        article_rule=article_rule,
        url=url,
        gloss=gloss,
        descriptor=descriptor,
        slug=_slug(name, Outlet),
    )
    outlet.full_clean()
    outlet.save()
    return outlet


def _slug(name: str, model: type[Author] | type[Outlet]) -> str:
    return free_slug(
        name,
        fallback=uuid.uuid4(),
        language=Institution.objects.home_language(),
        taken=is_slug_taken(model),
    )
