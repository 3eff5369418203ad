"""Every state, concern and deadline has its words, its place in the schema, and a real source."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

import pytest

from sopimukset import statutes
from sopimukset.reporting import status_words
from sopimukset.reporting.party_text import UNITS
from sopimukset.reporting.timetable_text import STEP
from sopimukset.tracking import appeals, backward, due_groups, due_words, due_years
from sopimukset.tracking.agreements import AgreementState
from sopimukset.tracking.backward import StepKind
from sopimukset.tracking.concerns import ConcernKind, Gravity
from sopimukset.tracking.deadline import EVENTS, DeadlineKind
from sopimukset.tracking.due_words import FIELD
from sopimukset.tracking.groups import TermState
from sopimukset.tracking.options import OptionState
from sopimukset.tracking.posts import Holding
from sopimukset.tracking.roles import AUTHORITY, COUNTY, Role
from sopimukset.tracking.source import Ground
from tests.support.workspaces import CHECKOUT

DEFS = json.loads((CHECKOUT / "schemas/status.schema.json").read_text("utf-8"))["$defs"]
WORDS = (
    (due_words.DEADLINE, DeadlineKind),
    (status_words.SHORT, DeadlineKind),
    (due_words.CONCERN, ConcernKind),
    (status_words.GRAVITY, Gravity),
    (status_words.COLOUR, Gravity),
    (status_words.AGREEMENT, AgreementState),
    (status_words.TERM, TermState),
    (status_words.OPTION, OptionState),
    (STEP, StepKind),
)
REGION = DEFS["region"]["properties"]


def items(name: str) -> Any:
    return REGION[name]["items"]["properties"]


ENUMS = (
    (items("deadlines")["kind"], DeadlineKind),
    (items("concerns")["kind"], ConcernKind),
    (REGION["gravity"], Gravity),
    (items("agreements")["state"], AgreementState),
    (items("agreements")["options"]["items"]["properties"]["state"], OptionState),
    (items("groups")["term"]["properties"]["state"], TermState),
    (DEFS["post"]["properties"]["state"], Holding),
    (DEFS["source"]["properties"]["ground"], Ground),
)


@pytest.mark.parametrize(("words", "kinds"), WORDS)
def test_each_has_its_words(words: Mapping[Enum, str], kinds: Iterable[Enum]) -> None:
    assert list(words) == list(kinds)
    assert all(words.values())


@pytest.mark.parametrize(("node", "kinds"), ENUMS)
def test_the_schema_knows_each(node: Mapping[str, Any], kinds: Iterable[Enum]) -> None:
    assert node["enum"] == [item.value for item in kinds]


def test_each_value_of_a_sentence_is_one_that_deadlines_carry() -> None:
    known = {"kohde", "vuosi", "maara", "luvattu", "kuukausia"}
    for text in due_words.DEADLINE.values():
        assert {name for _, name, _, _ in string.Formatter().parse(text) if name} <= known


def test_events_are_kinds_and_units_are_the_models() -> None:
    assert set(DeadlineKind) > EVENTS
    assert set(UNITS) - {""} == {"htv", "henkiloa", "tuntia-viikossa"}


def provisions() -> list[str]:
    found = [due_groups.TERM, due_groups.LEADER, backward.NEGOTIATION]
    found += [due_years.GOALS, due_years.REVIEW, due_years.FOLLOW_UP]
    for kind in (AUTHORITY, COUNTY):
        rule = appeals.appeal_rule(Role(kind, "x"), None)
        assert rule is not None
        found += [rule.period, rule.informed, rule.removal]
    return found


@pytest.mark.parametrize("provision", provisions())
def test_each_provision_is_one_whose_text_is_stored(provision: str) -> None:
    assert statutes.load().text(statutes.parse_viite(provision)), provision


@pytest.mark.parametrize(
    ("provision", "words"),
    [
        ("410/2015 138 §", "14 päivän ja kunnallisvalitus 30 päivän"),
        ("611/2021 143 §", "14 päivän ja aluevalitus 30 päivän"),
        ("410/2015 140 § 3 mom", "seitsemän päivän kuluttua"),
        ("611/2021 145 § 3 mom", "seitsemän päivän kuluttua"),
        ("410/2015 140 § 1 mom", "poistettava tietoverkosta"),
        ("611/2021 145 § 1 mom", "poistettava tietoverkosta"),
        ("388/2024 1 § 1 mom", "viideksi vuodeksi"),
        ("388/2024 3 § 3 kohta", "vuosittain"),
        ("410/2015 143 §", "ennen kuin se on saanut lainvoiman"),
        ("611/2021 148 §", "ennen kuin se on saanut lainvoiman"),
    ],
)
def test_the_stored_text_says_what_is_reckoned(provision: str, words: str) -> None:
    assert words in (statutes.load().text(statutes.parse_viite(provision)) or "")


def test_every_field_that_a_day_comes_from_has_its_words() -> None:
    sources = "".join(
        path.read_text("utf-8") for path in (CHECKOUT / "sopimukset/tracking").glob("*.py")
    )
    written = set(re.findall(r'record\("([^"]+)"\)', sources))
    chosen = {f"optiot.{name}" for name in ("ilmoitettava_viimeistaan", "alkaen")}
    ends = {"irtisanottu", "voimassa.paattyen"}
    assert set(FIELD) == written | chosen | ends
