"""What `verify` tells of a document of each kind that LibreOffice has opened and saved again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sopimukset.documents.kinds import KINDS
from sopimukset.documents.verification import State
from sopimukset.formats.word import (
    running_texts,
    running_texts_of_ours,
    shown_drawings,
    veiled_texts,
)
from sopimukset.formats.word.package import read_package
from sopimukset.tasks.verify import verify
from tests.support.command_line import sopimukset
from tests.support.edited_documents import DAY, REGIONS, documents
from tests.support.office import NEITHER, Job, work


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tallennettu")


@pytest.fixture(scope="module")
def pairs(root: Path, program: Callable[[str], str]) -> list[tuple[Path, Path]]:
    """A document of each kind in each language, as it was made and as LibreOffice saved it."""
    program("soffice")
    made = documents(root)
    assert {kind for kind, _ in made} == {kind.laji for kind in KINDS}
    found = [(path, path.with_suffix(".uusi.docx")) for path in made.values()]
    work([Job(NEITHER, *pair) for pair in found], root)
    return found


def test_no_text_is_another_one(root: Path, pairs: list[tuple[Path, Path]]) -> None:
    found = verify(root, [saved for _, saved in pairs], DAY)
    edited = [
        (saved.name, item.edits)
        for (_, saved), item in zip(pairs, found, strict=True)
        if item.state is not State.RESAVED or item.edits
    ]
    assert edited == []


def test_what_was_only_saved_again_stands(root: Path, pairs: list[tuple[Path, Path]]) -> None:
    own = [saved for _, saved in pairs if saved.parent.name in REGIONS]
    done = sopimukset("--as-of", DAY.isoformat(), "verify", "--format", "json", *own, cwd=root)
    assert (done.code, done.err) == (0, "")
    assert {item["state"] for item in json.loads(done.out)} == {"resaved"}


def test_headers_and_footers_say_the_same(pairs: list[tuple[Path, Path]]) -> None:
    for pair in pairs:
        made, saved = (read_package(path.read_bytes()) for path in pair)
        said = running_texts_of_ours(made)
        assert said == running_texts(made) == running_texts(saved), pair[0].name
        assert {place for place, _ in said} == {"header", "footer"}


def test_a_drawing_is_the_same_picture_with_the_same_words(pairs: list[tuple[Path, Path]]) -> None:
    drawn = 0
    for pair in pairs:
        made, saved = (shown_drawings(read_package(path.read_bytes())) for path in pair)
        assert made == saved, pair[0].name
        drawn += len(made)
    assert drawn


def test_nothing_that_we_make_is_struck_out_or_hidden(pairs: list[tuple[Path, Path]]) -> None:
    for pair in pairs:
        for path in pair:
            assert veiled_texts(path.read_bytes()) == [], path.name
