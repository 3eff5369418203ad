"""The state of an agreement, the day before, on and after each thing that counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sopimukset.tracking.agreements import AgreementState as State
from sopimukset.tracking.agreements import AgreementStatus, agreements_on
from sopimukset.tracking.validity import validity
from tests.support.regions import agreement, around, concluded, holdings

PARTIES = ("hollola", "hva", "kela")


def status(entry: dict[str, Any], day: date, **fields: Any) -> AgreementStatus:
    """The status of a region's one agreement."""
    [found] = agreements_on(holdings(sopimukset=[entry], **fields), day)
    return found


def states(entry: dict[str, Any], text: str, **fields: Any) -> list[State]:
    """The states on the day before, the day and the day after."""
    return [status(entry, day, **fields).state for day in around(text)]


def given(*days: str) -> list[dict[str, str]]:
    """Approvals or signatures of the parties in turn."""
    return [
        {"osapuoli": party, "pvm": day} for party, day in zip(PARTIES, days, strict=False) if day
    ]


def test_first_approval_makes_a_draft_one_under_approval() -> None:
    entry = agreement(hyvaksynnat=given("2026-02-02"))
    assert states(entry, "2026-02-02") == [State.DRAFT, State.UNDER_APPROVAL, State.UNDER_APPROVAL]
    found = status(entry, date(2026, 2, 2))
    assert found.unapproved == ("hva", "kela")


def test_last_approval_makes_it_await_signatures() -> None:
    entry = agreement(hyvaksynnat=given("2026-02-02", "2026-02-03", "2026-02-10"))
    wanted = [State.UNDER_APPROVAL, State.AWAITING_SIGNATURES, State.AWAITING_SIGNATURES]
    assert states(entry, "2026-02-10") == wanted
    assert status(entry, date(2026, 2, 9)).unapproved == ("kela",)


def test_signature_of_a_party_stands_for_its_approval() -> None:
    entry = agreement(
        hyvaksynnat=given("2026-02-02", "2026-02-02"),
        allekirjoitukset=given(*[""] * 2, "2026-02-20"),
    )
    assert states(entry, "2026-02-20") == [
        State.UNDER_APPROVAL,
        State.AWAITING_SIGNATURES,
        State.AWAITING_SIGNATURES,
    ]


def test_undated_approval_counts_for_nothing() -> None:
    entry = agreement(hyvaksynnat=[{"osapuoli": "hva"}])
    assert status(entry, date(2026, 2, 20)).state is State.DRAFT


def test_approval_with_a_condition_is_none_before_one_without() -> None:
    approvals: list[dict[str, str]] = given("2026-02-02", "2026-02-03", "2026-02-04")
    approvals[1]["ehto"] = "Kela hyväksyy saman"
    day = date(2026, 2, 20)
    found = status(agreement(hyvaksynnat=approvals), day)
    assert (found.state, found.unapproved) == (State.UNDER_APPROVAL, ("hva",))
    assert found.conditional == ("hva",)
    approvals.append({"osapuoli": "hva", "pvm": "2026-02-18"})
    wanted = [State.UNDER_APPROVAL, State.AWAITING_SIGNATURES, State.AWAITING_SIGNATURES]
    assert states(agreement(hyvaksynnat=approvals), "2026-02-18") == wanted
    assert status(agreement(hyvaksynnat=approvals), day).conditional == ()


def test_only_approval_with_a_condition_makes_it_under_approval() -> None:
    approvals = [{"osapuoli": "hva", "pvm": "2026-02-02", "ehto": "Kela hyväksyy saman"}]
    entry = agreement(hyvaksynnat=approvals)
    assert states(entry, "2026-02-02") == [State.DRAFT, State.UNDER_APPROVAL, State.UNDER_APPROVAL]
    assert status(entry, date(2026, 2, 2)).unapproved == PARTIES


def test_signature_stands_for_an_approval_with_a_condition() -> None:
    approvals: list[dict[str, str]] = given("2026-02-02", "2026-02-02", "2026-02-02")
    approvals[2]["ehto"] = "Hallitus hyväksyy"
    signed = given(*[""] * 2, "2026-02-20")
    found = status(agreement(hyvaksynnat=approvals, allekirjoitukset=signed), date(2026, 2, 20))
    assert (found.unapproved, found.conditional) == ((), ())


def test_last_signature_concludes_it() -> None:
    entry = concluded(allekirjoitukset=given("2026-02-16", "2026-02-16", "2026-02-20"))
    wanted = [State.AWAITING_SIGNATURES, State.CONCLUDED, State.CONCLUDED]
    assert states(entry, "2026-02-20") == wanted
    assert status(entry, date(2026, 2, 19)).unsigned == ("kela",)


def test_it_is_in_force_from_its_first_day() -> None:
    assert states(concluded(), "2026-03-01") == [State.CONCLUDED, State.IN_FORCE, State.IN_FORCE]


def test_first_day_may_be_a_leap_day() -> None:
    entry = concluded(voimassa={"alkaen": "2028-02-29"})
    assert states(entry, "2028-02-29") == [State.CONCLUDED, State.IN_FORCE, State.IN_FORCE]


def test_appeal_period_runs_to_its_last_day() -> None:
    approvals = given("2026-02-02", "2026-02-02", "2026-02-02")
    approvals[0]["muutoksenhaku_paattyy"] = "2026-02-23"
    entry = concluded(hyvaksynnat=approvals)
    wanted = [State.APPEAL_PERIOD, State.APPEAL_PERIOD, State.CONCLUDED]
    assert states(entry, "2026-02-23") == wanted
    approvals[0]["lainvoimainen"] = "2026-02-20"
    assert states(concluded(hyvaksynnat=approvals), "2026-02-20") == [
        State.APPEAL_PERIOD,
        State.CONCLUDED,
        State.CONCLUDED,
    ]


def test_begun_without_signatures_is_told_of_from_the_first_day() -> None:
    entry = agreement(hyvaksynnat=given("2026-02-02", "2026-02-02", "2026-02-02"))
    assert [status(entry, day).begun for day in around("2026-03-01")] == [False, True, True]
    assert not status(concluded(), date(2026, 3, 2)).begun


@pytest.mark.parametrize(
    ("given_on", "months", "last"),
    [
        ("2026-08-31", 6, "2027-02-28"),  # a month without a 31st
        ("2027-08-31", 6, "2028-02-29"),  # and a leap year
        ("2027-08-29", 6, "2028-02-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-05-15", 0, "2026-05-15"),
    ],
)
def test_notice_ends_it_after_its_months(given_on: str, months: int, last: str) -> None:
    entry = concluded(irtisanottu=given_on, irtisanomisaika_kk=months)
    ended = State.ENDED if months == 0 else State.NOTICE_GIVEN
    assert states(entry, given_on) == [State.IN_FORCE, State.NOTICE_GIVEN, ended]
    told = states(entry, last)
    assert told[1:] == [State.NOTICE_GIVEN, State.ENDED]
    found = status(entry, date.fromisoformat(last)).validity
    assert found is not None
    assert found.end == date.fromisoformat(last)


def test_notice_without_a_recorded_period_has_no_known_end() -> None:
    entry = concluded(irtisanottu="2026-08-31")
    assert states(entry, "2026-08-31") == [State.IN_FORCE, State.NOTICE_GIVEN, State.NOTICE_GIVEN]
    found = status(entry, date(2036, 1, 1))
    assert found.state is State.NOTICE_GIVEN
    assert found.validity is not None
    assert found.validity.open_end


def test_notice_that_is_not_given_yet_changes_nothing() -> None:
    entry = concluded(irtisanottu="2026-08-31", irtisanomisaika_kk=6)
    before = status(entry, date(2026, 8, 30)).validity
    assert before is not None
    assert before.open_end
    model = holdings(sopimukset=[entry]).alue.sopimukset[0]
    known = validity(model)
    assert known is not None
    assert known.end == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("last", "ending"),
    [("2027-12-31", "2027-06-30"), ("2028-02-29", "2027-08-29"), ("2027-08-31", "2027-02-28")],
)
def test_it_is_ending_for_our_threshold_and_then_ended(last: str, ending: str) -> None:
    entry = concluded(voimassa={"alkaen": "2026-03-01", "paattyen": last})
    assert states(entry, ending) == [State.IN_FORCE, State.ENDING, State.ENDING]
    assert states(entry, last) == [State.ENDING, State.ENDING, State.ENDED]


def test_earlier_of_agreed_end_and_notice_counts() -> None:
    entry = concluded(
        voimassa={"alkaen": "2026-03-01", "paattyen": "2026-09-30"},
        irtisanottu="2026-06-01",
        irtisanomisaika_kk=6,
    )
    assert states(entry, "2026-09-30")[1:] == [State.NOTICE_GIVEN, State.ENDED]


def test_one_signature_of_a_legal_person_serves_both_its_roles() -> None:
    parties = [
        {"tunnus": "tvv", "rooli": "tyovoimaviranomainen", "oikeushenkilo": "Helsingin kaupunki"},
        {"tunnus": "sote", "rooli": "hyvinvointialue", "oikeushenkilo": "Helsingin kaupunki"},
        {"tunnus": "kela", "rooli": "kela"},
    ]
    entry = agreement(
        osapuolet=["tvv", "sote", "kela"],
        allekirjoitukset=[
            {"osapuoli": "sote", "pvm": "2026-02-16"},
            {"osapuoli": "kela", "pvm": "2026-02-17"},
        ],
    )
    found = status(entry, date(2026, 2, 17), osapuolet=parties)
    assert (found.unsigned, found.state) == ((), State.CONCLUDED)


def test_nothing_recorded_is_a_draft_and_a_letter_has_no_state() -> None:
    day = date(2026, 6, 1)
    assert status(agreement(osapuolet=[]), day).state is State.DRAFT
    assert status(agreement(voimassa=None), day).state is State.DRAFT
    letter = agreement(laji="irtisanomisilmoitus")
    assert agreements_on(holdings(sopimukset=[letter]), day) == ()


def test_content_that_moved_after_an_approval_makes_it_suspect() -> None:
    from sopimukset.tracking.fingerprints import content, fingerprint, plain

    entry = concluded(irtisanomisaika_kk=6)
    region = holdings(sopimukset=[entry])
    approved = content(region.alue, region.alue.sopimukset[0], None, {})
    assert approved is not None
    mark = fingerprint(approved)
    version = {
        "muoto": 1,
        "sopimus": "s",
        "versio": "1.0",
        "julkaistu": "2026-01-20",
        "sormenjalki": mark,
        "sisalto": _as_in_a_file(plain(approved)),
    }
    approvals = [{**item, "versio": "1.0", "sormenjalki": mark} for item in entry["hyvaksynnat"]]
    day = date(2026, 6, 1)
    same = status({**entry, "hyvaksynnat": approvals}, day, versions=[version])
    assert not same.suspect
    moved = {**entry, "hyvaksynnat": approvals, "irtisanomisaika_kk": 12}
    found = status(moved, day, versions=[version])
    assert found.suspect
    assert found.suspects[0].parties == ["hollola", "hva", "kela"]
    ended = {**moved, "voimassa": {"alkaen": "2026-03-01", "paattyen": "2026-05-31"}}
    assert not status(ended, day, versions=[version]).suspect


def _as_in_a_file(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_in_a_file(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_in_a_file(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
