"""A region's life in a repository of its own: set, agreed, changed, until its term ends.

Every step is an edit of the region's files by hand, saved under a fixed author and date, so that
the repository is the same, byte for byte, wherever it is made.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from sopimukset.tracking.fingerprints import content, fingerprint, plain
from sopimukset.workspace.templates import library_of
from sopimukset.workspace.workspace import read_region
from tests.support.workspaces import edit

REGION = "kanta-hame"
AUTHOR = "Ilmari Esimerkki"
MAIL = "esimerkki@example.org"

TEXTS = Path(__file__).parents[1] / "data" / "changelog"
"""What is added to the region's record, step by step."""

MARK = "osapuoli: {party}, tekija: {who}, pvm: {day}, pykala: {section}"
APPROVERS = (("kunta", "kaupunginhallitus"), ("hva", "aluehallitus"), ("kela", "yksikön johtaja"))


@dataclass
class Life:
    """The repository while it is being made."""

    folder: Path
    git: str

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.run("init", "-q", "-b", "main")

    @property
    def home(self) -> Path:
        return self.folder / "regions" / REGION

    @property
    def record(self) -> Path:
        return self.home / "alue.yaml"

    def run(self, *arguments: str, day: str = "2025-01-01") -> None:
        when = f"{day}T12:00:00+02:00"
        kept = {name: it for name, it in os.environ.items() if not name.startswith("GIT_")}
        environment = {
            **kept,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_NAME": AUTHOR,
            "GIT_AUTHOR_EMAIL": MAIL,
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_NAME": AUTHOR,
            "GIT_COMMITTER_EMAIL": MAIL,
            "GIT_COMMITTER_DATE": when,
        }
        command = [self.git, *arguments]
        subprocess.run(command, cwd=self.folder, env=environment, check=True, capture_output=True)

    def save(self, day: str, message: str, tag: str = "") -> None:
        self.run("add", "-A", day=day)
        self.run("commit", "-q", "-m", message, day=day)
        if tag:
            self.run("tag", "-a", tag, "-m", tag, day=day)

    def append(self, text: str) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        before = self.record.read_text(encoding="utf-8") if self.record.exists() else ""
        self.record.write_text(before + text, encoding="utf-8")

    def edit(self, *changes: tuple[str, str]) -> None:
        edit(self.record, *changes)

    def release(self, number: str, day: str) -> str:
        """Write the version's file by hand, and give its fingerprint."""
        alue = read_region(self.folder, REGION).alue
        assert alue is not None
        [agreement] = alue.sopimukset
        found = content(alue, agreement, library_of(self.folder, agreement.laji), {})
        assert found is not None
        data = {
            "muoto": 1,
            "sopimus": agreement.tunnus,
            "versio": number,
            "julkaistu": day,
            "sormenjalki": fingerprint(found),
            "sisalto": plain(found),
        }
        path = self.home / "versiot" / f"{agreement.tunnus}-{number}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1, default=_told), "utf-8")
        return fingerprint(found)

    def approve(self, number: str, seal: str, day: str, conditions: Mapping[str, str]) -> None:
        lines = "".join(
            f"      - {{{MARK.format(party=party, who=who, day=day, section=section)}, "
            f"versio: '{number}', sormenjalki: '{seal}'"
            + (f", ehto: {conditions[party]}" if party in conditions else "")
            + "}\n"
            for section, (party, who) in enumerate(APPROVERS, 11)
        )
        text = self.record.read_text(encoding="utf-8")
        head = "" if "    hyvaksynnat:\n" in text else "    hyvaksynnat:\n"
        self.append(head + lines)


def _text(name: str) -> str:
    return (TEXTS / f"{name}.yaml").read_text(encoding="utf-8")


def _told(value: object) -> float | str:
    return float(value) if isinstance(value, Decimal) else str(value)


def live(folder: Path, program: Callable[[str], str]) -> Path:
    """The whole life, in `folder`; gives the folder back."""
    life = Life(folder, program("git"))
    life.append(_text("osapuolet"))
    life.save("2025-01-10", "Osapuolet", tag="alku")
    life.append(_text("johtoryhma"))
    life.save("2025-01-21", "Johtoryhmä asetettu")
    life.append(_text("sopimus"))
    life.save("2025-03-01", "Sopimuksen luonnos")
    first = life.release("1.0", "2025-03-03")
    life.save("2025-03-03", "Sopimus 1.0", tag="tym-sopimus-1.0")
    life.approve("1.0", first, "2025-03-20", {})
    life.save("2025-03-21", "Osapuolet hyväksyivät")
    life.edit(
        (
            "      - {jasen: kunta-1, nimeaja: kunta, alkaen: 2025-02-01}\n",
            "      - {jasen: kunta-1, nimeaja: kunta, alkaen: 2025-02-01, paattyen: 2025-12-31}\n"
            "      - {jasen: hva-1, nimeaja: kunta, alkaen: 2026-01-01}\n",
        ),
        ("nimi: Salainen Nimi", "nimi: Toinen Salattu"),
    )
    life.save("2025-12-15", "Puheenjohtaja vaihtuu")
    row = "johtoryhma: tym, maara: 1, yksikko: htv, tehtava: kuntoutusasiantuntija, alkaen: "
    after = row.replace("maara: 1", "maara: 0.5")
    life.edit(
        (
            f"{row}2025-04-01}}\n",
            f"{row}2025-04-01, paattyen: 2026-05-31}}\n"
            f"  - {{tunnus: h-kela-2, osapuoli: kela, {after}2026-06-01}}\n",
        )
    )
    life.save("2026-05-10", "Kelan henkilöstö vähenee")
    life.edit(
        ("    irtisanomisaika_kk: 6\n", "    irtisanomisaika_kk: 12\n"),
        ("osuudet: {kunta: 60, hva: 40}", "osuudet: {kunta: 50, hva: 50}"),
    )
    second = life.release("1.1", "2026-05-20")
    life.save("2026-05-20", "Sopimus 1.1", tag="tym-sopimus-1.1")
    life.approve("1.1", second, "2026-06-10", {"hva": "henkilöstö tarkistetaan syksyllä 2026"})
    life.save("2026-06-11", "Hyväksynnät, yksi ehdolla")
    life.edit(
        (
            "          - {nimike: palvelupäällikkö, alkaen: 2025-02-01}\n",
            "          - {nimike: palvelupäällikkö, alkaen: 2025-02-01, paattyen: 2030-01-31}\n",
        ),
        (
            "pvm: 2025-01-20, pykala: 9}}\n",
            "pvm: 2025-01-20, pykala: 9}}\n"
            "      - {tunnus: k2030, alkaen: 2030-02-01, paattyen: 2035-01-31}\n",
        ),
    )
    life.save("2030-01-15", "Toimikausi päättyy", tag="kausi-2025")
    return folder
