"""`sopimukset fix`: writes what is safe, shows it first where asked, and says what it left."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import fingerprints, sopimukset
from tests.support.workspaces import EXAMPLE, edit, record, workspace

MEETING = Path("regions") / EXAMPLE / "kokoukset" / "2025-02-20.yaml"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    root = workspace(tmp_path / "tyotila")
    edit(
        record(root),
        ("pvm: 2024-10-03", "pvm: 3.10.2024"),
        ("  - tunnus: hva\n", "  – tunnus: hva\n"),
    )
    edit(root / MEETING, ("pvm: 2025-02-20", "pvm: 20.2.2025"))
    return root


def test_nothing_to_do(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    before = fingerprints(root)
    done = sopimukset("fix", cwd=root)
    assert (done.code, done.out, done.err) == (0, "", "Korjattavaa ei ole.\n")
    assert fingerprints(root) == before


def test_it_says_what_it_did_where(place: Path) -> None:
    done = sopimukset("fix", cwd=place)
    assert done.code == 0
    assert done.out.splitlines() == [
        f"regions/{EXAMPLE}/alue.yaml:21: M03 luettelon merkki yhdysmerkiksi",
        f"regions/{EXAMPLE}/alue.yaml:32: M08 päivä 3.10.2024 muotoon 2024-10-03",
        f"{MEETING.as_posix()}:4: M08 päivä 20.2.2025 muotoon 2025-02-20",
    ]
    assert done.err == "Korjattu 3 kohtaa 2 tiedostossa.\n"
    whole = workspace(place.parent / "ehja")
    assert record(place).read_bytes() == record(whole).read_bytes()
    assert sopimukset("fix", cwd=place).err == "Korjattavaa ei ole.\n"


def test_a_dry_run_shows_a_diff_that_git_applies(
    place: Path, program: Callable[[str], str]
) -> None:
    text = record(place).read_text(encoding="utf-8")
    record(place).write_bytes(text.rstrip("\n").replace("\n", "\r\n").encode())
    before = fingerprints(place)
    shown = sopimukset("fix", "--dry-run", cwd=place)
    assert fingerprints(place) == before
    assert shown.code == 0
    assert "mitään ei kirjoitettu" in shown.err
    patch = place / "korjaus.diff"
    patch.write_text(shown.out, encoding="utf-8", newline="")
    git = program("git")
    subprocess.run([git, "apply", "--whitespace=nowarn", patch.name], cwd=place, check=True)
    patch.unlink()
    applied = record(place).read_bytes(), (place / MEETING).read_bytes()
    assert sopimukset("fix", cwd=place).err == "Korjattavaa ei ole.\n"
    assert (record(place).read_bytes(), (place / MEETING).read_bytes()) == applied


def test_what_it_can_not_do_is_named_and_is_an_error(place: Path) -> None:
    edit(record(place), ("kielet: [fi]", "kielett: [fi]"))
    done = sopimukset("fix", cwd=place)
    assert done.code == 1
    assert f"regions/{EXAMPLE}/alue.yaml:8: ei korjattu: M05" in done.err
    assert "Tarkoititko avainta kielet?" in done.err
    assert "käsin korjattavaa jäi 1" in done.err
    assert "päivä 3.10.2024" in done.out


def test_only_the_named_region(place: Path) -> None:
    (place / "regions" / "toinen").mkdir()
    assert sopimukset("fix", "toinen", cwd=place).err == "Korjattavaa ei ole.\n"
    assert sopimukset("fix", "kolmas", cwd=place).code == 3


def test_a_file_that_is_a_link_stays_one(place: Path) -> None:
    target = place / "muualla.yaml"
    record(place).rename(target)
    record(place).symlink_to(target)
    assert sopimukset("fix", cwd=place).code == 0
    assert record(place).is_symlink()
    assert "pvm: 2024-10-03" in target.read_text(encoding="utf-8")
