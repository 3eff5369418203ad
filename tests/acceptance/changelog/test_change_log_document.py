"""The change log as a Word document: sound, in both languages, made by its own verb."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from sopimukset.formats.word import text_of
from tests.support.change_logs import LAJI, logs, run, sample_repository
from tests.support.kind_documents import LANGUAGES, SAMPLE, finnish_of_layout, finnish_of_library
from tests.support.workspaces import edit, record


@pytest.fixture
def sample(program: Callable[[str], str], tmp_path: Path) -> Path:
    return sample_repository(tmp_path, program("git"))


def documents(root: Path) -> dict[str, Path]:
    found = logs(root)
    assert sorted(found) == sorted(LANGUAGES)
    return found


def test_the_sample_in_both_languages_of_the_region(sample: Path) -> None:
    paths = documents(sample)
    assert paths["fi"].name == f"{SAMPLE}_{LAJI}_2026-05-02_fi.docx"
    for path in paths.values():
        assert OpenXmlValidator().validate(path).errors == []
        text = "\n".join(text_of(path.read_bytes()))
        assert "ESIMERKKI" in text or "EXEMPEL" in text
        assert "kokkola-2" in text
        assert "0,5" in text


def test_the_swedish_log_holds_nothing_of_the_finnish_template(sample: Path) -> None:
    lines = text_of(documents(sample)["sv"].read_bytes())
    text = "\n".join(lines)
    assert any(line.startswith("Mellersta Österbottens välfärdsområde: ") for line in lines)
    assert not any(piece in text for piece in finnish_of_library(LAJI))
    assert not finnish_of_layout(LAJI) & set(lines)


def test_a_log_that_nobody_edited(sample: Path) -> None:
    done = run(sample, "verify", str(documents(sample)["fi"]))
    assert "Asiakirja on sellaisena kuin se tehtiin." in done.out
    assert done.code == 0


def test_a_log_tells_of_the_past_whatever_the_record_says_today(sample: Path) -> None:
    path = documents(sample)["fi"]
    edit(record(sample, SAMPLE), ("maara: 0.5", "maara: 0.25"))
    done = run(sample, "verify", str(path))
    assert "Muutosloki kertoo menneestä, joten sitä ei verrata nykyisiin tietoihin." in " ".join(
        done.out.split()
    )
    assert "maara" not in done.out
    assert done.code == 0


def test_a_log_s_range_is_told_as_people_say_it(sample: Path) -> None:
    done = run(sample, "changelog", "@2026-05-01..tyotila", "--format", "docx")
    assert done.code == 0, done.err
    for language, today in (("fi", "nykyiset tiedot"), ("sv", "nuvarande uppgifter")):
        path = next((sample / "build").rglob(f"*_{language}.docx"))
        assert f"1.5.2026–{today}" in "\n".join(text_of(path.read_bytes()))


def test_an_amount_has_its_unit(sample: Path) -> None:
    """Also where the amount alone changed, so that a reader needn't guess of what it is."""
    edit(record(sample, SAMPLE), ("maara: 0.5", "maara: 0.25"))
    assert run(sample, "changelog", "HEAD..tyotila", "--format", "docx").code == 0
    path = next((sample / "build").rglob("*_fi.docx"))
    lines = text_of(path.read_bytes())
    assert any("0,5 htv" in line for line in lines), "|".join(lines)
    assert any("0,25 htv" in line for line in lines)


def test_generate_says_who_makes_it(sample: Path) -> None:
    done = run(sample, "generate", SAMPLE, "--document", LAJI)
    assert f"sopimukset changelog {SAMPLE} A..B --format docx" in f"{done.out}{done.err}"
    assert not list(sample.rglob("*.docx"))


def test_generate_without_a_kind_makes_no_log(sample: Path) -> None:
    run(sample, "generate", SAMPLE)
    assert not list(sample.rglob(f"*{LAJI}*.docx"))
