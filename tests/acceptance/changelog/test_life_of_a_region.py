"""The log of a region's life in every format, as it lies in tests/data/changelog.

`python -m tests.acceptance.changelog.test_life_of_a_region` writes the files anew.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sopimukset.formats.word import lines_of
from tests.support.command_line import fingerprints, sopimukset
from tests.support.workspaces import CHECKOUT

GOLDEN = CHECKOUT / "tests" / "data" / "changelog"
RANGE = "alku..HEAD"
FORMATS = {"markdown": "md", "text": "txt", "json": "json", "comment": "comment.md"}
AS_OF = ("--as-of", "2030-01-20")
_REVISION = re.compile(r"\b[0-9a-f]{40}\b|(?<![0-9a-f-])[0-9a-f]{8}(?= · |, )")
_ORIGIN = re.compile(r"kanta-hame / muutosloki / .*")


def stable(text: str) -> str:
    """The text without what hangs on the wording of model clauses, which the versions hold."""
    seen: dict[str, str] = {}

    def number(match: re.Match[str]) -> str:
        return seen.setdefault(match[0][:8], f"VERSIO{len(seen) + 1}")

    return _ORIGIN.sub("", _REVISION.sub(number, text))


def log(life: Path, form: str, *more: str) -> str:
    done = sopimukset(*AS_OF, "-C", life, "changelog", RANGE, "--format", form, *more, cwd=life)
    assert done.code == 0, done.err
    return done.out


def document(life: Path, out: Path, language: str) -> str:
    """The text of the Word file, a paragraph or a row of a table a line."""
    log(life, "docx", "--language", language, "--out", str(out))
    [path] = out.rglob(f"*_{language}.docx")
    assert path.name == f"kanta-hame_muutosloki_2030-01-15_{language}.docx"
    return "\n".join(lines_of(path.read_bytes()).texts) + "\n"


@pytest.mark.parametrize("form", FORMATS)
def test_the_log_in_a_text_format(life: Path, form: str) -> None:
    golden = GOLDEN / f"elama.{FORMATS[form]}"
    assert stable(log(life, form)) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_log_in_word(life: Path, tmp_path: Path, language: str) -> None:
    golden = GOLDEN / f"elama.{language}.docx.txt"
    assert stable(document(life, tmp_path, language)) == golden.read_text(encoding="utf-8")


def test_the_same_log_is_the_same_file(life: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        log(life, "docx", "--language", "fi", "--out", str(tmp_path / name))
    [one], [other] = (list((tmp_path / name).rglob("*.docx")) for name in ("a", "b"))
    assert one.read_bytes() == other.read_bytes()


def test_no_name_of_a_person_in_any_format(life: Path, tmp_path: Path) -> None:
    texts = [log(life, form) for form in FORMATS]
    texts += [document(life, tmp_path / item, item) for item in ("fi", "sv")]
    assert "Henkilön nimi muuttui" in texts[0]
    assert not any(name in text for text in texts for name in ("Salainen", "Salattu"))


def test_the_repository_is_as_before(life: Path, tmp_path: Path) -> None:
    before = fingerprints(life)
    for form in FORMATS:
        log(life, form)
    document(life, tmp_path, "fi")
    assert fingerprints(life) == before


def test_every_event_of_the_life_is_told(life: Path) -> None:
    """What issue 5 asks of a life: each with its kind, level and version."""
    [region] = json.loads(log(life, "json"))["regions"]
    told = {(item["kind"], item["level"], item["version"]) for item in region["changes"]}
    assert told >= {
        ("group-added", "new-agreement", "tym-sopimus-1.0"),
        ("agreement-released", "notified", "tym-sopimus-1.0"),
        ("party-approved", "notified", "tym-sopimus-1.1"),
        ("chair-changed", "notified", "tym-sopimus-1.1"),
        ("kela-staff-cut", "parties", "tym-sopimus-1.1"),
        ("notice-period-changed", "parties", "tym-sopimus-1.1"),
        ("party-approved-conditionally", "parties", "kausi-2025"),
        ("term-added", "notified", "kausi-2025"),
    }
    approvals = [item for item in region["changes"] if item["kind"] == "party-approved"]
    assert len(approvals) == 5


def _write(folder: Path) -> None:
    import shutil

    from tests.support.life import live

    life = live(folder / "elama", lambda name: str(shutil.which(name)))
    for form, ending in FORMATS.items():
        (GOLDEN / f"elama.{ending}").write_text(stable(log(life, form)), encoding="utf-8")
    for language in ("fi", "sv"):
        text = stable(document(life, folder / language, language))
        (GOLDEN / f"elama.{language}.docx.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as made:
        _write(Path(made))
