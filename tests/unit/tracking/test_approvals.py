"""Which approved versions an agreement has left, and who has approved and signed by a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from sopimukset.tracking.approvals import (
    APPROVALS,
    SIGNATURES,
    Suspect,
    approved_contents,
    suspects,
    suspects_of,
    versions_of,
)
from sopimukset.tracking.awaiting import awaiting_on
from sopimukset.tracking.fingerprints import content, fingerprint
from sopimukset.tracking.holdings import Holdings, no_library
from sopimukset.tracking.signatures import approval_days, conditional_approvers, signing_days
from tests.support.regions import agreement, around, holdings

A, B, C, D = (letter * 64 for letter in "abcd")
STEP = {"sopimus": "s", "versiosta": "1.0", "versioon": "2.0"}
CONDITION = "Kela hyväksyy saman"


def mark(party: str | None, content: str | None = None, **fields: Any) -> dict[str, Any]:
    """An approval or a signature."""
    plain = {"osapuoli": party, "sormenjalki": content, **fields}
    return {key: value for key, value in plain.items() if value is not None}


def version(number: str, of: str, tunnus: str = "s", **inside: Any) -> dict[str, Any]:
    """A released version, with what its content holds."""
    return {
        "muoto": 1,
        "sopimus": tunnus,
        "versio": number,
        "julkaistu": "2026-01-15",
        "sormenjalki": of,
        "sisalto": inside,
    }


def amending(
    step: dict[str, str] | None = STEP, laji: str = "muutossopimus", **amended: str
) -> dict[str, Any]:
    """A version of an agreement that amends, with the fingerprints of what it stands between."""
    own = {"tunnus": "m", "laji": laji}
    terms = own if step is None else {**own, "muuttaa": step}
    known = {name.replace("v", "").replace("_", "."): value for name, value in amended.items()}
    return version("1.0", D, "m", sopimukset=[terms], muutettavat=known)


def region(entry: dict[str, Any], *others: dict[str, Any], versions: Any = ()) -> Holdings:
    """A region with an agreement, and others that may amend it."""
    return holdings(sopimukset=[entry, *others], versions=versions)


def left(found: Holdings) -> list[Suspect]:
    """The versions that the region's first agreement has left."""
    return suspects_of(found.alue, 0, found.versions, no_library)


def current_content(entry: dict[str, Any]) -> str:
    """The fingerprint of what stands in the record."""
    found = region(entry)
    now = content(found.alue, found.alue.sopimukset[0], None, {})
    assert now is not None
    return fingerprint(now)


def approved(found: Holdings, list_name: str = APPROVALS) -> dict[str, set[str]]:
    """What each party has approved of the region's first agreement."""
    return approved_contents(found.alue, found.alue.sopimukset[0], found.versions, list_name)


def test_versions_are_ordered_by_number_not_by_file() -> None:
    files = [version(number, A) for number in ("1.10", "2.0", "1.9")]
    found = region(agreement(), versions=[*files, version("1.11", A, "m")])
    assert [item.versio for item in versions_of(found.versions, "s")] == ["1.9", "1.10", "2.0"]


def test_newest_version_that_a_party_approved_is_told_with_its_newest_mark() -> None:
    given = [mark("hva", A, pvm="2026-02-01"), mark("hva", B, pvm="2026-02-20")]
    found = region(agreement(hyvaksynnat=given), versions=[version("2.0", B), version("1.0", A)])
    [suspect] = left(found)
    assert (suspect.version.versio, suspect.parties) == ("2.0", ["hva"])
    assert [item.path for item in suspect.marks] == [("sopimukset", 0, APPROVALS, 1)]


def test_mark_without_a_fingerprint_is_never_the_one_that_is_told_of() -> None:
    given = [mark("hva", A, pvm="2026-02-01"), mark("hva", pvm="2026-02-20")]
    [suspect] = left(region(agreement(hyvaksynnat=given), versions=[version("1.0", A)]))
    assert [item.path[-1] for item in suspect.marks] == [0]


def test_newest_of_two_versions_with_the_same_content_is_the_current_one() -> None:
    entry = agreement(hyvaksynnat=[mark("hva", A)])
    now = current_content(entry)
    files = [version("1.0", A), version("1.1", now), version("1.2", B), version("1.3", now)]
    [suspect] = left(region(entry, versions=files))
    assert suspect.current is not None
    assert suspect.current.versio == "1.3"


def test_kind_that_has_no_versions_has_left_none() -> None:
    entry = agreement(laji="irtisanomisilmoitus", hyvaksynnat=[mark("hva", A)])
    found = region(entry, versions=[version("1.0", A)])
    assert left(found) == []
    assert suspects(found.alue, 0, found.versions, None) == []


def test_party_whose_approvals_hold_no_fingerprint_has_approved_no_known_content() -> None:
    given = [mark("hva"), mark("kela", A), mark(None, B)]
    assert approved(region(agreement(hyvaksynnat=given))) == {"kela": {A}}


def amended(
    given: Sequence[dict[str, Any]], amendment: dict[str, Any], laji: str = "muutossopimus"
) -> dict[str, set[str]]:
    """What has been approved where hva has approved a version of an amending agreement too."""
    other = agreement(tunnus="m", laji=laji, hyvaksynnat=[mark("hva", D)])
    return approved(region(agreement(hyvaksynnat=given), other, versions=[amendment]))


def test_amending_agreement_leads_on_from_what_was_approved() -> None:
    assert amended([mark("hva", A)], amending(v1_0=A, v2_0=B)) == {"hva": {A, B}}


def test_amending_agreement_leads_nowhere_from_what_the_party_had_not_approved() -> None:
    assert amended([mark("hva", C)], amending(v1_0=A, v2_0=B)) == {"hva": {C}}


def test_amendment_that_another_party_approved_binds_only_that_one() -> None:
    assert amended([mark("kela", A)], amending(v1_0=A, v2_0=B)) == {"kela": {A}}


@pytest.mark.parametrize(
    ("amendment", "laji"),
    [
        (amending({**STEP, "sopimus": "t"}, v1_0=A, v2_0=B), "muutossopimus"),
        (amending(None, v1_0=A, v2_0=B), "muutossopimus"),
        (amending(v1_0=A), "muutossopimus"),
        (amending(v2_0=B), "muutossopimus"),
        (amending(v1_0=A, v2_0=B), "yhdyspintasopimus"),
    ],
    ids=["of another one", "of nothing", "no new version", "no old version", "not amending"],
)
def test_what_amends_nothing_leads_nowhere(amendment: dict[str, Any], laji: str) -> None:
    assert amended([mark("hva", A)], amendment, laji) == {"hva": {A}}


def test_signing_an_amendment_isnt_approving_it() -> None:
    other = agreement(tunnus="m", laji="muutossopimus", allekirjoitukset=[mark("hva", D)])
    entry = agreement(hyvaksynnat=[mark("hva", A)], allekirjoitukset=[mark("hva", A)])
    found = region(entry, other, versions=[amending(v1_0=A, v2_0=B)])
    assert approved(found) == {"hva": {A}}
    assert approved(found, SIGNATURES) == {"hva": {A, B}}


def days(*given: dict[str, Any], **fields: Any) -> Any:
    """An agreement with approvals."""
    return region(agreement(hyvaksynnat=list(given), **fields)).alue.sopimukset[0]


def test_first_approval_of_a_party_counts_and_one_by_nobody_doesnt() -> None:
    later, first = mark("hva", pvm="2026-02-20"), mark("hva", pvm="2026-02-02")
    entry = days(later, first, mark(None, pvm="2026-02-01"), mark("kela", pvm="2026-02-21"))
    assert approval_days(entry, date(2026, 2, 20)) == {"hva": date(2026, 2, 2)}


def test_conditional_approvers_are_those_that_never_approved_without_a_condition() -> None:
    by = {"pvm": "2026-02-02", "ehto": CONDITION}
    given = [mark("hva", **by), mark("kela", **by), mark(None, **by), mark("hollola", ehto="a")]
    entry = days(*given, mark("hva", pvm="2026-02-10"))
    assert conditional_approvers(entry, date(2026, 2, 9)) == {"hva", "kela"}
    assert conditional_approvers(entry, date(2026, 2, 10)) == {"kela"}


def test_first_signature_of_a_legal_person_counts_for_all_its_parties() -> None:
    signed = [mark("hva", pvm="2026-02-20"), mark("hollola", pvm="2026-02-16"), mark("kela")]
    entry = days(allekirjoitukset=signed)
    persons = {"hva": "Helsingin kaupunki", "hollola": "Helsingin kaupunki"}
    found = signing_days(entry, ("hva", "kela"), lambda party: persons.get(party, party))
    assert found == {"Helsingin kaupunki": date(2026, 2, 16), "kela": None}


def test_approval_of_an_amending_agreement_counts_from_its_day() -> None:
    """The day before, the day and the day after; without a day it counts on none."""

    def contents(day: date, **given: str) -> set[str]:
        entry = agreement(hyvaksynnat=[mark("hva", A, pvm="2026-02-02")])
        other = agreement(tunnus="m", laji="muutossopimus", hyvaksynnat=[mark("hva", D, **given)])
        found = region(entry, other, versions=[amending(v1_0=A, v2_0=B)])
        own = found.alue.sopimukset[0]
        return approved_contents(found.alue, own, found.versions, APPROVALS, by=day)["hva"]

    told = [contents(day, pvm="2026-05-20") for day in around("2026-05-20")]
    assert told == [{A}, {A, B}, {A, B}]
    assert [contents(day) for day in around("2026-05-20")] == [{A}] * 3


def test_version_awaits_its_parties_from_the_day_on_which_an_earlier_one_was_approved() -> None:
    files = [version("1.0", A), {**version("2.0", B), "julkaistu": "2026-01-20"}]
    entry = agreement(hyvaksynnat=[mark("hva", A, pvm="2026-03-10")])
    found = region(entry, versions=files)
    told = [awaiting_on(found.alue, 0, found.versions, day, str) for day in around("2026-03-10")]
    assert [item and item.version for item in told] == [None, "2.0", "2.0"]
