"""Every deadline and every state on the day before, the day and the day after.

The table holds a record for each kind of deadline and state, with last days that are month ends
and leap days; a kind that the table doesn't know fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from sopimukset.model import Optio
from sopimukset.tracking.agreements import AgreementState, agreements_on
from sopimukset.tracking.deadline import DeadlineKind as Kind
from sopimukset.tracking.due import deadlines_on
from sopimukset.tracking.groups import TermState
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.options import OptionState, option_state
from sopimukset.tracking.standing import standing_on
from tests.support.regions import around, concluded, group, holdings

COMING, LATE, GONE = "coming", "late", "gone"
LEAP, SHORT, YEAR_END, MONTH_END = "2028-02-29", "2027-02-28", "2026-12-31", "2026-04-30"
LASTS = (LEAP, SHORT, YEAR_END, MONTH_END)
START = "2025-02-01"
LONG = [{"tunnus": "k1", "alkaen": START, "paattyen": "2033-01-31"}]

Record = Callable[[str], Holdings]


def in_group(make: Callable[[str], dict[str, Any]]) -> Record:
    """A region whose one group has what is made of the last day."""
    return lambda last: holdings(johtoryhmat=[group(**{"toimikaudet": LONG, **make(last)})])


def in_agreement(make: Callable[[str], dict[str, Any]]) -> Record:
    """A region whose one agreement has what is made of the last day."""
    return lambda last: holdings(
        johtoryhmat=[group(toimikaudet=LONG)], sopimukset=[concluded(**make(last))]
    )


def term(last: str, **fields: Any) -> dict[str, Any]:
    return {"toimikaudet": [{"tunnus": "k1", "alkaen": START, "paattyen": last, **fields}]}


def people(last: str) -> list[dict[str, str]]:
    return [{"alkaen": START, "paattyen": last}]


def seat(**fields: Any) -> dict[str, Any]:
    return {"jasenet": [{"tunnus": "a", "nimetyt": [{"alkaen": START}], **fields}]}


def leader(**fields: Any) -> dict[str, Any]:
    return {"johtavat_henkilot": [{"tunnus": "j", **fields}]}


def published(last: str) -> dict[str, Any]:
    """An approval whose appeal period has a recorded last day."""
    approval = {
        "osapuoli": "hollola",
        "tekija": "hallitus",
        "pvm": "2026-02-19",
        "julkaistu": "2026-02-20",
        "muutoksenhaku_paattyy": last,
    }
    return {"hyvaksynnat": [approval]}


def yearly(_last: str) -> Holdings:
    """A region that promised meetings and reviews and did nothing of them."""
    fields = group(toimikaudet=LONG, kokoukset={"vahintaan_vuodessa": 4})
    entry = concluded(voimassa={"alkaen": "2025-03-01"})
    return holdings(johtoryhmat=[fields], sopimukset=[entry])


def reviewed(last: str) -> Holdings:
    """A review so long ago that the agreed interval ends on the last day."""
    day = date.fromisoformat(last)
    held = {"johtoryhma": "tym", "asiat": [{"pykala": 1, "laji": "henkiloston-tarkistus"}]}
    entry = concluded(voimassa={"alkaen": "2025-03-01"}, henkiloston_tarkistus_kk=12)
    done = day.replace(year=day.year - 1, day=28 if last == LEAP else day.day)
    return holdings(
        johtoryhmat=[group(toimikaudet=LONG)],
        sopimukset=[entry],
        meetings=[{**held, "pvm": done.isoformat()}],
    )


def followed(last: str) -> Holdings:
    """A follow-up that nobody treated, whose three months end on the last day."""
    ended = {SHORT: "2026-11-30", LEAP: "2027-11-30"}
    period = {"alkaen": "2026-01-01", "paattyen": ended[last]}
    kept = {"henkilosto": [{"rivi": "h"}], "mittarit": [{"mittari": "m"}], "toimeenpano": "x"}
    file = {"johtoryhma": "tym", "seurantajakso": period, **kept}
    return holdings(johtoryhmat=[group(toimikaudet=LONG)], follow_ups=[file])


def minuted(last: str) -> Holdings:
    """An action that has not ended."""
    action = {"tunnus": "tp-1", "vastuu": "kela", "maarapaiva": last, "tila": "avoin"}
    asiat = [{"pykala": 1, "toimenpiteet": [action]}]
    return holdings(
        johtoryhmat=[group(toimikaudet=LONG)],
        meetings=[{"johtoryhma": "tym", "pvm": "2026-01-12", "asiat": asiat}],
    )


def coordinator(last: str) -> Holdings:
    entry = {"tunnus": "n", "koordinaattori": {"nimike": "x", "paattyen": last}}
    return holdings(nuorten_yhteispalvelu=[entry])


def defect(last: str) -> Holdings:
    return holdings(tunnistetut_puutteet=[{"koodi": "P03", "paattyen": last}])


OPTION = {"tunnus": "o1", "alkaen": "2029-01-01", "paattyen": "2029-12-31"}
YEAR_ENDS = ("2026-12-31", "2028-12-31")
Case = tuple[Record, tuple[str, ...], str]
CASES: dict[Kind, Case] = {
    Kind.TERM_END: (in_group(term), LASTS, LATE),
    Kind.NEXT_GROUP: (
        in_group(lambda last: term({"2027-08-29": LEAP, "2028-02-29": "2028-08-29"}.get(last, ""))),
        ("2027-08-29", LEAP),
        LATE,
    ),
    Kind.MEMBERS_NAMED: (
        in_group(lambda last: term("2033-01-31", nimettava_viimeistaan=last)),
        LASTS,
        GONE,
    ),
    Kind.SEAT_END: (in_group(lambda last: seat(nimetyt=people(last))), LASTS, GONE),
    Kind.DEPUTY_END: (in_group(lambda last: seat(varajasenet=people(last))), LASTS, GONE),
    Kind.CHAIR_END: (in_group(lambda last: {"puheenjohtaja": people(last)}), LASTS, GONE),
    Kind.VICE_CHAIR_END: (in_group(lambda last: {"varapuheenjohtaja": people(last)}), LASTS, GONE),
    Kind.LEADER_NAMED: (
        lambda last: holdings(
            johtoryhmat=[
                group(
                    toimikaudet=[
                        {
                            "tunnus": "k1",
                            "alkaen": {LEAP: "2027-11-29", SHORT: "2026-11-30"}[last],
                            "paattyen": "2033-01-31",
                        }
                    ]
                )
            ]
        ),
        (LEAP, SHORT),
        LATE,
    ),
    Kind.LEADER_END: (in_group(lambda last: leader(nimetyt=people(last))), LASTS, GONE),
    Kind.LEADERS_DEPUTY_END: (
        in_group(lambda last: leader(varahenkilot=people(last))),
        LASTS,
        GONE,
    ),
    Kind.AGREEMENT_CONCLUDED: (
        in_agreement(lambda last: {"allekirjoitukset": [], "voimassa": {"alkaen": last}}),
        LASTS,
        LATE,
    ),
    Kind.AGREEMENT_RENEWED: (
        in_agreement(
            lambda last: {
                "voimassa": {
                    "alkaen": "2026-03-01",
                    "paattyen": {"2027-08-29": LEAP, "2028-02-29": "2028-08-29"}[last],
                }
            }
        ),
        ("2027-08-29", LEAP),
        LATE,
    ),
    Kind.OPTION_USE: (
        in_agreement(
            lambda last: {
                "voimassa": {"alkaen": "2026-03-01", "paattyen": "2028-12-31"},
                "optiot": [{**OPTION, "ilmoitettava_viimeistaan": last}],
            }
        ),
        LASTS,
        GONE,
    ),
    Kind.AGREEMENT_END: (
        in_agreement(lambda last: {"voimassa": {"alkaen": "2026-03-01", "paattyen": last}}),
        LASTS,
        GONE,
    ),
    Kind.NOTICE_END: (
        in_agreement(
            lambda last: {
                "irtisanottu": {LEAP: "2027-11-30", SHORT: "2026-11-30"}[last],
                "irtisanomisaika_kk": 3,
            }
        ),
        (LEAP, SHORT),
        GONE,
    ),
    Kind.COMMENTS: (
        in_agreement(lambda last: {"lausuntokierros": {"maarapaiva": last}}),
        LASTS,
        GONE,
    ),
    Kind.APPEAL_END: (in_agreement(published), (LEAP, SHORT, MONTH_END), GONE),
    Kind.PERSONAL_DATA: (in_agreement(published), (LEAP, SHORT, MONTH_END), COMING),
    Kind.GOALS: (yearly, YEAR_ENDS, LATE),
    Kind.NEXT_GOALS: (yearly, YEAR_ENDS, GONE),
    Kind.STAFF_REVIEW: (yearly, YEAR_ENDS, LATE),
    Kind.REVIEW_INTERVAL: (reviewed, (SHORT, MONTH_END), LATE),
    Kind.FOLLOW_UP: (yearly, YEAR_ENDS, LATE),
    Kind.PERIOD_TREATED: (followed, (SHORT, LEAP), LATE),
    Kind.MEETINGS: (yearly, YEAR_ENDS, LATE),
    Kind.ACTION: (minuted, LASTS, LATE),
    Kind.COORDINATOR_END: (coordinator, LASTS, LATE),
    Kind.DEFECT: (defect, LASTS, LATE),
}


def test_the_table_knows_every_kind_of_deadline() -> None:
    assert set(CASES) == set(Kind)


def rows() -> Iterator[tuple[Kind, str]]:
    for kind, (_, lasts, _) in CASES.items():
        yield from ((kind, last) for last in lasts)


@pytest.mark.parametrize(
    ("kind", "last"), [pytest.param(*row, id=f"{row[0].value}-{row[1]}") for row in rows()]
)
def test_a_deadline_is_coming_up_to_its_day_and_passed_after_it(kind: Kind, last: str) -> None:
    record, _, after = CASES[kind]
    region = record(last)
    assert [_seen(region, kind, last, day) for day in around(last)] == [COMING, COMING, after]


def _seen(region: Holdings, kind: Kind, last: str, day: date) -> str:
    found = deadlines_on(region, standing_on(region, day), day)
    mine = [item for item in found if item.kind is kind and item.day.isoformat() == last]
    if not mine:
        return GONE
    return LATE if mine[0].late_on(day) else COMING


# States ------------------------------------------------------------------------------------------

SIGNED = [{"osapuoli": item, "pvm": "2026-02-16"} for item in ("hollola", "hva", "kela")]
State = AgreementState


def signed_on(day: str) -> list[dict[str, str]]:
    return [{**item, "pvm": day} for item in SIGNED]


def approved_on(day: str, number: int = 3, **fields: str) -> list[dict[str, str]]:
    return [{**item, "pvm": day, **fields} for item in SIGNED[:number]]


def lasting(start: str, end: str | None = None) -> dict[str, Any]:
    return {"voimassa": {"alkaen": start, "paattyen": end} if end else {"alkaen": start}}


AFTER = lasting("2029-01-01")
STATES: dict[State, tuple[Callable[[str], dict[str, Any]], tuple[State, State, State]]] = {
    State.DRAFT: (
        lambda day: {**AFTER, "hyvaksynnat": approved_on(day, 1), "allekirjoitukset": []},
        (State.DRAFT, State.UNDER_APPROVAL, State.UNDER_APPROVAL),
    ),
    State.UNDER_APPROVAL: (
        lambda day: {
            **AFTER,
            "hyvaksynnat": [*approved_on("2026-01-02", 2), {"osapuoli": "kela", "pvm": day}],
            "allekirjoitukset": [],
        },
        (State.UNDER_APPROVAL, State.AWAITING_SIGNATURES, State.AWAITING_SIGNATURES),
    ),
    State.AWAITING_SIGNATURES: (
        lambda day: {**AFTER, "allekirjoitukset": signed_on(day)},
        (State.AWAITING_SIGNATURES, State.CONCLUDED, State.CONCLUDED),
    ),
    State.APPEAL_PERIOD: (
        lambda day: {
            **AFTER,
            "hyvaksynnat": approved_on("2026-01-02", muutoksenhaku_paattyy=day),
        },
        (State.APPEAL_PERIOD, State.APPEAL_PERIOD, State.CONCLUDED),
    ),
    State.CONCLUDED: (lasting, (State.CONCLUDED, State.IN_FORCE, State.IN_FORCE)),
    State.IN_FORCE: (
        lambda day: {**lasting("2026-03-01"), "irtisanottu": day, "irtisanomisaika_kk": 12},
        (State.IN_FORCE, State.NOTICE_GIVEN, State.NOTICE_GIVEN),
    ),
    State.NOTICE_GIVEN: (
        lambda day: {
            **lasting("2026-03-01"),
            "irtisanottu": {LEAP: "2027-11-30", SHORT: "2026-11-30", YEAR_END: "2026-09-30"}[day],
            "irtisanomisaika_kk": 3,
        },
        (State.NOTICE_GIVEN, State.NOTICE_GIVEN, State.ENDED),
    ),
    State.ENDING: (
        lambda day: lasting("2026-03-01", day),
        (State.ENDING, State.ENDING, State.ENDED),
    ),
    State.ENDED: (
        lambda day: lasting("2026-03-01", day),
        (State.ENDING, State.ENDING, State.ENDED),
    ),
}


def test_the_table_knows_every_state_of_an_agreement() -> None:
    assert set(STATES) == set(State)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.value)
@pytest.mark.parametrize("day", [LEAP, SHORT])
def test_a_state_of_an_agreement_turns_on_its_day(state: State, day: str) -> None:
    make, wanted = STATES[state]
    region = holdings(sopimukset=[concluded(**make(day))])
    found = [agreements_on(region, when)[0].state for when in around(day)]
    assert found == [*wanted]


TERMS: dict[TermState, tuple[list[tuple[str, str]], str, tuple[TermState, TermState, TermState]]]
TERMS = {
    TermState.NOT_RECORDED: ([], LEAP, (TermState.NOT_RECORDED,) * 3),
    TermState.COMING: (
        [(LEAP, "2033-02-28")],
        LEAP,
        (TermState.COMING, TermState.RUNNING, TermState.RUNNING),
    ),
    TermState.RUNNING: (
        [(START, LEAP), ("2028-03-01", "2033-02-28")],
        LEAP,
        (TermState.RUNNING,) * 3,
    ),
    TermState.BETWEEN: (
        [(START, LEAP), ("2028-04-01", "2033-03-31")],
        LEAP,
        (TermState.RUNNING, TermState.RUNNING, TermState.BETWEEN),
    ),
    TermState.ENDED: (
        [(START, LEAP)],
        LEAP,
        (TermState.RUNNING, TermState.RUNNING, TermState.ENDED),
    ),
}


def test_the_table_knows_every_state_of_a_term() -> None:
    assert set(TERMS) == set(TermState)


@pytest.mark.parametrize("state", TERMS, ids=lambda state: state.value)
def test_a_state_of_a_term_turns_on_its_day(state: TermState) -> None:
    terms, day, wanted = TERMS[state]
    listed = [
        {"tunnus": f"k{number}", "alkaen": start, "paattyen": end}
        for number, (start, end) in enumerate(terms)
    ]
    region = holdings(johtoryhmat=[group(toimikaudet=listed)])
    found = [standing_on(region, when).groups[0].term_state for when in around(day)]
    assert found == [*wanted]


@pytest.mark.parametrize("last", LASTS)
def test_every_state_of_an_option_turns_on_its_day(last: str) -> None:
    seen = set()
    for fields in ({}, {"kaytetty": last}, {"luovuttu": last}):
        option = Optio.model_validate({**OPTION, "ilmoitettava_viimeistaan": last, **fields})
        states = [option_state(option, day) for day in around(last)]
        assert states[0] is OptionState.OPEN
        assert (states[1] is OptionState.OPEN) is not bool(fields)
        assert states[2] is not OptionState.OPEN
        seen |= {*states}
    assert seen == set(OptionState)
