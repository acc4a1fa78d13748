"""Works to cite, built by hand: a name of each kind, dates of each precision."""

from authors.split_names import NameParts, name_parts
from reading.citing.work import CitedWork
from reading.metadata.cited import CitedPerson

IDA = CitedPerson("Ida Quay", name_parts("Ida Quay"))
KING = CitedPerson("Robert R. King", name_parts("Robert R. King"))
SIM = CitedPerson("Sim Haneul", name_parts("Sim Haneul", order="family-first"))
BERG = CitedPerson("Jean-Luc van der Berg", name_parts("Jean-Luc van der Berg"))
PIER = CitedPerson("Robert Pier", name_parts("Robert Pier", suffix="Jr."))
GUARD = CitedPerson("Harbour Guard", NameParts(literal="Harbour Guard"), is_body=True)
KEY = CitedPerson("Ида Кей", name_parts("Ида Кей"))
ANA = CitedPerson("Ana Díaz Ortiz", name_parts("Ana Díaz Ortiz", sort_name="Díaz Ortiz, Ana"))
EVERYONE = (IDA, KING, SIM, BERG, PIER, GUARD, KEY, ANA)


def work(*people: CitedPerson, **facts: object) -> CitedWork:
    usual = {
        "key": "harbour", "title": "The Harbour Wakes", "within": "The Hill", "date": "2020-06-11",
        "url": "https://hill.example/a", "language": "en",
    }  # fmt: skip
    return CitedWork(**{"people": people, **usual, **facts})  # type: ignore[arg-type]
