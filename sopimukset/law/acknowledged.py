"""Acknowledged defects: matched with what was found; a stale one is a finding itself (T10).

They are no permission: the finding stays visible everywhere, and only ceases to fail CI.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sopimukset.base.speech import say
from sopimukset.findings import Finding, Severity
from sopimukset.law.registry import known_code
from sopimukset.model import Alue, TunnistettuPuute
from sopimukset.workspace.record import Record

CODE = "T10"

UNKNOWN = "Tunnistetun puutteen koodia {koodi} ei ole."
NOWHERE = "Tunnistetun puutteen {koodi} kohtaa ei löydy tiedostosta."
EXPIRED = "Tunnistetun puutteen {koodi} määräaika on päättynyt."
UNUSED = "Tunnistettua puutetta {koodi} vastaavaa havaintoa ei enää ole."
BARE = "Tunnistetusta puutteesta {koodi} ei ole kirjattu: {puuttuvat}."

PARTS = {"kohta": "kohta", "syy": "syy", "vastuu": "vastuu", "paattyen": "määräpäivä"}
"""What a defect must say before it is acknowledged: where, why, whose, and until when."""

FORBIDDEN = "Havaintoa {koodi} ei voi kirjata tunnistetuksi puutteeksi."
FORBIDDEN_ADVICE = "Korjaa havainto ja poista merkintä."


def acknowledge(record: Record[Alue], findings: Sequence[Finding], as_of: date) -> list[Finding]:
    """The findings with those marked that the region has acknowledged, and what is stale in it."""
    alue = record.model
    if alue is None:
        return list(findings)
    marked = list(findings)
    told: list[Finding] = []
    for index, defect in enumerate(alue.tunnistetut_puutteet):
        matched = [number for number, item in enumerate(marked) if _covers(record, defect, item)]
        told += _stale(record, index, defect, as_of, used=bool(matched))
        if _in_force(defect, as_of):
            for number in matched:
                marked[number] = marked[number].as_acknowledged()
    return marked + told


def _covers(record: Record[Alue], defect: TunnistettuPuute, finding: Finding) -> bool:
    """Whether the finding is of the defect's rule and at or below its path in this file."""
    place = defect.kohta
    if place is None or finding.code != defect.koodi or finding.file != record.file:
        return False
    below = finding.path.removeprefix(place)
    return finding.path.startswith(place) and below[:1] in ("", ".", "[")


def _in_force(defect: TunnistettuPuute, as_of: date) -> bool:
    started = defect.kirjattu is None or defect.kirjattu <= as_of
    whole = not _lacking(defect) and _acknowledgeable(defect.koodi)
    return started and whole and not _expired(defect, as_of)


def _lacking(defect: TunnistettuPuute) -> list[str]:
    return [name for part, name in PARTS.items() if getattr(defect, part) is None]


def _acknowledgeable(code: str) -> bool:
    """Customer data, broken files and an unfinished check are nobody's to live with."""
    return code not in ("D03", CODE) and not code.startswith(("M", "V"))


def _expired(defect: TunnistettuPuute, as_of: date) -> bool:
    return defect.paattyen is not None and defect.paattyen < as_of


def _stale(
    record: Record[Alue], index: int, defect: TunnistettuPuute, as_of: date, *, used: bool
) -> Iterator[Finding]:
    message = ""
    advice = "Poista merkintä."
    severity = Severity.WARNING
    lacking = _lacking(defect)
    if not known_code(defect.koodi):
        message, advice = UNKNOWN, "Tarkista koodi: sopimukset explain KOODI."
    elif not _acknowledgeable(defect.koodi):
        message, advice, severity = FORBIDDEN, FORBIDDEN_ADVICE, Severity.ERROR
    elif defect.kohta is not None and record.find(defect.kohta) is None:
        message, advice = NOWHERE, "Tarkista kohta, esimerkiksi johtoryhmat[tym]."
    elif lacking:
        message, advice = BARE, "Kirjaa puutteelle kohta, syy, vastuu ja määräpäivä (paattyen)."
    elif _expired(defect, as_of):
        message, advice = EXPIRED, "Korjatkaa puute tai sopikaa uusi määräpäivä."
    elif not used:
        message = UNUSED
    if message:
        text = say(message).format(koodi=defect.koodi, puuttuvat=", ".join(map(say, lacking)))
        path = ("tunnistetut_puutteet", index)
        yield record.finding(CODE, severity, text, say(advice), path)
