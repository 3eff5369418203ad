"""Every command that only reads leaves the repository byte for byte as it was."""

from __future__ import annotations

import os
from pathlib import Path

from tests.support.command_line import fingerprints
from tests.support.repositories import repository
from tests.support.workspaces import EXAMPLE, edit, record

STRETCH = "alku..HEAD"
AGREEMENT = (EXAMPLE, "tym-sopimus")


def test_reading_commands_leave_index_refs_worktrees_and_files_as_they_were(tmp_path: Path) -> None:
    place = repository(tmp_path / "tila", EXAMPLE, "satakunta")
    place.git("tag", "alku")
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    place.commit()
    place.git("worktree", "add", "-q", str(tmp_path / "toinen"), "alku")
    edit(record(place.folder, "satakunta"), ("muoto: 1", "muoto: 1  # kesken"))
    place.git("add", ".")
    os.utime(record(place.folder), (1, 1))  # git would refresh its index
    out = tmp_path / "muualla"
    papers = ("generate", EXAMPLE, "--document", "tym-sopimus", "--out", str(out))
    redlined = str(out / "muutokset.docx")
    orders = (
        *(("changelog", STRETCH, "--format", form) for form in ("text", "json", "markdown")),
        ("changelog", EXAMPLE, STRETCH, "--format", "comment"),
        ("changelog", STRETCH, "--format", "docx", "--out", str(out)),
        ("history", EXAMPLE, "--role", "puheenjohtaja"),
        ("history", EXAMPLE, "--path", "vaihe"),
        ("history", EXAMPLE, "--annotate"),
        ("redline", *AGREEMENT, STRETCH, "--out", redlined),
        ("release", *AGREEMENT, "1.0", "--dry-run"),
        ("check", EXAMPLE, "--since", "alku"),
        ("status", EXAMPLE),
        papers,
    )
    before = fingerprints(place.folder)
    for order in orders:
        done = place.run(*order)
        assert done.code in (0, 1), (order, done)
        assert fingerprints(place.folder) == before, order
    [paper] = [item for item in out.rglob("*tym-sopimus*.docx") if item.name != "muutokset.docx"]
    assert place.run("verify", str(paper)).code == 0
    assert place.run("verify", redlined).code in (0, 1)
    assert fingerprints(place.folder) == before
