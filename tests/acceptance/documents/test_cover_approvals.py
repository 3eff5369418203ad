"""An agreement shows the approvals and signatures of what is printed, and no others."""

from __future__ import annotations

import pytest

from sopimukset import register
from sopimukset.documents.agreement import KIND, agreement_subjects
from sopimukset.documents.facts import Facts
from sopimukset.documents.parties import Context
from sopimukset.documents.subject import Making, Source
from sopimukset.formats.yaml import read
from sopimukset.model import Alue
from sopimukset.tracking.fingerprints import content, fingerprint
from sopimukset.workspace.templates import library_of
from tests.support.workspaces import CHECKOUT

LIBRARY = library_of(CHECKOUT, KIND.laji)
OWN, OTHER = "own", "f" * 64
"""The fingerprint of what is printed, and that of another content."""


def printed(
    approvals: list[dict[str, object]], signatures: list[dict[str, object]] | None = None
) -> Context:
    """What the agreement's layout gets where these are recorded; `OWN` is told as the content's."""
    data = read((CHECKOUT / "regions" / "paijat-hame" / "alue.yaml").read_bytes()).data
    agreement = data["sopimukset"][0]
    agreement["hyvaksynnat"], agreement["allekirjoitukset"] = [], []
    assert LIBRARY is not None
    alue = Alue.model_validate(data)
    now = content(alue, alue.sopimukset[0], LIBRARY, {})
    assert now is not None
    for name, items in (("hyvaksynnat", approvals), ("allekirjoitukset", signatures or [])):
        for item in items:
            own = fingerprint(now) if item["sormenjalki"] == OWN else item["sormenjalki"]
            agreement[name].append({"pvm": "2026-05-20", **item, "sormenjalki": own})
    alue = Alue.model_validate(data)
    [subject] = agreement_subjects(Source("paijat-hame", alue, {}))
    return KIND.context(subject, Making(Facts(alue, "fi"), register.load(), LIBRARY))


def listed(*given: tuple[str, str | None, str | None, str | None]) -> list[tuple[object, object]]:
    """The cover's rows of approvals: the section and the condition of each.

    Args:
        given: the party, version, fingerprint and condition of each recorded approval.
    """
    rows = printed(
        [
            {
                "osapuoli": party,
                "tekija": "lautakunta",
                "pykala": section,
                "versio": version,
                "sormenjalki": mark,
                "ehto": condition,
            }
            for section, (party, version, mark, condition) in enumerate(given, 1)
        ]
    )["kasittelyt"]
    assert isinstance(rows, list)
    return [(row["pykala"], row["ehto"]) for row in rows]


def signed(approval: str | None, *given: tuple[str, str | None]) -> tuple[list[str], object]:
    """The titles in the table of signatures, "" for an empty row, and the day of the paper.

    Args:
        approval: the fingerprint of the one approval that is recorded.
        given: the party and the fingerprint of each recorded signature; the party is its title.
    """
    kela: dict[str, object] = {"osapuoli": "kela", "tekija": "johtaja", "sormenjalki": approval}
    found = printed(
        [kela],
        [
            {"osapuoli": party, "nimike": party, "tapa": "kasin", "sormenjalki": mark}
            for party, mark in given
        ],
    )
    rows, paper = found["allekirjoitukset"], found["asiakirja"]
    assert isinstance(rows, list)
    assert isinstance(paper, dict)
    for row in rows:  # a row is empty as a whole, or filled as a whole
        assert len({bool(row[name]) for name in ("nimike", "paiva", "tapa")}) == 1
    return [row["nimike"] for row in rows], paper["paiva"]


def test_without_fingerprints_every_approval_is_listed() -> None:
    rows = listed(("hva", None, None, None), ("kela", None, None, "jos"), ("hva", None, None, None))
    assert rows == [("1", ""), ("2", "jos"), ("3", "")]


def test_an_approval_of_another_content_is_not_listed() -> None:
    rows = listed(
        ("hva", "1.0", OTHER, None), ("kela", "1.0", None, None), ("hva", "2.0", OWN, None)
    )
    assert rows == [("3", "")]
    assert listed(("hva", "1.0", OTHER, None), ("kela", None, None, None)) == []


@pytest.mark.parametrize(("version", "mark"), [(None, None), ("1.0", OWN)])
def test_a_condition_that_was_met_is_not_listed_beside_the_approval(
    version: str | None, mark: str | None
) -> None:
    rows = listed(
        ("hva", version, mark, "jos Kela hyväksyy"),
        ("kela", version, mark, "jos hva hyväksyy"),
        ("hva", version, mark, None),
    )
    assert rows == [("2", "jos hva hyväksyy"), ("3", "")]


ALL = ("hollola", "lahti", "hva", "kela")


def test_without_fingerprints_every_signature_stands() -> None:
    assert signed(None, *((party, None) for party in ALL)) == (list(ALL), "20.5.2026")


@pytest.mark.parametrize("mark", [OWN, OTHER])
def test_a_fingerprinted_approval_empties_the_rows_of_old_signatures(mark: str) -> None:
    assert signed(mark, *((party, None) for party in ALL)) == ([""] * 4, "")


def test_only_those_who_signed_this_content_have_signed() -> None:
    old = [(party, None) for party in ALL]
    rows = signed(None, *old, ("hollola", OWN), ("hva", OTHER))
    assert rows == (["hollola", "", "", ""], "")
    assert signed(OWN, *old, *((party, OWN) for party in ALL)) == (list(ALL), "20.5.2026")


def test_a_fingerprinted_signature_takes_old_approvals_off_the_cover() -> None:
    approval: dict[str, object] = {"osapuoli": "hva", "tekija": "x", "sormenjalki": None}
    signature: dict[str, object] = {"osapuoli": "kela", "nimike": "johtaja", "sormenjalki": OWN}
    assert printed([approval], [signature])["kasittelyt"] == []
