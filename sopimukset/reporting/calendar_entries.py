"""Meetings and deadlines as entries of a calendar: how they are called, and what they are known by.

No person's name comes in: titles name groups, and the reason of a move is left out where it might
name somebody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from sopimukset import register
from sopimukset.base.dates import told_day
from sopimukset.base.names import may_name
from sopimukset.base.speech import mark, say
from sopimukset.formats.icalendar import Entry
from sopimukset.model.paths import Path
from sopimukset.reporting.status_words import told_deadline, told_source
from sopimukset.tracking.holdings import spoken_text
from sopimukset.workspace.masking import without_codes

if TYPE_CHECKING:
    from sopimukset.model import Alue, Johtoryhma, Teksti
    from sopimukset.tracking.deadline import Deadline
    from sopimukset.tracking.meetings import DatedMeeting

EXAMPLE = mark("ESIMERKKI")
MEETING = mark("{ryhma}: kokous")
OF_GROUP = mark("{ryhma}: {asia}")
CANCELLED = mark("PERUTTU: {otsikko}")
MOVED = mark("Kokous on siirretty päivästä {paiva}.")
CALLED_OFF = mark("Kokous on peruttu.")
REASON = mark("Syy: {syy}.")
SOURCE = mark("Peruste: {peruste}")
INVENTED = mark("Esimerkki: tiedot ovat keksittyjä.")

IDS = UUID("6a1f3c52-8c1b-5a0e-9d57-2f1f0f3f7d11")
"""Where our identifiers are drawn from. With another one every calendar would fill twice."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What entries of one region need besides the meeting or the deadline.

    Attributes:
        alue: the region's record.
        name: what the region is called.
        persons: all recorded names of persons; what is told must hold none.
        path_text: names a place of the record.
    """

    alue: Alue
    name: str
    persons: frozenset[str]
    path_text: Callable[[Path], str]

    def text(self, teksti: Teksti | None) -> str:
        """The text in the language that is spoken, else in the record's own; "" without one."""
        return spoken_text(self.alue, teksti)

    def group(self, group: Johtoryhma) -> str:
        """What a group is called."""
        return self.text(group.nimi) or f"{self.name}, {group.tunnus}"


def meeting_entry(naming: Naming, group: Johtoryhma, meeting: DatedMeeting) -> Entry:
    """A meeting. Each recorded change of it, its file among them, makes the entry newer."""
    title = say(MEETING).format(ryhma=naming.group(group))
    if meeting.cancelled:
        title = say(CANCELLED).format(otsikko=title)
    return Entry(
        uid=_uid(naming.alue, "kokous", group.tunnus, meeting.key),
        summary=_marked(naming.alue, title),
        start=meeting.starts_at or meeting.day,
        end=meeting.ends_at,
        location=naming.text(meeting.place),
        description=_told(naming.alue, _changed(naming, meeting)),
        cancelled=meeting.cancelled,
        sequence=len(meeting.changes) + (meeting.file is not None),
    )


def deadline_entries(naming: Naming, deadlines: Iterable[Deadline]) -> list[Entry]:
    """Deadlines, each a whole day."""
    groups = {item.tunnus: item for item in naming.alue.johtoryhmat}
    met: dict[str, int] = {}
    found = []
    for item in deadlines:
        path, year = naming.path_text(item.path), str(item.counts.get("vuosi", ""))
        key = "/".join((item.kind.value, path, item.group, item.subject, year))
        met[key] = met.get(key, 0) + 1
        group = groups.get(item.group)
        found.append(
            Entry(
                uid=_uid(naming.alue, "maaraaika", key, str(met[key])),
                summary=_marked(naming.alue, _title(naming, item, group)),
                start=item.day,
                description=_told(
                    naming.alue, [say(SOURCE).format(peruste=told_source(item.source)), path]
                ),
            )
        )
    return found


def region_of(entry: Entry) -> str:
    """The region (`alue`) whose record an entry was made from."""
    return entry.uid[:-_UUID_LENGTH]


_UUID_LENGTH = len("-00000000-0000-0000-0000-000000000000")


def _uid(alue: Alue, *parts: str) -> str:
    """The same for the same thing in whatever run, and no other's; the region can be read in it."""
    return f"{alue.alue}-{uuid5(IDS, '/'.join((alue.alue, *parts)))}"


def _title(naming: Naming, deadline: Deadline, group: Johtoryhma | None) -> str:
    name = naming.group(group) if group else naming.name
    told = told_deadline(deadline, naming.alue, register.load(), lambda: naming.persons)
    return say(OF_GROUP).format(ryhma=name, asia=told)


def _marked(alue: Alue, title: str) -> str:
    return f"{say(EXAMPLE)}: {title}" if alue.kuvitteellinen else title


def _told(alue: Alue, lines: Iterable[str]) -> str:
    invented = [say(INVENTED)] if alue.kuvitteellinen else []
    return "\n".join([*lines, *invented])


def _changed(naming: Naming, meeting: DatedMeeting) -> Iterator[str]:
    """That it was moved or cancelled, and why."""
    if meeting.cancelled:
        yield say(CALLED_OFF)
    elif meeting.moved and meeting.planned is not None:
        yield say(MOVED).format(paiva=told_day(meeting.planned))
    reason = naming.text(meeting.reason)
    if reason and not may_name(reason, naming.persons):
        yield say(REASON).format(syy=without_codes(reason.rstrip(".")))
