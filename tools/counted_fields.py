"""Write the table of the fields that count in an approval into docs/versiot-ja-hyvaksynnat.md.

The table is made of `sopimukset.tracking.counted`; a test compares the two. Run it after a change:

    python tools/counted_fields.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sopimukset.model import Malli
from sopimukset.model.structure import fields_of
from sopimukset.tracking.counted import KINDS, TABLES

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "versiot-ja-hyvaksynnat.md"
BEGIN, END = "<!-- taulukko: tools/counted_fields.py -->", "<!-- taulukko päättyy -->"


def table() -> str:
    """The table in Markdown: a row for each model."""
    rows = [f"| {_places(model)} | {_counted(model)} | {_left(model)} |" for model in TABLES]
    head = "| kohta | lasketaan mukaan | ei lasketa, ja miksi |\n|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def written(guide: str) -> str:
    """The guide with the table as it is now."""
    before, _, rest = guide.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table()}\n{END}{after}"


def _places(model: type[Malli]) -> str:
    """Where a model stands in the record."""
    found = [f"`{item}`" for item in _ways(model)]
    return ", ".join(found) or "`alue.yaml`"


def _ways(model: type[Malli]) -> Iterator[str]:
    for holder, about in TABLES.items():
        for name in about.counted:
            field = fields_of(holder)[name]
            if model in field.models:
                above = next(_ways(holder), "")
                mark = "[]" if field.many else ""
                yield f"{above}.{name}{mark}".lstrip(".")


def _counted(model: type[Malli]) -> str:
    told = []
    for name, kinds in TABLES[model].counted.items():
        only = "" if kinds == KINDS else f" (vain {', '.join(kinds)})"
        told.append(f"`{name}`{only}")
    return ", ".join(told)


def _left(model: type[Malli]) -> str:
    reasons: dict[str, list[str]] = {}
    for name, reason in TABLES[model].left.items():
        reasons.setdefault(reason, []).append(f"`{name}`")
    return "; ".join(f"{', '.join(names)}: {reason}" for reason, names in reasons.items())


if __name__ == "__main__":
    GUIDE.write_text(written(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
