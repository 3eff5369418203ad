"""What is plainly in order in a group hides nothing: any record, however spoilt, tells the same."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from sopimukset import register
from sopimukset.findings import Finding
from sopimukset.formats.yaml import read
from sopimukset.law import settled_regions
from sopimukset.law.cases import GroupCase
from sopimukset.law.check import SETTLED, check_regions
from sopimukset.law.facts import (
    AGREED,
    ALONE,
    APPROVED,
    CHAIRED,
    COVERED,
    DATED,
    DECIDED,
    DEPUTISED,
    ENTRUSTED,
    FRAMED,
    IDENTIFIED,
    LED,
    NEGOTIATED,
    REPRESENTED,
    SEATED,
    SERVED,
    TERMED,
    UNILINGUAL,
    VICE_CHAIRED,
)
from sopimukset.law.registry import RULES
from sopimukset.law.rules import t09, y04
from sopimukset.law.world import World
from sopimukset.model import Alue
from sopimukset.workspace.locate import region_names
from sopimukset.workspace.record import Record
from sopimukset.workspace.workspace import Region
from tests.acceptance.rules.rule_cases import clauses, grounds

ROOT = Path(__file__).resolve().parents[3]
NAMES = sorted(region_names(ROOT))
ALWAYS_ASKED = [replace(rule, worth=None, settled=0) for rule in RULES]
AS_OF = date(2026, 6, 1)
DAYS = (None, "2025-02-01", "2025-04-30", "2025-05-02", "2026-06-01", "2030-01-31", "2031-01-01")
PARTIES = (None, "hollola", "lahti", "hva", "kela", "muu")
Place = tuple[Any, Any]


@cache
def worked(name: str) -> Any:
    """The data of a worked region's record."""
    return read((ROOT / "regions" / name / "alue.yaml").read_bytes()).data


def places(data: Any) -> Iterator[Place]:
    """Each mapping and list of the data with each of its keys."""
    keys = list(data) if isinstance(data, dict) else range(len(data))
    for key in keys:
        yield data, key
        if isinstance(data[key], (dict, list)):
            yield from places(data[key])


FIELDS = {
    "alkaen": DAYS,
    "paattyen": DAYS,
    "nimeaja": PARTIES,
    "tyonantaja": PARTIES,
    "henkilo": (None, "kela-h1", "toinen"),
    "jasen": ("hva-1", "kela-1", "lahti-1", "hollola-1"),
}
"""What may stand, wrong or right, where somebody holds or names something."""

AREAS = (None, "lahti", "paijat-hame", "pohjanmaa", "muu")
OTHERS = {
    **FIELDS,
    **dict.fromkeys(("pvm", "organisointi", "kustannusten_jako", "nimetty"), DAYS),
    "hyvaksytty_johtoryhmassa": DAYS,
    "tyollisyysalue": AREAS,
    "hyvinvointialue": AREAS,
    "rooli": ("tyovoimaviranomainen", "hyvinvointialue", "kela", "kumppani"),
    "oikeushenkilo": (None, "Lahden kaupunki", "Lahden työllisyysalue", {"sv": "Lahtis stad"}),
    "kunta": (None, "Lahti", "Lahtis", "Muu"),
}
"""The same of all that may stand in a record."""

PARTS = ("johtoryhmat", "johtoryhmat", "nuorten_yhteispalvelu", "osapuolet", "toimipisteet")


def spoil(data: Any, draw: st.DrawFn) -> None:
    """Leave something out, put another value in, or write something twice."""
    known = list(places(data))
    holder, key = draw(st.sampled_from(known))
    how = draw(st.sampled_from(("out", "other", "twice")))
    if how == "twice" and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    elif how == "other" and not isinstance(holder[key], (dict, list)):
        alike = [one[at] for one, at in known if at == key]
        words = [item for item in alike if not isinstance(item, (dict, list))]
        holder[key] = draw(st.sampled_from([*words, *OTHERS.get(key, ())]))
    else:
        del holder[key]


def mislead(group: Any, draw: st.DrawFn) -> None:
    """Put another value in, or a new one, where somebody holds or names something."""
    told = [one[at] for one, at in places(group) if isinstance(one[at], dict)]
    people = [item for item in told if "alkaen" in item or "nimeaja" in item]
    if people:
        name = draw(st.sampled_from(sorted(FIELDS)))
        draw(st.sampled_from(people))[name] = draw(st.sampled_from(FIELDS[name]))


@st.composite
def spoilt(draw: st.DrawFn) -> Alue:
    """A worked region's record with some of its groups, and a little more, spoilt."""
    data = copy.deepcopy(worked(draw(st.sampled_from(("paijat-hame", "paijat-hame", *NAMES)))))
    for _ in range(draw(st.integers(1, 3))):
        groups = data.get("johtoryhmat")
        if groups and draw(st.booleans()):
            mislead(groups, draw)
        else:
            part = data.get(draw(st.sampled_from(PARTS)))
            spoil(part if part and draw(st.booleans()) else data, draw)
    try:
        return Alue.model_validate(data)
    except ValidationError:
        assume(False)
        raise


def region_of(alue: Alue) -> Region:
    return Region(alue.alue, Record(alue.alue, "regions/alue.yaml", None, alue))


@settings(max_examples=400, deadline=None)
@given(spoilt(), st.integers(-900, 1500))
def test_a_spoilt_record_tells_the_same_whether_or_not_all_rules_are_asked(
    alue: Alue, days: int
) -> None:
    as_of = AS_OF + timedelta(days=days)
    assert judged(alue, as_of, asked_all=True) == judged(alue, as_of, asked_all=False)


def judged(alue: Alue, as_of: date, *, asked_all: bool) -> list[Finding]:
    prepared = grounds(as_of)
    rules = ALWAYS_ASKED if asked_all else RULES
    return check_regions([region_of(alue)], replace(prepared, rules=rules))


def group_of(data: Any) -> GroupCase:
    region = region_of(Alue.model_validate(data))
    world = World(register.load(), AS_OF, [region], clauses())
    return world.regions[region.name].groups[0]


def service_of(data: Any) -> Any:
    return data["nuorten_yhteispalvelu"][0]


def same_legal_person(data: Any) -> None:
    for party in data["osapuolet"]:
        party["oikeushenkilo"] = "Lahden kaupunki"


def leader_of(group: Any) -> Any:
    return group["johtavat_henkilot"][0]["nimetyt"][0]


ALL = SEATED + REPRESENTED + DEPUTISED + CHAIRED + VICE_CHAIRED + LED + DATED + DECIDED
ALL += ALONE + NEGOTIATED + AGREED + ENTRUSTED + APPROVED + FRAMED + TERMED


def test_all_is_settled_in_a_sound_group() -> None:
    """Else the pass would spare nothing."""
    assert group_of(worked("paijat-hame")).facts == ALL


@pytest.mark.parametrize(
    ("spoiling", "lost"),
    [
        (lambda group: group["jasenet"][2]["nimetyt"].pop(), SEATED + CHAIRED + VICE_CHAIRED),
        (lambda group: group["jasenet"].pop(), REPRESENTED),
        (lambda group: group["jasenet"][0].pop("varajasenet"), DEPUTISED),
        (lambda group: group.pop("puheenjohtaja"), CHAIRED),
        (lambda group: group.pop("varapuheenjohtaja"), VICE_CHAIRED),
        (lambda group: group["johtavat_henkilot"][0].pop("varahenkilot"), LED),
        (
            lambda group: leader_of(group).pop("alkaen"),
            DATED + DECIDED + FRAMED,
        ),
        (lambda group: leader_of(group).pop("hyvaksytty_johtoryhmassa"), APPROVED),
        (lambda group: group["johtavat_henkilot"][0].pop("puitteet"), FRAMED),
        (lambda group: group["toimikaudet"][0]["asettaminen"].pop("pvm"), TERMED + DECIDED),
        (lambda group: group["jasenet"][0]["nimetyt"][0].pop("paatos"), DECIDED),
        (
            lambda group: group["jasenet"][0].update(nimetyt=2 * group["jasenet"][0]["nimetyt"]),
            ALONE,
        ),
        (lambda group: group["sopimus_asettajasta"].pop("asettaja"), ENTRUSTED),
        (lambda group: group.pop("toimikaudet"), ALL),
    ],
)
def test_each_fact_is_lost_with_what_it_speaks_of(spoiling: Any, lost: int) -> None:
    data = copy.deepcopy(worked("paijat-hame"))
    spoiling(data["johtoryhmat"][0])
    assert group_of(data).facts == ALL - lost


OF_REGION = DATED + DECIDED + IDENTIFIED + UNILINGUAL + SERVED + COVERED


def facts_of_region(data: Any) -> int:
    region: int = group_of(data).region.facts
    return region


def test_all_is_settled_in_a_sound_region() -> None:
    assert facts_of_region(worked("paijat-hame")) == OF_REGION


@pytest.mark.parametrize(
    ("spoiling", "lost"),
    [
        (lambda data: data["henkilosto"][0].pop("alkaen"), DATED),
        (lambda data: data["osapuolet"][0].pop("oikeushenkilo"), IDENTIFIED),
        (lambda data: data["osapuolet"][0].update(oikeushenkilo_vahvistettu=False), IDENTIFIED),
        (lambda data: data["osapuolet"][0].update(tyollisyysalue="muu"), IDENTIFIED + SERVED),
        (lambda data: data["osapuolet"][0].pop("tyollisyysalue"), IDENTIFIED + SERVED),
        (lambda data: data["osapuolet"][0].update(oikeushenkilo="Työllisyysalue"), IDENTIFIED),
        (same_legal_person, IDENTIFIED),
        (lambda data: data["toimipisteet"][0].update(kunta="Muu"), IDENTIFIED),
        (lambda data: data["osapuolet"][0].update(tyollisyysalue="pohjanmaa"), UNILINGUAL + SERVED),
        (lambda data: service_of(data).pop("koordinaattori"), SERVED),
        (lambda data: service_of(data)["koordinaattori"].pop("nimike"), SERVED),
        (lambda data: service_of(data)["koordinaattori"].update(paattyen="2030-01-01"), SERVED),
        (lambda data: service_of(data).pop("sovittu"), SERVED),
        (lambda data: service_of(data)["sovittu"].update(organisointi="2026-06-02"), SERVED),
        (lambda data: service_of(data)["sovittu"].pop("kustannusten_jako"), SERVED),
        (lambda data: service_of(data)["tarvearviot"].popitem(), SERVED),
        (lambda data: service_of(data)["tarvearviot"].update(lahti="2026-06-02"), SERVED),
        (lambda data: service_of(data).pop("palvelupisteet"), SERVED),
        (lambda data: service_of(data)["neuvottelu"].update(pvm="2026-06-02"), SERVED),
        (lambda data: service_of(data)["neuvottelu"]["osapuolet"].remove("hva"), SERVED),
        (lambda data: service_of(data)["neuvottelu"]["osapuolet"].remove("lahti"), SERVED),
        (lambda data: service_of(data)["neuvottelu"].update(muut=["seurakunta"]), SERVED),
        (lambda data: service_of(data)["tyovoimaviranomaiset"].pop(), SERVED),
        (lambda data: data.pop("nuorten_yhteispalvelu"), SERVED),
        (lambda data: data["johtoryhmat"][0].update(toimialue={"kunnat": ["Lahti"]}), COVERED),
    ],
)
def test_each_fact_of_a_region_is_lost_with_what_it_speaks_of(spoiling: Any, lost: int) -> None:
    data = copy.deepcopy(worked("paijat-hame"))
    spoiling(data)
    own = OF_REGION - DATED - DECIDED
    assert facts_of_region(data) & own == own & ~lost
    assert facts_of_region(data) & lost == 0


def test_facts_of_a_region_know_no_more_words_than_the_rules() -> None:
    assert set(settled_regions._SCHOOLS) <= set(y04.EDUCATION)
    for name in ("Lahden työllisyysalue", "Työllisyyspalvelut", "TYÖVOIMAVIRANOMAINEN"):
        assert t09.AREA.search(name)
        assert settled_regions._SERVICE in name.casefold()


def test_only_rules_of_cases_that_have_facts_rest_on_them() -> None:
    resting = [rule for rule in RULES if rule.settled]
    assert {rule.scope for rule in resting} == set(SETTLED)
