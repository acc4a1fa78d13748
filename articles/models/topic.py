"""Topic: what a piece is about. Manuscripts and editions point at it separately."""

import pgtrigger

from articles.topics import TopicBase


class Topic(TopicBase):
    class Meta:
        ordering = ["name"]
        triggers = [pgtrigger.ReadOnly(name="topic_address_stays", fields=["slug"])]
