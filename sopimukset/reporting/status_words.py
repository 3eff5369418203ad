"""The words, in Finnish, by which a status speaks of states, concerns and deadlines."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from sopimukset.base.dates import told_day, told_period
from sopimukset.base.names import may_name
from sopimukset.base.periods import FOREVER
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys
from sopimukset.tracking.agreements import AgreementState, AgreementStatus
from sopimukset.tracking.awaiting import Awaiting
from sopimukset.tracking.concerns import Concern, Gravity
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.due_words import CONCERN, DEADLINE, FIELD, OURS, OURS_SERVES
from sopimukset.tracking.groups import TermState
from sopimukset.tracking.holdings import spoken_text
from sopimukset.tracking.options import OptionState, last_day_of_use, option_state
from sopimukset.tracking.party_names import party_name
from sopimukset.tracking.posts import Holding, Post
from sopimukset.tracking.roles import role_of
from sopimukset.tracking.source import Ground, Source
from sopimukset.workspace.masking import without_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sopimukset.model import Alue, Optio
    from sopimukset.register import Register
    from sopimukset.tracking.holdings import Holdings

NOT_RECORDED = mark("ei kirjattu")

GRAVITY = MappingProxyType(
    {
        Gravity.UNREADABLE: mark("ei luettavissa"),
        Gravity.SUSPECT: mark("muuttunut"),
        Gravity.LATE: mark("myöhässä"),
        Gravity.LACKING: mark("puutteita"),
        Gravity.NEAR: mark("lähestyy"),
        Gravity.OPEN: mark("avoinna"),
        Gravity.FINE: mark("kunnossa"),
    }
)
"""A word for how grave the gravest thing of a region is."""

COLOUR = MappingProxyType(
    {
        Gravity.UNREADABLE: "red",
        Gravity.SUSPECT: "red",
        Gravity.LATE: "red",
        Gravity.LACKING: "yellow",
        Gravity.NEAR: "magenta",
        Gravity.OPEN: "blue",
        Gravity.FINE: "green",
    }
)

AGREEMENT = MappingProxyType(
    {
        AgreementState.DRAFT: mark("luonnos"),
        AgreementState.UNDER_APPROVAL: mark("hyväksyttävänä"),
        AgreementState.AWAITING_SIGNATURES: mark("odottaa allekirjoituksia"),
        AgreementState.APPEAL_PERIOD: mark("muutoksenhakuaika kesken"),
        AgreementState.CONCLUDED: mark("tehty, ei vielä voimassa"),
        AgreementState.IN_FORCE: mark("voimassa"),
        AgreementState.NOTICE_GIVEN: mark("irtisanottu"),
        AgreementState.ENDING: mark("päättymässä"),
        AgreementState.ENDED: mark("päättynyt"),
    }
)

TERM = MappingProxyType(
    {
        TermState.NOT_RECORDED: NOT_RECORDED,
        TermState.COMING: mark("alkaa {alkaen}"),
        TermState.RUNNING: mark("{alkaen}–{paattyen}"),
        TermState.BETWEEN: mark("kausien välissä, seuraava alkaa {alkaen}"),
        TermState.ENDED: mark("päättynyt {paattyen}"),
    }
)

SHORT = MappingProxyType(
    {
        DeadlineKind.TERM_END: mark("toimikausi päättyy"),
        DeadlineKind.NEXT_GROUP: mark("uuden johtoryhmän asettaminen"),
        DeadlineKind.MEMBERS_NAMED: mark("jäsenten nimeäminen"),
        DeadlineKind.SEAT_END: mark("jäsenen kausi"),
        DeadlineKind.DEPUTY_END: mark("varajäsenen kausi"),
        DeadlineKind.CHAIR_END: mark("puheenjohtajan kausi"),
        DeadlineKind.VICE_CHAIR_END: mark("varapuheenjohtajan kausi"),
        DeadlineKind.LEADER_NAMED: mark("johtavan henkilön nimeäminen"),
        DeadlineKind.LEADER_END: mark("johtavan henkilön kausi"),
        DeadlineKind.LEADERS_DEPUTY_END: mark("varahenkilön kausi"),
        DeadlineKind.AGREEMENT_CONCLUDED: mark("sopimuksen tekeminen"),
        DeadlineKind.AGREEMENT_RENEWED: mark("sopimuksen jatko"),
        DeadlineKind.OPTION_USE: mark("option käyttö"),
        DeadlineKind.AGREEMENT_END: mark("sopimus päättyy"),
        DeadlineKind.NOTICE_END: mark("sopimus päättyy"),
        DeadlineKind.COMMENTS: mark("lausunnot"),
        DeadlineKind.APPEAL_END: mark("muutoksenhaku"),
        DeadlineKind.PERSONAL_DATA: mark("henkilötietojen poisto"),
        DeadlineKind.GOALS: mark("tavoitteet"),
        DeadlineKind.NEXT_GOALS: mark("ensi vuoden tavoitteet"),
        DeadlineKind.STAFF_REVIEW: mark("henkilöstön tarkistus"),
        DeadlineKind.REVIEW_INTERVAL: mark("henkilöstön tarkistus"),
        DeadlineKind.FOLLOW_UP: mark("seuranta"),
        DeadlineKind.PERIOD_TREATED: mark("seurantajakso"),
        DeadlineKind.MEETINGS: mark("luvatut kokoukset"),
        DeadlineKind.ACTION: mark("toimenpide"),
        DeadlineKind.COORDINATOR_END: mark("nuorten palvelun vastaava"),
        DeadlineKind.DEFECT: mark("tunnistettu puute"),
    }
)
"""The same in a word or two, for a line among many."""

OPTION = MappingProxyType(
    {
        OptionState.OPEN: mark("avoinna {paiva} saakka"),
        OptionState.USED: mark("otettu käyttöön {paiva}"),
        OptionState.GIVEN_UP: mark("luovuttu {paiva}"),
        OptionState.LAPSED: mark("rauennut: käyttöönottoa ei ole kirjattu {paiva} mennessä"),
    }
)
OPTION_OPEN = mark("avoinna, viimeistä käyttöpäivää ei ole kirjattu")
AWAITS_APPROVAL = mark("versio {versio} odottaa hyväksyntää: {osapuolet}")
AWAITS_SIGNATURE = mark("versio {versio} odottaa allekirjoitusta: {osapuolet}")
RECORDED = mark("kirjattu: {kentta}")


def told_source(source: Source) -> str:
    """Where a day comes from, in words."""
    if source.ground is Ground.LAW:
        return source.place
    if source.ground is Ground.RECORD:
        return say(RECORDED).format(kentta=say(FIELD[source.place]))
    if source.place:
        return say(OURS_SERVES).format(peruste=say(OURS), saannos=source.place)
    return say(OURS)


def told_deadline(
    deadline: Deadline, alue: Alue, register: Register, persons: Callable[[], Iterable[str]]
) -> str:
    """What falls due, in words, and who is to do it.

    Args:
        deadline: what falls due.
        alue: the record whose it is.
        register: tells the parties' names.
        persons: gives the names of persons in the record; words that may hold one are left out.
    """
    told = say(DEADLINE[deadline.kind]).format(kohde=deadline.subject, **deadline.counts)
    words = without_codes(spoken_text(alue, deadline.words))
    if words and not may_name(words, persons()):
        told = say("{asia}: {tehtava}").format(asia=told, tehtava=words.rstrip("."))
    if deadline.party:
        name = _named_party(alue, deadline.party, register)
        return say("{asia}, vastuu: {osapuoli}").format(asia=told, osapuoli=name)
    return told


def _named_party(alue: Alue, tunnus: str, register: Register) -> str:
    party = next((item for item in alue.osapuolet if item.tunnus == tunnus), None)
    return party_name(role_of(party), register) if party else tunnus


def short_deadline(deadline: Deadline) -> str:
    """What falls due, in a word or two."""
    return say(SHORT[deadline.kind])


def told_concern(concern: Concern, holdings: Holdings) -> str:
    """What is not as it should be, in words."""
    names = [party_name(role, holdings.register) for role in concern.roles]
    return say(CONCERN[concern.kind]).format(kohteet=listed_keys([*concern.subjects, *names]))


def told_end(day: date | None) -> str:
    """The last day of something; "toistaiseksi" where none is recorded."""
    return say("toistaiseksi") if day is None or day == FOREVER else told_day(day)


def told_agreement(status: AgreementStatus, holdings: Holdings) -> str:
    """Where an agreement stands, and of whom something isn't recorded."""
    state = status.state
    told = say(AGREEMENT[state])
    if status.suspect:
        told = say("{tila}, sisältö muuttunut hyväksymisen jälkeen").format(tila=told)
    elif status.amended:
        told = say("{tila}, muutettu muutosvaltuuden mukaan, versio tekemättä").format(tila=told)
    lacking = status.unapproved if state is AgreementState.UNDER_APPROVAL else status.unsigned
    if state in (AgreementState.UNDER_APPROVAL, AgreementState.AWAITING_SIGNATURES):
        names = [_lacking(status, holdings, tunnus) for tunnus in lacking]
        told = say("{tila}, ei kirjattu: {osapuolet}").format(
            tila=told, osapuolet=listed_keys(names)
        )
    elif status.validity is not None and state is not AgreementState.DRAFT:
        days = f"{told_day(status.validity.start)}–{told_end(status.validity.end)}"
        if status.validity.open_end:
            days = say("{paiva} alkaen toistaiseksi").format(paiva=told_day(status.validity.start))
        told = f"{told} ({days})"
        if state is AgreementState.NOTICE_GIVEN and status.agreement.irtisanomisaika_kk is None:
            told = say("{tila}, irtisanomisaikaa ei ole kirjattu").format(tila=told)
    return f"{told}; {_awaiting(status, holdings)}" if status.awaiting else told


def _awaiting(status: AgreementStatus, holdings: Holdings) -> str:
    """The version that waits for its parties, for whom, and whose approval has a condition."""
    waiting = status.awaiting
    assert waiting is not None  # noqa: S101 (asked for before)
    text = AWAITS_APPROVAL if waiting.unapproved else AWAITS_SIGNATURE
    lacking = waiting.unapproved or waiting.unsigned
    names = [_lacking(waiting, holdings, tunnus) for tunnus in lacking]
    return say(text).format(versio=waiting.version, osapuolet=listed_keys(names))


def _lacking(status: AgreementStatus | Awaiting, holdings: Holdings, tunnus: str) -> str:
    """A party's name; with a word of its approval where that has a condition."""
    name = _party(holdings, tunnus)
    if tunnus in status.conditional:
        return say("{osapuoli} (ehdollinen)").format(osapuoli=name)
    return name


def _party(holdings: Holdings, tunnus: str) -> str:
    return _named_party(holdings.alue, tunnus, holdings.register)


def told_option(option: Optio, day: date) -> str:
    """Where an option stands on a day, and for which days it is."""
    state, last = option_state(option, day), last_day_of_use(option)
    days = {
        OptionState.OPEN: last,
        OptionState.USED: option.kaytetty,
        OptionState.GIVEN_UP: option.luovuttu,
        OptionState.LAPSED: last,
    }[state]
    told = say(OPTION[state]).format(paiva=told_day(days)) if days else say(OPTION_OPEN)
    if option.jakso is None:
        return told
    return say("{tila} (optiokausi {jakso})").format(tila=told, jakso=told_period(option.jakso))


def told_post(post: Post) -> str:
    """How a task is held, in words."""
    if post.holding is Holding.NOT_RECORDED:
        return say(NOT_RECORDED)
    if post.days is None:
        return say("ei kirjattu tälle päivälle")
    if post.holding is Holding.HELD:
        if post.days.open_end:
            return say("kirjattu toistaiseksi")
        return say("kirjattu {paiva} saakka").format(paiva=told_day(post.days.end))
    return say("ei kirjattu ennen {paiva}").format(paiva=told_day(post.days.start))
