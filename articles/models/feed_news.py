"""FeedNews: the outbox of feeds. A row for each instant at which an edition begins or ends, written with the edition.

A trigger writes it, so that no act can forget it; `manage.py tell_hub` sends what is due. Nothing waits for the hub.
"""

import pgtrigger
from django.db import models


class FeedNews(models.Model):
    """That an edition changes its feeds at `due_at`. `sent_at`: when the hub took it; `problem`: why it did not."""

    edition = models.ForeignKey("articles.Edition", models.PROTECT, related_name="feed_news")
    due_at = models.DateTimeField("the edition begins or ends")
    next_try_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(db_default=0)
    sent_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True, db_default="")

    class Meta:
        verbose_name = "news for feeds"
        verbose_name_plural = "news for feeds"
        default_permissions = ()
        indexes = [
            models.Index("next_try_at", condition=models.Q(sent_at=None), name="feed_news_to_send"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} at {self.due_at:%Y-%m-%d %H:%M}"


_NEWS = """
IF TG_OP = 'UPDATE' THEN
    IF NEW.live_until IS NOT DISTINCT FROM OLD.live_until THEN
        RETURN NULL;
    END IF;
    DELETE FROM articles_feednews
    WHERE edition_id = NEW.id AND sent_at IS NULL
        AND (due_at = OLD.live_until OR NEW.live_until = NEW.live_from);
ELSIF NEW.live_until IS NULL OR NEW.live_until > NEW.live_from THEN
    INSERT INTO articles_feednews (edition_id, due_at, next_try_at) VALUES (NEW.id, NEW.live_from, NEW.live_from);
END IF;
IF NEW.live_until > NEW.live_from THEN
    INSERT INTO articles_feednews (edition_id, due_at, next_try_at) VALUES (NEW.id, NEW.live_until, NEW.live_until);
END IF;
RETURN NULL;
"""


def is_news_for_feeds(name: str) -> pgtrigger.Trigger:
    """A trigger by which editions that begin or end leave a row here; one that is called off leaves none."""
    return pgtrigger.Trigger(
        name=f"{name}_are_news_for_feeds",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.After,
        func=_NEWS,
    )
