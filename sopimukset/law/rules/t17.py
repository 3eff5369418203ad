"""T17: an indicator and its class are those of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from sopimukset.base.words import listed_keys, nearest
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules import _followups
from sopimukset.model import Alue

UNKNOWN = "Mittari ei ole mittariluettelossa."
CLASS = "Luokka ei ole mittarin {mittari} luokkia."
CLASSLESS = "Mittarilla {mittari} ei ole luokkia."
MEANT = "Tarkoititko: {meant}?"
OTHERWISE = "Käytä mittariluettelon mittaria, tai kerro sama sanoin ilman mittaria."
KNOWN = "Luokat ovat: {known}."
REMOVE = "Poista luokka."


def worth(folder: Folder) -> bool:
    """Whether there is a follow-up with values, or a goal that names an unknown indicator."""
    return _followups.worth(folder) or any(any(_strange(alue)) for alue in folder.regions)


def check(file: FileCase) -> Iterator[Hit]:
    """Values of indicators or classes that the catalogue doesn't know, and goals that name them."""
    for one in file.recorded:
        item, luokka = one.item, one.place.luokka
        if item is None:
            yield _unknown((*one.path, "mittari"), one.mittari)
        elif luokka is not None and luokka not in item.luokat:
            yield _class((*one.path, "luokka"), luokka, item.avain, item.luokat)
    if isinstance(file.model, Alue):
        for path, mittari in _strange(file.model):
            yield _unknown(path, mittari)


def _strange(alue: Alue) -> Iterator[tuple[Path, str]]:
    """The indicators of goals that the catalogue doesn't know, with their places."""
    for index, group in enumerate(alue.johtoryhmat):
        for place, goal in enumerate(group.tavoitteet):
            if goal.mittari is not None and goal.mittari not in _known():
                yield ("johtoryhmat", index, "tavoitteet", place, "mittari"), goal.mittari


@cache
def _known() -> tuple[str, ...]:
    from sopimukset.register import load_indicators  # not needed where nobody follows anything

    return load_indicators().avaimet


def _unknown(path: Path, mittari: str) -> Hit:
    meant = nearest(mittari, _known())
    return Hit(path, UNKNOWN, MEANT if meant else OTHERWISE, {"meant": meant})


def _class(path: Path, luokka: str, mittari: str, known: Iterable[str]) -> Hit:
    values = {"mittari": mittari}
    classes = tuple(known)
    if not classes:
        return Hit(path, CLASSLESS, REMOVE, values)
    meant = nearest(luokka, classes)
    told = {**values, "meant": meant, "known": listed_keys(classes)}
    return Hit(path, CLASS, MEANT if meant else KNOWN, told)


RULE = Rule(
    code="T17",
    title="Mittari ja sen luokka ovat mittariluettelossa",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Seurantajakson viimeinen päivä ratkaisee, mikä luettelon versio on käytössä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)
