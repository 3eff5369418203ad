"""The cover of an agreement lists the approvals of what is printed, and no others."""

from __future__ import annotations

import pytest

from sopimukset import register
from sopimukset.documents.agreement import KIND, agreement_subjects
from sopimukset.documents.facts import Facts
from sopimukset.documents.subject import Making, Source
from sopimukset.formats.yaml import read
from sopimukset.model import Alue
from sopimukset.tracking.fingerprints import content, fingerprint
from sopimukset.workspace.templates import library_of
from tests.support.workspaces import CHECKOUT

LIBRARY = library_of(CHECKOUT, KIND.laji)
OWN, OTHER = "own", "f" * 64
"""The fingerprint of what is printed, and that of another content."""


def listed(*given: tuple[str, str | None, str | None, str | None]) -> list[tuple[object, object]]:
    """The cover's rows of approvals: the section and the condition of each.

    Args:
        given: the party, version, fingerprint and condition of each recorded approval.
    """
    data = read((CHECKOUT / "regions" / "paijat-hame" / "alue.yaml").read_bytes()).data
    agreement = data["sopimukset"][0]
    agreement["hyvaksynnat"] = []
    alue = Alue.model_validate(data)
    assert LIBRARY is not None
    now = content(alue, alue.sopimukset[0], LIBRARY, {})
    assert now is not None
    for section, (party, version, mark, condition) in enumerate(given, 1):
        kept = {
            "osapuoli": party,
            "tekija": "lautakunta",
            "pvm": "2026-05-20",
            "pykala": section,
            "versio": version,
            "sormenjalki": fingerprint(now) if mark == OWN else mark,
            "ehto": condition,
        }
        agreement["hyvaksynnat"].append(kept)
    alue = Alue.model_validate(data)
    [subject] = agreement_subjects(Source("paijat-hame", alue, {}))
    found = KIND.context(subject, Making(Facts(alue, "fi"), register.load(), LIBRARY))
    rows = found["kasittelyt"]
    assert isinstance(rows, list)
    return [(row["pykala"], row["ehto"]) for row in rows]


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
