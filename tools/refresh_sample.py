"""Renders the model clauses into the sample context of a kind of document.

The sample shows the whole context that a layout is filled with, clause text included. After a
change to `lausekkeet.yaml` this brings its `lausekkeet` up to date; a test demands that they are.

    python tools/refresh_sample.py templates/tym-sopimus [--out sample.docx]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sopimukset.formats.word import Properties, render, render_text

DAY = date(2025, 4, 1)
"""The day whose wording of the clauses the sample shows: its agreement enters into force."""


def clauses(library: Mapping[str, Any], context: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the clauses as a layout wants them."""
    made = [_clause(clause, context) for clause in library["lausekkeet"]]
    removed = {p["lauseke"] for p in context["poikkeamat"] if p["toimi"] == "poistettu"}
    return [clause for clause in made if clause["otsikko"] not in removed]


def _clause(clause: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    version = [v for v in clause["versiot"] if v["alkaen"] <= DAY][-1]
    name = f"lauseke {clause['tunnus']}"
    table = version.get("taulukko", "")
    return {
        "tunnus": clause["tunnus"],
        "otsikko": render_text(version["otsikko"]["fi"], context, name),
        "kappaleet": list(_blocks(version["kappaleet"], context, name)),
        "taulukko": "" if table in {a["taulukko"] for a in context["liitteet"]} else table,
    }


def _blocks(
    paragraphs: list[Mapping[str, Any]], context: Mapping[str, Any], name: str
) -> Iterator[dict[str, object]]:
    for paragraph in paragraphs:
        if not _holds(paragraph, context):
            continue
        if "fi" in paragraph:
            yield _part("teksti", render_text(paragraph["fi"], context, name))
        for item in paragraph.get("luettelo", ()):
            if _holds(item, context):
                yield _part("kohta", render_text(item["fi"], context, name))


def _part(kind: str, text: str) -> dict[str, object]:
    return {"laji": kind, "teksti": text, "perusta": False}


def _holds(item: Mapping[str, Any], context: Mapping[str, Any]) -> bool:
    if "jos" not in item:
        return True
    value: Any = context
    for key in item["jos"].split("."):
        value = value[key]
    return bool(value)


def main() -> int:
    """Refresh the sample of a folder, and make a document of it when asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, help="write the sample as a Word document here")
    options = parser.parse_args()
    yaml = YAML()
    yaml.width = 100
    yaml.indent(2, 4, 2)
    path = options.folder / "esimerkki.yaml"
    sample = yaml.load(path)
    sample["lausekkeet"] = clauses(yaml.load(options.folder / "lausekkeet.yaml"), sample)
    yaml.dump(sample, path)
    if options.out:
        properties = Properties(sample["asiakirja"]["otsikko"], "fi-FI", DAY)
        layout = (options.folder / "fi.docx").read_bytes()
        options.out.write_bytes(render(layout, sample, properties))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
