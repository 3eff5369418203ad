"""The follow-up of a period: what it is set beside, what it may tell, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sopimukset.base.periods import Period
from sopimukset.tracking.followup import (
    FollowUp,
    Goal,
    IndicatorLine,
    Passage,
    Place,
    Presence,
    Urgency,
    Verdict,
    follow_up,
    late_by_party,
    missing_indicators,
    newest,
)
from sopimukset.tracking.followup.figures import FigureState
from sopimukset.tracking.followup.periods import a_year_earlier, before, months_of, same_length
from tests.support.regions import PARTIES, around, group, holdings

LAHTI = {
    "tunnus": "lahti",
    "rooli": "tyovoimaviranomainen",
    "tyollisyysalue": "lahti",
    "oikeushenkilo": "Lahden kaupunki",
}
DAY = date(2026, 9, 30)
WHOLE = Place()
HALVES = {
    "2025-H1": ("2025-01-01", "2025-06-30"),
    "2025-H2": ("2025-07-01", "2025-12-31"),
    "2026-H1": ("2026-01-01", "2026-06-30"),
    "2025": ("2025-01-01", "2025-12-31"),
}


def value(mittari: str, arvo: str | None = None, **fields: Any) -> dict[str, Any]:
    told = {} if arvo is None else {"arvo": Decimal(arvo)}
    return {"mittari": mittari, **told, **fields}


def period(name: str, *values: dict[str, Any], **fields: Any) -> dict[str, Any]:
    first, last = HALVES[name]
    days = {"alkaen": first, "paattyen": last}
    return {"johtoryhma": "tym", "seurantajakso": days, "mittarit": list(values), **fields}


def of(*periods: dict[str, Any], day: date = DAY, meetings: Any = (), **fields: Any) -> FollowUp:
    """The follow-up of the last of the periods."""
    plain = {"johtoryhmat": [group(toimialue={"kunnat": "kaikki"})], **fields}
    region = holdings(osapuolet=(*PARTIES, LAHTI), follow_ups=periods, meetings=meetings, **plain)
    found = follow_up(region, region.follow_ups[-1], day)
    assert found is not None
    return found


def line(found: FollowUp, key: str, place: Place = WHOLE) -> IndicatorLine:
    [table] = [item for item in found.tables if item.key == key]
    [own] = [item for item in table.lines if item.place == place]
    return own


def plain(*values: Decimal | None) -> tuple[float | None, ...]:
    """Numbers to compare with those of a test."""
    return tuple(None if item is None else float(item) for item in values)


# Periods ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "earlier", "a_year_ago"),
    [
        (("2026-01-01", "2026-06-30"), ("2025-07-01", "2025-12-31"), ("2025-01-01", "2025-06-30")),
        (("2026-07-01", "2026-12-31"), ("2026-01-01", "2026-06-30"), ("2025-07-01", "2025-12-31")),
        (("2026-01-01", "2026-12-31"), ("2025-01-01", "2025-12-31"), ("2025-01-01", "2025-12-31")),
        (("2028-02-01", "2028-02-29"), ("2028-01-01", "2028-01-31"), ("2027-02-01", "2027-02-28")),
        (("2029-02-01", "2029-02-28"), ("2029-01-01", "2029-01-31"), ("2028-02-01", "2028-02-29")),
        (("2026-03-02", "2026-03-08"), ("2026-02-23", "2026-03-01"), ("2025-03-02", "2025-03-08")),
    ],
)
def test_the_period_before_and_the_one_a_year_earlier(
    days: tuple[str, str], earlier: tuple[str, str], a_year_ago: tuple[str, str]
) -> None:
    own = Period(*map(date.fromisoformat, days))
    assert before(own) == Period(*map(date.fromisoformat, earlier))
    assert a_year_earlier(own) == Period(*map(date.fromisoformat, a_year_ago))


def test_periods_of_different_lengths_are_not_compared() -> None:
    half = Period(date(2026, 1, 1), date(2026, 6, 30))
    assert months_of(half) == 6
    assert not same_length(half, Period(date(2026, 7, 1), date(2026, 12, 30)))
    found = of(
        period("2025", value("asiakkaat", "90")), period("2026-H1", value("asiakkaat", "99"))
    )
    assert found.periods.previous is None
    assert line(found, "asiakkaat").to_previous is Verdict.UNKNOWN


def test_the_newest_is_the_one_that_ended_last_by_the_day() -> None:
    region = holdings(follow_ups=[period("2025"), period("2025-H2"), period("2026-H1")])
    told = [newest(region.follow_ups, day) for day in around("2026-06-30")]
    assert [item and item.seurantajakso.alkaen for item in told] == [
        date(2025, 7, 1),
        date(2026, 1, 1),
        date(2026, 1, 1),
    ]
    assert newest(region.follow_ups, date(2025, 12, 30)) is None


# Figures ------------------------------------------------------------------------------------------


def test_a_figure_stands_beside_earlier_ones_and_its_target() -> None:
    goal = {
        "tunnus": "t",
        "vuosi": 2026,
        "tavoite": "lyhyempi",
        "mittari": "asiakkuuden-kesto",
        "tavoitetaso": 365,
    }
    found = of(
        *(
            period(name, value("asiakkuuden-kesto", days))
            for name, days in (("2025-H1", "400"), ("2025-H2", "420"), ("2026-H1", "410"))
        ),
        johtoryhmat=[group(tavoitteet=[goal])],
    )
    own = line(found, "asiakkuuden-kesto")
    assert plain(own.now.value, own.previous.value, own.last_year.value) == (410, 420, 400)
    assert (own.to_previous, own.to_last_year) == (Verdict.BETTER, Verdict.WORSE)
    assert plain(own.since_previous, own.target) == (-10, 365)
    assert own.met is Goal.NOT_REACHED
    assert plain(*(figure.value for _, figure in own.history)) == (400, 420, 410)
    assert [(item.goal.tunnus, item.met) for item in found.goals] == [("t", Goal.NOT_REACHED)]


@pytest.mark.parametrize(
    ("key", "now", "then", "expected"),
    [
        ("paattyneet-tyollistyneet", "41", "40", Verdict.BETTER),
        ("paattyneet-tyollistyneet", "39", "40", Verdict.WORSE),
        ("paattyneet-tyollistyneet", "40", "40", Verdict.SAME),
        ("uudet-asiakkuudet", "41", "40", Verdict.NEUTRAL),
        ("ei-ole", "41", "40", Verdict.NEUTRAL),
    ],
)
def test_what_a_difference_means(key: str, now: str, then: str, expected: Verdict) -> None:
    found = of(period("2025-H2", value(key, then)), period("2026-H1", value(key, now)))
    assert line(found, key).to_previous is expected


def test_a_share_is_reckoned_from_its_parts() -> None:
    found = of(
        period("2026-H1", value("suunnitelma-kolmessa-kuukaudessa", osoittaja=77, nimittaja=96))
    )
    own = line(found, "suunnitelma-kolmessa-kuukaudessa")
    assert own.now.value == Decimal("80.2")
    assert plain(own.now.numerator, own.now.denominator) == (77, 96)


@pytest.mark.parametrize(
    ("parts", "numerator", "denominator"),
    [
        ({"osoittaja": 3, "nimittaja": 96}, None, 96),
        ({"osoittaja": 3, "nimittaja": 4}, None, None),
        ({"osoittaja": 94, "nimittaja": 96}, None, 96),
        ({"arvo": 2, "nimittaja": 100}, None, 100),
    ],
    ids=["numerator", "both", "the others", "reckoned"],
)
def test_a_share_with_a_small_part_is_hidden(
    parts: dict[str, Any], numerator: int | None, denominator: int | None
) -> None:
    found = of(period("2026-H1", value("suunnitelma-kolmessa-kuukaudessa", **parts)))
    own = line(found, "suunnitelma-kolmessa-kuukaudessa").now
    assert (own.state, own.value) == (FigureState.HIDDEN, None)
    assert plain(own.numerator, own.denominator) == (numerator, denominator)
    assert FigureState.HIDDEN in found.states


@pytest.mark.parametrize(
    ("key", "recorded", "shown"),
    [
        ("asiakaspalaute", "5", True),
        ("asiakaspalaute", "5.1", False),
        ("asiakaspalaute", "1", True),
        ("asiakaspalaute", "0.9", False),
        ("uudet-asiakkuudet", "-5", False),
        ("uudet-asiakkuudet", "50000", True),
        ("uudet-asiakkuudet", "50001", False),
        ("ei-luettelossa", "-5", True),
    ],
)
def test_a_value_that_an_indicator_cant_have_is_to_be_checked_and_never_compared(
    key: str, recorded: str, shown: bool
) -> None:
    """A leader reads a figure for a fact; rule T18 tells the secretary which it is."""
    found = of(period("2025-H2", value(key, "4")), period("2026-H1", value(key, recorded)))
    own = line(found, key)
    assert own.now.state is (FigureState.SHOWN if shown else FigureState.FAULTY)
    assert (own.now.value is None) != shown
    assert (FigureState.FAULTY in found.states) != shown
    if not shown:
        assert (own.since_previous, own.to_previous) == (None, Verdict.UNKNOWN)


def test_a_share_whose_parts_are_the_wrong_way_round_is_to_be_checked() -> None:
    parts: dict[str, Any] = {"osoittaja": 96, "nimittaja": 48}
    found = of(period("2026-H1", value("suunnitelma-kolmessa-kuukaudessa", **parts)))
    own = line(found, "suunnitelma-kolmessa-kuukaudessa").now
    assert (own.state, own.value) == (FigureState.FAULTY, None)


def test_a_small_class_takes_another_one_with_it() -> None:
    rows = [value("asiakkaat", "60")] + [
        value("asiakkaat", number, luokka=name)
        for name, number in (("alle-1-v", "37"), ("1-3-v", "20"), ("yli-3-v", "3"))
    ]
    [table] = of(period("2026-H1", *rows)).tables
    assert plain(*(item.now.value for item in table.classes)) == (37, None, None)
    assert table.whole.now.value == 60


def test_a_class_told_by_another_indicator_is_hidden_there_too() -> None:
    rows = [
        value("paattyneet-asiakkuudet", "20"),
        value("paattyneet-asiakkuudet", "3", luokka="tyollistynyt"),
        value("paattyneet-asiakkuudet", "17", luokka="muu"),
        value("paattyneet-tyollistyneet", "3"),
    ]
    found = of(period("2026-H1", *rows))
    assert line(found, "paattyneet-tyollistyneet").now.state is FigureState.HIDDEN
    assert line(found, "paattyneet-asiakkuudet", Place("muu")).now.state is FigureState.HIDDEN


def test_what_another_indicator_counts_needs_no_second_record() -> None:
    rows = [
        value("paattyneet-asiakkuudet", "60"),
        value("paattyneet-asiakkuudet", "23", luokka="tyollistynyt"),
        value("paattyneet-asiakkuudet", "37", luokka="muu"),
        value("paattyneet-keston-mukaan", "60", luokka="yli-3-v"),
    ]
    goal = {"tunnus": "t", "vuosi": 2026, "tavoite": "lisää", "mittari": "paattyneet-tyollistyneet"}
    found = of(period("2026-H1", *rows), johtoryhmat=[group(tavoitteet=[goal])])
    assert plain(line(found, "paattyneet-keston-mukaan").now.value) == (60,)
    assert plain(line(found, "paattyneet-tyollistyneet").now.value) == (23,)


def test_a_half_year_is_not_told_by_the_year_and_the_other_half() -> None:
    found = of(
        period("2025", value("uudet-asiakkuudet", "40")),
        period("2025-H2", value("uudet-asiakkuudet", "3")),
        period("2025-H1", value("uudet-asiakkuudet", "37")),
    )
    assert line(found, "uudet-asiakkuudet").now.state is FigureState.HIDDEN


def test_a_state_on_a_day_does_not_add_up_over_time() -> None:
    found = of(
        period("2025", value("asiakkaat", "40")),
        period("2025-H2", value("asiakkaat", "40")),
        period("2025-H1", value("asiakkaat", "37")),
    )
    assert line(found, "asiakkaat").now.value == 37


def test_municipalities_belong_to_their_authority() -> None:
    found = of(
        period(
            "2026-H1",
            value("asiakkaat", "53"),
            value("asiakkaat", "40", tyovoimaviranomainen="lahti"),
            value("asiakkaat", "13", tyovoimaviranomainen="hollola"),
            value("asiakkaat", "9", kunta="Hollola"),
            value("asiakkaat", "4", kunta="Asikkala"),
        )
    )
    [table] = found.tables
    assert [item.place.viranomainen for item in table.authorities] == ["hollola", "lahti"]
    assert plain(*(item.now.value for item in table.authorities)) == (13, 40)
    assert [item.place.kunta for item in table.municipalities] == ["Asikkala", "Hollola"]
    assert {item.place.viranomainen for item in table.municipalities} == {"hollola"}
    assert [item.now.value for item in table.municipalities] == [None, None]


def test_municipalities_of_a_groups_only_authority_divide_the_groups_own_value() -> None:
    own = group(toimialue={"kunnat": ["Hollola", "Heinola", "Asikkala", "Sysmä"]})
    counts = {"Hollola": "60", "Heinola": "30", "Asikkala": "4", "Sysmä": "3"}
    found = of(
        period(
            "2026-H1",
            value("asiakkaat", "97"),
            *(value("asiakkaat", count, kunta=kunta) for kunta, count in counts.items()),
        ),
        johtoryhmat=[own],
    )
    [table] = found.tables
    assert {item.place.kunta: item.now.value for item in table.municipalities} == {
        "Hollola": 60, "Heinola": 30, "Asikkala": None, "Sysmä": None,
    }  # fmt: skip


def test_a_value_that_is_recorded_twice_differently_is_not_told() -> None:
    found = of(period("2026-H1", value("asiakkaat", "40"), value("asiakkaat", "3")))
    assert line(found, "asiakkaat").now.state is FigureState.HIDDEN


def test_what_counts_no_people_is_told_whole() -> None:
    found = of(
        period("2026-H1", value("odotusaika-arviointiin", "3"), value("asiakaspalaute", "3.5"))
    )
    assert plain(*(table.whole.now.value for table in found.tables)) == (3, 3.5)


def test_what_is_not_recorded_is_said_to_be_missing() -> None:
    found = of(period("2025-H2", value("asiakkaat", "50")), period("2026-H1"))
    assert line(found, "asiakkaat").now.state is FigureState.NOT_RECORDED
    assert "asiakkaat" in missing_indicators(found)


def test_a_provision_that_an_unread_act_may_have_changed_is_to_be_checked() -> None:
    row = value("tarkistus-ajallaan", osoittaja=50, nimittaja=90)
    told = [of(period(name, row)).tables[0].to_check for name in ("2025-H2", "2026-H1")]
    assert told == ["", "381/2023 6 §"]


@pytest.mark.parametrize(
    ("recorded", "level", "told"),
    [("3", 3, None), ("30", 3, None), ("3", 30, None), ("30", 30, 30), ("30", 0, 0)],
)
def test_where_a_goal_sets_out_is_a_figure_like_others(
    recorded: str, level: int, told: int | None
) -> None:
    goal = {"tunnus": "t1", "vuosi": 2026, "tavoite": "Lisää kokeiluja.", "mittari": "tyokokeilut"}
    own = group(toimialue={"kunnat": "kaikki"}, tavoitteet=[{**goal, "lahtotaso": Decimal(level)}])
    found = of(
        period("2025-H2", value("tyokokeilut", recorded)),
        period("2026-H1", value("tyokokeilut", "40")),
        johtoryhmat=[own],
    )
    [line_of_goal] = found.goals
    assert line_of_goal.baseline.value == told


# Staff, costs, risks ------------------------------------------------------------------------------


def staff_row(tunnus: str, party: str, amount: str, **fields: Any) -> dict[str, Any]:
    plain = {"tunnus": tunnus, "osapuoli": party, "maara": Decimal(amount), "yksikko": "htv"}
    return {**plain, "johtoryhma": "tym", "alkaen": "2025-01-01", **fields}


def realised(**amounts: str) -> list[dict[str, Any]]:
    return [{"rivi": f"h-{key}", "maara": Decimal(text)} for key, text in amounts.items()]


STAFF = [
    staff_row("h-hva", "hva", "7", tehtava="ohjaaja", toimipiste="p"),
    staff_row("h-lisa", "hva", "1", tehtava="ohjaaja", alkaen="2026-06-30"),
    staff_row("h-kela", "kela", "1", tehtava="asiantuntija"),
    staff_row("h-entinen", "kela", "2", paattyen="2026-06-29"),
]


def test_staff_by_row_party_task_and_office() -> None:
    staff = of(
        period("2025-H2", henkilosto=realised(hva="6.5", kela="1", entinen="2")),
        period("2026-H1", henkilosto=realised(hva="5.4", lisa="0", outo="1")),
        henkilosto=STAFF,
        toimipisteet=[{"tunnus": "p"}],
    ).staff
    assert [item.key for item in staff.lines] == ["h-hva", "h-lisa", "h-kela", "h-outo"]
    assert plain(*(item.now.difference for item in staff.lines)) == (-1.6, -1, None, None)
    assert [item.key for item in staff.short] == ["h-hva", "h-lisa"]
    hva, kela = staff.parties
    assert (hva.key, kela.key) == ("hva", "kela")
    assert plain(hva.now.agreed, hva.now.realised, hva.difference) == (8, 5.4, -2.6)
    assert plain(kela.now.agreed, kela.now.realised, kela.difference) == (1, None, None)
    assert [item.key for item in staff.tasks] == ["ohjaaja", "asiantuntija"]
    assert [item.key for item in staff.offices] == ["p", None]
    [total] = staff.totals
    assert plain(total.now.agreed, total.now.realised, total.difference) == (9, None, None)
    assert [item.key for item in staff.unrecorded] == ["h-kela"]


def test_a_row_that_ended_in_the_period_makes_no_surplus() -> None:
    """What was at work on it isn't set beside what was agreed on the rows that follow it."""
    rows = [
        staff_row("h-hva", "hva", "7", paattyen="2026-06-29"),
        staff_row("h-uusi", "hva", "9", alkaen="2026-06-30"),
        staff_row("h-kela", "kela", "1"),
    ]
    told = realised(hva="5.4", kela="1")
    gap = of(period("2026-H1", henkilosto=told), henkilosto=rows).staff
    assert [plain(one.now.realised, one.difference) for one in gap.totals] == [(None, None)]
    assert [item.key for item in gap.outside] == ["h-hva"]
    known = of(period("2026-H1", henkilosto=[*told, *realised(uusi="8")]), henkilosto=rows).staff
    [total] = known.totals
    assert plain(total.now.agreed, total.now.realised, total.difference) == (10, 9, -1)


def test_an_agreed_amount_that_is_not_recorded_is_no_nought() -> None:
    rows = [staff_row("h-hva", "hva", "7"), staff_row("h-kela", "kela", "1", maara=None)]
    staff = of(period("2026-H1", henkilosto=realised(hva="7", kela="1")), henkilosto=rows).staff
    [total] = staff.totals
    assert plain(total.now.agreed, total.now.realised, total.difference) == (None, 8, None)
    assert total.history == ()


def test_a_trend_holds_only_periods_whose_staff_is_recorded_whole() -> None:
    staff = of(
        period("2025-H1", henkilosto=realised(hva="7")),
        period("2025-H2", henkilosto=realised(hva="6", kela="1", entinen="2")),
        period("2026-H1", henkilosto=realised(hva="5", lisa="0", kela="1")),
        henkilosto=STAFF,
    ).staff
    hva, kela = staff.parties
    told = [plain(point.agreed, point.realised) for point in hva.history]
    assert told == [(7, 7), (7, 6), (8, 5)]
    assert [point.days.start.year for point in kela.history] == [2025, 2026]


def test_costs_against_the_budget() -> None:
    agreed = {
        "tunnus": "s",
        "laji": "tym-sopimus",
        "johtoryhma": "tym",
        "osapuolet": ["hva"],
        "kustannukset": [{"tunnus": "tilat", "talousarvio": 80000}],
    }
    told = [{"kustannus": "tilat", "toteuma": 40000, "yksikko": "EUR"}, {"kustannus": "muu"}]
    tilat, other = of(period("2026-H1", kustannukset=told), sopimukset=[agreed]).costs
    assert plain(tilat.budget, tilat.left, tilat.used, tilat.elapsed) == (80000, 40000, 50, 50)
    assert other.cost is None
    assert plain(other.budget, other.left, other.used) == (None, None, None)


def risk(tunnus: str, *scale: int) -> dict[str, Any]:
    told = dict(zip(("todennakoisyys", "vaikutus"), scale, strict=False))
    return {"tunnus": tunnus, "kuvaus": tunnus, **told}


def test_risks_from_the_gravest_with_what_came_and_went() -> None:
    found = of(
        period("2025-H2", riskit=[risk("a", 2, 2), risk("vanha", 5, 5)]),
        period("2026-H1", riskit=[risk("a", 4, 3), risk("b", 3, 4), risk("c"), risk("d", 5, 5)]),
    )
    told = [(item.risk.tunnus, item.gravity, item.passage) for item in found.risks]
    assert told == [
        ("d", 25, Passage.NEW),
        ("b", 12, Passage.NEW),
        ("a", 12, Passage.CONTINUING),
        ("c", None, Passage.NEW),
        ("vanha", None, Passage.ENDED),
    ]
    assert [item.former_gravity for item in found.risks] == [None, None, 4, None, 25]


def test_a_year_without_risks_of_its_own_has_those_of_its_newest_part_that_has_ended() -> None:
    halves = (
        period("2025-H1", riskit=[risk("a", 1, 1)]),
        period("2025-H2", riskit=[risk("a", 2, 2), risk("b", 1, 1)]),
    )
    told = {"2025-12-31": "2025-12-31", "2025-12-30": "2025-06-30"}
    for day, end in told.items():
        found = of(*halves, period("2025"), day=date.fromisoformat(day))
        assert found.risks_of.days.end == date.fromisoformat(end)
    newest = of(*halves, period("2025"), day=date(2026, 1, 1)).risks
    assert [(item.risk.tunnus, item.passage) for item in newest] == [
        ("a", Passage.CONTINUING),
        ("b", Passage.NEW),
    ]
    own = of(*halves, period("2025", riskit=[risk("c", 1, 1)]))
    assert [item.risk.tunnus for item in own.risks] == ["c"]
    assert own.risks_of is own.periods.now


def test_without_an_earlier_period_nothing_is_called_new() -> None:
    [only] = of(period("2026-H1", riskit=[risk("a", 1, 1)])).risks
    assert only.passage is Passage.UNKNOWN


# Meetings -----------------------------------------------------------------------------------------


def meeting(day: str, *actions: dict[str, Any], **fields: Any) -> dict[str, Any]:
    matters = [{"pykala": 1, "toimenpiteet": list(actions)}]
    return {"johtoryhma": "tym", "pvm": day, "asiat": matters, **fields}


def action(tunnus: str, **fields: Any) -> dict[str, Any]:
    return {"tunnus": tunnus, "vastuu": "hva", "tehtava": "tee", **fields}


@pytest.mark.parametrize(
    ("day", "urgency", "late"),
    list(
        zip(
            around("2026-06-01"), [Urgency.OPEN, Urgency.OPEN, Urgency.LATE], [0, 0, 1], strict=True
        )
    ),
)
def test_an_action_is_late_the_day_after(day: date, urgency: Urgency, late: int) -> None:
    held = [meeting("2026-03-12", action("a", maarapaiva="2026-06-01", tila="kesken"))]
    [only] = of(period("2026-H1"), meetings=held, day=day).actions
    assert (only.urgency, only.days_late) == (urgency, late)


def test_a_later_meeting_tells_what_became_of_an_action() -> None:
    held = [
        meeting("2026-03-12", action("a", maarapaiva="2026-06-01", tila="avoin"), action("b")),
        meeting("2026-09-10", {"tunnus": "a", "tila": "valmis"}),
    ]
    for day, urgency in ((date(2026, 9, 9), Urgency.LATE), (date(2026, 9, 10), Urgency.DONE)):
        first, second = of(period("2026-H1"), meetings=held, day=day).actions
        assert first.urgency is urgency
        assert (first.party, first.agreed.pvm) == ("hva", date(2026, 3, 12))
        assert second.urgency is Urgency.UNDATED


def test_late_actions_by_party_the_latest_first() -> None:
    held = [
        meeting(
            "2026-03-12",
            action("a", maarapaiva="2026-06-01"),
            action("b", maarapaiva="2026-05-01"),
            action("c", maarapaiva="2026-05-01", vastuu="kela"),
            action("d", maarapaiva="2026-05-01", tila="peruttu"),
        )
    ]
    late = late_by_party(of(period("2026-H1"), meetings=held).actions)
    assert {party: [item.key for item in own] for party, own in late.items()} == {
        "hva": ["b", "a"],
        "kela": ["c"],
    }


def test_actions_that_came_and_went_between_periods() -> None:
    held = [
        meeting("2025-09-10", action("ends"), action("stays")),
        meeting("2026-03-12", {"tunnus": "ends", "tila": "valmis"}, action("comes")),
    ]
    found = of(period("2025-H2"), period("2026-H1"), meetings=held)
    told = {(item.now or item.then or found.actions[0]).key: item.passage for item in found.passed}
    assert told == {
        "stays": Passage.CONTINUING,
        "comes": Passage.NEW,
        "ends": Passage.ENDED,
    }


def seats(*keys: str) -> Sequence[dict[str, Any]]:
    named = [{"nimike": "jäsen", "alkaen": "2026-02-01"}]
    return [
        {"tunnus": key, "nimeaja": "hva", "nimetyt": named, "varajasenet": named} for key in keys
    ]


def test_attendance_by_seat() -> None:
    held = [
        meeting("2026-01-15", lasna=[{"jasen": "a"}]),
        meeting("2026-03-12", lasna=[{"jasen": "a"}, {"jasen": "b", "tilalla": "varajasen"}]),
        meeting("2026-05-12", lasna=[{"jasen": "a"}]),
        meeting("2026-06-12"),
        meeting("2026-07-01", lasna=[{"jasen": "b"}]),
    ]
    found = of(period("2026-H1"), meetings=held, johtoryhmat=[group(jasenet=seats("a", "b"))])
    first, second = found.attendance.seats
    assert len(found.attendance.meetings) == 4
    assert [item.presence for item in second.sittings] == [
        Presence.VACANT,
        Presence.DEPUTY,
        Presence.ABSENT,
        Presence.NOT_RECORDED,
    ]
    assert (first.attended, first.recorded) == (3, 3)
    assert (second.attended, second.recorded) == (1, 2)


@pytest.mark.parametrize(
    ("day", "treated"), list(zip(around("2026-09-10"), [False, True, True], strict=True))
)
def test_treatment_counts_from_its_day(day: date, treated: bool) -> None:
    item = period("2026-H1", kasitelty={"pvm": "2026-09-10"})
    assert of(item, day=day).treated is treated


def test_without_a_period_or_a_group_there_is_no_follow_up() -> None:
    unknown = {"johtoryhma": "muu", "seurantajakso": period("2025")["seurantajakso"]}
    endless = {"johtoryhma": "tym", "seurantajakso": {"alkaen": "2025-01-01"}}
    region = holdings(johtoryhmat=[group()], follow_ups=[unknown, endless])
    assert [follow_up(region, item, DAY) for item in region.follow_ups] == [None, None]
