"""Acknowledged defects: matched with what was found; a stale one is a finding itself (T10).

They are no permission: the finding stays visible everywhere, and only ceases to fail CI.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.base.speech import say
from sopimukset.findings import Finding, Severity
from sopimukset.law.registry import known_code
from sopimukset.model import Alue, TunnistettuPuute
from sopimukset.workspace.record import Record
from sopimukset.workspace.vocabulary import shown_word

if TYPE_CHECKING:
    from sopimukset.workspace.workspace import AnyRecord

CODE = "T10"

UNKNOWN = "Tunnistetun puutteen koodia {koodi} ei ole."
NOWHERE = "Tunnistetun puutteen {koodi} kohtaa ei löydy tiedostosta."
EXPIRED = "Tunnistetun puutteen {koodi} määräaika on päättynyt."
UNUSED = "Tunnistettua puutetta {koodi} vastaavaa havaintoa ei enää ole."
BARE = "Tunnistetusta puutteesta {koodi} ei ole kirjattu: {puuttuvat}."
BARE_ADVICE = "Kirjaa puutteelle kohta, syy, vastuu, kirjattu ja määräpäivä (paattyen)."

PARTS = {
    "kohta": "kohta",
    "syy": "syy",
    "vastuu": "vastuu",
    "kirjattu": "kirjaamispäivä",
    "paattyen": "määräpäivä",
}
"""What a defect must say before it is acknowledged: where, why, whose, since and until when."""

FORBIDDEN = "Havaintoa {koodi} ei voi kirjata tunnistetuksi puutteeksi."
FORBIDDEN_ADVICE = "Korjaa havainto ja poista merkintä."


class _Place(NamedTuple):
    """Where a defect stands: the file, by its path in the workspace, and what lies in it."""

    file: str
    path: str

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is at the place or below it."""
        below = finding.path.removeprefix(self.path)
        within = finding.path.startswith(self.path) and below[:1] in ("", ".", "[")
        return finding.file == self.file and (within or not self.path)

    def stands_in(self, files: Collection[AnyRecord]) -> bool:
        """Whether one of the region's files has the place."""
        file = self._file(files)
        return file is not None and (not self.path or file.find(self.path) is not None)

    def as_found(self, files: Collection[AnyRecord]) -> _Place:
        """The place as findings name it, where it tells an item by number that has a name."""
        file = self._file(files) if _NUMBER.search(self.path) else None
        return self if file is None else self._replace(path=file.named(self.path))

    def _file(self, files: Collection[AnyRecord]) -> AnyRecord | None:
        return next((item for item in files if item.file == self.file), None)


_NUMBER = re.compile(r"\[\d+\]")
_OTHER_FILE = re.compile(r"([^ ]+\.yaml)(?: (.+))?")


def _place(record: Record[Alue], defect: TunnistettuPuute) -> _Place | None:
    """The defect's place: in `alue.yaml`, or in another file of the region that it names first."""
    if defect.kohta is None:
        return None
    other = _OTHER_FILE.fullmatch(defect.kohta)
    if other is None:
        return _Place(record.file, defect.kohta)
    folder = record.file.rpartition("/")[0]
    return _Place(f"{folder}/{other[1]}", other[2] or "")


def acknowledge(
    record: Record[Alue], files: Collection[AnyRecord], findings: Sequence[Finding], as_of: date
) -> list[Finding]:
    """The findings with those marked that the region has acknowledged, and what is stale in it.

    Args:
        record: the region's own file, which lists the defects.
        files: all files of the region, in which a place may lie.
        findings: what was found in them.
        as_of: the day of the check.
    """
    alue = record.model
    if alue is None:
        return list(findings)
    marked = list(findings)
    told: list[Finding] = []
    for index, defect in enumerate(alue.tunnistetut_puutteet):
        place = _place(record, defect)
        place = place.as_found(files) if place is not None else None
        matched = [
            number
            for number, item in enumerate(marked)
            if place is not None and item.code == defect.koodi and place.covers(item)
        ]
        # where something is found there is a place, though the file may lack the very key
        lost = place is not None and not matched and not place.stands_in(files)
        told += _stale(record, index, defect, as_of, lost=lost, used=bool(matched))
        if _in_force(defect, as_of) and _is_owned(defect, alue):
            for number in matched:
                marked[number] = marked[number].as_acknowledged()
    return marked + told


def _in_force(defect: TunnistettuPuute, as_of: date) -> bool:
    whole = not _lacking(defect) and _acknowledgeable(defect.koodi)
    return _recorded(defect, as_of) and whole and not _expired(defect, as_of)


def _is_owned(defect: TunnistettuPuute, alue: Alue) -> bool:
    """Whether one of the region's parties answers for it; of an owner that is none T01 tells."""
    return any(party.tunnus == defect.vastuu for party in alue.osapuolet)


def _recorded(defect: TunnistettuPuute, as_of: date) -> bool:
    """Whether the defect had been recorded by that day; before it, nothing could answer to it."""
    return defect.kirjattu is None or defect.kirjattu <= as_of


def _lacking(defect: TunnistettuPuute) -> list[str]:
    row = defect.__dict__
    lacking = [name for part, name in PARTS.items() if row[part] is None]
    if defect.syy is not None and not any(map(str.isalpha, defect.syy)):
        lacking.append(PARTS["syy"])  # «-» tells no reason
    return lacking


def _acknowledgeable(code: str) -> bool:
    """Customer data, broken files and an unfinished check are nobody's to live with."""
    return code not in ("D03", CODE) and not code.startswith(("M", "V"))


def _expired(defect: TunnistettuPuute, as_of: date) -> bool:
    return defect.paattyen is not None and defect.paattyen < as_of


def _stale(
    record: Record[Alue],
    index: int,
    defect: TunnistettuPuute,
    as_of: date,
    *,
    lost: bool,
    used: bool,
) -> Iterator[Finding]:
    message = ""
    advice = "Poista merkintä."
    severity = Severity.WARNING
    lacking = _lacking(defect)
    if not known_code(defect.koodi):
        message, advice = UNKNOWN, "Tarkista koodi: sopimukset explain KOODI."
    elif not _acknowledgeable(defect.koodi):
        message, advice, severity = FORBIDDEN, FORBIDDEN_ADVICE, Severity.ERROR
    elif lost:
        message, advice = NOWHERE, "Tarkista kohta, esimerkiksi johtoryhmat[tym]."
    elif lacking:
        message, advice = (
            BARE,
            "Kirjaa puutteelle kohta, syy, vastuu, kirjattu ja määräpäivä (paattyen).",
        )
    elif _expired(defect, as_of):
        message, advice = EXPIRED, "Korjatkaa puute tai sopikaa uusi määräpäivä."
    elif not used and _recorded(defect, as_of):
        message = UNUSED
    if message:
        text = say(message).format(
            koodi=shown_word(defect.koodi), puuttuvat=", ".join(map(say, lacking))
        )
        path = ("tunnistetut_puutteet", index)
        yield record.finding(CODE, severity, text, say(advice), path)
