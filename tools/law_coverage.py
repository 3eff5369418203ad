"""Write `docs/law-coverage.md`: which rule guards which sentence, what each clause rests on.

Run it after a change to `sopimukset/law/coverage.yaml`, to a rule's title or to the model clauses;
a test holds the file to what this writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sopimukset import statutes
from sopimukset.law.coverage import COVERED, Coverage, clause_statuses, coverage
from sopimukset.law.registry import RULES
from sopimukset.law.rules._demands import DEMANDS
from sopimukset.law.rules.t36 import RULE as SILENT
from sopimukset.model.lauseke import Mallilauseke
from sopimukset.workspace.templates import template_folder

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "law-coverage.md"
KIND = "tym-sopimus"

INTRODUCTION = """\
# Lain kattavuus

Tämän sivun tekee `tools/law_coverage.py`. Älä muokkaa sitä käsin: säännöt virkkeittäin ja
lausekkeiden asemat ovat tiedostossa `sopimukset/law/coverage.yaml`, lausekkeet tiedostossa
`templates/tym-sopimus/lausekkeet.yaml`.

## Velvoitteet ja säännöt
Jokainen virke lain 381/2023 9, 10 ja 16 §:stä ja asetuksen 388/2024 1–4 §:stä: velvoittaako se
jotakuta, mikä sääntö sitä valvoo ja mitä mikään sääntö ei voi nähdä. Kirjattua tietoa voi
tarkistaa, tosiasiallista toimintaa ei. Säännön selitys: `sopimukset explain G01`.
"""

CLAUSES = """\
## Lausekkeet ja säännökset
Yhteistyösopimuksen mallilausekkeet, säännökset, joihin ne perustuvat, ja asema:

- **laki**: säännös määrää asian tai vaatii sopimaan siitä. Pakollista lauseketta (*) ei voi poistaa
  korvaamatta sitä. Korvaavan tekstin on sanottava sama asia.
- **sovittu**: säännös koskee asiaa, mutta siitä sopiminen on osapuolten vallassa.
- **tapa**: mikään säännös ei vaadi lauseketta. Se on hyvää sopimustapaa.

Mallilausekkeet ovat tämän hankkeen laatimia. Valtakunnallista sopimusmallia ei ole.
"""


def text() -> str:
    """The page."""
    return "\n".join([*_obligations(), "", *_clauses()]) + "\n"


def _obligations() -> Iterator[str]:
    yield INTRODUCTION
    rows = coverage()
    for act, numbers in COVERED.items():
        known = statutes.load().saados(act)
        yield f"### {act} {known.nimi_fi if known else ''}".rstrip()
        yield ""
        yield "| kohta | virke | velvoittaa | säännöt | mitä sääntö ei näe |"
        yield "|---|---|---|---|---|"
        for row in rows:
            if row.kohta.saados == act and row.kohta.pykala in numbers:
                yield _row(row)
        yield ""
    yield from _titles(rows)


def _row(row: Coverage) -> str:
    place = str(row.kohta).removeprefix(f"{row.kohta.saados} ")
    binds = "kyllä" if row.velvoittaa else "ei"
    rules = ", ".join(row.saannot) or "–"
    return f"| {place} | {row.teksti} | {binds} | {rules} | {row.jaa} |"


def _titles(rows: tuple[Coverage, ...]) -> Iterator[str]:
    used = {code for row in rows for code in row.saannot}
    yield "Säännöt:"
    yield ""
    for rule in RULES:
        if rule.code in used:
            yield f"- {rule.code} {rule.title} ({', '.join(rule.citations)})"


def _clauses() -> Iterator[str]:
    folder = template_folder(ROOT, KIND)
    if folder is None or folder.library is None:
        raise FileNotFoundError(f"templates/{KIND}: no clauses")
    yield CLAUSES
    yield "| lauseke | otsikko | säännökset | asema | miksi | säännöt |"
    yield "|---|---|---|---|---|---|"
    known = {item.tunnus: item for item in clause_statuses()}
    for clause in folder.library.lausekkeet:
        status = known[clause.tunnus]
        bound = f"{status.asema} *" if clause.pakollinen else status.asema
        heading = clause.versiot[-1].otsikko.fi or ""
        cited = ", ".join(clause.perusta) or "–"
        rules = ", ".join(_rules(clause)) or "–"
        yield f"| `{clause.tunnus}` | {heading} | {cited} | {bound} | {status.peruste} | {rules} |"


def _rules(clause: Mallilauseke) -> Iterator[str]:
    """The rule that demands the clause, and the one that reads what is put in its place."""
    if clause.saanto:
        yield clause.saanto
    if clause.tunnus in DEMANDS:
        yield SILENT.code


def main() -> None:
    """Write the page."""
    TARGET.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
