"""The agreement on the young people's service: how it is organised, who pays what (381/2023 16 §).

It is made of `nuorten_yhteispalvelu`. Where an agreement of the kind `nuorten-yhteispalvelu` is
recorded in `sopimukset` for one of the service's authorities, parties, term, costs, decisions and
signatures come from there, and one paper is made of all services that it is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents.attachments import attachments, group_of
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import (
    Ehdot,
    Given,
    approvals,
    given,
    own_agreement,
    party_rows,
    short_title,
    signatures,
    signing_day,
    terms,
)
from sopimukset.documents.facts import MISSING, Facts, day
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.resources import cost_rows
from sopimukset.documents.shape import (
    Allekirjoitus,
    Kasittely,
    Liitteellinen,
    Osapuoli,
    Poikkeama,
    Toimipiste,
)
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Alue, NuortenYhteispalvelu, Sopimus
from sopimukset.model.paths import Path
from sopimukset.tracking.roles import AUTHORITY

LAJI = "nuorten-yhteispalvelu"
KEY = "nuorten_yhteispalvelu"
TITLE = mark("Sopimus nuorten monialaisen tuen yhteispalvelusta")
SUBTITLE = mark("Yhteispalvelun organisointi ja kustannusten jako")
PARTIES = mark("yhteispalvelun osapuolet")
UNTOLD = mark("kustannusten jaon sisältöä ei ole kirjattu")
"""What is lacking where the day is recorded on which the division was agreed."""
STAFF = mark("yhteispalveluun osallistuvan henkilöstön määrä")


class Tarveneuvottelu(TypedDict):
    """The negotiation on service points; empty where none is recorded."""

    paiva: str
    osallistujat: list[str]


class Sovittu(TypedDict):
    """When the two matters were agreed, where no paper of its own is recorded."""

    organisointi: str
    kustannusten_jako: str


class NuortenSopimus(Liitteellinen):
    """The agreement on the young people's service."""

    osapuolet: list[Osapuoli]
    kaksoisrooli: str
    viranomaiset: list[str]
    tarvearviot: list[str]
    neuvottelu: Tarveneuvottelu
    palvelupisteet: list[Toimipiste]
    koordinaattori: str
    kustannusten_jako: str
    sovittu: Sovittu
    sopimus: Ehdot
    kasittelyt: list[Kasittely]
    allekirjoitukset: list[Allekirjoitus]
    poikkeamat: list[Poikkeama]


@dataclass(frozen=True, slots=True, kw_only=True)
class YouthSubject(Subject):
    """One paper on the young people's service.

    Attributes:
        places: the services that it is for, by their places in `nuorten_yhteispalvelu`.
        agreement: what is recorded of the paper itself.
    """

    places: tuple[int, ...]
    agreement: Sopimus | None

    @property
    def group(self) -> int | None:
        """The place of the paper's group in `johtoryhmat`."""
        return group_of(self.alue, self.agreement) if self.agreement else None

    @property
    def services(self) -> list[tuple[Path, NuortenYhteispalvelu]]:
        """The services with their places in the record."""
        return [((KEY, index), self.alue.nuorten_yhteispalvelu[index]) for index in self.places]

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of the paper, else those that have agreed, else the authorities."""
        if self.agreement is not None and self.agreement.osapuolet:
            return self.agreement.osapuolet
        agreed = [item.sovittu.osapuolet for _, item in self.services if item.sovittu]
        named = [tunnus for parties in agreed for tunnus in parties]
        return tuple(dict.fromkeys(named)) or self.authorities

    @property
    def authorities(self) -> tuple[str, ...]:
        """The authorities whose service it is."""
        return tuple(
            dict.fromkeys(
                tunnus for _, item in self.services for tunnus in item.tyovoimaviranomaiset
            )
        )


def context(subject: YouthSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `NuortenSopimus`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, parties, agreement = making.facts, making.parties, subject.agreement
    wanted = subject.parties
    present = [parties.by_tunnus[item] for item in wanted if item in parties.by_tunnus]
    of_paper = given(making, subject.source, agreement)
    found: Context = {
        "osapuolet": party_rows(parties, wanted, PARTIES, subject.path),
        "kaksoisrooli": ", ".join(parties.two_roles(present)),
        "viranomaiset": _authorities(subject, parties),
        "tarvearviot": _assessments(subject, parties),
        "neuvottelu": _negotiation(subject, facts, parties),
        "palvelupisteet": _points(subject, making),
        "koordinaattori": _coordinator(subject, facts),
        **attachments(making, agreement, subject.path, subject.group),
        **_costs(subject, facts, parties),
        "sovittu": _agreed(subject),
        "sopimus": terms(facts, agreement, subject.path),
        "kasittelyt": approvals(making, of_paper, subject.path),
        "allekirjoitukset": signatures(facts, parties, wanted, of_paper.signatures),
        "asiakirja": _document(subject, facts, parties, of_paper),
    }
    changes = agreement.lausekemuutokset if agreement else ()
    return found | clause_context(making, changes, subject.own_day, found, subject.path)


def _authorities(subject: YouthSubject, parties: Parties) -> list[str]:
    """The authorities' names; those among the paper's parties where no service is recorded."""
    own = subject.authorities or [
        item.tunnus
        for item in subject.alue.osapuolet
        if item.rooli == AUTHORITY and item.tunnus in subject.parties
    ]
    names = [parties.name(item, "työvoimaviranomainen", subject.path) for item in own]
    return names or [parties.name(None, "työvoimaviranomainen", subject.path)]


def _assessments(subject: YouthSubject, parties: Parties) -> list[str]:
    """Who assessed the need, and when (16 § 2 mom)."""
    return [
        f"{parties.name(tunnus, 'tarvearvion laatija', (*path, 'tarvearviot'))} {day(assessed)}"
        for path, service in subject.services
        for tunnus, assessed in (service.tarvearviot or {}).items()
    ]


def _negotiation(subject: YouthSubject, facts: Facts, parties: Parties) -> Context:
    """When service points were negotiated on, and with whom (16 § 2 mom)."""
    days: list[date] = []
    present: list[str] = []
    for path, service in subject.services:
        held, place = service.neuvottelu, (*path, "neuvottelu")
        if held is None or held.pvm is None:
            continue
        days.append(held.pvm)
        present += [parties.name(item, "neuvottelun osapuoli", place) for item in held.osapuolet]
        present += [facts.needed_text(item, "neuvottelun osallistuja", place) for item in held.muut]
    told = facts.listed([day(item) for item in sorted(set(days))])
    return {"paiva": told, "osallistujat": list(dict.fromkeys(present))}


def _points(subject: YouthSubject, making: Making) -> list[Context]:
    """The rows of the table of service points; a row of a gap where none is recorded."""
    facts = making.facts
    rows: list[Context] = []
    for path, service in subject.services:
        for index, point in enumerate(service.palvelupisteet):
            place = (*path, "palvelupisteet", index)
            town = making.municipality(point.kunta) if point.kunta else None
            rows.append(
                {
                    "nimi": facts.needed_text(point.nimi, "palvelupisteen nimi", place),
                    "sijainti": facts.needed(town, "palvelupisteen kunta", place),
                }
            )
    missing = [] if rows else [facts.needed(None, "palvelupisteet", subject.path)]
    return rows + [{"nimi": item, "sijainti": ""} for item in missing]


def _coordinator(subject: YouthSubject, facts: Facts) -> str:
    """Who brings the services together, which the authority must see to (16 § 3 mom)."""
    told = []
    for path, service in subject.services:
        person, place = service.koordinaattori, (*path, "koordinaattori")
        if person is None:
            continue
        title = facts.needed_text(person.nimike, "vastaavan henkilön nimike", place)
        name = f"{person.nimi}, {title}" if person.nimi else title
        dates = facts.since_until(person.alkaen, person.paattyen)
        told.append(f"{name} ({dates})" if dates else name)
    return facts.needed(
        "; ".join(dict.fromkeys(told)),
        "palveluiden ja toiminnan yhteensovittamisesta vastaava henkilö",
        subject.path,
    )


def _costs(subject: YouthSubject, facts: Facts, parties: Parties) -> Context:
    """The division of costs, or a gap: without it nothing is agreed (16 § 3 mom)."""
    agreement, rows = subject.agreement, []
    if agreement is not None:
        valid = agreement.voimassa.jakso if agreement.voimassa else None
        rows = cost_rows(facts, parties, agreement, subject.path, valid, STAFF)
    lack = UNTOLD if _agreed_days(subject, "kustannusten_jako") else MISSING
    missing = "" if rows else facts.needed(None, "kustannusten jako", subject.path, lack)
    return {"kustannukset": rows, "kustannusten_jako": missing}


def _agreed(subject: YouthSubject) -> Context:
    """The fields of `Sovittu`."""
    return {
        matter: ", ".join(day(item) for item in _agreed_days(subject, matter))
        for matter in Sovittu.__annotations__
    }


def _agreed_days(subject: YouthSubject, matter: str) -> list[date]:
    """When the matter was agreed, by the services; none where a paper of its own is recorded."""
    services = () if subject.agreement else subject.services
    found = [getattr(service.sovittu, matter, None) for _, service in services]
    return [when for when in found if when]


def _document(subject: YouthSubject, facts: Facts, parties: Parties, of_paper: Given) -> Context:
    agreement = subject.agreement
    title = facts.text(agreement.nimi if agreement else None) or facts.say(TITLE)
    names = facts.listed(_authorities(subject, parties))
    kept = [agreement.sailytysaika] if agreement else []
    kept += [item.sailytysaika for _, item in subject.services]
    signed = (
        signing_day(subject.alue, subject.parties, of_paper.signatures)
        if agreement
        else subject.day
    )
    return {
        "laji": LAJI,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": f"{facts.say(SUBTITLE)}: {names}",
        "lyhyt_otsikko": short_title(f"{title}: {names}", title),
        "paiva": day(signed),
        "asiatunnus": facts.needed(subject.case, "asiatunnus", subject.path, labelled=True),
        "sailytysaika": facts.needed_text(
            next((item for item in kept if item is not None), None),
            "säilytysaika",
            subject.path,
            labelled=True,
        ),
    }


def subjects(source: Source) -> list[YouthSubject]:
    """One for each recorded paper, and for each service that has none."""
    alue = source.alue
    papers = [index for index, item in enumerate(alue.sopimukset) if item.laji == LAJI]
    own = {
        place: own_agreement(alue, [index for index in papers if _is_for(alue, index, service)])
        for place, service in enumerate(alue.nuorten_yhteispalvelu)
    }
    found: list[tuple[int | None, tuple[int, ...]]] = [
        (index, tuple(place for place, paper in own.items() if paper == index))
        for index in papers
        if not _superseded(alue, index, own)
    ]
    found += [(None, (place,)) for place, paper in own.items() if paper is None]
    return [_subject(source, *item, several=len(found) > 1) for item in found]


def _is_for(alue: Alue, index: int, service: NuortenYhteispalvelu) -> bool:
    """Whether an authority of the service is a party of the paper."""
    return not set(service.tyovoimaviranomaiset).isdisjoint(alue.sopimukset[index].osapuolet)


def _superseded(alue: Alue, index: int, own: dict[int, int | None]) -> bool:
    """Whether every service that the paper is for has a newer one."""
    places = [
        place
        for place, service in enumerate(alue.nuorten_yhteispalvelu)
        if _is_for(alue, index, service)
    ]
    return bool(places) and all(own[place] != index for place in places)


def _subject(
    source: Source, index: int | None, places: tuple[int, ...], *, several: bool
) -> YouthSubject:
    alue = source.alue
    agreement = None if index is None else alue.sopimukset[index]
    services = [alue.nuorten_yhteispalvelu[place] for place in places]
    cases = [agreement.asiatunnus] if agreement else []
    cases += [item.asiatunnus for item in services]
    return YouthSubject(
        source=source,
        tunnus=agreement.tunnus if agreement else services[0].tunnus,
        several=several,
        day=_day(agreement, services),
        path=(KEY, places[0]) if index is None else ("sopimukset", index),
        case=next((item for item in cases if item), ""),
        places=places,
        agreement=agreement,
    )


def _day(agreement: Sopimus | None, services: Sequence[NuortenYhteispalvelu]) -> date | None:
    """The day on which the paper enters into force, else the one on which the last was agreed."""
    if agreement is not None:
        return agreement.voimassa.alkaen if agreement.voimassa else None
    return max(_days(services), default=None)


def _days(services: Sequence[NuortenYhteispalvelu]) -> Iterator[date]:
    for service in services:
        for when in (
            (service.sovittu.organisointi, service.sovittu.kustannusten_jako)
            if service.sovittu
            else ()
        ):
            if when is not None:
                yield when


KIND = Kind(laji=LAJI, nimi=TITLE, subjects=subjects, context=context, shape=NuortenSopimus)
