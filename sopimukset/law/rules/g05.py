"""G05: several authorities agree on who sets the group and names its leader and chair."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.dates import told_day
from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import NOBODY, GroupCase
from sopimukset.law.facts import ENTRUSTED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import SopimusAsettajasta

TASKS = {
    "asettaja": "johtoryhmän asettaja",
    "puheenjohtajan_nimeaja": "puheenjohtajan nimeäjä",
    "johtavan_henkilon_nimeaja": "johtavan henkilön nimeäjä",
}

NONE = (
    "Johtoryhmässä on {maara} työvoimaviranomaista, mutta niiden sopimusta asettajasta sekä "
    "johtavan henkilön ja puheenjohtajan nimeäjästä ei ole kirjattu."
)
NONE_ADVICE = "Kirjaa sopimus kohtaan sopimus_asettajasta."
ABSENT = "Sopimuksen asettajasta osapuoleksi ei ole kirjattu: {puuttuvat}."
ABSENT_ADVICE = "Kaikkien johtoryhmän työvoimaviranomaisten on sovittava. Kirjaa osapuolet."
OPEN = "Sopimuksessa asettajasta ei ole kirjattu: {puuttuvat}."
OPEN_ADVICE = "Kirjaa, mikä työvoimaviranomainen hoitaa tehtävän."
WRONG = "Sopimuksessa asettajasta {tehtava} ei ole johtoryhmän työvoimaviranomainen."
WRONG_ADVICE = "Tehtävän voi antaa vain johtoryhmän työvoimaviranomaiselle."
LATE = "Asettajasta on sovittu vasta johtoryhmän asettamisen jälkeen (asetettu {asetettu})."
LATE_ADVICE = "Sopimuksen on edellettävä asettamista. Tarkista päivät."
UNDATED = "Päivää, jona asettajasta on sovittu, ei ole kirjattu."
UNDATED_ADVICE = "Kirjaa sopimisen päivä (pvm)."
OTHER = "Johtoryhmän on asettanut muu työvoimaviranomainen kuin viranomaiset ovat sopineet."
OTHER_ADVICE = "Tarkista asettaja tai sopimus asettajasta."
SEVERAL = "Asettaja, puheenjohtajan nimeäjä ja johtavan henkilön nimeäjä ovat eri viranomaisia."
SEVERAL_ADVICE = "Laki puhuu yhdestä viranomaisesta. Harkitkaa, sovitaanko tehtävät samalle."


def check(group: GroupCase) -> Iterator[Hit]:
    """What the agreement of the authorities lacks, in a group of several authorities."""
    if len(group.authorities) < 2:
        return
    agreed = group.model.sopimus_asettajasta
    if agreed is None:
        values = {"maara": len(group.authorities)}
        yield Hit(group.path, NONE, NONE_ADVICE, values, missing=True)
        return
    path = (*group.path, "sopimus_asettajasta")
    yield from _parties(group, path, agreed)
    yield from _tasks(group, path, agreed)
    yield from _dates(group, path, agreed)
    yield from _settings(group, agreed)


def _parties(group: GroupCase, path: Path, agreed: SopimusAsettajasta) -> Iterator[Hit]:
    present = {group.region.role(tunnus) for tunnus in agreed.osapuolet}
    absent = [group.region.party_name(role) for role in group.authorities if role not in present]
    if absent:
        place = (*path, "osapuolet")
        yield Hit(place, ABSENT, ABSENT_ADVICE, {"puuttuvat": listed(absent)}, missing=True)


def _tasks(group: GroupCase, path: Path, agreed: SopimusAsettajasta) -> Iterator[Hit]:
    named = {task: getattr(agreed, task) for task in TASKS}
    unnamed = [TASKS[task] for task, tunnus in named.items() if tunnus is None]
    if unnamed:
        yield Hit(path, OPEN, OPEN_ADVICE, {"puuttuvat": listed(unnamed)}, missing=True)
    for task, tunnus in named.items():
        role = group.region.role(tunnus)
        if role not in (NOBODY, *group.authorities):
            yield Hit((*path, task), WRONG, WRONG_ADVICE, {"tehtava": TASKS[task]})
    able = {group.region.role(tunnus) for tunnus in named.values()} & set(group.authorities)
    if len(able) > 1:
        yield Hit(path, SEVERAL, SEVERAL_ADVICE, severity=Severity.WARNING)


def _dates(group: GroupCase, path: Path, agreed: SopimusAsettajasta) -> Iterator[Hit]:
    setting = group.first_setting
    if agreed.pvm is None:
        yield Hit(path, UNDATED, UNDATED_ADVICE, missing=True)
    elif setting is not None and agreed.pvm > setting and not group.made_before_agreement(setting):
        yield Hit((*path, "pvm"), LATE, LATE_ADVICE, {"asetettu": told_day(setting)})


def _settings(group: GroupCase, agreed: SopimusAsettajasta) -> Iterator[Hit]:
    setter = group.region.role(agreed.asettaja)
    if setter not in group.authorities:
        return  # nobody is agreed on, or somebody who can't be: told already
    others = set(group.authorities) - {setter}
    for index, term in enumerate(group.model.toimikaudet):
        if group.made_before_agreement(group.settings[index]):
            continue  # the agreement of its own time is no longer in the record
        if term.asettaminen and group.region.role(term.asettaminen.asettaja) in others:
            path = (*group.path, "toimikaudet", index, "asettaminen", "asettaja")
            yield Hit(path, OTHER, OTHER_ADVICE)


RULE = Rule(
    code="G05",
    title="Usean työvoimaviranomaisen johtoryhmässä on sovittu asettajasta ja nimeäjistä",
    severity=Severity.ERROR,
    citations=("381/2023 9 § 1 mom",),
    grade="A",
    decides="Asettamisen päivä: sopimus on tehtävä viimeistään silloin, myös vuonna 2024.",
    scope=Scope.GROUP,
    check=check,
    settled=ENTRUSTED,
)
