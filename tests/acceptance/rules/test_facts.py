"""A rule that facts spare would find nothing: in every record one step away from some others.

`test_settled.py` spoils records at random. Here each step is taken, from records that hold what a
worked region seldom does: two authorities, people told apart by keys, deputies with a namer, terms
after each other, decisions of their own, and a fault beside which another one is easily missed.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from sopimukset import register
from sopimukset.formats.yaml import read
from sopimukset.law.cases import RegionCase
from sopimukset.law.registry import RULES
from sopimukset.law.rule import Scope
from sopimukset.law.world import World
from sopimukset.model import Alue
from sopimukset.workspace.record import Record
from sopimukset.workspace.workspace import Region
from tests.acceptance.rules.rule_cases import BASES, clauses

SPARED = [rule for rule in RULES if rule.settled]
AS_OF = date(2026, 6, 1)
REGIONAL = ("osapuolet", "toimipisteet", "nuorten_yhteispalvelu")
WALKED = ("johtoryhmat", "henkilosto", "sopimukset", "neuvottelut", *REGIONAL)
"""Where facts look."""

DAYS = (
    *(
        "2025-11-30",
        "2025-12-03",
        "2025-12-09",
    ),
    *("2025-12-01", "2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "2026-04-01"),
    *("2026-04-02", "2028-06-30", "2030-12-30", "2030-12-31", "2031-01-01"),
)
OTHERS: dict[str, tuple[Any, ...]] = {
    "alkaen": DAYS,
    "paattyen": DAYS,
    "nimeaja": ("lpr", "rauma", "hva", "kela", "muu"),
    "tyonantaja": ("lpr", "hva"),
    "henkilo": ("x", "y"),
    "jasen": ("lpr-1", "rauma-1", "hva-1", "kela-1", "muu"),
    "asettaja": ("lpr", "rauma", "hva"),
    "puheenjohtajan_nimeaja": ("lpr", "rauma", "hva"),
    "johtavan_henkilon_nimeaja": ("lpr", "rauma", "hva"),
    "varapuheenjohtajan_nimeaja": ("lpr", "hva", "kela"),
    "osapuoli": ("lpr", "rauma", "hva", "kela", "muu"),
    "osapuolet": (["lpr", "hva"], ["lpr", "hva", "kela", "muu"], ["pori", "rauma", "hva", "kela"]),
    "pvm": DAYS,
    "nimike": ("Johtoryhmän puheenjohtaja", {"fi": "TYM-johtoryhmän sihteeri"}),
    "laji": ("muu", "johtoryhmat", "tym-sopimus", "muutossopimus"),
    "aiheet": (["maara"], ["toimialueet", "maara"]),
    "avain": ("sovittu", "muu", "henkilosto"),
    "osuudet": (
        {"lpr": 60, "hva": 40},
        {"lpr": 60},
        {"lpr": Decimal("60.5"), "hva": Decimal("39.5")},
        {"lpr": Decimal("60.5"), "hva": Decimal("39.4")},
    ),
    "johtoryhma": ("tym", "muu"),
    "voimassa": ({"alkaen": "2026-02-01"}, {"alkaen": "2026-01-01", "paattyen": "2030-12-30"}),
    "lausekemuutokset": (
        [{"lauseke": "henkilosto", "toimi": "poista"}],
        [{"lauseke": "kustannukset", "toimi": "poista"}],
    ),
    "paatos": ({}, {"tekija": "lautakunta", "pvm": "2025-12-02", "pykala": 1, "asiatunnus": "A-1"}),
    "kunnat": (["Atlantis"],),
    "hyvaksytty_johtoryhmassa": DAYS,
    "nimetty": DAYS,
    "rooli": ("tyovoimaviranomainen", "hyvinvointialue", "kela", "kumppani"),
    "tyollisyysalue": ("lappeenranta", "satakunta", "pohjanmaa", "muu"),
    "hyvinvointialue": ("etela-karjala", "pohjanmaa", "muu"),
    "oikeushenkilo": ("Porin kaupunki", "Satakunnan hyvinvointialue", "Porin työllisyysalue"),
    "oikeushenkilo_vahvistettu": (False, True),
    "kunta": ("Atlantis", "Pori", "Björneborg"),
    "organisointi": ("2026-06-01", "2026-06-02"),
    "kustannusten_jako": ("2026-06-01", "2026-06-02"),
    "tarvearviot": ({"pori": "2026-06-01", "rauma": "2026-06-02"}, {"lpr": "2026-06-02"}),
    "tyovoimaviranomaiset": (["pori"], ["lpr", "kela"], ["muu"]),
    "muut": (["seurakunta"], ["oppilaitokset"], [{"sv": "skolor"}]),
}
"""What else may stand there, wrong or right, whether or not anything does."""


def steps(data: Any, within: bool = False) -> Iterator[None]:
    """Change a record at one place at a time, where it is, and change it back."""
    items = list(data.items()) if isinstance(data, dict) else list(enumerate(data))
    for key, value in items:
        inside = within or key in WALKED
        if isinstance(value, (dict, list)):
            yield from steps(value, inside)
        if inside:
            yield from _others(data, key, value)
    if within and isinstance(data, dict):
        for key in sorted(OTHERS.keys() - data.keys()):
            yield from _others(data, key, None)


def _others(data: Any, key: Any, value: Any) -> Iterator[None]:
    """The record without the value, with another one, or with an item of a list twice."""
    if isinstance(data, list):
        for changed in ([], [value, copy.deepcopy(value)]):
            data[key : key + 1] = changed
            yield
            data[key : key + len(changed)] = [value]
        return
    for other in (None, *OTHERS.get(key, ())):
        if other != value:
            data[key] = other
            yield
    if value is None:
        del data[key]
    else:
        data[key] = value


def group_in(data: Any) -> Any:
    return data["johtoryhmat"][0]


def own_keys(data: Any) -> None:
    """Everybody is told apart, and deputies have a namer and a decision of their own."""
    for number, seat in enumerate(group_in(data)["jasenet"]):
        [person], [deputy] = seat["nimetyt"], seat["varajasenet"]
        person["henkilo"], deputy["henkilo"] = f"p-{number}", f"v-{number}"
        deputy["nimeaja"], deputy["paatos"] = seat["nimeaja"], dict(person["paatos"])


def followed(data: Any) -> None:
    """One seat and one post went from one person to the next."""
    seat, task = group_in(data)["jasenet"][1], group_in(data)["johtavat_henkilot"][0]
    for people, last, first in (
        (seat["nimetyt"], "2028-06-30", "2028-07-01"),
        (seat["varajasenet"], "2028-06-30", "2028-07-01"),
        (task["nimetyt"], "2028-06-30", "2028-07-01"),
    ):
        people.append({**copy.deepcopy(people[0]), "alkaen": first})
        people[0]["paattyen"] = last


def agreed(data: Any) -> None:
    """The authorities have agreed on who names, and so have county and group."""
    group = group_in(data)
    namer = group["puheenjohtaja"][0]["nimeaja"]
    group["sopimus_asettajasta"] = {
        "pvm": "2025-11-20",
        "osapuolet": [namer, "rauma"],
        "asettaja": namer,
        "puheenjohtajan_nimeaja": namer,
        "johtavan_henkilon_nimeaja": namer,
    }
    group["varapuheenjohtajan_nimeaja"] = "hva"


def two_terms(data: Any) -> None:
    """A second term is set, and those who were named go on."""
    [term] = group_in(data)["toimikaudet"]
    later = {"tunnus": "k2031", "alkaen": "2031-01-01", "paattyen": "2035-12-31"}
    group_in(data)["toimikaudet"].append({**copy.deepcopy(term), **later})


def led_over_two_terms(data: Any) -> None:
    two_terms(data)
    [task] = group_in(data)["johtavat_henkilot"]
    for person in (*task["nimetyt"], *task["varahenkilot"]):
        person["paattyen"] = "2035-12-31"


def two_leaders(data: Any) -> None:
    [task] = group_in(data)["johtavat_henkilot"]
    for people in (task["nimetyt"], task["varahenkilot"]):
        people.append(copy.deepcopy(people[0]))


def costs_by_staff(data: Any) -> None:
    """Costs are divided by staff, so that no shares are told."""
    del data["sopimukset"][0]["kustannukset"][0]


def an_empty_seat(data: Any) -> None:
    """A party has a second membership, to which nobody is named; it has a deputy."""
    seats = group_in(data)["jasenet"]
    empty = {"tunnus": "toinen", "nimeaja": seats[0]["nimeaja"], "nimetyt": []}
    seats.append({**copy.deepcopy(seats[0]), **empty})


def unknown_territory(data: Any) -> None:
    group_in(data)["toimialue"] = {"kunnat": ["Atlantis"]}
    an_empty_seat(data)
    del data["henkilosto"][0]["yksikko"]


def known_by_tunnus(data: Any) -> None:
    """An authority whose area is bilingual, and that is known by its identifier alone."""
    party = data["osapuolet"][0]
    old, party["tunnus"] = party["tunnus"], "pietarsaaren-seutu"
    del party["tyollisyysalue"]
    _renamed(data, old, party["tunnus"])


def _renamed(data: Any, old: str, new: str) -> None:
    for key, value in list(data.items()) if isinstance(data, dict) else list(enumerate(data)):
        if value == old:
            data[key] = new
        elif isinstance(value, (dict, list)):
            _renamed(value, old, new)


SOUND = (own_keys, agreed, costs_by_staff)
BEGINNINGS: list[tuple[str, tuple[Callable[[Any], None], ...]]] = [
    ("yksi", ()),
    ("yksi", SOUND),
    ("kaksi", SOUND),
    ("yksi", (followed,)),
    ("yksi", (two_terms, agreed)),
    ("yksi", (led_over_two_terms,)),
    ("yksi", (two_leaders,)),
    ("yksi", (own_keys, an_empty_seat)),
    ("yksi", (unknown_territory,)),
    ("kaksi", (known_by_tunnus,)),
]
"""Base records and what is changed in them first: sound ones, and some with a fault."""


@cache
def base(name: str) -> Any:
    [path] = (BASES / name / "regions").glob("*/alue.yaml")
    return read(path.read_bytes()).data


def region_of(data: Any) -> RegionCase | None:
    """The region as rules are asked about it; None where the record can't be read."""
    try:
        alue = Alue.model_validate(data)
    except ValidationError:
        return None
    region = Region(alue.alue, Record(alue.alue, "regions/alue.yaml", None, alue))
    return World(register.load(), AS_OF, [region], clauses()).regions[region.name]


@pytest.mark.parametrize(
    ("name", "changes"),
    BEGINNINGS,
    ids=lambda item: item if isinstance(item, str) else "+".join(one.__name__ for one in item),
)
def test_a_rule_that_is_spared_would_have_found_nothing(
    name: str, changes: tuple[Callable[[Any], None], ...]
) -> None:
    data = copy.deepcopy(base(name))
    for change in changes:
        change(data)
    known = 0
    for _ in steps(data):
        region = region_of(data)
        if region is not None:
            known += 1
            heard = [(rule.code, hit) for rule, hit in found_though_spared(region)]
            assert heard == []
    assert known > 300


def found_though_spared(region: RegionCase) -> Iterator[tuple[Any, Any]]:
    """What rules find for which all is settled."""
    for rule in SPARED:
        asked: Any = {
            Scope.REGION: [region],
            Scope.GROUP: region.groups,
            Scope.AGREEMENT: region.agreements,
        }
        for case in asked[rule.scope]:
            if not rule.settled & ~case.facts:
                yield from ((rule, hit) for hit in rule.check(case))
