"""Reads the lists of acts and goals, and the heads of the stored texts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopimukset.statutes.entities import Kieli, Saados, Tavoite

# Patterns are text: `re` compiles and keeps them at first use, which spares the start-up.
_TEXT_FILE = r"(\d+)-(\d{4})\.(fi|sv)\.md"
_ADDRESS = r"https://www\.finlex\.fi/\S+"
_STORED = r"Tallennettu teksti: (\d{4}-\d{2}-\d{2})"
_TITLE = r"# (?:\d+/\d{4} )?(.+?)(?: \d+/\d{4})?"
_HEAD_SIZE = 1024  # bytes; the longest head has some 400
_KIELET: Mapping[str, Kieli] = {"fi": "fi", "sv": "sv"}


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a stored text say of it.

    Attributes:
        nimi: name of the act, without its number.
        osoite: Finlex address, empty where none is given.
        tarkistettu: the day whose text is stored, None where the head tells none.
        alkuperainen: the text is said to be the original one.
        kokonaan: the text is said to hold all sections of the act.
    """

    nimi: str
    osoite: str
    tarkistettu: date | None
    alkuperainen: bool
    kokonaan: bool


def parse_head(text: str) -> Head:
    """Reads the title line and the source line of a stored text."""
    title, _, rest = text.partition("\n")
    name = re.fullmatch(_TITLE, title.strip())
    address = re.search(_ADDRESS, rest)
    stored = re.search(_STORED, rest)
    return Head(
        nimi=name[1] if name else "",
        osoite=address[0] if address else "",
        tarkistettu=date.fromisoformat(stored[1]) if stored else None,
        alkuperainen="Alkuperäinen säädösteksti" in rest,
        kokonaan="Kaikki pykälät." in rest.partition("\n# ")[0],
    )


def read_acts(folder: Path) -> dict[str, Saados]:
    """All acts of the folder by number, those cited without their text included.

    Raises:
        ValueError: a date is not one, or a line has too many or too few fields.
        OSError: a file can't be read.
    """
    acts = {row["numero"]: _act(row) for row in rows(folder / "acts.csv")}
    others = {row["numero"]: _act(row) for row in rows(folder / "muut_saadokset.csv")}
    for numero, act in others.items():
        acts.setdefault(numero, act)
    for numero, heads in _heads(folder).items():
        acts[numero] = _with_heads(acts.get(numero), numero, heads)
    for numero in others:
        if not acts[numero].osoite:
            acts[numero] = replace(acts[numero], osoite=_address(numero))
    return acts


def read_goals(folder: Path) -> tuple[Tavoite, ...]:
    """The rows of `tavoitteet.csv` in their order."""
    return tuple(
        Tavoite(
            avain=row["avain"],
            nimi_fi=row["nimi_fi"],
            nimi_en=row["nimi_en"],
            alkaen=date.fromisoformat(row["alkaen"]),
            paattyen=date.fromisoformat(row["paattyen"]),
            kaannos_oma=row["kaannos_oma"] == "kylla",
        )
        for row in rows(folder / "tavoitteet.csv")
    )


def rows(path: Path) -> Iterator[Mapping[str, str]]:
    """The lines of a csv file by the names of its head line.

    Raises:
        ValueError: a line has too many or too few fields.
        OSError: the file can't be read.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        header = next(reader)
        yield from (dict(zip(header, row, strict=True)) for row in reader)


def text_path(folder: Path, numero: str, kieli: Kieli) -> Path:
    """Where the text of an act is stored; the file need not exist."""
    return folder / f"{numero.replace('/', '-')}.{kieli}.md"


def _act(row: Mapping[str, str]) -> Saados:
    start, end = _period(row["voimassa"])
    return Saados(
        numero=row["numero"],
        nimi_fi=row["nimi_fi"],
        nimi_sv=row["nimi_sv"],
        tila=row["tila"],
        alkaen=start,
        paattyen=end,
        luettu=row["luettu"],
        osoite=row["osoite"],
        huom=row["huom"],
        tarkistettu=None,
    )


def _period(text: str) -> tuple[date | None, date | None]:
    """A period as the list writes it: `2025-01-01.. (note)`, `..2024-12-31`, `2023..2032`."""
    start, _, end = text.partition(" ")[0].partition("..")
    return _day(start, "-01-01"), _day(end, "-12-31")


def _day(text: str, rest_of_year: str) -> date | None:
    if not text:
        return None
    return date.fromisoformat(text if len(text) > len("2023") else text + rest_of_year)


def _heads(folder: Path) -> dict[str, dict[Kieli, Head]]:
    found: dict[str, dict[Kieli, Head]] = {}
    for path in sorted(folder.iterdir()):
        match = re.fullmatch(_TEXT_FILE, path.name)
        if match is not None:
            with path.open("rb") as stream:
                text = stream.read(_HEAD_SIZE).decode("utf-8", errors="ignore")
            found.setdefault(f"{match[1]}/{match[2]}", {})[_KIELET[match[3]]] = parse_head(text)
    return found


def _with_heads(act: Saados | None, numero: str, heads: Mapping[Kieli, Head]) -> Saados:
    finnish, swedish = heads.get("fi"), heads.get("sv")
    known = act or Saados(numero, "", "", "", None, None, "", "", "", None)
    return replace(
        known,
        nimi_fi=known.nimi_fi or (finnish.nimi if finnish else ""),
        nimi_sv=known.nimi_sv or (swedish.nimi if swedish else ""),
        osoite=known.osoite or (finnish.osoite if finnish else ""),
        tarkistettu=finnish.tarkistettu if finnish else None,
        kielet=tuple(sorted(heads)),
        alkuperainen=finnish.alkuperainen if finnish else False,
        kokonaan=finnish.kokonaan if finnish else False,
    )


def _address(numero: str) -> str:
    number, year = numero.split("/")
    return f"https://www.finlex.fi/fi/laki/ajantasa/{year}/{year}{number:0>4}"
