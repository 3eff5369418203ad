"""`roolikortti`: who does what in a group, each task with its provision, on one page."""

from __future__ import annotations

from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.facts import Facts
from sopimukset.documents.group_subject import (
    GroupSubject,
    group_document,
    group_subjects,
    or_not_recorded,
    term_context,
    why_no_group,
)
from sopimukset.documents.groups import namer_on
from sopimukset.documents.parties import HELSINKI, ROLES, Context
from sopimukset.documents.posts import Post, Posts
from sopimukset.documents.shape import Asiakirjapohja, Toimikausi
from sopimukset.documents.subject import Kind, Making
from sopimukset.model import Osapuoli
from sopimukset.model.paths import Path
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, role_of
from sopimukset.tracking.territory import municipalities, roles_of_territory

LAJI = "roolikortti"
TITLE = mark("Roolikortti: kuka tekee mitä")
SHORT = mark("Roolikortti")
SEVERAL = 2


class Kuka(TypedDict):
    """Who holds each role: names of parties, titles of persons, each in one line."""

    tyovoimaviranomainen: str
    hyvinvointialue: str
    kela: str
    puheenjohtaja: str
    varapuheenjohtaja: str
    johtava_henkilo: str
    varahenkilo: str
    sihteeri: str


class Roolikortti(Asiakirjapohja):
    """Who does what in a group."""

    toimikausi: Toimikausi
    johtoryhma: str
    jasenia: str
    asettaja: str
    useita_viranomaisia: bool
    varapuheenjohtajan_nimeaja: str
    hyvinvointialueen_tehtavissa: bool
    kuka: Kuka


def context(subject: GroupSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Roolikortti`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts = making.facts
    setting = subject.term.asettaminen
    parties = _parties(subject, making)
    setter = setting.asettaja if setting else None
    found: Context = {
        "asiakirja": group_document(subject, facts, LAJI, TITLE, SHORT),
        "toimikausi": term_context(subject, facts),
        "johtoryhma": facts.needed_text(subject.group.nimi, "johtoryhmän nimi", subject.group_path),
        "jasenia": str(len(subject.group.jasenet) or ""),
        "asettaja": making.parties.name(setter, "johtoryhmän asettaja", subject.term_path),
        "useita_viranomaisia": sum(item.rooli == AUTHORITY for item in parties) > 1,
        "varapuheenjohtajan_nimeaja": _vice_chairs_namer(subject, making, parties),
        "hyvinvointialueen_tehtavissa": subject.alue.alue == HELSINKI,
        "kuka": {**_organisations(making, parties), **_people(subject, making)},
    }
    return found | clause_context(making, (), subject.own_day, found, subject.path)


def _parties(subject: GroupSubject, making: Making) -> list[Osapuoli]:
    """The parties that the group's territory brings to the table."""
    names = municipalities(subject.group, subject.alue.alue, making.register)
    roles = roles_of_territory(names, making.register) if names else ()
    return [item for item in subject.alue.osapuolet if role_of(item) in roles]


def _vice_chairs_namer(subject: GroupSubject, making: Making, parties: list[Osapuoli]) -> str:
    """Which of several counties names the vice-chair (388/2024 1 § 3 mom); "" of one county."""
    if sum(item.rooli == COUNTY for item in parties) < SEVERAL:
        return ""
    group = subject.group
    recorded = group.varapuheenjohtajan_nimeaja
    namer = recorded or namer_on(group.varapuheenjohtaja, subject.own_day)
    return making.parties.name(namer, "varapuheenjohtajan nimeäjä", subject.group_path)


def _organisations(making: Making, parties: list[Osapuoli]) -> Context:
    facts = making.facts
    found: Context = {}
    for role in (AUTHORITY, COUNTY, KELA):
        names = [making.parties.signing(item) for item in parties if item.rooli == role]
        found[role] = ", ".join(names) or facts.needed(None, ROLES[role], ("osapuolet",))
    return found


def _people(subject: GroupSubject, making: Making) -> Context:
    facts, path = making.facts, subject.group_path
    posts = Posts(subject, facts, making.parties)
    chair, vice_chair = posts.chairs()
    leaders = posts.leaders()
    return {
        "puheenjohtaja": _needed(facts, posts, [chair], "puheenjohtaja", path),
        "varapuheenjohtaja": _needed(facts, posts, [vice_chair], "varapuheenjohtaja", path),
        "johtava_henkilo": _needed(facts, posts, leaders[::2], "johtava henkilö", path),
        "varahenkilo": _needed(facts, posts, leaders[1::2], "johtavan henkilön varahenkilö", path),
        "sihteeri": or_not_recorded(facts, _who(posts, posts.others()[-1:])),
    }


def _needed(facts: Facts, posts: Posts, wanted: list[Post], what: str, path: Path) -> str:
    return _who(posts, wanted) or facts.needed(None, what, path)


def _who(posts: Posts, wanted: list[Post]) -> str:
    """The holders; with dates where there are several, or one who leaves before the term ends."""
    shown = []
    for post in wanted:
        holdings = post.persons
        changes = len(holdings) > 1 or any(item.days.end != posts.term.end for item in holdings)
        shown += [
            posts.dated(item.nimetty, item.days) if changes else item.nimetty for item in holdings
        ]
    return "; ".join(text.replace("\n", ", ") for text in shown)


KIND = Kind(
    laji=LAJI,
    nimi=SHORT,
    subjects=group_subjects,
    context=context,
    shape=Roolikortti,
    why_nothing=why_no_group,
)
