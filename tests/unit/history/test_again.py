"""Fitting version after version gives the same models as fitting each for itself."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pydantic import ValidationError

from sopimukset.formats.yaml import read
from sopimukset.history.again import Versions
from sopimukset.model import Alue
from sopimukset.workspace.record import parse_record

WORKED = ("paijat-hame", "lappi", "helsinki", "pohjanmaa")


@pytest.mark.parametrize("name", WORKED)
def test_models_and_refusals_are_those_of_the_file_alone(name: str, root: Path) -> None:
    file = f"regions/{name}/alue.yaml"
    lines = (root / file).read_text("utf-8").splitlines(keepends=True)
    way, chance, fitted = Versions(), Random(1), 0
    for _ in range(150):
        at = chance.choice([n for n, line in enumerate(lines) if "muoto" not in line])
        kind = chance.randrange(4)
        changed = list(lines)
        if kind == 0:
            del changed[at]
        elif kind == 1:
            changed[at] = changed[at].replace("2025", "2026").replace("1", "7")
        elif kind == 2:
            changed[at] = changed[at].replace("a", "e", 1)
        else:
            other = max(at - 3, 0)
            changed[at], changed[other] = changed[other], changed[at]
        source = "".join(changed).encode()
        whole = parse_record(name, file, source, Alue)
        found = parse_record(name, file, source, Alue, way)
        assert found.model == whole.model
        assert repr(found.model) == repr(whole.model)
        assert found.findings == whole.findings
        fitted += whole.model is not None
    assert fitted > 20, "too few of the changed files are records still"


def test_what_did_not_change_is_fitted_once(root: Path) -> None:
    source = (root / "regions/paijat-hame/alue.yaml").read_bytes()
    way = Versions()
    old, new = (
        way.fit(way.read(text).data, Alue)
        for text in (source, source.replace(b"maara: 8.5", b"maara: 9"))
    )
    assert old.henkilosto != new.henkilosto
    assert old.johtoryhmat[0] is new.johtoryhmat[0]


def test_a_version_that_does_not_fit_leaves_no_trace(root: Path) -> None:
    source = (root / "regions/paijat-hame/alue.yaml").read_bytes()
    way = Versions()
    first = way.fit(way.read(source).data, Alue)
    with pytest.raises(ValidationError):
        way.fit(way.read(source.replace(b"vaihe: vahvistettu", b"vaihe: x")).data, Alue)
    assert way.fit(way.read(source).data, Alue) == first
    assert first == Alue.model_validate(read(source).data)
