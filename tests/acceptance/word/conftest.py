"""The agreement made of the sample context, and what independent programs make of it."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sopimukset.base.data import data_folder
from sopimukset.formats.word import Properties, render
from tests.support.programs import find_program

FOLDER = data_folder("templates") / "tym-sopimus"


def load(name: str) -> Any:
    return YAML(typ="safe").load(FOLDER / name)


def converted(document: bytes, form: str, folder: Path) -> bytes:
    """The document as LibreOffice saves it in another form."""
    office, target = find_program("soffice"), folder / "out"
    source = folder / "sopimus.docx"
    source.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [office, profile, "--headless", "--convert-to", form]
    command += ["--outdir", target, source]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (target / f"sopimus.{form}").read_bytes()


def pages_of(document: bytes, folder: Path) -> list[str]:
    """The text of each page, as LibreOffice lays the document out."""
    reader = find_program("pdftotext")
    pdf = folder / "sopimus.pdf"
    pdf.write_bytes(converted(document, "pdf", folder))
    result = subprocess.run([reader, "-layout", pdf, "-"], check=True, capture_output=True)
    return result.stdout.decode().split("\f")[:-1]


@pytest.fixture(scope="session")
def layout() -> bytes:
    return (FOLDER / "fi.docx").read_bytes()


@pytest.fixture(scope="session")
def sample() -> Any:
    return load("esimerkki.yaml")


@pytest.fixture(scope="session")
def library() -> Any:
    return load("lausekkeet.yaml")


@pytest.fixture(scope="session")
def agreement(layout: bytes, sample: Any) -> bytes:
    properties = Properties(sample["asiakirja"]["otsikko"], "fi-FI", date(2025, 4, 1))
    return render(layout, sample, properties)


@pytest.fixture(scope="session")
def pages(agreement: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return pages_of(agreement, tmp_path_factory.mktemp("word"))


@pytest.fixture(scope="session")
def saved_layout(layout: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return converted(layout, "docx", tmp_path_factory.mktemp("layout"))


@pytest.fixture(scope="session")
def saved_pages(
    saved_layout: bytes, sample: Any, tmp_path_factory: pytest.TempPathFactory
) -> list[str]:
    made = render(saved_layout, sample, Properties("T", "fi-FI", date(2025, 4, 1)))
    return pages_of(made, tmp_path_factory.mktemp("saved"))
