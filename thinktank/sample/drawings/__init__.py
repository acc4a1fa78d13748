"""The sample's pictures, drawn when they are needed: plain shapes in the colours of the public pages."""

from collections.abc import Mapping

from thinktank.sample.drawings import charts, coast, people, town
from thinktank.sample.drawings.canvas import Drawing

SCENES: Mapping[str, Drawing] = {
    "ferry": coast.ferry,
    "cranes": coast.cranes,
    "lighthouse": coast.lighthouse,
    "dyke": coast.dyke,
    "fog": coast.fog,
    "bridge": town.bridge,
    "town": town.town,
    "form": town.form,
    "depths": charts.depths,
    "timetable": charts.timetable,
    "levels": charts.levels,
}
"""Name -> scene, for `canvas.scene_of`."""

PORTRAITS: Mapping[str, people.Sitter] = people.SITTERS
"""Name of a person -> sitter, for `people.portrait`."""
