"""T25: assessed points and states are those of the national recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import nearest
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._assessments import assessing, last_day, worth
from sopimukset.model.seuranta import SuosituksenTila
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
    model = assessing(file)
    if model is None:
        return
    known, day = load_recommendations(), last_day(model) or file.as_of
    for index, row in enumerate(model.suositukset):
        path: Path = ("suositukset", index)
        if row.kohta is None:
            yield Hit(path, POINTLESS, POINTLESS_ADVICE, missing=True)
        elif known.kohta(row.kohta, day) is None:
            yield _unknown((*path, "kohta"), row, known)
        else:
            yield from _elsewhere((*path, "suositus"), row, known)
    for index, state in enumerate(model.yhteistyon_tila):
        if state.kuvaus is not None and known.kuvaus(state.kuvaus, day) is None:
            words = [item.avain for item in known.kuvaukset]
            meant = nearest(state.kuvaus, words)
            values = {"avain": state.kuvaus, "meant": meant, "known": ", ".join(words)}
            place = ("yhteistyon_tila", index, "kuvaus")
            yield Hit(place, STRANGE, MEANT if meant else STRANGE_ADVICE, values)


def _unknown(path: Path, row: SuosituksenTila, known: Suositukset) -> Hit:
    points = known.kohdat
    own = [key for key, item in points.items() if item.suositus == row.suositus]
    meant = nearest(row.kohta or "", own) or nearest(row.kohta or "", points)
    values = {
        "avain": row.kohta,
        "meant": meant,
        "suositus": row.suositus,
        "known": ", ".join(own),
    }
    return Hit(path, UNKNOWN, MEANT if meant else UNKNOWN_ADVICE if own else ALL_ADVICE, values)


def _elsewhere(path: Path, row: SuosituksenTila, known: Suositukset) -> Iterator[Hit]:
    """A point under the number of another recommendation; without a number the point tells it."""
    point = known.kohta(row.kohta)
    if point is not None and row.suositus not in (None, point.suositus):
        values = {"avain": row.kohta, "suositus": row.suositus, "oikea": point.suositus}
        yield Hit(path, ELSEWHERE, ELSEWHERE_ADVICE, values)


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
