"""Pieces that go through all acts, and what readers may have of them: a small model beside the desk's own rows."""

import datetime as dt
import re
from dataclasses import dataclass, field

from articles.models import Article, RightsRecord
from articles.states import Act, Public
from articles.timeline import load_timeline

HOUR = dt.timedelta(hours=1)
TEXT = frozenset({"body", "note", "caption", "seen", "file", "annex", "enclosed"})
"""Fields that readers get with the text alone."""
RETRACTED = TEXT | {"dek", "introduction", "edited", "bio", "funding", "ai", "tool", "disclaimer"}
"""Fields that a retraction takes away for good."""
OF_THE_PIECE = frozenset(
    {
        "", "outlet", "ownname", "gloss", "descriptor", "credit", "grantor", "issue", "mark", "title", "creator",
        "tool", "task", "ai", "disclaimer", "licence", "annex", "enclosed", "scope", "reason", "waiver",
    }
)  # fmt: skip
"""Fields, and the place where it ran, that later versions leave as the first one has them."""
NAMES = frozenset({"author", "suffix", "outlet", "topic", "series", "kind"})
"""Fields that name a record: its page stays once readers have had it."""
REMOVED = {Act.UNPUBLISH: Public.UNPUBLISHED, Act.TAKE_DOWN: Public.WITHDRAWN, Act.RETRACT: Public.RETRACTED}
Standing = tuple[Public, bool]


@dataclass
class Life:
    """One piece. `draft`, `public`, `coming`: the words of its versions; `public` is that which readers had last."""

    article: Article
    draft: str
    state: Public = Public.NEVER
    public: str = ""
    coming: str = ""
    coming_at: dt.datetime | None = None
    shows_text: bool = True
    keeps_headline: bool = False
    is_left_out: bool = False
    past: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)

    @property
    def standing(self) -> Standing:
        return self.state, bool(self.coming)

    @property
    def is_listed(self) -> bool:
        return self.state in (Public.LIVE, Public.RETRACTED) and not self.is_left_out

    @property
    def has_text_out(self) -> bool:
        return self.state == Public.LIVE and self.shows_text

    @property
    def known(self) -> dict[str, str]:
        """The words that matter now, by what they are."""
        known = {"draft": self.draft, "public": self.public, "coming": self.coming}
        return {name: word for name, word in known.items() if word}

    def go_to(self, at: dt.datetime) -> None:
        """What was scheduled comes by itself."""
        if self.coming_at and self.coming_at <= at:
            self._goes_live(self.coming)
            self.coming, self.coming_at = "", None

    def happened(self, act: Act, at: dt.datetime) -> None:
        """Note what an act has changed for readers."""
        match act:
            case Act.PUBLISH:
                self._goes_live(self.draft)
            case Act.SCHEDULE:
                self.coming, self.coming_at = self.draft, at + 2 * HOUR
                self.state = Public.SCHEDULED if self.state == Public.NEVER else self.state
            case Act.RESCHEDULE:
                self.coming_at = at + 3 * HOUR
            case Act.SWAP:
                self.coming = self.draft
            case Act.UNSCHEDULE:
                self._call_off()
            case Act.UNPUBLISH | Act.TAKE_DOWN | Act.RETRACT:
                self._call_off()
                self.state = REMOVED[act]
            case Act.PUT_BACK:
                self._goes_live(self.public)
        self.shows_text = self._permission() in ("granted", "not_needed")

    def check(self, at: dt.datetime) -> None:
        """The model stands where the desk stands."""
        timeline = load_timeline(self.article.pk, at)
        assert (timeline.public, timeline.coming is not None) == self.standing

    def is_readable(self, word: str, part: str, address: str) -> bool:
        """Whether readers may find a word of this piece, followed by the name of a field, at an address."""
        is_in_it = word == self.public or (word == self.words[0] and part in OF_THE_PIECE)
        if (
            is_in_it
            and self._is_of_what_stands(part)
            and (not self.is_left_out or self._is_where_it_stays(part, address))
        ):
            return True
        is_of_a_name = re.sub("^/(de|en)(?=/)", "", address).startswith(PAGES_OF_NAMES)
        return word in self.past and part in NAMES and is_of_a_name

    def what_is(self, word: str) -> str:
        """What a word is of: a draft, or a version that readers had."""
        return ", ".join(name for name, each in self.known.items() if each == word) or "an earlier version"

    def _is_where_it_stays(self, part: str, address: str) -> bool:
        """Its own addresses; and feeds, which had it before and keep a link to it without its text."""
        return address.startswith(ITS_OWN) or (bool(OF_A_FEED.search(address)) and part not in TEXT)

    def _is_of_what_stands(self, part: str) -> bool:
        match self.state:
            case Public.LIVE:
                return self.shows_text or part not in TEXT
            case Public.RETRACTED:
                return part not in RETRACTED
            case Public.WITHDRAWN:
                return part == "kind" or (self.keeps_headline and part == "headline")
        return False

    def _goes_live(self, word: str) -> None:
        self.state, self.public = Public.LIVE, word
        self.past.add(word)

    def _call_off(self) -> None:
        self.coming, self.coming_at = "", None
        self.state = Public.NEVER if self.state == Public.SCHEDULED else self.state

    def _permission(self) -> str:
        place = self.article.appearances.get()
        return RightsRecord.objects.get(article=self.article, appearance_key=place.key).state


ITS_OWN = ("/articles/", "/old/", "/cards/", "/pictures/", "/files/")
"""Beginnings of the addresses of a piece itself."""
OF_A_FEED = re.compile(r"/feed\.(?:rss|atom|json)$")
PAGES_OF_NAMES = ("/authors/", "/outlets/", "/topics/", "/series/", "/kinds/", "/feeds")
"""Pages of records, and the lists of their feeds."""
