"""Written agreements made of a kind's own sample or of a region, in both languages, as text."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openxml_audit import OpenXmlValidator
from ruamel.yaml import YAML

from sopimukset.base.data import data_folder
from sopimukset.formats.word import render_text, text_of
from sopimukset.tasks.generate import Generated, Item, Wishes, generate

DAY = date(2026, 6, 1)
SAMPLE_REGION = "kanta-hame"
FINNISH = re.compile(
    r"\b(sopimu\w*|osapuol\w*|johtoryhm\w*|työvoima\w*|hyvinvointi\w*|kela\w*|ja|sekä|on|ei|"
    r"mukaan|kunnat|viranhaltij\w*|lautakunta|voimassa\w*|liite\w*|taulukko|nuor(et|ten)\w*)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"\([a-z_]+\[[^()]*\)")
"""A place of the record, as the list of what is missing names it."""


def sample(folder: Path, kind: str) -> Path:
    """A workspace whose one region is the kind's own sample; its file."""
    target = folder / "regions" / SAMPLE_REGION / "alue.yaml"
    target.parent.mkdir(parents=True)
    shutil.copy(data_folder("templates") / kind / "esimerkki.yaml", target)
    return target


def made(folder: Path, kind: str, *languages: str, **wishes: Any) -> Generated:
    """What came of making the kind's documents of every region of the workspace."""
    wanted: dict[str, Any] = {"languages": languages, "out": folder / "build", **wishes}
    return generate(folder, Wishes(kinds=(kind,), **wanted), DAY, lambda *_: None)


def lines(item: Item) -> list[str]:
    """The paragraphs of a document that was made."""
    return text_of(Path(item.name).read_bytes())


def text(item: Item) -> str:
    """The whole text of a document that was made."""
    return "\n".join(lines(item))


def audit(item: Item) -> list[object]:
    """What the Open XML rules find."""
    return list(OpenXmlValidator().validate(item.name).errors)


def finnish_lines(item: Item, kind: str) -> list[str]:
    """The lines of a Swedish document in which Finnish is left; names of fields don't count."""
    return [
        line
        for line in lines(item)
        if f"/ {kind} /" not in line and FINNISH.search(PLACE.sub("", line))
    ]


def library(kind: str) -> Any:
    """The plain data of a kind's model clauses."""
    return YAML(typ="safe").load(data_folder("templates") / kind / "lausekkeet.yaml")


def pairs(kind: str) -> Iterator[tuple[str, str]]:
    """Every heading, paragraph and item of the library in Finnish and in Swedish."""
    for clause in library(kind)["lausekkeet"]:
        for version in clause["versiot"]:
            yield version["otsikko"]["fi"], version["otsikko"]["sv"]
            for paragraph in version["kappaleet"]:
                for item in (paragraph, *paragraph.get("luettelo", ())):
                    if "luettelo" not in item or "fi" in item:
                        yield item["fi"], item["sv"]


def as_changes(kind: str, on: date, context: dict[str, Any]) -> Iterator[str]:
    """Each model clause of the day as a listed change of an agreement, for the rules to read."""
    for clause in library(kind)["lausekkeet"]:
        version = [item for item in clause["versiot"] if item["alkaen"] <= on][-1]
        yield f"      - lauseke: {clause['tunnus']}\n        toimi: korvaa\n"
        yield "        peruste: testi\n        teksti:\n"
        for language in ("fi", "sv"):
            yield f"          {language}: |-\n"
            for paragraph in version["kappaleet"]:
                for item in (paragraph, *paragraph.get("luettelo", ())):
                    if language in item:
                        told = render_text(item[language], context, clause["tunnus"])
                        yield f"            {' '.join(told.split())}\n"
