"""The schemas in check-jsonschema: a program that knows nothing of this project reads them too."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sopimukset.model.json_schema import FILE_KINDS, FileKind
from tests.support.workspaces import CHECKOUT, edit, record, workspace

SAMPLES = {"versio": "templates/*/esimerkki-versio-*.yaml"}
"""Files of a kind that no worked region has."""


def validated(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    options = ("--schemafile", CHECKOUT / "schemas" / schema, "--output-format", "json")
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *options, *files],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.key)
def test_every_file_of_the_checkout_is_valid(kind: FileKind) -> None:
    files = sorted(CHECKOUT.glob(SAMPLES.get(kind.key, kind.pattern)))
    assert files
    ran = validated(kind.file_name, *files)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert json.loads(ran.stdout)["errors"] == []


def test_the_schemas_are_schemas() -> None:
    files = sorted((CHECKOUT / "schemas").glob("*.json"))
    ran = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("    toimikaudet: ", "    toimikaudett: ", "$.johtoryhmat[0]"),
        ("vaihe: vahvistettu", "vaihe: valmis", "$.vaihe"),
        ("hyvaksytty_johtoryhmassa: 2025-02-20\n", "hyvaksytty_johtoryhmassa: 20.2.2025\n", None),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    tmp_path: Path, right: str, wrong: str, place: str | None
) -> None:
    path = record(workspace(tmp_path))
    edit(path, (right, wrong))
    ran = validated("alue.schema.json", path)
    assert ran.returncode == 1
    found = json.loads(ran.stdout)["errors"]
    assert found
    if place:
        assert place in {error["path"] for error in found}
