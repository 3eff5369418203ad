"""Who has held which task of a group in a term: named by whom, from when to when, by what decision.

An open end of a named person means until the term ends (spec, idea 10).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sopimukset.base.periods import Period, day_after
from sopimukset.base.speech import mark
from sopimukset.documents.facts import NEXT_NAME, Facts, day
from sopimukset.documents.group_subject import GroupSubject, decision_line, lines
from sopimukset.documents.parties import Parties
from sopimukset.documents.people import CHAIR, DEPUTY, MEMBER, VICE_CHAIR, called
from sopimukset.model import (
    Jasenyys,
    Johtoryhma,
    Luottamustoimi,
    Nimetty,
    NimettyJohtaja,
    NimettyVarajasen,
)
from sopimukset.model.paths import Path

LEADER, LEADERS_DEPUTY = mark("johtava henkilö"), mark("johtavan henkilön varahenkilö")
EXPERT, SECRETARY = mark("asiantuntija"), mark("sihteeri")
PASSED_ON = mark("jäsenen vaihtuessa: {paatos}")
ACCEPTED = mark("hyväksytty johtoryhmässä {paiva}")


class Holding(NamedTuple):
    """Somebody in a task.

    Attributes:
        nimetty: name and title as the document prints them.
        days: within the term; where the record has no end, until the term's.
        aika: the recorded dates in words, "" where none are recorded.
        nimeaja: who named them, or the organisation that an expert stands for.
        paatos: the decision in words, "" where none is recorded.
        people: of an office over a seat, those who held the seat in turn, on their own days of it.
    """

    nimetty: str
    days: Period
    aika: str
    nimeaja: str
    paatos: str
    people: tuple[Holding, ...] = ()


class Post(NamedTuple):
    """A task and those who have held it in the term, in the order of their dates.

    Attributes:
        tehtava: the task, in the document's language.
        kenen: whose it is, where the task alone doesn't tell: the party of a seat.
        seat: the seat's `tunnus` where the task is a member's.
        joins: whether it belongs to the group, so that a first holder who comes later is a change.
    """

    tehtava: str
    holdings: tuple[Holding, ...]
    kenen: str = ""
    seat: str = ""
    joins: bool = False

    @property
    def persons(self) -> list[Holding]:
        """Everybody who has held it, each on the days that are their own."""
        return [person for item in self.holdings for person in item.people or (item,)]


class Change(NamedTuple):
    """A day on which a task passed from one to another."""

    day: date
    post: Post
    before: str
    after: str
    paatos: str


class Posts:
    """The tasks of a group in its newest term."""

    def __init__(self, subject: GroupSubject, facts: Facts, parties: Parties) -> None:
        self.subject = subject
        self.facts = facts
        self.parties = parties
        term = subject.term
        self.term = term.jakso or Period()

    @property
    def group(self) -> Johtoryhma:
        """The group."""
        return self.subject.group

    def members(self) -> list[tuple[Jasenyys, Path, Post, Post]]:
        """Each seat with its place, its members and their personal deputies."""
        found = []
        for index, seat in enumerate(self.group.jasenet):
            path = (*self.subject.group_path, "jasenet", index)
            namer = self.parties.name(seat.nimeaja, "jäsenen nimeäjä", path)
            found.append((seat, path, *self._seat(seat, namer, path)))
        return found

    def _seat(self, seat: Jasenyys, namer: str, path: Path) -> tuple[Post, Post]:
        say = self.facts.say
        people = self._people(seat.nimetyt, namer, (*path, "nimetyt"))
        deputies = self._people(seat.varajasenet, namer, (*path, "varajasenet"))
        return (
            Post(say(MEMBER), people, namer, seat.tunnus, joins=True),
            Post(say(DEPUTY), deputies, namer, joins=True),
        )

    def chairs(self) -> tuple[Post, Post]:
        """The chairs and the vice-chairs."""
        group, say = self.group, self.facts.say
        return (
            Post(say(CHAIR), self._offices(group.puheenjohtaja, "puheenjohtaja")),
            Post(say(VICE_CHAIR), self._offices(group.varapuheenjohtaja, "varapuheenjohtaja")),
        )

    def leaders(self) -> list[Post]:
        """The leaders of the organising, each followed by the deputies."""
        found = []
        for index, task in enumerate(self.group.johtavat_henkilot):
            path = (*self.subject.group_path, "johtavat_henkilot", index)
            namer = self.parties.name(task.nimeaja, "johtavan henkilön nimeäjä", path)
            people = self._people(task.nimetyt, namer, (*path, "nimetyt"))
            deputies = self._people(task.varahenkilot, namer, (*path, "varahenkilot"))
            found.append(Post(self.facts.say(LEADER), people))
            found.append(Post(self.facts.say(LEADERS_DEPUTY), deputies))
        return found

    def others(self) -> list[Post]:
        """The experts and the secretaries."""
        path, say = self.subject.group_path, self.facts.say
        found = [
            Post(
                say(EXPERT),
                self._people(
                    [expert],
                    self.facts.text(expert.organisaatio),
                    (*path, "asiantuntijat"),
                    index,
                ),
                joins=True,
            )
            for index, expert in enumerate(self.group.asiantuntijat)
        ]
        secretaries = self._people(self.group.sihteeri, "", (*path, "sihteeri"))
        return [*found, Post(say(SECRETARY), secretaries)]

    def all(self) -> list[Post]:
        """Every task that somebody has held in the term, the seats first."""
        seats = [post for _, _, *posts in self.members() for post in posts]
        posts = [*seats, *self.chairs(), *self.leaders(), *self.others()]
        return [post for post in posts if post.holdings]

    def _people(
        self, people: Sequence[Nimetty], namer: str, path: Path, first: int = 0
    ) -> tuple[Holding, ...]:
        found = []
        for index, person in enumerate(people, first):
            days = self._within(person.jakso)
            if days is not None:
                found.append(self._holding(person, days, namer, (*path, index)))
        return tuple(sorted(found, key=lambda item: item.days))

    def _holding(self, person: Nimetty, days: Period, namer: str, path: Path) -> Holding:
        facts = self.facts
        if isinstance(person, NimettyVarajasen) and person.nimeaja:
            namer = self.parties.name(person.nimeaja, "varajäsenen nimeäjä", path)
        accepted = person.hyvaksytty_johtoryhmassa if isinstance(person, NimettyJohtaja) else None
        decided = [decision_line(facts, person.paatos, path, in_cell=True)]
        if accepted:
            decided.append(facts.say(ACCEPTED).format(paiva=day(accepted)))
        aika = facts.since_until(person.alkaen, person.paattyen)
        return Holding(called(facts, person, path), days, aika, namer, _together(decided))

    def _offices(self, holders: Sequence[Luottamustoimi], key: str) -> tuple[Holding, ...]:
        found = []
        for index, holder in enumerate(holders):
            days, path = self._within(holder.jakso), (*self.subject.group_path, key, index)
            if days is None:
                continue
            office = Holding(
                "",
                days,
                self.facts.since_until(holder.alkaen, holder.paattyen),
                self.parties.name(holder.nimeaja, "tehtävään nimeäjä", path),
                decision_line(self.facts, holder.paatos, path, in_cell=True),
            )
            found.append(self._seat_on(holder, office, path))
        return tuple(sorted(found, key=lambda item: item.days))

    def _seat_on(self, holder: Luottamustoimi, office: Holding, path: Path) -> Holding:
        """The office with those who have held the seat on its days, each on their own."""
        for index, seat in enumerate(self.group.jasenet):
            if seat.tunnus == holder.jasen:
                place = (*self.subject.group_path, "jasenet", index)
                namer = self.parties.name(seat.nimeaja, "jäsenen nimeäjä", place)
                people = [
                    office._replace(
                        nimetty=f"{called(self.facts, person, (*place, 'nimetyt', at))}, {namer}",
                        days=days,
                        aika=self._both(holder, person),
                        paatos=self._passed_on(person, days, office, (*place, "nimetyt", at)),
                    )
                    for at, person in enumerate(seat.nimetyt)
                    if person.jakso and (days := person.jakso.intersection(office.days))
                ]
                people.sort(key=lambda item: item.days)
                told = lines([item.nimetty for item in people])
                told = told or self.facts.needed(None, MEMBER, (*place, "nimetyt"))
                return office._replace(nimetty=told, people=tuple(people))
        return office._replace(
            nimetty=self.facts.needed(None, "tehtävässä toimiva jäsen", path),
        )

    def _passed_on(self, person: Nimetty, days: Period, office: Holding, path: Path) -> str:
        """The decision on the office, and the one that gave its seat to who came later.

        An office is over a seat: who follows in the seat has the office by being named to it.
        """
        named = decision_line(self.facts, person.paatos, path, in_cell=True)
        if days.start == office.days.start or not named:
            return office.paatos
        return _together([office.paatos, self.facts.say(PASSED_ON).format(paatos=named)])

    def _both(self, holder: Luottamustoimi, person: Nimetty) -> str:
        """The recorded dates between which a person held both the office and its seat."""
        starts = [item for item in (holder.alkaen, person.alkaen) if item]
        ends = [item for item in (holder.paattyen, person.paattyen) if item]
        return self.facts.since_until(max(starts, default=None), min(ends, default=None))

    def _within(self, days: Period | None) -> Period | None:
        """The part of a period that lies in the term."""
        return days.intersection(self.term) if days else None

    def changes(self) -> list[Change]:
        """The recorded changes of the term, in the order of days."""
        found = [change for post in self.all() for change in self._changes_of(post)]
        return sorted(found, key=lambda change: change.day)

    def _changes_of(self, post: Post) -> Iterator[Change]:
        before: Holding | None = None
        for holding in post.holdings:
            if before or (post.joins and holding.days.start > self.term.start):
                left = _last(before) if before else ""
                yield Change(holding.days.start, post, left, _first(holding), holding.paatos)
            if self._ends_early(holding, post):
                yield Change(day_after(holding.days.end), post, _last(holding), "", "")
                before = None
            else:
                before = holding

    def _ends_early(self, holding: Holding, post: Post) -> bool:
        """Whether nobody follows on the day after."""
        next_day = day_after(holding.days.end)
        follows = any(
            other is not holding and other.days.start <= next_day <= other.days.end
            for other in post.holdings
        )
        return holding.days.end < self.term.end and not follows

    def dated(self, text: str, days: Period, between: str = " ") -> str:
        """The text with the dates that are not the term's own: came later, left earlier.

        `LINE` goes between them in a narrow cell: else a line ends at the dash of the dates.
        """
        dates = self.facts.since_until(
            days.start if days.start != self.term.start else None,
            days.end if days.end != self.term.end else None,
        )
        return f"{text}{between}({dates})" if dates else text

    def offices_of(self, seat: str) -> list[tuple[str, Period]]:
        """The chair's and the vice-chair's office over a seat, with their days in the term."""
        offices = ((CHAIR, self.group.puheenjohtaja), (VICE_CHAIR, self.group.varapuheenjohtaja))
        return [
            (self.facts.say(title), days)
            for title, holders in offices
            for item in holders
            if item.jasen == seat and (days := self._within(item.jakso)) is not None
        ]


def _together(decisions: Sequence[str]) -> str:
    """The decisions that are there, each on lines of its own."""
    return NEXT_NAME.join(filter(None, decisions))


def _first(holding: Holding) -> str:
    """Who began it."""
    return holding.people[0].nimetty if holding.people else holding.nimetty


def _last(holding: Holding) -> str:
    """Who ended it."""
    return holding.people[-1].nimetty if holding.people else holding.nimetty
