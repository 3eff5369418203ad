"""Documents of one kind, made of the worked regions or of the kind's own sample."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from sopimukset.base.data import data_folder
from sopimukset.formats.word import text_of
from sopimukset.tasks.generate import Generated, Wishes, generate

DAY = date(2026, 6, 1)
WORKED = (
    *("helsinki", "kainuu", "lappi", "paijat-hame", "pohjanmaa"),
    *("pohjois-karjala", "pohjois-pohjanmaa", "ita-uusimaa", "vantaa-kerava"),
)
LANGUAGES = ("fi", "sv")
SAMPLE = "keski-pohjanmaa"


def make(folder: Path, laji: str, *languages: str, **wishes: Any) -> Generated:
    """Documents of a kind into `folder/build`, in both languages where none is named."""
    wanted = Wishes(kinds=(laji,), languages=languages or LANGUAGES, out=folder / "build", **wishes)
    return generate(folder, wanted, DAY, lambda *_: None)


def texts(folder: Path, language: str) -> dict[str, str]:
    """The text of each document in a language, by its file's name."""
    return {
        path.name: "\n".join(text_of(path.read_bytes()))
        for path in sorted((folder / "build").rglob(f"*_{language}.docx"))
    }


def sample_workspace(folder: Path, laji: str) -> Path:
    """A workspace with the kind's own sample as its only region."""
    home = folder / "regions" / SAMPLE
    home.mkdir(parents=True)
    shutil.copy(data_folder("templates") / laji / "esimerkki.yaml", home / "alue.yaml")
    copy_sample_versions(laji, home)
    return folder


def copy_sample_versions(laji: str, home: Path) -> None:
    """Put the versions that a kind's sample rests on into a region's folder."""
    for path in sorted((data_folder("templates") / laji).glob("esimerkki-versio-*.yaml")):
        version = YAML(typ="safe").load(path)
        (home / "versiot").mkdir(exist_ok=True)
        shutil.copy(path, home / "versiot" / f"{version['sopimus']}-{version['versio']}.yaml")


def finnish_of_library(laji: str) -> Iterator[str]:
    """The fixed pieces of the Finnish wording that are long enough to be told from a name."""
    library = YAML(typ="safe").load(data_folder("templates") / laji / "lausekkeet.yaml")
    for clause in library["lausekkeet"]:
        for version in clause["versiot"]:
            yield version["otsikko"]["fi"]
            for paragraph in version["kappaleet"]:
                for item in (paragraph, *paragraph.get("luettelo", ())):
                    pieces = re.split(r"\{[{%].*?[}%]\}", item.get("fi", ""), flags=re.DOTALL)
                    yield from (piece.strip() for piece in pieces if len(piece.strip()) > 14)


def finnish_of_layout(laji: str) -> set[str]:
    """The fixed paragraphs of the Finnish layout that the Swedish one doesn't have."""
    folder = data_folder("templates") / laji
    finnish, swedish = (
        {text for text in text_of((folder / f"{language}.docx").read_bytes()) if "{" not in text}
        for language in LANGUAGES
    )
    return finnish - swedish
