"""T01: what is referred to exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from sopimukset.base.words import nearest
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.survey import survey
from sopimukset.law.texts import Part
from sopimukset.model import Alue, Johtoryhma, Malli
from sopimukset.model.structure import fields_of

UNKNOWN = "{mita} {tunnus} ei ole tässä alueessa."
MEANT = "Tarkoititko: {meant}?"
KNOWN = "Tunnetut: {known}."
NOTHING = "Niitä ei ole vielä kirjattu yhtään."
AGAIN = (
    "{mita} {tunnus} ei ole tässä alueessa. Siihen viitataan {maara} kohdassa, tässä ensi kerran."
)
NOWHERE = "Yhteistä johtoryhmää {tunnus} ei ole alueen {alue} tiedostossa."
NOWHERE_ADVICE = "Tarkista kohdat alue ja johtoryhma."

WORDS = {
    "osapuoli": "Osapuolta",
    "sopimusosapuoli": "Osapuolta",
    "johtoryhma": "Johtoryhmää",
    "jasen": "Jäsenyyttä",
    "toimipiste": "Toimipistettä",
    "henkilosto": "Henkilöstöriviä",
    "kustannus": "Kustannusta",
    "toimija": "Osapuolta tai kumppania",
    "foorumi": "Foorumia",
}

Names = Mapping[str, frozenset[str]]


def worth(folder: Folder) -> bool:
    """Whether anything, at whatever place, refers to what is nowhere in its region."""
    region = folder.files[0].region
    if region is None:
        return False
    names, groups = region.names, region.alue.johtoryhmat
    if any(not names[kind].issuperset(told) for kind, told in folder.survey.references.items()):
        return True
    if region.alue.yhteiset_johtoryhmat:
        return True
    # Where there is one group, every seat of the region is its own.
    return len(groups) > 1 and any(
        not _seats(group).issuperset(survey([group]).references["jasen"]) for group in groups
    )


def check(file: FileCase) -> Iterator[Hit]:
    """References to parties, groups, seats and offices that the record doesn't hold."""
    if file.region is None:
        return
    yield from _once_each(references(file.parts, file.region.names))
    if isinstance(file.model, Alue):
        yield from _shared_groups(file.region)


def _once_each(hits: Iterator[Hit]) -> Iterator[Hit]:
    """One hit for each thing that is missing, however often the file refers to it."""
    found: dict[tuple[object, object], list[Hit]] = {}
    for hit in hits:
        found.setdefault((hit.values["mita"], hit.values["tunnus"]), []).append(hit)
    for same in found.values():
        first = same[0]
        if len(same) > 1:
            values = {**first.values, "maara": len(same)}
            first = first._replace(message=AGAIN, values=values)
        yield first


def _shared_groups(region: RegionCase) -> Iterator[Hit]:
    """Groups that are said to live in another region's file, and don't."""
    for index, shared in enumerate(region.alue.yhteiset_johtoryhmat):
        if shared.alue in region.world.unread:
            continue  # M01–M04 tell of the file
        other = region.world.regions.get(shared.alue)
        groups = {group.model.tunnus for group in other.groups} if other else set()
        if shared.johtoryhma not in groups:
            values = {"tunnus": shared.johtoryhma, "alue": shared.alue}
            yield Hit(("yhteiset_johtoryhmat", index), NOWHERE, NOWHERE_ADVICE, values)


def references(parts: Iterable[Part], names: Names) -> Iterator[Hit]:
    """What the parts of a file refer to in vain; within a group, seats are that group's."""
    group: Path = ()
    within = names
    for path, model, _ in parts:
        if isinstance(model, Johtoryhma):
            group = path
            within = {**names, "jasen": _seats(model)}
        held = model.__dict__
        for name, reference in _references(type(model)):
            value = held[name]
            if not value:
                continue
            known = within if path[: len(group)] == group else names
            # Nearly every reference is right, so all of a field's are tried at once.
            if not known[reference].issuperset([value] if isinstance(value, str) else value):
                yield from _named((*path, name), value, reference, known)


def _seats(group: Johtoryhma) -> frozenset[str]:
    return frozenset(seat.tunnus for seat in group.jasenet)


@cache
def _references(model: type[Malli]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that refer to something, with what they refer to."""
    found = fields_of(model).items()
    return tuple((name, field.reference) for name, field in found if field.reference)


def _named(path: Path, value: Any, kind: str, names: Names) -> Iterator[Hit]:  # noqa: ANN401
    if isinstance(value, str):
        yield from _one(path, value, kind, names)
    elif isinstance(value, Mapping):
        for key in value:
            for hit in _one((*path, key), key, kind, names):
                yield hit._replace(at_key=True)
    else:
        for index, item in enumerate(value):
            yield from _one((*path, index), item, kind, names)


def _one(path: Path, tunnus: str, kind: str, names: Names) -> Iterator[Hit]:
    known = names[kind]
    if tunnus in known or (kind == "sopimusosapuoli" and "johtoryhm" in tunnus.casefold()):
        return
    meant = nearest(tunnus, known)
    values = {
        "mita": WORDS[kind],
        "tunnus": tunnus,
        "meant": meant,
        "known": ", ".join(sorted(known)),
    }
    advice = MEANT if meant else KNOWN if known else NOTHING
    yield Hit(path, UNKNOWN, advice, values)


RULE = Rule(
    code="T01",
    title="Viitattu osapuoli, johtoryhmä, jäsenyys tai toimipiste on olemassa",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)
