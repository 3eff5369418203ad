"""The statutory agreement (381/2023 9 § 2 mom, 388/2024 3 §): its context for the Word layout.

The shape of the context is described in `templates/tym-sopimus/README.md`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sopimukset.base.dates import in_finnish
from sopimukset.base.periods import Period
from sopimukset.documents.clauses import OWN_CLAUSE, Clause, Clauses, basis_lines, clauses_of
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.people import leader, member_rows
from sopimukset.documents.resources import cost_rows, office_rows, sizing, staff_rows, youth
from sopimukset.model import Alue, Johtoryhma, Lausekekirjasto, Luottamustoimi, Sopimus, Toimikausi
from sopimukset.model.paths import Path
from sopimukset.register import Register
from sopimukset.tracking.roles import AUTHORITY
from sopimukset.tracking.territory import municipalities, roles_of_territory

SUBTITLE = (
    "Työllistymistä edistävän monialaisen tuen yhteistoimintamallin organisoiminen ja resursoiminen"
)
HERE, IN_ANNEX = "tämän kohdan taulukossa", "liitteessä {numero}"
SIGNED = {"sahkoinen": "Allekirjoitettu sähköisesti", "kasin": "Allekirjoitettu"}
UNDATED = date(2025, 1, 1)
"""The day by which clauses are chosen where the agreement has no date: the act came into force."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One agreement of a region with what is needed to write it down.

    Attributes:
        index: the agreement's place in `sopimukset`.
        group_index: its group's place in `johtoryhmat`.
    """

    alue: Alue
    index: int
    agreement: Sopimus
    group_index: int
    group: Johtoryhma

    @property
    def path(self) -> Path:
        """The agreement's place in the record."""
        return ("sopimukset", self.index)

    @property
    def group_path(self) -> Path:
        """The group's place in the record."""
        return ("johtoryhmat", self.group_index)

    @property
    def valid(self) -> Period | None:
        """The agreement's recorded validity."""
        return self.agreement.voimassa.jakso if self.agreement.voimassa else None

    @property
    def own_day(self) -> date:
        """The document's own date: the first day of validity."""
        start = self.agreement.voimassa.alkaen if self.agreement.voimassa else None
        return start or UNDATED


def agreement_context(
    subject: Subject,
    facts: Facts,
    register: Register,
    library: Lausekekirjasto,
    *,
    annotated: bool = False,
) -> Context:
    """Everything that the layout prints but for the document's marks.

    A reviewer's copy (`annotated`) tells below each clause which provisions it rests on.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    parties = Parties(facts, register)
    agreement = subject.agreement
    context: Context = {
        "osapuolet": parties.rows(agreement.osapuolet),
        "kaksoisrooli": ", ".join(_two_roles(parties, agreement)),
        "johtoryhma": _group(subject, facts, parties, register),
        "johtava_henkilo": leader(facts, parties, subject.group, subject.group_path),
        "mitoitus": sizing(facts, subject.group),
        "nuoret": youth(facts, subject.group, _authorities(subject)),
        "sopimus": _terms(subject, facts),
        "kasittelyt": _approvals(subject, facts, parties),
        "allekirjoitukset": _signatures(subject, parties, facts),
        "kelan_osallistuminen": facts.needed_text(
            agreement.kelan_osallistuminen, "Kelan osallistuminen kustannuksiin", subject.path
        ),
        **_tables(subject, facts, parties, register),
        **_annexes(subject, facts),
        "asiakirja": _document(subject, facts),
    }
    clauses = clauses_of(
        library, agreement.lausekemuutokset, subject.own_day, context, facts, subject.path
    )
    bases = basis_lines(library) if annotated else {}
    return context | _clauses(clauses, agreement, bases)


def _two_roles(parties: Parties, agreement: Sopimus) -> list[str]:
    members = [parties.by_tunnus[item] for item in agreement.osapuolet if item in parties.by_tunnus]
    return parties.two_roles(members)


def _authorities(subject: Subject) -> frozenset[str]:
    """The agreement's parties that are employment authorities."""
    return frozenset(
        item.tunnus
        for item in subject.alue.osapuolet
        if item.rooli == AUTHORITY and item.tunnus in subject.agreement.osapuolet
    )


def _document(subject: Subject, facts: Facts) -> Context:
    agreement = subject.agreement
    name = facts.needed_text(subject.group.nimi, "johtoryhmän nimi", subject.group_path)
    title = facts.text(agreement.nimi) or "Monialaisen tuen yhteistyösopimus"
    return {
        "laji": agreement.laji,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": f"{SUBTITLE}, {name}",
        "lyhyt_otsikko": f"{title}: {name}",
        "paiva": day(_signing_day(subject)),
        "asiatunnus": facts.needed(agreement.asiatunnus, "asiatunnus", subject.path),
        "sailytysaika": facts.needed_text(agreement.sailytysaika, "säilytysaika", subject.path),
    }


def _group(subject: Subject, facts: Facts, parties: Parties, register: Register) -> Context:
    group, path = subject.group, subject.group_path
    names = municipalities(group, subject.alue.alue, register) or frozenset()
    agreed = group.sopimus_asettajasta
    term = _term(subject)
    setter = term.asettaminen.asettaja if term and term.asettaminen else None
    agreed_chair = agreed.puheenjohtajan_nimeaja if agreed else None
    chair = agreed_chair or _namer(group.puheenjohtaja, subject.own_day)
    vice = group.varapuheenjohtajan_nimeaja or _namer(group.varapuheenjohtaja, subject.own_day)
    territory = (*path, "toimialue")
    kinds = [role.kind for role in roles_of_territory(names, register)] if names else []
    return {
        "nimi": facts.needed_text(group.nimi, "johtoryhmän nimi", path),
        "kunnat": sorted(names) or [facts.needed(None, "toimialueen kunnat", territory)],
        "koko_alue": _whole_county(subject, names, register),
        "useita_viranomaisia": kinds.count(AUTHORITY) > 1,
        "asettaja": parties.name(setter, "johtoryhmän asettaja", path),
        "asettajasta_sovittu": day(agreed.pvm if agreed else None),
        "toimikausi": _term_dates(term),
        "puheenjohtaja_nimeaja": parties.name(chair, "puheenjohtajan nimeäjä", path),
        "varapuheenjohtaja_nimeaja": parties.name(vice, "varapuheenjohtajan nimeäjä", path),
        "kokouksia_vuodessa": str((group.kokoukset and group.kokoukset.vahintaan_vuodessa) or ""),
    }


def _namer(holders: Sequence[Luottamustoimi], on: date) -> str | None:
    """Who named the holder of the day, else the one whose turn begins first."""
    there = [item for item in holders if item.jakso is not None and on in item.jakso]
    dated = sorted(holders, key=lambda item: item.alkaen or date.min)
    return next((item.nimeaja for item in (*there, *dated)), None)


def _signing_day(subject: Subject) -> date | None:
    """The day of the last signature, once every party has signed; None before that."""
    signed = {item.osapuoli: item.pvm for item in subject.agreement.allekirjoitukset if item.pvm}
    parties = {item.tunnus: item for item in subject.alue.osapuolet}
    persons: dict[str, list[date]] = {}
    for tunnus in subject.agreement.osapuolet:
        party = parties.get(tunnus)
        key = str(party.oikeushenkilo or tunnus) if party else tunnus
        persons.setdefault(key, []).extend([signed[tunnus]] if tunnus in signed else [])
    if not persons or not all(persons.values()):
        return None
    return max(day for days in persons.values() for day in days)


def _whole_county(subject: Subject, names: frozenset[str], register: Register) -> bool:
    """Whether the territory is a whole county; Helsinki is a city, not a county."""
    county = register.hyvinvointialueet.get(subject.alue.alue)
    return county is not None and len(names) > 1 and names == frozenset(county.kunnat)


def _term(subject: Subject) -> Toimikausi | None:
    """The term in which the agreement begins, else the last one."""
    for term in subject.group.toimikaudet:
        if term.jakso is not None and subject.own_day in term.jakso:
            return term
    return subject.group.toimikaudet[-1] if subject.group.toimikaudet else None


def _term_dates(term: Toimikausi | None) -> Context:
    if term is None or term.alkaen is None or term.paattyen is None:
        return {"alkaen": "", "paattyen": ""}
    return {"alkaen": in_finnish(term.alkaen), "paattyen": in_finnish(term.paattyen)}


def _terms(subject: Subject, facts: Facts) -> Context:
    agreement, path = subject.agreement, subject.path
    dates = agreement.voimassa
    start, end = day(dates.alkaen if dates else None), day(dates.paattyen if dates else None)
    begins = facts.needed(start, "voimaantulopäivä", (*path, "voimassa"))
    return {
        "alkaen": begins,
        "paattyen": end,
        "voimassaolo": f"{begins}–{end}" if end else f"{begins} alkaen toistaiseksi",
        "irtisanomisaika": _months(agreement.irtisanomisaika_kk),
        "tarkistusvali": _months(agreement.henkiloston_tarkistus_kk),
        "muutosvaltuudet": [
            {
                "kohde": _target(subject, item.kohde, facts, (*path, "muutosvaltuus", index)),
                "esittaja": facts.needed(
                    _words(facts.text(item.esittaja)),
                    "esityksen tekijä",
                    (*path, "muutosvaltuus", index),
                ),
                "paattaja": facts.needed(
                    _words(facts.text(item.paattaja)),
                    "muutoksesta päättävä",
                    (*path, "muutosvaltuus", index),
                ),
            }
            for index, item in enumerate(agreement.muutosvaltuus)
        ],
    }


def _months(count: int | None) -> str:
    if count is None:
        return ""
    return "1 kuukausi" if count == 1 else f"{count} kuukautta"


def _words(text: str) -> str:
    """Keywords of the record that stand for a word of the law, as a document writes them."""
    return {"johtoryhma": "johtoryhmä"}.get(text, text)


def _target(subject: Subject, tunnus: str | None, facts: Facts, path: Path) -> str:
    """The annex or the clause that may be changed, by the name it has in the document."""
    for index, annex in enumerate(subject.agreement.liitteet):
        if annex.tunnus == tunnus:
            return f"Liite {index + 1}"
    return facts.needed(tunnus, "muutettava kohta", path)


def _approvals(subject: Subject, facts: Facts, parties: Parties) -> list[Context]:
    rows: list[Context] = []
    for index, item in enumerate(subject.agreement.hyvaksynnat):
        path = (*subject.path, "hyvaksynnat", index)
        rows.append(
            {
                "osapuoli": parties.name(item.osapuoli, "hyväksynyt osapuoli", path),
                "tekija": facts.needed_text(item.tekija, "päätöksen tekijä", path),
                "paiva": facts.needed(day(item.pvm), "päätöksen päivä", path),
                "pykala": str(item.pykala or ""),
                "asiatunnus": item.asiatunnus or "",
                "ehto": facts.text(item.ehto),
            }
        )
    return rows


def _signatures(subject: Subject, parties: Parties, facts: Facts) -> list[Context]:
    """A row for each legal person; one that has not signed yet gets room for the signature."""
    rows: list[Context] = []
    signed = {item.osapuoli: item for item in subject.agreement.allekirjoitukset}
    for first, roles in parties.of_agreement(subject.agreement.osapuolet):
        found = next((signed[item.tunnus] for item in roles if item.tunnus in signed), None)
        title = facts.text(found.nimike) if found else ""
        rows.append(
            {
                "osapuoli": parties.legal(first),
                "nimike": f"{found.nimi}, {title}" if found and found.nimi else title,
                "paiva": day(found.pvm) if found else "",
                "tapa": SIGNED.get(found.tapa or "", "") if found and found.pvm else "",
            }
        )
    return rows


def _tables(subject: Subject, facts: Facts, parties: Parties, register: Register) -> Context:
    names = municipalities(subject.group, subject.alue.alue, register) or frozenset()
    group, path = subject.group, subject.path
    return {
        "jasenet": member_rows(facts, parties, group, subject.group_path),
        "toimipisteet": office_rows(facts, group, names),
        "henkilosto": staff_rows(facts, parties, group, subject.valid),
        "kustannukset": cost_rows(facts, parties, subject.agreement, path, subject.valid),
    }


def _annexes(subject: Subject, facts: Facts) -> Context:
    annexes = subject.agreement.liitteet
    rows = [
        {
            "nimike": f"Liite {index + 1}",
            "otsikko": facts.needed_text(
                annex.nimi, "liitteen nimi", (*subject.path, "liitteet", index)
            ),
            "taulukko": annex.taulukko or "",
        }
        for index, annex in enumerate(annexes)
    ]
    moved = {annex.taulukko: index + 1 for index, annex in enumerate(annexes) if annex.taulukko}
    places = {
        table: IN_ANNEX.format(numero=moved[table]) if table in moved else HERE
        for table in ("jasenet", "toimipisteet", "henkilosto", "kustannukset")
    }
    return {"liitteet": rows, "viittaukset": places}


def _clauses(clauses: Clauses, agreement: Sopimus, bases: Mapping[str, str]) -> Context:
    """The clauses and deviations; a table that stands in an annex is not repeated here."""
    moved = {annex.taulukko for annex in agreement.liitteet if annex.taulukko}
    return {
        "lausekkeet": [
            {
                "tunnus": clause.tunnus,
                "otsikko": clause.heading,
                "kappaleet": [
                    {"laji": kind, "teksti": text}
                    for kind, text in (*clause.paragraphs, *_basis(clause, bases))
                ],
                "taulukko": "" if clause.table in moved else clause.table,
            }
            for clause in clauses.items
        ],
        "poikkeamat": [
            {"lauseke": heading, "toimi": action, "peruste": reason}
            for heading, action, reason in clauses.deviations
        ],
    }


def _basis(clause: Clause, bases: Mapping[str, str]) -> list[tuple[str, str]]:
    if not bases:
        return []
    return [("teksti", bases.get(clause.tunnus, OWN_CLAUSE))]


def agreement_subjects(alue: Alue) -> list[Subject]:
    """The region's agreements of the statutory kind whose group is known."""
    groups = {item.tunnus: index for index, item in enumerate(alue.johtoryhmat)}
    found = []
    for index, agreement in enumerate(alue.sopimukset):
        if agreement.laji != "tym-sopimus":
            continue
        tunnus = agreement.johtoryhma
        if tunnus is None and len(groups) == 1:
            tunnus = next(iter(groups))
        if tunnus in groups:
            place = groups[tunnus]
            found.append(Subject(alue, index, agreement, place, alue.johtoryhmat[place]))
    return found
