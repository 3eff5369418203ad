"""T25: assessed points and states are those of the national recommendations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.words import nearest
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._assessments import followed, last_day, worth
from sopimukset.model import Seuranta
from sopimukset.register import Suositukset, load_recommendations

UNKNOWN = "Kohtaa {avain} ei ole kansallisissa suosituksissa."
MEANT = "Tarkoititko: {meant}?"
UNKNOWN_ADVICE = "Suosituksen {suositus} kohdat: {known}."
ALL_ADVICE = "Kohtien avaimet on lueteltu ohjeessa docs/yhteistyo.md."
ELSEWHERE = "Kohta {avain} on suosituksen {oikea} kohta, ei suosituksen {suositus}."
ELSEWHERE_ADVICE = "Kirjaa suositus: {oikea}."
POINTLESS = "Arviosta puuttuu suosituksen kohta."
POINTLESS_ADVICE = "Kirjaa kohta: suosituksen kohdan avain."
STRANGE = "Yhteistyön tilan kuvausta {avain} ei ole kansallisissa suosituksissa."
STRANGE_ADVICE = "Kuvaukset: {known}."


def check(file: FileCase) -> Iterator[Hit]:
    """Points and descriptions that the recommendations don't hold on the period's last day."""
    model = followed(file)
    if model is None:
        return
    known, day = load_recommendations(), last_day(model) or file.as_of
    yield from _points(model, known, day)
    yield from _states(model, known, day)


def _points(model: Seuranta, known: Suositukset, day: date) -> Iterator[Hit]:
    """Points that aren't known, and those under the number of another recommendation."""
    for index, row in enumerate(model.suositukset):
        path: Path = ("suositukset", index)
        point = known.kohta(row.kohta, day)
        if row.kohta is None:
            yield Hit(path, POINTLESS, POINTLESS_ADVICE)
        elif point is None:
            yield _unknown((*path, "kohta"), row.kohta, row.suositus, known)
        elif row.suositus not in (None, point.suositus):  # without a number the point tells it
            values = {"avain": row.kohta, "suositus": row.suositus, "oikea": point.suositus}
            yield Hit((*path, "suositus"), ELSEWHERE, ELSEWHERE_ADVICE, values)


def _states(model: Seuranta, known: Suositukset, day: date) -> Iterator[Hit]:
    for index, state in enumerate(model.yhteistyon_tila):
        if state.kuvaus is not None and known.kuvaus(state.kuvaus, day) is None:
            words = [item.avain for item in known.kuvaukset]
            meant = nearest(state.kuvaus, words)
            values = {"avain": state.kuvaus, "meant": meant, "known": ", ".join(words)}
            place = ("yhteistyon_tila", index, "kuvaus")
            yield Hit(place, STRANGE, MEANT if meant else STRANGE_ADVICE, values)


def _unknown(path: Path, avain: str, suositus: int | None, known: Suositukset) -> Hit:
    points = known.kohdat
    own = [key for key, item in points.items() if item.suositus == suositus]
    meant = nearest(avain, own) or nearest(avain, points)
    values = {"avain": avain, "meant": meant, "suositus": suositus, "known": ", ".join(own)}
    return Hit(path, UNKNOWN, MEANT if meant else UNKNOWN_ADVICE if own else ALL_ADVICE, values)


RULE = Rule(
    code="T25",
    title="Arvioidut suositusten kohdat ja yhteistyön kuvaukset ovat kansallisten suositusten",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Seurantajakson viimeinen päivä: katsotaan silloin voimassa olleita suosituksia.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)
