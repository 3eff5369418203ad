"""`kokoonpano`: the members of a group, its other tasks, who named them, and the changes.

A list for a term (388/2024 1 § and 4 §): it has no day of its own, so every fact is dated, and a
change that is recorded ahead stands beside those that have happened.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.facts import LINE, NEXT_TASK, day
from sopimukset.documents.group_subject import (
    GroupSubject,
    decision_line,
    group_document,
    group_subjects,
    lines,
    or_not_recorded,
    term_context,
    why_no_group,
)
from sopimukset.documents.groups import group_context
from sopimukset.documents.parties import HELSINKI, Context
from sopimukset.documents.people import DEPUTY, MEMBER, leader
from sopimukset.documents.posts import Change, Post, Posts
from sopimukset.documents.shape import (
    Asiakirjapohja,
    Jasen,
    JohtavaHenkilo,
    Johtoryhma,
    Toimikausi,
)
from sopimukset.documents.subject import Kind, Making
from sopimukset.model import Jasenyys
from sopimukset.model.paths import Path

LAJI = "kokoonpano"
TITLE, SHORT = mark("Johtoryhmän kokoonpano"), mark("Kokoonpano")
NOBODY = "–"


class Nimeaminen(TypedDict):
    """Somebody named to a task."""

    tehtava: str
    nimetty: str
    aika: str
    nimeaja: str
    paatos: str


class Muutos(TypedDict):
    """A change: who was followed by whom, from which day."""

    paiva: str
    tehtava: str
    aiemmin: str
    uusi: str
    paatos: str


class Kokoonpano(Asiakirjapohja):
    """The composition of a group in its newest recorded term."""

    johtoryhma: Johtoryhma
    toimikausi: Toimikausi
    asettamispaatos: str
    johtava_henkilo: JohtavaHenkilo
    puitteet: str
    jasenet: list[Jasen]
    nimeamiset: list[Nimeaminen]
    muutokset: list[Muutos]
    muita_tehtavia: bool
    hyvinvointialueen_tehtavissa: bool


def context(subject: GroupSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Kokoonpano`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts = making.facts
    posts = Posts(subject, facts, making.parties)
    setting = decision_line(facts, subject.term.asettaminen, subject.term_path)
    found: Context = {
        "asiakirja": group_document(subject, facts, LAJI, TITLE, SHORT),
        "johtoryhma": group_context(
            making, subject.group_index, subject.own_day, making.parties.name
        ),
        "toimikausi": term_context(subject, facts),
        "asettamispaatos": facts.needed(setting, "asettamispäätös", subject.term_path),
        "johtava_henkilo": leader(facts, making.parties, subject.group, subject.group_path),
        "puitteet": _frame(making, subject),
        "jasenet": [_seat_row(posts, *seat) for seat in posts.members()],
        "nimeamiset": [row for post in posts.all() for row in _namings(posts, post)],
        "muutokset": [_change_row(posts, change) for change in posts.changes()],
        "muita_tehtavia": any(post.holdings for post in posts.others()),
        "hyvinvointialueen_tehtavissa": subject.alue.alue == HELSINKI,
    }
    return found | clause_context(making, (), subject.own_day, found, subject.path)


def _frame(making: Making, subject: GroupSubject) -> str:
    """The frame that the group has set for the leader's tasks (388/2024 2 § 1 mom)."""
    tasks = subject.group.johtavat_henkilot
    frames = (item.puitteet.teksti for item in tasks if item.puitteet)
    return " ".join(filter(None, (making.facts.text(frame) for frame in frames)))


def _seat_row(posts: Posts, seat: Jasenyys, path: Path, member: Post, deputy: Post) -> Context:
    return {
        "organisaatio": member.kenen,
        "jasen": _people(posts, member, MEMBER, (*path, "nimetyt")),
        "varajasen": _people(posts, deputy, DEPUTY, (*path, "varajasenet")),
        "tehtava": _task(posts, seat),
    }


def _people(posts: Posts, post: Post, what: str, path: Path) -> str:
    """Those of the term on lines, each with the dates that are not the term's own."""
    shown = [posts.dated(holding.nimetty, holding.days, LINE) for holding in post.holdings]
    return lines(shown) or posts.facts.needed(None, what, path)


def _task(posts: Posts, seat: Jasenyys) -> str:
    own = posts.facts.text(seat.tehtava)
    offices = [posts.dated(title, days, LINE) for title, days in posts.offices_of(seat.tunnus)]
    return NEXT_TASK.join(filter(None, [*offices, own])) or posts.facts.say(MEMBER)


def _namings(posts: Posts, post: Post) -> list[Context]:
    return [
        {
            "tehtava": post.tehtava,
            "nimetty": holding.nimetty,
            "aika": or_not_recorded(posts.facts, holding.aika),
            "nimeaja": holding.nimeaja or NOBODY,
            "paatos": or_not_recorded(posts.facts, holding.paatos),
        }
        for holding in post.persons
    ]


def _change_row(posts: Posts, change: Change) -> Context:
    return {
        "paiva": day(change.day),
        "tehtava": _changed(posts, change.post, change.day),
        "aiemmin": change.before or NOBODY,
        "uusi": change.after or or_not_recorded(posts.facts, ""),
        "paatos": or_not_recorded(posts.facts, change.paatos),
    }


def _changed(posts: Posts, post: Post, on: date) -> str:
    """The task with whose it is; an office over a seat passes on with the seat."""
    offices = [title for title, days in posts.offices_of(post.seat) if on in days]
    return ", ".join(filter(None, (post.kenen, post.tehtava, *offices)))


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=group_subjects,
    context=context,
    shape=Kokoonpano,
    why_nothing=why_no_group,
)
