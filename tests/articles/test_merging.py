"""Two topics, people or outlets become one: addresses lead on, pages stay as printed, undone within a day."""

import datetime as dt

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from articles import acts
from articles.acts import batches
from articles.acts.merging import belongings
from articles.acts.merging.records import NOUNS
from articles.models import RecordMerge, Topic
from articles.models.batch import Batch
from articles.models.edition import EditionByline, EditionOutlet, EditionTopic
from articles.models.topic import parse_topics, topics_named
from articles.querysets import with_merged
from articles.renewed import ALL_NAMES
from authors.models import Author
from outlets.models import Outlet, OutletAlias, StandingPermission
from tests.articles.pieces import MINUTE
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    OutletFactory,
    StandingPermissionFactory,
    published,
    saved,
)

DAY = dt.timedelta(days=1)
PLACES = {
    RecordMerge.Noun.TOPIC: "topics",
    RecordMerge.Noun.PERSON: "authors",
    RecordMerge.Noun.OUTLET: "outlets",
}


def piece_naming(noun, record, now):
    """A live piece that names the record."""
    if noun == RecordMerge.Noun.TOPIC:
        article = ArticleFactory(topics=[record.name])
    elif noun == RecordMerge.Noun.PERSON:
        article = BylineFactory(author=record).article
    else:
        article = AppearanceFactory(outlet=record).article
    published(article, at=now)
    return article


def two(noun):
    match noun:
        case RecordMerge.Noun.TOPIC:
            return topics_named(["Harbors", "Harbours"])
        case RecordMerge.Noun.PERSON:
            return AuthorFactory(display_name="I. Quay"), AuthorFactory(display_name="Ida Quay")
    return OutletFactory(name="Lantern"), OutletFactory(name="The Lantern Daily")


@pytest.fixture(params=list(PLACES))
def noun(request):
    return request.param


def printed_part(page):
    """The piece on its page, without what leads on to others."""
    return page.content.partition(b"</article>")[0]


@pytest.mark.usefixtures("desk")
def test_the_address_leads_on_and_the_kept_page_lists_the_pieces_of_both(noun, client, now, editor):
    gone, kept = two(noun)
    pieces = [piece_naming(noun, record, now) for record in (gone, kept)]
    here, there = (f"/{PLACES[noun]}/{record.slug}/" for record in (gone, kept))
    path = pieces[0].permalinks.get().path
    before = printed_part(client.get(path))
    acts.merge(gone, kept, by=editor, at=now)
    for rest in ("", "feed.rss"):
        moved = client.get(here + rest)
        assert (moved.status_code, moved.headers["Location"]) == (301, there + rest)
        listed = client.get(there + rest).content.decode()
        assert all(piece.headline in listed for piece in pieces)
    after = printed_part(client.get(path))
    assert after == before, "the page stays as it was printed, above the lists of other pieces"


@pytest.mark.usefixtures("desk")
def test_a_profile_of_which_all_pieces_came_by_merging_is_there(noun, client, now, editor):
    gone, kept = two(noun)
    piece_naming(noun, gone, now)
    assert client.get(f"/{PLACES[noun]}/{kept.slug}/").status_code == 404
    acts.merge(gone, kept, by=editor, at=now)
    assert client.get(f"/{PLACES[noun]}/{kept.slug}/").status_code == 200


@pytest.mark.usefixtures("desk")
def test_undoing_it_within_a_day_leaves_no_trace_on_any_page(noun, client, now, editor):
    gone, kept = two(noun)
    piece_naming(noun, gone, now)
    pages = [f"/{PLACES[noun]}/{record.slug}/" for record in (gone, kept)]
    before = [client.get(page).status_code for page in pages]
    merged = acts.merge(gone, kept, by=editor, at=now)
    acts.undo_merge(merged, by=editor, at=now + DAY - MINUTE)
    assert [client.get(page).status_code for page in pages] == before
    merged.refresh_from_db()
    assert (merged.by, merged.at, merged.undone_by) == (editor, now, editor)
    acts.merge(gone, kept, by=editor, at=now + DAY)


@pytest.mark.usefixtures("desk")
def test_after_a_day_it_stays(noun, now, editor, clock):
    gone, kept = two(noun)
    merged = acts.merge(gone, kept, by=editor, at=now)
    with pytest.raises(acts.ActRefused, match="That day is over"):
        acts.undo_merge(merged, by=editor, at=now + DAY)
    clock(now + DAY)
    with pytest.raises(IntegrityError, match="undone within a day"), transaction.atomic():
        RecordMerge.objects.update(undone_at=now + DAY)


@pytest.mark.usefixtures("desk")
def test_what_was_merged_into_the_one_that_goes_follows_it_and_comes_back(noun, now, editor):
    first, second = two(noun)
    third = {
        RecordMerge.Noun.TOPIC: lambda: topics_named(["Havens"])[0],
        RecordMerge.Noun.PERSON: lambda: AuthorFactory(display_name="Ida M. Quay"),
        RecordMerge.Noun.OUTLET: lambda: OutletFactory(name="Lamp"),
    }[noun]()
    acts.merge(first, second, by=editor, at=now)
    later = acts.merge(second, third, by=editor, at=now + MINUTE)
    for record in (first, second):
        record.refresh_from_db()
        assert record.merged_into_id == third.pk
    acts.undo_merge(later, by=editor, at=now + 2 * MINUTE)
    for record, root in ((first, second.pk), (second, None)):
        record.refresh_from_db()
        assert record.merged_into_id == root


@pytest.mark.usefixtures("desk")
def test_no_side_door_merges_or_takes_apart(noun, now, editor):
    gone, kept = two(noun)
    model = NOUNS[noun]
    with pytest.raises(IntegrityError, match="by acts alone"), transaction.atomic():
        model.objects.filter(pk=gone.pk).update(merged_into=kept.pk)
    acts.merge(gone, kept, by=editor, at=now)
    with pytest.raises(IntegrityError, match="by acts alone"), transaction.atomic():
        model.objects.filter(pk=gone.pk).update(merged_into=None)
    with pytest.raises(ProgrammingError, match="Cannot delete"), transaction.atomic():
        RecordMerge.objects.all().delete()


@pytest.mark.usefixtures("desk")
def test_what_cannot_be_one_is_refused_with_a_sentence(now, editor, author_user):
    gone, kept = two(RecordMerge.Noun.PERSON)
    body = AuthorFactory(form="body", display_name="Tidal College")
    account = AuthorFactory(user=author_user)
    for one, other, by, sentence in (
        (gone, gone, editor, "one and the same already"),
        (gone, body, editor, "a person and the other a body"),
        (account, kept, editor, "An account belongs to"),
        (gone, kept, author_user, "You may not merge people"),
    ):
        with pytest.raises(acts.ActRefused, match=sentence):
            acts.merge(one, other, by=by, at=now)
    acts.merge(gone, kept, by=editor, at=now)
    for one, other in ((gone, kept), (account, gone)):
        with pytest.raises(acts.ActRefused, match=r"is merged into another already|An account belongs"):
            acts.merge(one, other, by=editor, at=now)


@pytest.mark.usefixtures("desk")
def test_the_next_page_prints_the_kept_name_and_a_save_changes_nothing(now, editor):
    person, name = two(RecordMerge.Noun.PERSON)
    topic, topic_kept = two(RecordMerge.Noun.TOPIC)
    article = BylineFactory(author=person, article__topics=["Harbors"]).article
    saved(article, at=now)
    acts.merge(person, name, by=editor, at=now)
    acts.merge(topic, topic_kept, by=editor, at=now)
    assert saved(article, at=now + MINUTE).number == 1
    edition = published(article, at=now + MINUTE)
    assert edition.byline == "Ida Quay"
    assert [row["name"] for row in edition.printed["topics"]] == ["Harbours"]


@pytest.mark.usefixtures("desk")
def test_a_merged_topic_or_outlet_is_found_as_the_kept_one(now, editor):
    gone, kept = two(RecordMerge.Noun.TOPIC)
    acts.merge(gone, kept, by=editor, at=now)
    assert topics_named(["harbors", "Harbours"]) == [kept]
    gone, kept = two(RecordMerge.Noun.OUTLET)
    acts.merge(gone, kept, by=editor, at=now)
    assert list(Outlet.objects.with_name("the lantern")) == [kept]
    assert Author.objects.count() == 0


@pytest.mark.parametrize("name", ["ports", "PORTS", " Ports", "Ｐｏｒｔｓ", "Ports\u00a0"])
def test_topics_of_one_name_are_refused_by_the_database_in_any_case_space_or_form(name, db):
    Topic.objects.create(name="Ports")
    with pytest.raises(IntegrityError, match="one_topic_of_a_name"), transaction.atomic():
        Topic.objects.create(name=name)


@pytest.mark.parametrize("name", ["Ports, ships", "Ports; ships", "港、船", "港，船"])
def test_a_comma_cannot_be_in_a_topic(name, db):
    assert len(parse_topics(name)) == 2
    with pytest.raises(IntegrityError, match="a_topic_has_no_comma"), transaction.atomic():
        Topic.objects.create(name=name)


@pytest.mark.usefixtures("desk")
def test_posts_and_biography_that_the_kept_person_lacks_go_along_and_come_back(now, editor):
    gone, kept = two(RecordMerge.Noun.PERSON)
    Author.objects.filter(pk=gone.pk).update(biography="She writes on tides.")
    same = AppointmentFactory(author=gone, title="Senior Fellow")
    AppointmentFactory(author=kept, title="senior fellow")
    lacked = AppointmentFactory(author=gone, title="director")
    for record in (gone, kept):
        record.refresh_from_db()
    merged = acts.merge(gone, kept, by=editor, at=now)
    kept.refresh_from_db()
    assert kept.biography == "She writes on tides."
    assert set(kept.appointments.values_list("title", flat=True)) == {"senior fellow", "director"}
    assert list(gone.appointments.all()) == [same]
    assert published(BylineFactory(author=gone).article, at=now).printed["bylines"]
    acts.undo_merge(merged, by=editor, at=now + MINUTE)
    kept.refresh_from_db()
    assert kept.biography == ""
    assert set(gone.appointments.all()) == {same, lacked}
    assert kept.appointments.count() == 1


@pytest.mark.usefixtures("desk")
def test_texts_that_the_kept_outlet_lacks_go_along_in_their_language_and_come_back(now, editor):
    gone, kept = two(RecordMerge.Noun.OUTLET)
    Outlet.objects.filter(pk=gone.pk).update(about="A daily.", for_readers="Ten a month are free.")
    Outlet.objects.filter(pk=kept.pk).update(for_readers="All are free.")
    for record in (gone, kept):
        record.refresh_from_db()
    assert "what it is: A daily." in belongings.in_words(gone, kept)
    assert belongings.left_behind(gone, kept) == ["what it asks of readers: Ten a month are free."]
    merged = acts.merge(gone, kept, by=editor, at=now)
    kept.refresh_from_db()
    assert (kept.about, kept.for_readers) == ("A daily.", "All are free.")
    acts.undo_merge(merged, by=editor, at=now + MINUTE)
    kept.refresh_from_db()
    assert (kept.about, kept.for_readers) == ("", "All are free.")
    Outlet.objects.filter(pk=gone.pk).update(name_language="de")
    gone.refresh_from_db()
    assert "what it is: A daily." in belongings.left_behind(gone, kept), "it would be taken for English"


@pytest.mark.usefixtures("desk")
def test_what_went_along_twice_comes_back_to_each_in_any_order_of_undoing(now, editor):
    first, second, third = (OutletFactory(name=name) for name in ("Lantern", "Lamp", "Light"))
    permission = StandingPermissionFactory(outlet=first)
    StandingPermissionFactory(outlet=third)  # says the same word for word
    other = StandingPermissionFactory(outlet=second, mode="link")
    OutletAlias.objects.create(outlet=first, name="The Old Lantern")
    one = acts.merge(first, second, by=editor, at=now)
    two_ = acts.merge(second, third, by=editor, at=now + MINUTE)
    offered = StandingPermission.objects.of_outlet(Outlet.objects.get(pk=first.pk))
    assert sorted(row.mode for row in offered) == ["full", "link"], "none twice"
    assert list(Outlet.objects.with_name("the old lantern")) == [third]
    acts.undo_merge(one, by=editor, at=now + 2 * MINUTE)
    acts.undo_merge(two_, by=editor, at=now + 3 * MINUTE)
    assert first.aliases.get().name == "The Old Lantern"
    assert first.standing_permissions.get() == permission
    assert second.standing_permissions.get() == other
    assert third.standing_permissions.count() == 1


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("noun", [RecordMerge.Noun.PERSON, RecordMerge.Noun.OUTLET])
def test_an_update_of_pages_finds_those_that_name_a_merged_record(noun, now, editor):
    gone, kept = two(noun)
    article = piece_naming(noun, gone, now)
    field = "author" if noun == RecordMerge.Noun.PERSON else "outlet"
    batch = Batch(**{field: kept}, renewed=sorted(ALL_NAMES.codes), reason="They are one.")
    assert not batches.pages(batch, now).exists()
    merged = acts.merge(gone, kept, by=editor, at=now)
    assert [page.article for page in batches.pages(batch, now)] == [article]
    acts.undo_merge(merged, by=editor, at=now)
    assert not batches.pages(batch, now).exists()


@pytest.mark.parametrize(
    ("model", "field"), [(EditionByline, "author"), (EditionOutlet, "outlet"), (EditionTopic, "tag")]
)
def test_what_names_a_record_is_found_by_its_keys_however_many_pieces_there_are(model, field, db):
    with transaction.atomic(), connection.cursor() as cursor:
        # Else small tables are read whole, whatever their indexes: that depends on what tests before this one stored.
        for way in ("seqscan", "indexscan", "indexonlyscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        assert "BitmapOr" in model.objects.order_by().filter(with_merged(model, field, 7)).explain()
