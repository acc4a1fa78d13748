"""Warnings about links of a text to pages of ours that readers do not have."""

from collections.abc import Iterator

from articles.checklist.obstacles import Obstacle
from articles.models.article import Article
from articles.press.proof import Proof
from prose.html.targets.own_links import OwnLink, own_links
from prose.html.text import plain_text
from prose.quotation_marks import in_quotes

_WHOSE = {"piece": "a piece", "author": "the page of a person", "outlet": "the page of an outlet"}


def links_that_lead_nowhere(proof: Proof) -> Iterator[Obstacle]:
    """Warn of each page that a link is meant for and that readers do not have: the words print without the link."""
    links = {link.href: link for link in own_links(proof.facts.content["body"])}
    for link in links.values():
        if link.href not in proof.facts.own_pages:
            yield Obstacle("own_link_leads_nowhere", _sentence(link), "body")


def _sentence(link: OwnLink) -> str:
    words = in_quotes(plain_text(link.words))
    whose = _WHOSE[link.kind]
    if link.kind == "piece" and not Article.objects.filter(uuid=link.key).exists():
        return (
            f"The link {words} leads to a piece that this desk no longer has: the words print without a link."
        )
    return (
        f"The link {words} leads to {whose} that readers do not have: the words print without a link. "
        "Once they have it, publish or update this page again."
    )
