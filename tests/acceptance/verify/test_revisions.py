"""Which commit, and of which day, a document was made of: `verify` looks it up in git."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sopimukset.git import repository as git_repository
from sopimukset.tasks.generate import Wishes, generate
from sopimukset.tasks.verify import Verified, verify
from tests.acceptance.verify.test_verify import DAY, NAME
from tests.support.command_line import sopimukset
from tests.support.repositories import Place, alone
from tests.support.workspaces import EXAMPLE, edit, record, workspace


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A repository that holds a region, and the paper that was made of it before the commit."""
    alone(monkeypatch, tmp_path)
    root = workspace(tmp_path / "tyotila")
    generate(root, Wishes(kinds=("tym-sopimus",), out=root / "build"), DAY, lambda *_: None)
    (root / ".gitignore").write_text("build/\n", encoding="utf-8")
    return Place(root).start()


def paper(place: Place) -> Path:
    return place.folder / "build" / EXAMPLE / NAME


def found(place: Place) -> Verified:
    return verify(place.folder, [paper(place)], DAY)[0]


def test_the_first_commit_with_the_content_is_named(place: Place) -> None:
    place.run("commit", "-q", "--allow-empty", "-m", "tyhjä")
    first = place.commit(date="2026-03-12T09:00:00+02:00")
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 12"))
    place.commit(date="2026-04-01T09:00:00+03:00")
    edit(record(place.folder), ("irtisanomisaika_kk: 12", "irtisanomisaika_kk: 6"))
    place.commit(date="2026-05-01T09:00:00+03:00")
    revision = found(place).revisions["alue.yaml"]
    assert (revision.commit, revision.day.isoformat()) == (first, "2026-03-12")
    ask = ("--as-of", DAY.isoformat(), "verify", paper(place))
    done = sopimukset(*ask, cwd=place.folder)
    assert f"(tallennettu 12.3.2026, commit {first[:7]})" in done.out
    [told] = json.loads(sopimukset(*ask, "--format", "json", cwd=place.folder).out)
    assert told["origin"]["revisions"] == {"alue.yaml": {"commit": first, "date": "2026-03-12"}}


def test_a_commit_of_a_merged_branch_is_named(place: Place) -> None:
    text = record(place.folder).read_text(encoding="utf-8")
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    place.commit()
    place.run("switch", "-q", "-c", "sivu")
    record(place.folder).write_text(text, encoding="utf-8")
    brought = place.commit()
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    place.commit()
    place.run("switch", "-q", "main")
    place.run("merge", "-q", "--no-ff", "-m", "yhdistetty", "sivu")
    assert found(place).revisions["alue.yaml"].commit == brought


def test_what_is_not_committed_has_none(place: Place) -> None:
    assert found(place).revisions == {}
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 12"))
    place.commit()
    assert found(place).revisions == {}


def test_the_first_commit_of_a_part_of_the_history_is_not_taken_for_it(
    place: Place, tmp_path: Path
) -> None:
    place.commit()
    (place.folder / "muu.txt").write_text("x", encoding="utf-8")
    place.commit()
    part = tmp_path / "osa"
    place.run("clone", "-q", "--depth", "1", place.folder.as_uri(), str(part))
    assert verify(part, [paper(place)], DAY)[0].revisions == {}
    assert found(place).revisions


def test_one_git_answers_for_all(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.commit()
    asked = []
    ask = git_repository.Repository.ask

    def counted(self: git_repository.Repository, command: str, *words: str) -> bytes:
        asked.append(command)
        return ask(self, command, *words)

    monkeypatch.setattr(git_repository.Repository, "ask", counted)
    assert all(item.revisions for item in verify(place.folder, [paper(place)] * 3, DAY))
    assert asked == ["log"]
