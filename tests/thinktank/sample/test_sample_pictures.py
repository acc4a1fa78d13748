"""The sample's pictures: drawings that are the same each time, and pieces that name no others."""

import re
import tomllib

from thinktank.sample.drawings import PORTRAITS, SCENES
from thinktank.sample.drawings.canvas import scene_of
from thinktank.sample.drawings.marks import mark
from thinktank.sample.drawings.people import portrait
from thinktank.sample.pictures import FACTS
from thinktank.sample.pieces import read_pieces

PIECES = read_pieces()


def test_a_drawing_comes_out_the_same_each_time():
    assert scene_of(SCENES["timetable"]) == scene_of(SCENES["timetable"])
    figures = {portrait(sitter) for sitter in PORTRAITS.values()}
    assert len(figures) == len(PORTRAITS)
    assert mark("Harbour Gazette", 2) == mark("Harbour Gazette", 2) != mark("Ferrylight", 2)


def test_pieces_use_every_picture_but_the_one_without_permission():
    facts = tomllib.loads(FACTS.read_text())
    figures = [name for piece in PIECES for name in re.findall(r'data-picture="(.*?)"', piece.body)]
    leads = [piece.lead["picture"] for piece in PIECES if piece.lead]
    assert facts.keys() == SCENES.keys()
    assert facts.keys() - {*figures, *leads} == {"fog"}
    assert "clearance" not in facts["fog"]
    assert len(PIECES) / 4 < len(leads) < len(PIECES) / 2
    assert len(figures) == 3


def test_every_picture_of_a_piece_has_its_words():
    for piece in PIECES:
        alts = re.findall(r"<figure [^>]*><img alt=\"(.*?)\">", piece.body)
        assert len(alts) == piece.body.count("<figure")
        assert all([*alts, *([piece.lead["alt"]] if piece.lead else [])]), piece.name
