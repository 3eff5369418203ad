"""`irtisanomisilmoitus`: a party gives notice of an agreement to the others.

Made of an agreement that has `irtisanottu`, or of an entry of the kind `irtisanomisilmoitus`, which
then tells of the statutory agreement on the same group. The acts are silent on giving notice: it
rests on the agreement. What they demand is told: without the statutory agreement the parties must
come to a new one (381/2023 9 § 2 mom).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict

from sopimukset.base.periods import FOREVER, add_months
from sopimukset.base.speech import mark
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import months, own_agreement, short_title, signatures, terms
from sopimukset.documents.cooperation import LAJI as VOLUNTARY
from sopimukset.documents.cooperation import TITLE as VOLUNTARY_TITLE
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.group_subject import decision_line
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.setter_agreement import LAJI as SETTER
from sopimukset.documents.setter_agreement import TITLE as SETTER_TITLE
from sopimukset.documents.shape import Allekirjoitus, Asiakirjapohja, Osapuoli, Poikkeama
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Alue, Paatos, Sopimus
from sopimukset.model import Osapuoli as Party
from sopimukset.model.paths import Path
from sopimukset.tracking.roles import PARTNER

LAJI = "irtisanomisilmoitus"
STATUTORY, YOUTH = "tym-sopimus", "nuorten-yhteispalvelu"
TITLE = mark("Irtisanomisilmoitus")
NAMES = {
    STATUTORY: mark("Monialaisen tuen yhteistyösopimus"),
    SETTER: SETTER_TITLE,
    YOUTH: mark("Sopimus nuorten yhteispalvelusta"),
    VOLUNTARY: VOLUNTARY_TITLE,
}
"""What an agreement is called that has no name of its own."""


class Irtisanottava(TypedDict):
    """The agreement that is terminated."""

    nimi: str
    johtoryhma: str
    asiatunnus: str
    voimassaolo: str
    irtisanomisaika: str
    maaraaika_paattyy: str


class Irtisanomisilmoitus(Asiakirjapohja):
    """A notice of termination."""

    sopimus: Irtisanottava
    irtisanoja: str
    irtisanojan_toimielin: str
    paatos: str
    irtisanottu: str
    viimeinen_paiva: str
    lakisaateinen: bool
    asettajasta: bool
    nuorista: bool
    vapaaehtoinen: bool
    vastaanottajat: list[Osapuoli]
    allekirjoitukset: list[Allekirjoitus]
    poikkeamat: list[Poikkeama]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSubject(Subject):
    """A notice.

    Attributes:
        notice: what is recorded of the notice: an entry of its own, else the agreement itself.
        target: the agreement that is terminated; None where it can't be told.
        target_path: its place in the record.
    """

    notice: Sopimus
    target: Sopimus | None
    target_path: Path

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the parties of the agreement that is terminated."""
        return (self.target or self.notice).osapuolet

    @property
    def notice_months(self) -> int | None:
        """The period of notice."""
        agreed = self.target.irtisanomisaika_kk if self.target else None
        return agreed if agreed is not None else self.notice.irtisanomisaika_kk

    @property
    def giver(self) -> str | None:
        """The party that gives notice."""
        return self.notice.irtisanoja or (self.target.irtisanoja if self.target else None)

    @property
    def paper(self) -> Sopimus | None:
        """What is recorded of the paper itself; None where the agreement stands for the notice."""
        return self.notice if self.notice.laji == LAJI else None


def context(subject: NoticeSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Irtisanomisilmoitus`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, parties = making.facts, making.parties
    laji = subject.target.laji if subject.target else ""
    found: Context = {
        "asiakirja": _document(subject, facts),
        "sopimus": _agreement(subject, facts),
        **_giver(subject, parties),
        "irtisanottu": facts.needed(day(subject.day), "irtisanomispäivä", subject.path),
        "viimeinen_paiva": _last_day(subject, facts),
        "lakisaateinen": laji == STATUTORY,
        "asettajasta": laji == SETTER,
        "nuorista": laji == YOUTH,
        "vapaaehtoinen": laji == VOLUNTARY,
    }
    changes = subject.paper.lausekemuutokset if subject.paper else ()
    return found | clause_context(making, changes, subject.own_day, found, subject.path)


def _document(subject: NoticeSubject, facts: Facts) -> Context:
    title, name = facts.say(TITLE), _name(subject, facts)
    return {
        "laji": LAJI,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": name,
        "lyhyt_otsikko": short_title(f"{title}: {name}", title),
        "paiva": day(subject.day),
        "asiatunnus": subject.case,
        "sailytysaika": "",
    }


def _name(subject: NoticeSubject, facts: Facts) -> str:
    """The agreement's own name, else its kind's."""
    if subject.target is None:
        return facts.needed(None, "irtisanottava sopimus", subject.path)
    own = facts.text(subject.target.nimi)
    kind = NAMES.get(subject.target.laji)
    return own or facts.needed(
        facts.say(kind) if kind else None, "sopimuksen nimi", subject.target_path
    )


def _agreement(subject: NoticeSubject, facts: Facts) -> Context:
    target = subject.target
    term = terms(facts, target, subject.target_path)
    number = target.asiatunnus if target else None
    return {
        "nimi": _name(subject, facts),
        "johtoryhma": _group(subject, facts),
        "asiatunnus": facts.needed(
            number, "sopimuksen asiatunnus", subject.target_path, labelled=True
        ),
        "voimassaolo": term["voimassaolo"]
        or facts.needed(None, "sopimuksen voimassaolo", subject.target_path),
        "irtisanomisaika": facts.needed(
            months(facts, subject.notice_months), "irtisanomisaika", subject.target_path
        ),
        "maaraaika_paattyy": term["paattyen"],
    }


def _group(subject: NoticeSubject, facts: Facts) -> str:
    """The steering group that the agreement is about; "" where none is named."""
    wanted = (subject.target or subject.notice).johtoryhma
    for index, group in enumerate(subject.alue.johtoryhmat):
        if group.tunnus == wanted:
            return facts.needed_text(group.nimi, "johtoryhmän nimi", ("johtoryhmat", index))
    return ""


def _giver(subject: NoticeSubject, parties: Parties) -> Context:
    """Who gives notice by which decision, who gets it, and the room for the signature."""
    facts, giver = parties.facts, parties.by_tunnus.get(subject.giver or "")
    decided = subject.paper.hyvaksynnat if subject.paper else ()
    given = subject.paper.allekirjoitukset if subject.paper else ()
    decision = next((item for item in decided if giver and item.osapuoli == giver.tunnus), None)
    if giver is None:
        missing = facts.needed(None, "irtisanova osapuoli", subject.path)
        signed: list[Context] = [{"osapuoli": missing, "nimike": "", "paiva": "", "tapa": ""}]
        name, body = missing, ""
    else:
        signed = signatures(facts, parties, [giver.tunnus], given)
        name, body = parties.legal(giver), facts.text(giver.toimielin)
    return {
        "irtisanoja": parties.signing(giver) if giver else name,
        "irtisanojan_toimielin": body,
        "paatos": _decision(subject, facts, giver, decision),
        "vastaanottajat": [row for row in parties.rows(subject.parties) if row["nimi"] != name],
        "allekirjoitukset": signed,
    }


def _decision(
    subject: NoticeSubject, facts: Facts, giver: Party | None, decision: Paatos | None
) -> str:
    """The decision that the notice rests on; a gap, unless a partner gives it, which needs none."""
    told = decision_line(facts, decision, subject.path)
    if giver is not None and giver.rooli == PARTNER:
        return told
    return facts.needed(told, "irtisanovan osapuolen päätös", subject.path, labelled=True)


def _last_day(subject: NoticeSubject, facts: Facts) -> str:
    """The last day, the period of notice counted from the day of the notice."""
    count, dates = subject.notice_months, subject.target and subject.target.voimassa
    if subject.day is None or count is None:
        return facts.needed(None, "viimeinen voimassaolopäivä", subject.path)
    fixed = (dates.paattyen if dates else None) or FOREVER
    return day(min(add_months(subject.day, count), fixed))


def _subjects(source: Source) -> list[NoticeSubject]:
    """The region's notices: entries of their own, and agreements that have been terminated."""
    entries = [_subject(source, index) for index in _places(source.alue, own=True)]
    told = [entry.target_path for entry in entries if entry.target]
    terminated = [_subject(source, index) for index in _places(source.alue, own=False)]
    found = [*entries, *(item for item in terminated if item.target_path not in told)]
    if len(found) < 2:
        return found
    return [replace(subject, several=True) for subject in found]


def _places(alue: Alue, *, own: bool) -> list[int]:
    """The places of the notices' own entries, or of the agreements that have been terminated."""
    return [
        index
        for index, item in enumerate(alue.sopimukset)
        if (item.laji == LAJI if own else item.laji != LAJI and item.irtisanottu)
    ]


def _subject(source: Source, index: int) -> NoticeSubject:
    item = source.alue.sopimukset[index]
    own = item.laji == LAJI
    place = _target(source.alue, item) if own else index
    target = None if place is None else source.alue.sopimukset[place]
    return NoticeSubject(
        source=source,
        tunnus=item.tunnus,
        several=False,
        day=_given(item, target),
        path=("sopimukset", index),
        case=(item.asiatunnus if own else None) or "",
        notice=item,
        target=target,
        target_path=("sopimukset", index if place is None else place),
    )


def _given(item: Sopimus, target: Sopimus | None) -> date | None:
    """The day of the notice."""
    return item.irtisanottu or (target.irtisanottu if target else None)


def _target(alue: Alue, notice: Sopimus) -> int | None:
    """The place of the statutory agreement on the notice's group that begins last."""
    group = notice.johtoryhma
    if group is None and len(alue.johtoryhmat) == 1:
        group = alue.johtoryhmat[0].tunnus
    return own_agreement(
        alue,
        [
            index
            for index, item in enumerate(alue.sopimukset)
            if item.laji == STATUTORY and (item.johtoryhma == group or item.johtoryhma is None)
        ],
    )


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=_subjects,
    context=context,
    shape=Irtisanomisilmoitus,
)
