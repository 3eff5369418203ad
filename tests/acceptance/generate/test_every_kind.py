"""Every kind of document in both languages: the same bytes anywhere, in parts too, and sound.

The kinds are those of the registry, so that a new one is asked too. Three runs are shared.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from sopimukset.documents.kinds import KINDS
from sopimukset.tasks.generate import Wishes, generate
from tests.support.command_line import sopimukset
from tests.support.kind_documents import SAMPLE, WORKED, sample_workspace
from tests.support.workspaces import workspace

DAY = date(2026, 6, 1)
LANGUAGES = ("fi", "sv")
AMENDED = "muutossopimus"
REGIONS = ("ita-uusimaa", "pohjanmaa", "pohjois-karjala")
"""With the sample of an amendment they have every kind between them."""

BY_THEIR_OWN_COMMANDS = {"seurantaraportti", "muutosloki"}
"""Made by `report` and `changelog`, whose tests ask the same of them."""

ASKED = [kind.laji for kind in KINDS if kind.laji not in BY_THEIR_OWN_COMMANDS]
PLACES = (
    ("2026-06-01", "Europe/Helsinki", "fi_FI.UTF-8", "fi", "1"),
    ("2026-06-02", "Pacific/Kiritimati", "tr_TR.UTF-8", "en", "2"),
)
"""A day, a time zone, a locale, the program's language, the seed of hashes."""

Files = Mapping[str, str]
"""Digests of files by their paths from the folder that they were made in."""


def made_in(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def kind_and_language(name: str) -> tuple[str, str]:
    """Of a document, by its file's name: `region_kind[_…]_language.docx`."""
    parts = Path(name).stem.split("_")
    return parts[1], parts[-1]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same workspace, made in two places on two days."""
    home = tmp_path_factory.mktemp("tyotilat")
    kinds = [word for laji in ASKED for word in ("--document", laji)]
    found = []
    for number, (day, zone, locale, language, seed) in enumerate(PLACES):
        folder = workspace(sample_workspace(home / f"kansio {number}", AMENDED), *REGIONS)
        done = sopimukset(
            *("--as-of", day, "--lang", language, "generate", SAMPLE, *REGIONS, *kinds),
            *(word for spoken in LANGUAGES for word in ("--language", spoken)),
            cwd=folder,
            SOPIMUKSET_CACHE=str(home / f"muisti {number}"),
            TZ=zone,
            LC_ALL=locale,
            LANG=locale,
            PYTHONHASHSEED=seed,
        )
        assert done.code == 0, done.err
        found.append(folder)
    return found


def test_every_kind_is_the_same_in_two_folders_time_zones_and_locales_on_two_days(
    folders: list[Path],
) -> None:
    first, second = (made_in(folder / "build") for folder in folders)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    asked = {(laji, language) for laji in ASKED for language in LANGUAGES}
    assert {kind_and_language(name) for name in first} == asked


def test_the_parts_of_a_run_are_the_whole_run_and_nothing_twice(folders: list[Path]) -> None:
    some = ("tym-sopimus", "kokoonpano", "vuosikello")
    regions = (SAMPLE, *REGIONS)
    whole = {
        name: digest
        for name, digest in made_in(folders[0] / "build").items()
        if kind_and_language(name)[0] in some
    }
    parts = []
    for number in (1, 2, 3):
        out = folders[0] / f"osa {number}"
        wishes = Wishes(regions, LANGUAGES, out, kinds=some, shard=(number, 3))
        assert not generate(folders[0], wishes, DAY, lambda *_: None).failed
        parts.append(made_in(out))
    assert all(parts)
    assert sum(map(len, parts)) == len(whole)
    assert {name: digest for part in parts for name, digest in part.items()} == whole


def test_every_kind_of_the_worked_regions_is_a_valid_word_file(tmp_path: Path) -> None:
    """The longest of each kind, language and region; an amendment's is its sample."""
    folder = workspace(sample_workspace(tmp_path, AMENDED), *WORKED)
    wishes = Wishes((SAMPLE, *WORKED), LANGUAGES, tmp_path / "build", kinds=tuple(ASKED))
    assert not generate(folder, wishes, DAY, lambda *_: None).failed
    found: dict[tuple[str, str, str], list[Path]] = defaultdict(list)
    for path in (tmp_path / "build").rglob("*.docx"):
        found[path.name.partition("_")[0], *kind_and_language(path.name)].append(path)
    assert {laji for _, laji, _ in found} == set(ASKED)
    assert {(region, language) for region, _, language in found} >= {
        (region, language) for region in WORKED for language in LANGUAGES
    }
    validator = OpenXmlValidator()
    for paths in found.values():
        longest = max(paths, key=lambda path: path.stat().st_size)
        assert validator.validate(str(longest)).errors == [], longest.name
