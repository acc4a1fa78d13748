"""Querysets: each rule of visibility once, by a name. Public pages and feeds start from `Edition.objects`."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Exists, ExpressionWrapper, F, Func, OuterRef, Q, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, JSONObject

from articles.states import LISTED, Form, Surface, Work
from disclaimers.lineage import IsOneOf, Under, is_limited, open_to
from disclaimers.models.kind import Kind

if TYPE_CHECKING:
    from articles.models.article import Article  # noqa: F401  # named in strings below
    from articles.models.edition import Edition
    from articles.models.emptied import EmptiedPiece  # noqa: F401

User = AbstractBaseUser | AnonymousUser | PermissionsMixin

LIST_COLUMNS = (
    "id", "article_id", "uuid", "form", "language", "kicker", "headline", "dek", "byline", "dateline",
    "outlet_line", "ordered_at", "first_published_on", "live_from", "live_until", "permalink__path",
    "house", "translation_group",
)  # fmt: skip
SUBJECT_ROLES = frozenset({"subject", "interviewee"})
"""Roles of people whom a piece is about or lets speak: they did not write it."""
WRITTEN_ROLES = ("author", "contributor", "signatory")
"""Roles of those who wrote a piece, not of those who edited or translated it."""
NEWS_FOR = dt.timedelta(days=90)
"""Time during which feeds say that a piece was corrected, taken down or unpublished; else programs keep the text."""

UNDATED = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)
"""`ordered_at` of a piece without any date: lists show it last."""

GONE = ~Q(form=Form.PIECE)
"""Editions that stand in place of a piece: an index holds them (`articles.models.edition`)."""
CORRECTED_OR_CUT = ~Q(printed__notice_ids=[]) | ~Q(mode="full")
"""Editions with a notice, or without the whole text: an index holds them, as nearly all editions are neither."""


def with_merged(model: type[models.Model], field: str, record: Any) -> Q:
    """Rows of a record, or of one that was merged into it: `with_merged(EditionByline, "author", 7)`.

    `record`: the key, or a reference to it in an outer query. By a subquery: for an OR over a join PostgreSQL reads
    all rows of the model, which takes 70 ms with 300,000 of them.
    """
    key = OuterRef(record) if isinstance(record, OuterRef) else record
    records: Any = model._meta.get_field(field).related_model
    return Q(**{f"{field}__in": records._default_manager.filter(Q(pk=key) | Q(merged_into=key)).values("pk")})


def base_language(code: Any) -> Func:
    """The language of a code without script and region, as `prose.languages.base`."""
    parts = (code, Value("-"), Value(1))
    return Func(*parts, function="split_part", output_field=models.CharField())


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions by public visibility. One with an empty range (`live_until = live_from`) was called off."""

    def live(self, at: dt.datetime) -> Self:
        """Editions that readers get at an instant: begun and not ended."""
        return self.filter(Q(live_until__isnull=True) | Q(live_until__gt=at), live_from__lte=at)

    def listed(self, at: dt.datetime) -> Self:
        """Live pieces and retractions for lists, newest first by the date of first publication here."""
        return self.live(at).filter(form__in=LISTED).order_by("-ordered_at", "-article_id")

    def shown_in(self, surface: Surface, at: dt.datetime) -> Self:
        """Listed pieces that are not left out of a surface: the one word for lists, search, sitemaps and robots."""
        return self.listed(at).not_left_out_of(surface)

    def not_left_out_of(self, surface: Surface) -> Self:
        """Editions that their editors did not leave out of a surface."""
        return self.exclude(left_out_of__contains=[surface.value])

    def dated_within(self, begin: dt.datetime, end: dt.datetime) -> Self:
        """Those that lists place in a period; `end` is exclusive."""
        return self.filter(ordered_at__gte=begin, ordered_at__lt=end)

    def in_language(self, code: Any) -> Self:
        """Those in a language, whatever script or region: "en" for "en-GB" too. An index holds it."""
        return self.alias(base=base_language(F("language"))).filter(base=code)

    def with_notices(self) -> Self:
        """Those with a correction, a retraction or another notice, the one that was changed last first."""
        noticed = self.filter(CORRECTED_OR_CUT, modified_at__isnull=False).exclude(printed__notice_ids=[])
        return noticed.order_by("-modified_at", "-article_id")

    def in_sitemaps(self, at: dt.datetime) -> Self:
        """Pieces whose page here search engines may list, and whose editors leave them in sitemaps."""
        return self.shown_in(Surface.SITEMAP, at).filter(search_policy="index")

    def newest(self, at: dt.datetime) -> Self:
        """The last edition that readers have had of each piece: live, or ended with none after it."""
        editions = type(self)(self.model)
        later = editions.ever_live(at).filter(
            article=OuterRef("article"), live_from__gt=OuterRef("live_from")
        )
        return self.ever_live(at).filter(~Exists(later))

    def told(self, at: dt.datetime) -> Self:
        """Of the newest editions those that subscribers must hear of: corrected, cut or gone lately."""
        return self.filter(_told(at))

    def in_feeds(self, at: dt.datetime) -> Self:
        """Of the newest editions those that feeds show: live pieces, and what subscribers must hear of."""
        live = ~Q(live_until__isnull=False, live_until__lte=at)
        return self.filter((Q(form__in=LISTED) & live) | _told(at))

    def ever_live(self, at: dt.datetime) -> Self:
        """Editions that were visible at some instant up to `at`."""
        return self.not_emptied().filter(live_from__lte=at)

    def coming(self, at: dt.datetime) -> Self:
        """Editions that were scheduled, lie ahead and have not been called off."""
        return self.not_emptied().filter(live_from__gt=at, is_following=False)

    def not_ended(self, at: dt.datetime) -> Self:
        """Editions that are live or lie ahead."""
        return self.not_emptied().filter(Q(live_until__isnull=True) | Q(live_until__gt=at))

    def not_emptied(self) -> Self:
        """Editions that were not called off before they began."""
        return self.filter(Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")))

    def with_text(self) -> Self:
        """Editions that show a text of the piece, whole or in part."""
        return self.exclude(body="")

    def published_under(self, house: Any) -> Self:
        """Editions that a house or one of its centres has published. `house`: its key, or an expression for it."""
        return self.filter(IsOneOf(F("house"), Under(house)))

    def saying(self, wording: int) -> Self:
        """Those that carry the disclaimer text with this key."""
        return self.filter(printed__wordings__contains=[{"wording": wording}])

    def saying_for(self, wording: int, since: dt.date) -> Self:
        """Those that carry the disclaimer text with this key for a day from `since` on."""
        path = f'$[*] ? (@.wording == {wording:d} && @.chosen_for >= "{since.isoformat()}")'
        has_one = Func(
            F("printed__wordings"), Value(path), function="jsonb_path_exists",
            template="%(function)s(%(expressions)s::jsonpath)", output_field=models.BooleanField(),
        )  # fmt: skip
        return self.saying(wording).alias(has_one=has_one).filter(has_one=True)

    def labelled(self, kind: int, labels: Iterable[str]) -> Self:
        """Those that carry one of these labels of the content type with this key."""
        of = self.alias(kind=KT("printed__records__kind"), label=KT("printed__records__kind_label"))
        return of.filter(kind=str(kind), label__in=list(labels))

    def of_kind(self, code: Any, *, is_merged_too: bool = False) -> Self:
        """Those of a content type, or of one merged into it. `code`: a text, or a reference in an outer query.

        One that was merged itself has none: they are those of the type that stands for it. `is_merged_too`: those that
        were printed under it.
        """
        code = OuterRef(code) if isinstance(code, OuterRef) else code
        own = Q(code=code) if is_merged_too else Q(code=code, merged_into=None)
        kinds = Kind.objects.order_by().filter(own | Q(merged_into__code=code))
        keys = kinds.values(key=Cast("pk", models.TextField()))
        return self.alias(kind=KT("printed__records__kind")).filter(kind__in=keys)

    def with_keys(self, keys: list[int]) -> Self:
        """Those with one of these keys. Unlike `pk__in` it is the same SQL for any number of them."""
        return self.filter(IsOneOf(F("pk"), Value(keys, ArrayField(models.BigIntegerField()))))

    def for_list(self) -> "models.QuerySet[Edition, dict[str, Any]]":
        """Only the columns that a list needs, as dictionaries; `marked`: its lines with words in another language.

        Editions of earlier releases do not mark the lines of lists: `unmarked` has lines of their pages with marks.
        `lead` and `picture`: the lead picture, as `printed["lead"]` and its member of `printed["pictures"]`.
        """
        keeps_marks = Q(printed__records__style__has_key="languages")
        lines = JSONObject(**{name: F(f"printed__{name}") for name in ("bylines", "dates", "attributions")})
        rows: models.QuerySet[Edition, dict[str, Any]] = self.values(
            *LIST_COLUMNS,
            marked=F("printed__marked"),
            unmarked=Case(When(~keeps_marks, then=lines)),
            lead=F("printed__lead"),
            picture=_picture_of("printed__lead__picture"),
        )
        return rows


def _picture_of(key: str) -> models.Expression:
    """The member of `printed["pictures"]` whose key stands at a path; NULL where none does."""
    return Func(
        F("printed"),
        Value("pictures"),
        KT(key),
        function="jsonb_extract_path",
        output_field=models.JSONField(),
    )


def recently(at: dt.datetime) -> models.Expression:
    """The instant `NEWS_FOR` before another, calculated in the query: a prepared query does not know `at` yet."""
    return ExpressionWrapper(Value(at, models.DateTimeField()) - Value(NEWS_FOR), models.DateTimeField())


def _told(at: dt.datetime) -> Q:
    since = recently(at)
    unpublished = Q(live_until__gt=since, live_until__lte=at)
    taken_down = GONE & Q(live_from__gt=since)
    return unpublished | taken_down | (CORRECTED_OR_CUT & Q(modified_at__gt=since))


class ArticleQuerySet(models.QuerySet["Article"]):
    def locked(self) -> Self:
        """Manuscripts locked until the transaction ends. Rows that only refer to them can be written meanwhile."""
        return self.select_for_update(of=("self",), no_key=True)

    def kept(self) -> Self:
        """Manuscripts that are not in the trash."""
        return self.exclude(desk__work=Work.SPIKED)

    def never_public(self, at: dt.datetime) -> Self:
        """Manuscripts of pieces that readers have never had."""
        editions = EditionQuerySet(self.model._meta.get_field("editions").related_model)
        return self.exclude(Exists(editions.ever_live(at).filter(article=OuterRef("pk"))))

    def visible_to(self, user: User) -> Self:
        """Manuscripts that a user may open: editors all, authors those that they sign or began.

        An account that works for some houses only has those of these houses.
        """
        if not isinstance(user, PermissionsMixin) or not user.has_perm("articles.view_article"):
            return self.none()
        theirs = self.filter(institution__in=open_to(user))
        if user.has_perm("articles.view_every_article"):
            return theirs
        return theirs.filter(
            Q(bylines__author__user=user) | Q(revisions__number=1, revisions__saved_by=user)
        ).distinct()

    def sources_above(self, key: int) -> set[int]:
        """Keys of the pieces that a manuscript says it is made from, over any number of steps."""
        found: set[int] = set()
        ahead = {key}
        while ahead:
            rows = self.filter(pk__in=ahead).values_list("translation_of", "made_from")
            ahead = {source for row in rows for source in row if source} - found
            found |= ahead
        return found


class EmptiedPieceQuerySet(models.QuerySet["EmptiedPiece"]):
    def visible_to(self, user: User) -> Self:
        """What is left of emptied pieces: all for editors, for authors those that they began."""
        sees_all = isinstance(user, PermissionsMixin) and user.has_perm("articles.view_every_article")
        # No line says of which house a piece was.
        return self if sees_all and not is_limited(user) else self.filter(begun_by=user.pk)
