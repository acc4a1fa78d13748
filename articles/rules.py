"""Object permissions: what a user may do to one manuscript, beyond the permissions of their groups."""

import rules
from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin

from articles.groups import OBJECT_PERMISSIONS
from articles.models.article import Article
from disclaimers.lineage import open_to


def _allows(permission: str) -> "rules.predicates.Predicate":
    def may(user: AbstractBaseUser, article: Article | None) -> bool:
        if not isinstance(user, PermissionsMixin) or article is None or not user.has_perm(permission):
            return False
        if article.pk is None or Article.objects.visible_to(user).filter(pk=article.pk).exists():
            return True
        # Being created: its first revision, which names its owner, is about to be saved.
        begun = Article.objects.filter(pk=article.pk, revisions__isnull=True)
        return begun.filter(institution__in=open_to(user)).exists()

    return rules.predicate(may, name=f"has {permission} and sees the piece")


for _permission in OBJECT_PERMISSIONS:
    rules.add_perm(_permission, _allows(_permission))
