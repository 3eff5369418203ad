"""`muutossopimus`: an agreement is amended from one released version of it to another.

What changes comes out of the two versions themselves, so that it can't differ from what was frozen.
An amendment of the statutory agreement is the parties' own to agree on (381/2023 9 § 2 mom).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from sopimukset.base.speech import mark, say
from sopimukset.documents.amended import NOTHING, Change, changes, rows
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import (
    Ehdot,
    Given,
    approvals,
    given,
    short_title,
    signatures,
    signing_day,
    terms,
)
from sopimukset.documents.facts import RECORD, Facts, day
from sopimukset.documents.frozen import Frozen
from sopimukset.documents.parties import Context
from sopimukset.documents.shape import (
    Allekirjoitus,
    Asiakirjapohja,
    Kasittely,
    Osapuoli,
    Poikkeama,
)
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.documents.termination import NAMES
from sopimukset.formats.word.gaps import GAP_OPEN
from sopimukset.model import Sopimus, Versio
from sopimukset.model.paths import Path

LAJI = "muutossopimus"
STATUTORY = "tym-sopimus"
TITLE = mark("Muutossopimus")
TARGETLESS = "Muutossopimukseen {sopimus} ei ole kirjattu, mitä se muuttaa."


class Muutettava(TypedDict):
    """The agreement that is amended, and between which of its versions."""

    nimi: str
    asiatunnus: str
    versiosta: str
    versioon: str
    versio_tehty: str
    johtoryhma: str


class Muutos(TypedDict):
    """A change, old and new, a paragraph a line."""

    kohta: str
    vanha: list[str]
    uusi: list[str]


class Muutossopimus(Asiakirjapohja):
    """An amending agreement."""

    osapuolet: list[Osapuoli]
    kaksoisrooli: str
    muutettava: Muutettava
    muutokset: list[Muutos]
    numeroituja_kohtia: bool
    lakisaateinen: bool
    sopimus: Ehdot
    kasittelyt: list[Kasittely]
    allekirjoitukset: list[Allekirjoitus]
    poikkeamat: list[Poikkeama]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentSubject(Subject):
    """An amending agreement.

    Attributes:
        agreement: its entry in the record.
        target: the agreement that it amends, as it is now; None where the record has none such.
        old, new: the two versions; None where one can't be read.
    """

    agreement: Sopimus
    target: Sopimus | None
    target_path: Path
    old: Versio | None
    new: Versio | None

    @property
    def parties(self) -> tuple[str, ...]:
        """Its parties; where none are recorded, those of the agreement that it amends."""
        return self.agreement.osapuolet or (self.target.osapuolet if self.target else ())

    @property
    def files(self) -> tuple[str, ...]:
        """The region's files whose facts it prints: the record, and the two versions."""
        found = (_file(item) for item in (self.old, self.new) if item)
        return (RECORD, *dict.fromkeys(found))


def context(subject: AmendmentSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Muutossopimus`.

    Raises:
        LayoutError: a clause of the library, or of a version, can't be filled.
    """
    facts, parties, agreement = making.facts, making.parties, subject.agreement
    members = [parties.by_tunnus[key] for key in subject.parties if key in parties.by_tunnus]
    changes = _changes(subject, making)
    of_paper = given(making, subject.source, agreement)
    found: Context = {
        "asiakirja": _document(subject, facts, of_paper),
        "osapuolet": parties.rows(subject.parties),
        "kaksoisrooli": ", ".join(parties.two_roles(members)),
        "muutettava": _target(subject, facts),
        "muutokset": rows(changes),
        "numeroituja_kohtia": any(item.numbered for item in changes),
        "lakisaateinen": bool(subject.target and subject.target.laji == STATUTORY),
        "sopimus": terms(facts, agreement, subject.path),
        "kasittelyt": approvals(making, of_paper, subject.path),
        "allekirjoitukset": signatures(facts, parties, subject.parties, of_paper.signatures),
    }
    return found | clause_context(
        making, agreement.lausekemuutokset, subject.own_day, found, subject.path
    )


def _document(subject: AmendmentSubject, facts: Facts, of_paper: Given) -> Context:
    agreement = subject.agreement
    title = facts.text(agreement.nimi) or facts.say(TITLE)
    name = _name(subject, facts)
    kept = agreement.sailytysaika or (subject.target.sailytysaika if subject.target else None)
    return {
        "laji": LAJI,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": name,
        "lyhyt_otsikko": short_title(f"{title}: {name}", title),
        "paiva": day(signing_day(subject.alue, subject.parties, of_paper.signatures)),
        "asiatunnus": facts.needed(agreement.asiatunnus, "asiatunnus", subject.path, labelled=True),
        "sailytysaika": facts.needed_text(kept, "säilytysaika", subject.path, labelled=True),
    }


def _name(subject: AmendmentSubject, facts: Facts) -> str:
    """The amended agreement's own name, else its kind's."""
    if subject.target is None:
        return facts.needed(None, "muutettava sopimus", subject.path)
    kind = NAMES.get(subject.target.laji)
    return facts.text(subject.target.nimi) or facts.needed(
        facts.say(kind) if kind else None, "sopimuksen nimi", subject.target_path
    )


def _target(subject: AmendmentSubject, facts: Facts) -> Context:
    target, named = subject.target, subject.agreement.muuttaa
    number = target.asiatunnus if target else None
    path = (*subject.path, "muuttaa")
    return {
        "nimi": _name(subject, facts),
        "asiatunnus": facts.needed(
            number, "sopimuksen asiatunnus", subject.target_path, labelled=True
        ),
        "versiosta": facts.needed(named.versiosta if named else None, "muutettava versio", path),
        "versioon": facts.needed(named.versioon if named else None, "uusi versio", path),
        "versio_tehty": day(subject.new.julkaistu if subject.new else None),
        "johtoryhma": _group(subject, facts),
    }


def _group(subject: AmendmentSubject, facts: Facts) -> str:
    """The steering group that the amended agreement is about; "" where none is named."""
    wanted = subject.target.johtoryhma if subject.target else None
    for index, group in enumerate(subject.alue.johtoryhmat):
        if group.tunnus == wanted:
            return facts.needed_text(group.nimi, "johtoryhmän nimi", ("johtoryhmat", index))
    return ""


def _changes(subject: AmendmentSubject, making: Making) -> list[Change]:
    """What changes; a gap where a version is missing, or lacks the document's language."""
    facts, path = making.facts, (*subject.path, "muuttaa")
    versions = [subject.old, subject.new]
    contents = [item.sisalto for item in versions if item and item.sisalto.sopimukset]
    if len(contents) < len(versions):
        missing = facts.needed(None, "sopimuksen versiot, joiden välillä muutetaan", path)
        return [Change(missing, [NOTHING], [NOTHING])]
    if any(facts.language not in item.kielet for item in contents):
        missing = facts.needed(None, "versioiden teksti tällä kielellä", path)
        return [Change(missing, [NOTHING], [NOTHING])]
    old, new = (Frozen(item, subject.source, facts.language, making.register) for item in contents)
    found = changes(old, new)
    if any(GAP_OPEN in line for item in found for line in (*item.old, *item.new)):
        for gap in (*old.facts.gaps, *new.facts.gaps):
            facts.needed(None, gap.fact, gap.path, gap.lack)
    if not found:
        nothing = facts.needed(None, "muutos versioiden välillä", path)
        return [Change(nothing, [NOTHING], [NOTHING])]
    return found


def _file(version: Versio) -> str:
    """A version's file in the region's folder."""
    return f"versiot/{version.sopimus}-{version.versio}.yaml"


def _subjects(source: Source) -> list[AmendmentSubject]:
    """The region's amending agreements that name what they amend."""
    found = [
        (index, item)
        for index, item in enumerate(source.alue.sopimukset)
        if item.laji == LAJI and item.muuttaa is not None
    ]
    return [_subject(source, index, item, several=len(found) > 1) for index, item in found]


def _subject(source: Source, index: int, agreement: Sopimus, *, several: bool) -> AmendmentSubject:
    named = agreement.muuttaa
    wanted = named.sopimus if named else ""
    places = {item.tunnus: place for place, item in enumerate(source.alue.sopimukset)}
    place = places.get(wanted)
    known = {(item.sopimus, item.versio): item for item in source.versions.values()}
    return AmendmentSubject(
        source=source,
        tunnus=agreement.tunnus,
        several=several,
        day=agreement.voimassa.alkaen if agreement.voimassa else None,
        path=("sopimukset", index),
        case=agreement.asiatunnus or "",
        agreement=agreement,
        target=None if place is None else source.alue.sopimukset[place],
        target_path=("sopimukset", index if place is None else place),
        old=known.get((wanted, named.versiosta)) if named else None,
        new=known.get((wanted, named.versioon)) if named else None,
    )


def _why_nothing(source: Source) -> Iterator[str]:
    """Why an amending agreement gives no document."""
    for item in source.alue.sopimukset:
        if item.laji == LAJI and item.muuttaa is None:
            yield say(TARGETLESS).format(sopimus=item.tunnus)


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=_subjects,
    context=context,
    shape=Muutossopimus,
    why_nothing=_why_nothing,
)
