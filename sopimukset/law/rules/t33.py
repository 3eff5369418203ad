"""T33: a meeting, a section, an action and one who was present are recorded once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Kokous
from sopimukset.tracking.held import same_meeting

if TYPE_CHECKING:
    from sopimukset.model.kokous import Lasna

Key = TypeVar("Key")

SAME = "Samasta kokouksesta on kaksi tiedostoa."
ONE = "Yhdistä tiedostot. Jos päivänä oli kaksi kokousta, kirjaa molempien alkamisaika (klo)."
SECTION = "Pykälä {pykala} on kirjattu kokoukseen kahdesti."
NUMBER = "Tarkista pykälien numerot: viittaus pykälään on muuten epäselvä."
ACTION = "Toimenpide {tunnus} on kirjattu kokoukseen kahdesti."
OWN = "Anna toiselle oma tunnus tai poista se."
PRESENT = "Jäsenyyden {jasen} läsnäolo on kirjattu kahdesti."
REMOVE = "Poista toinen rivi."


def worth(folder: Folder) -> bool:
    """Whether a group has two meetings on a day, or a meeting something twice."""
    days = set()
    for meeting in folder.meetings:
        day = (meeting.johtoryhma, meeting.pvm)
        if day in days or _repeats(meeting):
            return True
        days.add(day)
    return False


def _repeats(meeting: Kokous) -> bool:
    matters, present = meeting.asiat, meeting.lasna
    if len({matter.pykala for matter in matters}) < len(matters):
        return True
    if len({(item.jasen, item.tilalla) for item in present}) < len(present):
        return True
    actions = [item.tunnus for matter in matters for item in matter.toimenpiteet]
    return len(set(actions)) < len(actions)


def check(file: FileCase) -> Iterator[Hit]:
    """Second files of a meeting, and second records within one."""
    meeting = file.model
    if not isinstance(meeting, Kokous):
        return
    mates = file.region.meetings_by_group.get(meeting.johtoryhma, []) if file.region else []
    earlier = takewhile(lambda item: item is not meeting, mates)
    if any(same_meeting(item, meeting) for item in earlier):
        yield Hit(("pvm",), SAME, ONE)
    sections = ((("asiat", i, "pykala"), item.pykala) for i, item in enumerate(meeting.asiat))
    for path, number in _second(sections):
        yield Hit(path, SECTION, NUMBER, {"pykala": number})
    yield from _actions(meeting)
    present = ((("lasna", i, "jasen"), _who(item)) for i, item in enumerate(meeting.lasna))
    for path, who in _second((path, who) for path, who in present if who[0] is not None):
        yield Hit(path, PRESENT, REMOVE, {"jasen": who[0]}, severity=Severity.WARNING)


def _actions(meeting: Kokous) -> Iterator[Hit]:
    """Actions that stand under two sections; T02 tells of two under one."""
    seen: set[str] = set()
    for i, matter in enumerate(meeting.asiat):
        for j, item in enumerate(matter.toimenpiteet):
            if item.tunnus in seen:
                path = ("asiat", i, "toimenpiteet", j, "tunnus")
                yield Hit(path, ACTION, OWN, {"tunnus": item.tunnus})
        seen.update(item.tunnus for item in matter.toimenpiteet)


def _who(present: Lasna) -> tuple[str | None, str | None]:
    """A member may have left the seat to the deputy in mid-meeting: the two are not one."""
    return present.jasen, present.tilalla


def _second(found: Iterable[tuple[Path, Key]]) -> Iterator[tuple[Path, Key]]:
    """What has been met before; what isn't recorded is no repetition."""
    seen = set()
    for path, key in found:
        if key is not None and key in seen:
            yield path, key
        seen.add(key)


RULE = Rule(
    code="T33",
    title="Kokous, pykälä, toimenpide ja osallistuja on kirjattu kerran",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)
