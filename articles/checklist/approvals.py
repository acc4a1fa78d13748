"""Warning of a text that somebody was asked to sign off and has not."""

from collections.abc import Iterator

from articles.checklist.obstacles import Obstacle
from articles.models.approval import Approval
from articles.models.ledger import LedgerEntry
from articles.press.proof import Proof
from articles.states import Act


def missing_sign_offs(proof: Proof) -> Iterator[Obstacle]:
    """A warning for each person who was asked through a link that still counts, and has not signed this exact text."""
    revision = proof.edition.revision
    asked = _who_is_asked(revision.article_id)
    if not asked or not revision.content_hash:
        return
    through = Approval.objects.filter(article=revision.article_id, through__in=asked).select_related(
        "revision"
    )
    signed = {str(each.through): each for each in reversed(through)}
    for key, name in asked.items():
        approval = signed.get(key)
        if approval is None:
            yield Obstacle("not_signed_off", f"{name} was asked to sign this text off, and has not done so.")
        elif not any(
            str(each.through) == key and each.content_hash == revision.content_hash for each in through
        ):
            sentence = f"{name} signed off version {approval.revision.number}. This is another text."
            yield Obstacle("other_text_signed_off", sentence)


def _who_is_asked(article_id: int) -> dict[str, str]:
    """The names of those who are asked, by the key of their link; an ended link asks nobody any more."""
    entries = LedgerEntry.objects.filter(article=article_id, act__in=(Act.SHARE, Act.STOP_SHARING))
    asked: dict[str, str] = {}
    for act, after in entries.order_by("id").values_list("act", "after"):
        if act == Act.SHARE and after.get("asks_sign_off"):
            asked[after["through"]] = after["reader"]
        elif act == Act.STOP_SHARING:
            asked.pop(after["through"], None)
    return asked
