"""Everything that readers can ask for about some pieces, and what must stand in the answers and what must not."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.test import Client

from articles.states import Public
from tests.conftest import NOW, examples
from tests.leaks.counts import OF_ALL, ONE_OF_EACH, facets_in, listed_in, numbers_beside_links, total_of
from tests.leaks.lives import PAGES_OF_NAMES, Life
from tests.leaks.slugs import slugs_of
from tests.leaks.words import UNKNOWN, words_in
from tests.public_addresses import addresses

MONTH = f"/archive/{NOW:%Y/%m}/"
LISTS = ("/", MONTH, "/authors/shared/", "/topics/open-water/")
"""Lists that have all pieces."""
INDEXES = {"/authors/": "/authors/shared/", "/topics/": "/topics/open-water/", "/archive/": MONTH}
"""Pages with the numbers of lists, and a list whose number is that of all pieces."""
NUMBERED = ("/outlets/", "/series/", "/houses/")
"""Other pages with numbers of lists."""
IN_ALL = "language=all"
SEARCHES = (
    "/search/?q=HEADLINE", "/search/?topic=open-water&sort=date", "/search/?person=shared",
    f"/search/?q=HEADLINE&{IN_ALL}",
)  # fmt: skip
"""Searches that find all pieces, in the language of the page or in every one."""
STEADY_PAGES = (
    "/anchor/",
    "/articles/anchor/",
    "/articles/zwei/",
    "/series/open-water/",
    "/search/?topic=open-water",
)
QUESTIONS = (
    "/search/?q={}", "/search/suggestions/?q={}", "/search/?q=%22{}+BODY%22", "/search/?q={}&sort=date",
    "/search/suggestions/?q={:.6}", "/search/?q={:.9}XX", "/{}-headline", "/articles/{}-headline.html",
    "/search/?topic={low}-topic", "/search/?q=HEADLINE&kind=kind-{low}", "/topics/{low}-topic/", "/kinds/kind-{low}/",
)  # fmt: skip
"""Addresses with a word in capitals, whole or in part, rightly spelled or not; and with the slugs of its records."""
SHARE = {True: (3, 8, 16, 5), False: (12, 16, 32, 20)}
"""Of lists, questions, other addresses and numbers the part that is read after an act that changes something, and after
others: the next ones the next time. A search (`--hypothesis-profile=search`) reads all, each time."""
STATUSES = {
    Public.NEVER: 404, Public.SCHEDULED: 404, Public.LIVE: 200, Public.UNPUBLISHED: 410, Public.WITHDRAWN: 451,
    Public.RETRACTED: 200,
}  # fmt: skip
OLD_STATUSES = {state: 404 if status == 404 else 301 for state, status in STATUSES.items()}
Each = TypeVar("Each")


@dataclass
class Readers:
    """A reader of the site around the lives of some pieces; `steady`: the number of other pieces, by language."""

    client: Client
    lives: Sequence[Life]
    steady: dict[str, int]
    turn: int = 0
    share_of_numbers: int = 1
    after: str = "the beginning"
    read_so_far: int = 0
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    faults: list[tuple[Any, ...]] = field(default_factory=list)

    def look(self, life: Life, *, is_changed: bool) -> None:
        """Read lists, ask for the words of one piece, and read of all addresses with its names those in turn."""
        self.turn += 1
        self.answers = {}
        lists, questions, others, self.share_of_numbers = (
            SHARE[is_changed] if examples(1) == 1 else (1, 1, 1, 1)
        )
        for language in ("", "/de"):
            is_other = (language == "/de") != (life.article.language == "de")
            for check in self._in_turn([*LISTS, *INDEXES, *NUMBERED, *SEARCHES], 6 if is_other else lists):
                self.has_right_number(check, language)
        for word in life.known.values():
            for question in self._in_turn(QUESTIONS, questions):
                self.answers_as_if_unknown(question, life, word)
        if is_changed:
            self.has_right_status(life)
        if life.is_listed:
            language = "/de" if life.article.language == "de" else ""
            self.has_right_facets(f"{language}/search/?q={life.public.upper()}", 1)
        if is_changed and life.is_listed:
            self.finds(life)
        for address in self._in_turn(sorted({*addresses(slugs_of(life)), *STEADY_PAGES}), others):
            self.read(address)

    def _expect(self, is_right: bool, *what: Any) -> None:
        if not is_right:
            self.faults.append((self.after, *what))

    def _in_turn(self, all_: Iterable[Each], share: int) -> list[Each]:
        return [each for place, each in enumerate(all_) if (place + self.turn) % share == 0]

    def read(self, address: str) -> str:
        """The page at an address; no word stands in it that readers may not have."""
        if address not in self.answers:
            answer = self.client.get(address)
            self.read_so_far += 1
            page = answer.content.decode(errors="replace")
            self.answers[address] = answer.status_code, page
            self._has_no_more_than_it_may(address, f"{dict(answer.headers)} {page}", answer.status_code)
        return self.answers[address][1]

    def _has_no_more_than_it_may(self, address: str, text: str, status: int) -> None:
        of_word = {word: life for life in self.lives for word in life.words}
        # A page that is none repeats what was asked for, and so does a search.
        asked = words_in(address if status >= 300 else urlsplit(address).query)
        asked |= {(word, "") for word, _ in asked}
        leaks = {
            (word, part): (of_word[word].what_is(word), *of_word[word].standing)
            for word, part in words_in(text) - asked
            if word in of_word and not of_word[word].is_readable(word, part, address)
        }
        self._expect(not leaks, address, status, leaks)

    def number(self, language: str) -> int:
        """The number of pieces in a language that lists have."""
        spoken = language[1:] or "en"
        return self.steady[spoken] + sum(
            life.is_listed and life.article.language == spoken for life in self.lives
        )

    def has_right_number(self, address: str, language: str) -> None:
        """A list has as many pieces as it says, and as many as there are; what counts it says the same."""
        number = self.number(language)
        if address in SEARCHES:
            self.has_right_facets(language + address, number)
            return
        page = self.read(language + address)
        self.has_true_numbers(language + address)
        if address in NUMBERED:
            return
        if address in INDEXES:
            link = rf'href="{language}{INDEXES[address]}">[^\n]*?</a>(?: |&nbsp;)<span class="number">(\d+)<'
            self._expect(
                numbers_in(page, link) == [number], language + address, numbers_in(page, link), number
            )
            return
        stand = listed_in(page)
        self._expect(len(stand) == number, language + address, stand, number)
        if address != "/":
            where = numbers_in(page, r'<p class="where"[^>]*>(.*?)</p>')[-1:]
            self._expect(where == [number], language + address, where, number)

    def has_right_facets(self, search: str, number: int) -> None:
        """A search finds so many pieces of a language, and the numbers of its filters add up to them."""
        is_in_all = IN_ALL in search
        if is_in_all:  # a piece and its translation are found as one
            number = sum(map(self.number, ("", "/de")))
            number -= sum(life.is_listed for life in self.lives if life.article.translation_of_id)
        page = self.read(search)
        found = total_of(page), len(listed_in(page))
        self._expect(found == (number, number), search, found, number)
        for facet, values in facets_in(page, search).items():
            if facet in OF_ALL:
                self._expect(values.get(OF_ALL[facet]) == number, search, facet, values, number)
            elif facet in ONE_OF_EACH and not is_in_all:
                self._expect(sum(values.values()) == number, search, facet, values, number)
        self.has_true_numbers(search)

    def has_true_numbers(self, address: str) -> None:
        """Behind a link with a number beside it stand as many pieces, and each of them can be read."""
        for link, number in self._in_turn(
            numbers_beside_links(self.read(address)).items(), self.share_of_numbers
        ):
            pieces = listed_in(page := self.read(link))
            found = self.answers[link][0], total_of(page), len(pieces)
            self._expect(found == (200, number, number), address, "says", number, "of", link, found)
            for piece in self._in_turn(sorted(pieces), self.share_of_numbers):
                self.read(piece)
                self._expect(self.answers[piece][0] == 200, link, "lists", piece)

    def answers_as_if_unknown(self, question: str, life: Life, word: str) -> None:
        """What nobody may read is as if it were not there, whatever is asked."""
        if word == life.public and life.is_listed and ("BODY" not in question or life.has_text_out):
            return
        if word in life.past and question.startswith(PAGES_OF_NAMES):
            return
        language = "/de" if life.article.language == "de" else ""
        asked, unknown = (language + question.format(each.upper(), low=each) for each in (word, UNKNOWN))
        pages = without(self.read(asked), word), without(self.read(unknown), UNKNOWN)
        self._expect(pages[0] == pages[1], asked, "is answered otherwise than", unknown)

    def has_right_status(self, life: Life) -> None:
        """The address of a piece answers as its state says, and one that led there before as if it were none."""
        slug = life.article.slug
        for address, statuses in ((f"/articles/{slug}/", STATUSES), (f"/old/{slug}", OLD_STATUSES)):
            self.read(address)
            status = self.answers[address][0]
            self._expect(status == statuses[life.state], address, status, life.standing)

    def finds(self, life: Life) -> None:
        """A piece that lists have is in them all, in feeds, search and suggestions, and in the sitemap."""
        language, word, own = (
            "/de" * (life.article.language == "de"),
            life.public,
            f"/articles/{life.article.slug}/",
        )
        feed = f"/feed.{('rss', 'atom', 'json')[self.turn % 3]}"
        searched = [f"/search/?q={word.upper()}", f"/search/suggestions/?q={word.upper()}"]
        for address in (own, *(language + each for each in (*LISTS, feed, *searched))):
            self._expect(f"{word} headline" in self.read(address), address, "lacks", word, life.standing)
        if life.has_text_out:
            self._expect(f"{own}<" in self.read(f"/sitemap-{NOW:%Y-%m}.xml"), "the sitemap lacks", own)


def without(page: str, word: str) -> str:
    """A page without its menu and the word that was asked for, whole or in part, however it is written."""
    page = re.sub('<nav class="menu".*?</nav>', "", page, flags=re.DOTALL)
    for length in (len(word), 9, 6):
        page = re.sub(word[:length], "…", page, flags=re.IGNORECASE)
    return page


def numbers_in(page: str, pattern: str) -> list[int]:
    """The last number in each match of a pattern."""
    return [int(re.findall(r"\d+", each)[-1]) for each in re.findall(pattern, page, re.DOTALL)]
