"""Every kind of document in both languages, edited: by XML, LibreOffice and the format's rules."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from openxml_audit import OpenXmlValidator

from sopimukset.documents.kinds import KINDS
from sopimukset.formats.word.redline import (
    accept_all,
    count_changes,
    normal_form,
    redline,
    reject_all,
)
from tests.support.edited_documents import documents, edited
from tests.support.office import ACCEPT, NEITHER, REJECT, Job, lines, work
from tests.support.word_pairs import pair

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
BY_CHANCE = range(14)


class Files(NamedTuple):
    """A pair with its redline."""

    old: Path
    new: Path
    redline: Path


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Files]:
    """Pairs of documents of every kind in both languages, and some made by chance."""
    folder = tmp_path_factory.mktemp("parit")
    made = documents(folder / "tyotila")
    contents = {
        f"{kind} {language}": (path.read_bytes(), edited(path.read_bytes(), seed))
        for seed, ((kind, language), path) in enumerate(sorted(made.items()))
    }
    contents |= {f"arvottu {seed}": pair(seed, modest=True) for seed in BY_CHANCE}
    return {name: _files(folder, at, *both) for at, (name, both) in enumerate(contents.items())}


def _files(folder: Path, number: int, old: bytes, new: bytes) -> Files:
    files = Files(*(folder / f"{number}-{name}.docx" for name in Files._fields))
    files.old.write_bytes(old)
    files.new.write_bytes(new)
    files.redline.write_bytes(redline(old, new, author="Tekijä", moment=MOMENT))
    return files


def test_every_kind_is_there_in_both_languages(pairs: dict[str, Files]) -> None:
    """So that the other tests speak of all of them, and of forty pairs at least."""
    wanted = {f"{kind.laji} {language}" for kind in KINDS for language in ("fi", "sv")}
    assert wanted <= pairs.keys()
    assert len(pairs) >= 40


def test_accepting_gives_the_new_one_and_rejecting_the_old_one(pairs: dict[str, Files]) -> None:
    """By the normal form of body, headers, footers and notes."""
    for name, files in pairs.items():
        made = files.redline.read_bytes()
        assert not count_changes(made).none or name.startswith("arvottu"), name
        assert normal_form(accept_all(made)) == normal_form(files.new.read_bytes()), name
        assert normal_form(reject_all(made)) == normal_form(files.old.read_bytes()), name


def test_libreoffice_accepts_and_rejects_them_alike(
    pairs: dict[str, Files], tmp_path: Path
) -> None:
    """Its own saving of both documents is what its results are held against."""
    jobs, seen = [], {}
    for number, (name, files) in enumerate(pairs.items()):
        sources = ((ACCEPT, 2), (NEITHER, 1), (REJECT, 2), (NEITHER, 0))
        targets = [tmp_path / f"{number}-{at}.docx" for at in range(4)]
        seen[name] = targets
        jobs += [
            Job(what, files[at], target)
            for (what, at), target in zip(sources, targets, strict=True)
        ]
    work(jobs, tmp_path)
    for name, (accepted, new, rejected, old) in seen.items():
        assert _told(accepted) == _told(new), f"accepting, {name}"
        assert _told(rejected) == _told(old), f"rejecting, {name}"


def _told(path: Path) -> list[str]:
    """The text without numbers of pages, which depend on what a program keeps on a page."""
    return [re.sub(r"(Sivu|Sida) \d+ / \d+", "", line) for line in lines(path)]


def test_the_format_s_rules_are_kept(pairs: dict[str, Files]) -> None:
    """As the rules of Microsoft's own validator have it."""
    validator = OpenXmlValidator()
    for name, files in pairs.items():
        if name.startswith("arvottu"):
            continue
        found = [str(item) for item in validator.validate(str(files.redline)).errors]
        assert not found, f"{name}: {found[:3]}"
