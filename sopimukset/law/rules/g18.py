"""G18: the leader, or the deputy, presents the matters to the group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase, Leader
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Kielitekstit, Kokous, Teksti
from sopimukset.model.kokous import Asia

ROLES = frozenset(("johtava_henkilo", "johtava henkilö", "varahenkilo", "varahenkilö"))
"""How the record names a presenter by the task."""

NONE = "Asian esittelijää ei ole kirjattu."
OTHER = "Asian esittelijäksi on kirjattu muu kuin johtava henkilö tai varahenkilö."
ADVICE = "Johtava henkilö vastaa esittelystä. Kirjaa esittelija: johtava_henkilo tai varahenkilo."


def worth(folder: Folder) -> bool:
    """Whether any meeting has a matter with another presenter than a role, or with none."""
    return any(_doubtful(matter) for meeting in folder.meetings for matter in meeting.asiat)


def check(file: FileCase) -> Iterator[Hit]:
    """Matters of a meeting that was held while there was a leader, with another presenter."""
    meeting = file.model
    if not isinstance(meeting, Kokous) or file.region is None:
        return
    matters = [item for item in enumerate(meeting.asiat) if _doubtful(item[1])]
    if not matters:
        return
    group = next(
        (item for item in file.region.groups if item.model.tunnus == meeting.johtoryhma), None
    )
    if group is None or meeting.pvm > group.as_of:
        return  # T01 tells of an unknown group; a coming meeting may still change
    people = _in_office(group, meeting.pvm)
    if people:
        known = {title for person in people for title in _titles(person.person.nimike)}
        for index, matter in matters:
            yield from _presenter(("asiat", index), matter, known)


def _doubtful(matter: Asia) -> bool:
    """Whether the presenter is neither a role nor, as in opening and closing, needless."""
    if matter.esittelija is None:
        return matter.laji is not None or matter.paatos is not None
    return matter.esittelija not in ROLES


def _in_office(group: GroupCase, day: date) -> list[Leader]:
    """The leaders and deputies of the day; none before the first leader's start."""
    people = group.leaders
    started = [
        item.person.alkaen for item in people if not item.deputy and item.person.alkaen is not None
    ]
    if not started or day < min(started):
        return []
    return [item for item in people if item.person.jakso and day in item.person.jakso]


def _titles(title: Teksti | None) -> Iterator[str]:
    """The title in each language, as it may stand in a meeting's record."""
    texts = (title.fi, title.sv) if isinstance(title, Kielitekstit) else (title,)
    return (text.casefold() for text in texts if text is not None)


def _presenter(path: Path, matter: Asia, known: set[str]) -> Iterator[Hit]:
    if matter.esittelija is None:
        yield Hit(path, NONE, ADVICE)
    elif matter.esittelija.casefold() not in known | ROLES:
        yield Hit((*path, "esittelija"), OTHER, ADVICE)


RULE = Rule(
    code="G18",
    title="Johtava henkilö esittelee johtoryhmän asiat",
    severity=Severity.INFO,
    citations=("388/2024 4 § 2 mom",),
    grade="A",
    decides="Kokouksen päivä: johtava henkilö on silloin ollut tehtävässä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)
