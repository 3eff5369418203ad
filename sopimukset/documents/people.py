"""Members, their deputies and the leader, as a document shows them: every recorded fact, dated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sopimukset.base.speech import mark
from sopimukset.documents.facts import LINE, NEXT_TASK, Facts
from sopimukset.documents.parties import Context, Parties
from sopimukset.model import Jasenyys, Johtoryhma, Luottamustoimi, Nimetty
from sopimukset.tracking.terms import span

Path = tuple[str | int, ...]

CHAIR, VICE_CHAIR = mark("puheenjohtaja"), mark("varapuheenjohtaja")
MEMBER, DEPUTY = mark("jäsen"), mark("varajäsen")


def member_rows(facts: Facts, parties: Parties, group: Johtoryhma, path: Path) -> list[Context]:
    """The rows of the table of members and personal deputies."""
    rows: list[Context] = []
    for index, seat in enumerate(group.jasenet):
        place = (*path, "jasenet", index)
        rows.append(
            {
                "organisaatio": parties.name(seat.nimeaja, "jäsenen nimeäjä", place),
                "jasen": _people(facts, group, seat.nimetyt, MEMBER, (*place, "nimetyt")),
                "varajasen": _people(
                    facts, group, seat.varajasenet, DEPUTY, (*place, "varajasenet")
                ),
                "tehtava": _task(facts, group, seat),
            }
        )
    return rows


def changes_after(group: Johtoryhma, on: date | None) -> bool:
    """Whether the table of members tells of days after this one; not where it isn't known."""
    whole = span(group)
    term = (whole.start, whole.end) if whole else ()
    dated: list[Nimetty | Luottamustoimi] = [*group.puheenjohtaja, *group.varapuheenjohtaja]
    for seat in group.jasenet:
        dated += [*seat.nimetyt, *seat.varajasenet]
    days = {day for item in dated for day in (item.alkaen, item.paattyen) if day}
    return on is not None and any(day > on for day in days.difference(term))


def titles(facts: Facts, group: Johtoryhma, people: Sequence[Nimetty], path: Path) -> str:
    """The titles of dated persons on lines, each with its dates where there are several."""
    return "\n".join(_lines(facts, group, people, path))


def called(facts: Facts, person: Nimetty, path: Path) -> str:
    """A person's title, after the name where one is recorded."""
    title = facts.needed_text(person.nimike, "nimike", path)
    return f"{person.nimi}, {title}" if person.nimi else title


def _people(
    facts: Facts, group: Johtoryhma, people: Sequence[Nimetty], what: str, path: Path
) -> str:
    if not people:
        return facts.needed(None, what, path)
    return titles(facts, group, people, path)


def _lines(facts: Facts, group: Johtoryhma, people: Sequence[Nimetty], path: Path) -> list[str]:
    lines = []
    for index, person in enumerate(people):
        name = called(facts, person, (*path, index))
        dates = _dates(facts, group, person)
        lines.append(f"{name}{LINE}({dates})" if dates else name)
    return lines


def _dates(facts: Facts, group: Johtoryhma, person: Nimetty | Luottamustoimi) -> str:
    """The dates that differ from the group's own: somebody came later, or left earlier."""
    whole = span(group)
    start = person.alkaen if whole is None or person.alkaen != whole.start else None
    end = person.paattyen if whole is None or person.paattyen != whole.end else None
    return facts.since_until(start, end)


def _task(facts: Facts, group: Johtoryhma, seat: Jasenyys) -> str:
    """Chair or vice-chair with its dates, the seat's own task, else member."""
    lines = []
    for title, holders in (
        (facts.say(CHAIR), group.puheenjohtaja),
        (facts.say(VICE_CHAIR), group.varapuheenjohtaja),
    ):
        for holder in holders:
            if holder.jasen == seat.tunnus:
                dates = _dates(facts, group, holder)
                lines.append(f"{title}{LINE}({dates})" if dates else title)
    own = facts.text(seat.tehtava)
    return NEXT_TASK.join([*lines, own] if own else lines) or facts.say(MEMBER)


def leader(facts: Facts, parties: Parties, group: Johtoryhma, path: Path) -> Context:
    """Who names the leader, and the titles of the leader and the deputy."""
    agreed = group.sopimus_asettajasta
    if not group.johtavat_henkilot:
        namer = agreed.johtavan_henkilon_nimeaja if agreed else None
        place = (*path, "johtavat_henkilot")
        return {
            "nimeaja": parties.name(namer, "johtavan henkilön nimeäjä", place),
            "nimike": "",
            "varahenkilo": "",
        }
    tasks = group.johtavat_henkilot
    place = (*path, "johtavat_henkilot", 0)
    return {
        "nimeaja": parties.name(tasks[0].nimeaja, "johtavan henkilön nimeäjä", place),
        "nimike": _titles_in_a_row(facts, [item for task in tasks for item in task.nimetyt]),
        "varahenkilo": _titles_in_a_row(
            facts, [item for task in tasks for item in task.varahenkilot]
        ),
    }


def _titles_in_a_row(facts: Facts, people: Sequence[Nimetty]) -> str:
    """The titles in the order of their dates; where they change, each with its dates."""
    ordered = sorted(people, key=lambda item: item.alkaen or date.min)
    named = [(facts.text(item.nimike), item) for item in ordered if facts.text(item.nimike)]
    if len({title for title, _ in named}) < 2:
        return named[0][0] if named else ""
    return ", ".join(
        f"{title} ({facts.since_until(item.alkaen, item.paattyen)})" for title, item in named
    )
