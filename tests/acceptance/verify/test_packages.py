"""`verify` of a bundle's zip: each document in it is told of as if it had been unpacked."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from sopimukset.formats import zip as archive
from sopimukset.tasks.generate import Wishes, generate
from tests.acceptance.verify.test_every_document import DAY
from tests.support.command_line import Done, sopimukset
from tests.support.workspaces import edit, record, workspace

Parts = dict[str, bytes]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The zip of an agreement with its annexes and their list, in its workspace."""
    root = workspace(tmp_path)
    generate(root, Wishes(out=root / "build", bundle=True), DAY, lambda *_: None)
    (found,) = root.rglob("*.zip")
    return found


def run(bundle: Path, *words: str) -> Done:
    root = next(path for path in bundle.parents if (path / "regions").is_dir())
    return sopimukset("--as-of", DAY.isoformat(), "verify", bundle, *words, cwd=root)


def told(done: Done) -> dict[str, dict[str, Any]]:
    return {Path(item["file"]).name[:2]: item for item in json.loads(done.out)}


def repacked(bundle: Path, change: Callable[[Parts], None]) -> Path:
    parts = archive.read(bundle.read_bytes())
    change(parts)
    target = bundle.with_name("palautettu.ZIP")
    target.write_bytes(archive.write(parts))
    return target


def test_each_document_is_as_it_was_made(bundle: Path) -> None:
    done = run(bundle, "--format", "json")
    names = archive.read(bundle.read_bytes())
    assert [item["file"] for item in json.loads(done.out)] == [
        (bundle / name).as_posix() for name in names
    ]
    assert {(item["state"], item["stands"]) for item in told(done).values()} == {
        ("untouched", True)
    }
    assert (done.code, done.err) == (0, "")
    assert f"{bundle.name}/{next(iter(names))}\n" in run(bundle).out


def test_facts_that_have_moved_are_told_of_each(bundle: Path) -> None:
    root = bundle.parents[2]
    edit(record(root), ("asiatunnus: KUV-2025-77\n", "asiatunnus: KUV-2025-78\n"))
    done = run(bundle, "--format", "json")
    assert done.code == 1
    assert not any(item["stands"] for item in told(done).values())


def test_an_edited_document_is_told_from_the_others(bundle: Path) -> None:
    def lengthened(parts: Parts) -> None:
        name = next(name for name in parts if "/01_" in name)
        document, changed = docx.Document(io.BytesIO(parts[name])), io.BytesIO()
        document.add_paragraph("Lisätty.")
        document.save(changed)
        parts[name] = changed.getvalue()

    done = run(repacked(bundle, lengthened), "--format", "json")
    assert done.code == 1
    assert {number: item["state"] for number, item in told(done).items()} == {
        "00": "untouched",
        "01": "edited",
        "02": "untouched",
    }


def test_what_is_not_ours_in_it_is_told_too(bundle: Path) -> None:
    def with_note(parts: Parts) -> None:
        parts["muistio.txt"] = b"muistio"

    done = run(repacked(bundle, with_note), "--format", "json")
    assert (done.code, told(done)["mu"]["state"]) == (3, "foreign")


def test_a_document_that_cannot_be_read_keeps_no_other_from_it(bundle: Path) -> None:
    def broken(parts: Parts) -> None:
        name = next(name for name in parts if "/02_" in name)
        parts[name] = parts[name][: len(parts[name]) // 2]

    done = run(repacked(bundle, broken), "--format", "json")
    assert (done.code, sorted(told(done))) == (4, ["00", "01"])
    assert "/02_" in done.err


def test_a_strangers_zip_is_one_file_that_is_not_ours(bundle: Path) -> None:
    def others(parts: Parts) -> None:
        parts.clear()
        parts |= {"a.txt": b"a", "b.txt": b"b"}

    done = run(repacked(bundle, others), "--format", "json")
    assert (done.code, [item["state"] for item in json.loads(done.out)]) == (3, ["foreign"])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04", "ei ole eheä zip-paketti"),
        (archive.write({"a.docx": bytes(archive.MAX_UNPACKED + 1)}), "liian suuri"),
        (archive.write({"a.docx": bytes(archive.MAX_UNPACKED - 1)}), "epätavallisen suuri"),
    ],
    ids=["damaged", "large", "bomb"],
)
def test_a_zip_that_may_not_be_opened(bundle: Path, content: bytes, words: str) -> None:
    target = bundle.with_name("outo.zip")
    target.write_bytes(content)
    done = run(target)
    assert (done.code, done.out) == (4, "")
    assert words in done.err
