"""The minutes of a meeting, or the base of them: filled in before the meeting and after it.

Who presents, sets goals and follows up stands in 388/2024 2 § and 4 §, disqualification in 434/2003
27–30 §. The form of the minutes is the group's own. A meeting without recorded decisions gives a
base with room to write; one with decisions gives minutes, whose missing facts are gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import short_title
from sopimukset.documents.facts import Facts, citation, day
from sopimukset.documents.heads import head
from sopimukset.documents.meetings import (
    ACCOUNT,
    DECISION,
    OF_THE_DECREE,
    PROPOSAL,
    SECRETARY,
    Kokoustiedot,
    MeetingSubject,
    group_name,
    keeps_together,
    meeting_subjects,
    number,
    opens_unrecorded,
    presenter,
    recorded,
    role,
    seats,
    secretary,
    when_and_where,
    why_no_meeting,
    without_empty,
)
from sopimukset.documents.parties import Context
from sopimukset.documents.people import CHAIR, DEPUTY, MEMBER, VICE_CHAIR
from sopimukset.documents.shape import Asiakirjapohja
from sopimukset.documents.subject import Kind, Making
from sopimukset.formats.word import gap
from sopimukset.model import Jasenyys
from sopimukset.model.kokous import Asia, Esteellinen, Kokous, Toimenpide

LAJI = "poytakirja"
MINUTES, MEMO = mark("Pöytäkirja"), mark("Muistio")
CHECKER = mark("tarkastaja")
NOT_THERE = mark("ei kirjattu läsnä olleeksi")
NONE_BARRED = mark("ei esteellisiä")
NOT_RECORDED = mark("ei kirjattu")
ROOM_FOR_PRESENCE = mark("[jäsen tai varajäsen]")
ROOM_FOR_OTHERS = mark("[muut läsnä olleet kirjataan tähän]")
ROOM_FOR_DECISION = mark("[Päätös kirjataan tähän.]")
ROOM_FOR_BARRED = mark("[esteellisyydet kirjataan tähän]")
ROOM_FOR_NAME = mark("[todetaan kokouksessa]")
ROOM_FOR_SECRETARY, ROOM_FOR_CHECKER = mark("[sihteeri]"), mark("[pöytäkirjan tarkastaja]")
NO_CHAIR = mark("puheenjohtajaa ei ole kirjattu")
ROOM_FOR_DAY = mark("[päivä]")
ROOM_FOR_OPENING = mark("[täydennä kirjaukset]")
ROOM_FOR_TITLE = mark("[asian otsikko]")


class Lasnaolo(TypedDict):
    """A seat and who of its two holders was there."""

    organisaatio: str
    jasen: str
    varajasen: str
    tehtava: str
    lasna: str


class KasiteltyAsia(TypedDict):
    """A section of the minutes."""

    numero: str
    otsikko: str
    esittelija: str
    peruste: str
    selostus: str
    ehdotus: str
    esteelliset: list[str]
    paatos: str
    koossa: bool


class SovittuToimenpide(TypedDict):
    """An action: under which section, what, whose, by which day."""

    numero: str
    tehtava: str
    vastuu: str
    maarapaiva: str


class PoytakirjanAllekirjoitus(TypedDict):
    """Room for a signature: in which task, by whom."""

    tehtava: str
    nimike: str


class Poytakirja(Asiakirjapohja):
    """Minutes or a memo of a meeting."""

    johtoryhma: str
    kokous: Kokoustiedot
    lasnaolo: list[Lasnaolo]
    muut_lasna: list[str]
    avaus: bool
    avauksen_kirjaukset: str
    asiat: list[KasiteltyAsia]
    toimenpiteet: list[SovittuToimenpide]
    allekirjoitukset: list[PoytakirjanAllekirjoitus]
    tarkastettu: str
    tiedoksi: list[str]


def context(subject: MeetingSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Poytakirja`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, meeting = making.facts, subject.meeting
    held, opens = seats(subject, making), opens_unrecorded(subject)
    found: Context = {
        "johtoryhma": group_name(subject, facts),
        "kokous": when_and_where(subject, facts, ended=True),
        "lasnaolo": [{**row, "lasna": _presence(facts, meeting, seat)} for seat, row in held],
        "muut_lasna": _others(facts, meeting),
        "avaus": opens,
        "avauksen_kirjaukset": _filled(facts, ROOM_FOR_OPENING) if opens else "",
        "asiat": _matters(subject, facts, dict(_by_seat(held))),
        "toimenpiteet": [
            _action(making, action, number(facts, matter, index + 1), (index, place))
            for index, matter in enumerate(meeting.asiat)
            for place, action in enumerate(matter.toimenpiteet)
        ],
        "allekirjoitukset": _signatures(subject, facts, held),
        "tarkastettu": day(meeting.tarkastettu) or _filled(facts, ROOM_FOR_DAY),
        "tiedoksi": list(dict.fromkeys(str(row["organisaatio"]) for _, row in held)),
        "asiakirja": _document(subject, facts),
    }
    clauses = clause_context(making, (), subject.own_day, found, subject.path)
    return without_empty(clauses, found)


def _document(subject: MeetingSubject, facts: Facts) -> Context:
    title, on = facts.say(MINUTES if decides(subject.meeting) else MEMO), subject.meeting.pvm
    name, dated = group_name(subject, facts), f"{title} {day(on)}"
    return head(
        LAJI,
        facts.language,
        title,
        facts.with_sami(subject.group.nimi, name),
        on,
        short=short_title(f"{dated}, {name}", dated),
        case=subject.case,
    )


def decides(meeting: Kokous) -> bool:
    """Whether it calls for minutes: it decides something, or nothing is yet known of its matters.

    A meeting that only has other matters, none of them decided, gets a memo.
    """
    matters = meeting.asiat
    return not matters or any(item.laji in OF_THE_DECREE or item.paatos for item in matters)


def is_recorded(meeting: Kokous) -> bool:
    """Whether decisions have been recorded, so that what is still missing is a gap."""
    return any(item.paatos for item in meeting.asiat)


# Who was there -----------------------------------------------------------------------------------


def _by_seat(held: Sequence[tuple[Jasenyys, Context]]) -> list[tuple[str, Context]]:
    return [(seat.tunnus, row) for seat, row in held]


def _presence(facts: Facts, meeting: Kokous, seat: Jasenyys) -> str:
    there = next((item for item in meeting.lasna if item.jasen == seat.tunnus), None)
    if there is not None:
        return facts.say(DEPUTY if there.tilalla else MEMBER)
    if meeting.lasna:
        return facts.say(NOT_THERE)
    if is_recorded(meeting):
        return facts.needed(None, "läsnä olleet", ())
    return _filled(facts, ROOM_FOR_PRESENCE)


def _others(facts: Facts, meeting: Kokous) -> list[str]:
    """Who else was there, else room for them or that none are recorded."""
    told = [role(facts, item) for item in meeting.muut_lasna]
    return told or _none_recorded(facts, meeting, ROOM_FOR_OTHERS)


def _none_recorded(facts: Facts, meeting: Kokous, room: str) -> list[str]:
    """That nothing is recorded, once decisions are; room for it before."""
    return [facts.say(NOT_RECORDED) if is_recorded(meeting) else _filled(facts, room)]


def _filled(facts: Facts, room: str) -> str:
    """Room for what is written by hand, marked so: no gap of the record."""
    return gap(facts.say(room))


def _signatures(
    subject: MeetingSubject, facts: Facts, held: Sequence[tuple[Jasenyys, Context]]
) -> list[Context]:
    rows = dict(_by_seat(held))
    wrote = _secretary(subject, facts) or _room(facts, subject.meeting, ROOM_FOR_SECRETARY)
    found: list[Context] = [
        _chair(subject, facts, rows),
        {"tehtava": facts.say(SECRETARY), "nimike": wrote},
    ]
    for tunnus in subject.meeting.tarkastajat or ("",):
        told = _present(subject.meeting, tunnus, rows) or _room(
            facts, subject.meeting, ROOM_FOR_CHECKER
        )
        found.append({"tehtava": facts.say(CHECKER), "nimike": told})
    return found


def _room(facts: Facts, meeting: Kokous, after: str) -> str:
    """Room for who signs, marked so: told at the meeting, or left to fill in `after` it.

    It is no gap of the record: who writes and checks the minutes is the group's own affair.
    """
    return _filled(facts, after if is_recorded(meeting) else ROOM_FOR_NAME)


def _chair(subject: MeetingSubject, facts: Facts, rows: dict[str, Context]) -> Context:
    """The chair of the day, else the vice-chair, where present in person.

    The record doesn't say who led otherwise: that is a gap once the meeting has been held.
    """
    meeting, group = subject.meeting, subject.group
    there = {item.jasen for item in meeting.lasna if item.tilalla is None}
    for title, holders_of in ((CHAIR, group.puheenjohtaja), (VICE_CHAIR, group.varapuheenjohtaja)):
        for item in holders_of:
            in_office = item.jakso is not None and meeting.pvm in item.jakso
            told = _present(meeting, item.jasen or "", rows)
            if in_office and item.jasen in there and told:
                return {"tehtava": facts.say(title), "nimike": told}
    if not meeting.lasna and not is_recorded(meeting):
        return {"tehtava": facts.say(CHAIR), "nimike": _filled(facts, ROOM_FOR_NAME)}
    missing = facts.needed(None, CHAIR, ("lasna",), NO_CHAIR)
    return {"tehtava": facts.say(CHAIR), "nimike": missing}


def _present(meeting: Kokous, tunnus: str, rows: dict[str, Context]) -> str:
    """Who was there of a seat's two holders, with the organisation."""
    row = rows.get(tunnus)
    if row is None:
        return ""
    deputy = any(item.jasen == tunnus and item.tilalla for item in meeting.lasna)
    return f"{row['varajasen' if deputy else 'jasen']}, {row['organisaatio']}"


def _secretary(subject: MeetingSubject, facts: Facts) -> str:
    """The secretary of the day, where present or where attendance is not recorded yet."""
    meeting = subject.meeting
    if meeting.muut_lasna and "sihteeri" not in meeting.muut_lasna:
        return ""
    return secretary(subject, facts)


# What was handled --------------------------------------------------------------------------------


def _matters(subject: MeetingSubject, facts: Facts, rows: dict[str, Context]) -> list[Context]:
    """The sections; one with room to write where the meeting has none yet."""
    meeting = subject.meeting
    if not meeting.asiat:
        empty = {"esittelija": "", "peruste": "", "selostus": "", "ehdotus": ""}
        return [
            {
                **empty,
                "numero": "1.",
                "otsikko": _filled(facts, ROOM_FOR_TITLE),
                "esteelliset": [_filled(facts, ROOM_FOR_BARRED)],
                "paatos": _filled(facts, ROOM_FOR_DECISION),
                "koossa": True,
            }
        ]
    return [_matter(facts, meeting, index, rows) for index in range(len(meeting.asiat))]


def _matter(facts: Facts, meeting: Kokous, index: int, rows: dict[str, Context]) -> Context:
    matter, path = meeting.asiat[index], ("asiat", index)
    texts = {
        "selostus": recorded(facts, matter.selostus, ACCOUNT, path),
        "ehdotus": recorded(facts, matter.ehdotus, PROPOSAL, path),
    }
    decision = _decision(facts, meeting, matter, index)
    return {
        "numero": number(facts, matter, index + 1),
        "otsikko": facts.needed_text(matter.otsikko, "asian otsikko", path),
        "esittelija": presenter(facts, matter, index),
        "peruste": citation(facts, matter.peruste),
        **texts,
        "esteelliset": _barred(facts, meeting, matter, rows),
        "paatos": decision,
        "koossa": keeps_together(*texts.values(), decision),
    }


def _decision(facts: Facts, meeting: Kokous, matter: Asia, index: int) -> str:
    if matter.paatos is None and not is_recorded(meeting):
        return _filled(facts, ROOM_FOR_DECISION)
    return facts.needed_text(matter.paatos, DECISION, ("asiat", index))


def _barred(facts: Facts, meeting: Kokous, matter: Asia, rows: dict[str, Context]) -> list[str]:
    """Who was disqualified and why; an empty list of the record says that nobody was."""
    if matter.esteelliset is None:
        return _none_recorded(facts, meeting, ROOM_FOR_BARRED)
    told = [_barred_one(facts, item, rows) for item in matter.esteelliset]
    return told or [facts.say(NONE_BARRED)]


def _barred_one(facts: Facts, item: Esteellinen, rows: dict[str, Context]) -> str:
    """The member by title, for it was the member and not the deputy who was disqualified."""
    row = rows.get(item.jasen or "")
    who = f"{row['jasen']}, {row['organisaatio']}" if row else item.jasen or ""
    return ": ".join(text for text in (who, citation(facts, item.peruste)) if text)


def _action(making: Making, action: Toimenpide, section: str, place: tuple[int, int]) -> Context:
    facts = making.facts
    path = ("asiat", place[0], "toimenpiteet", place[1])
    return {
        "numero": section,
        "tehtava": facts.needed_text(action.tehtava, "toimenpide", path),
        "vastuu": making.parties.name(action.vastuu, "toimenpiteen vastuutaho", path),
        "maarapaiva": facts.needed(day(action.maarapaiva), "toimenpiteen määräpäivä", path),
    }


KIND = Kind(
    laji=LAJI,
    nimi=MINUTES,
    subjects=meeting_subjects,
    context=context,
    shape=Poytakirja,
    why_nothing=why_no_meeting,
)
