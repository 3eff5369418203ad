"""Which part of which agreement a change concerns: a table of fields, clauses and annexes.

`muutosvaltuus.kohde` names a part: an annex by its tunnus, a model clause by its id, or the whole
agreement by its own tunnus. A field belongs to the clause that prints it, and to the annex whose
`taulukko` prints it. Facts of the region belong to the cooperation agreement of the group that
they concern; where the record names no group, to each one's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sopimukset.history.changes.change import Change
from sopimukset.history.changes.operations import place
from sopimukset.history.changes.places import Key, Path, field_names
from sopimukset.history.changes.records import Records
from sopimukset.model import Sopimus
from sopimukset.model.sopimus import Muutosvaltuus

TYM = "tym-sopimus"


class Printed(NamedTuple):
    """Where an agreement prints a field: the clause, and the table that may stand in an annex."""

    clause: str
    table: str = ""


OWN: Mapping[str, Printed] = {
    "osapuolet": Printed("osapuolet"),
    "asiatunnus": Printed("asianhallinta"),
    "sailytysaika": Printed("asianhallinta"),
    "voimassa": Printed("voimassaolo"),
    "optiot": Printed("voimassaolo"),
    "irtisanomisaika_kk": Printed("voimassaolo"),
    "irtisanottu": Printed("voimassaolo"),
    "irtisanoja": Printed("voimassaolo"),
    "henkiloston_tarkistus_kk": Printed("henkiloston-tarkistus"),
    "kustannukset": Printed("kustannukset", "kustannukset"),
    "kelan_osallistuminen": Printed("kelan-osallistuminen"),
    "muutosvaltuus": Printed("muuttaminen"),
    "hyvaksynnat": Printed("allekirjoitukset"),
    "allekirjoitukset": Printed("allekirjoitukset"),
}
"""The agreement's own fields."""

REGIONS: Mapping[tuple[str, ...], Printed] = {
    ("henkilosto",): Printed("henkilosto", "henkilosto"),
    ("toimipisteet",): Printed("toimipisteet", "toimipisteet"),
    ("nuorten_yhteispalvelu",): Printed("nuorten-yhteispalvelu"),
    ("mitoitus",): Printed("henkilosto", "henkilosto"),
    ("johtoryhmat", "mitoitus"): Printed("henkilosto", "henkilosto"),
    ("johtoryhmat", "toimialue"): Printed("toimialue"),
    ("johtoryhmat", "jasenet"): Printed("johtoryhma", "jasenet"),
    ("johtoryhmat", "puheenjohtaja"): Printed("johtoryhma", "jasenet"),
    ("johtoryhmat", "varapuheenjohtaja"): Printed("johtoryhma", "jasenet"),
    ("johtoryhmat", "kokoukset"): Printed("johtoryhma"),
    ("johtoryhmat", "nimi"): Printed("johtoryhma"),
    ("johtoryhmat", "johtavat_henkilot"): Printed("johtava-henkilo"),
}
"""The region's facts that the cooperation agreement prints."""

PARTIES_ALONE = frozenset({"henkilosto", "kustannukset", "kelan-osallistuminen", "muuttaminen"})
"""The clauses that no power reaches.

Staff is each party's to assign and the parties' to agree on (381/2023 9 § 2 mom, 388/2024 3 §
2 kohta), costs are the authority's, the county's and Kela's (10 § 2 mom): the group follows the
staff and proposes (388/2024 2 § 2 mom). And a power can't widen itself.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an agreement that a change concerns.

    Attributes:
        agreement: as it was before the change; a power that the change itself brings doesn't count.
        names: what a power may call the part: clause, annexes, the agreement's own tunnus.
        alone: whether no power reaches it.
    """

    agreement: Sopimus
    names: frozenset[str]
    alone: bool

    @property
    def power(self) -> Muutosvaltuus | None:
        """The power that names the part; None where none does."""
        powers = self.agreement.muutosvaltuus
        return next((item for item in powers if item.kohde in self.names), None)


def parts_of(change: Change, old: Records) -> Iterator[Part]:
    """The parts of the agreements that a change concerns, as they stood before it."""
    for agreement in old.alue.sopimukset if old.alue else ():
        if change.path[0] == "sopimukset":
            if change.path[1:2] == (Key(agreement.tunnus),):
                yield _own_part(change, agreement)
        elif agreement.laji == TYM and _concerns(change, agreement, old):
            printed = _printed(change.path)
            if printed is not None:
                yield _part(agreement, printed)


def _own_part(change: Change, agreement: Sopimus) -> Part:
    path = change.path
    field = path[2] if len(path) > 2 else ""
    item = path[3].name if len(path) > 3 and isinstance(path[3], Key) else ""
    if field == "liitteet":
        return _annex(change, agreement, item)
    if field == "lausekemuutokset":
        return Part(agreement, frozenset({agreement.tunnus, item}), item in PARTIES_ALONE)
    return _part(agreement, OWN.get(str(field), Printed("")))


def _annex(change: Change, agreement: Sopimus, tunnus: str) -> Part:
    """An annex itself: with a table that is the parties' alone, only its name and day are not."""
    tables = {item.taulukko for item in agreement.liitteet if item.tunnus == tunnus}
    inner = {field_names(place(item))[-1] for item in change.operations}
    alone = bool(tables & PARTIES_ALONE) and not inner <= {"nimi", "pvm", "fi", "sv"}
    return Part(agreement, frozenset({agreement.tunnus, tunnus}), alone)


def _part(agreement: Sopimus, printed: Printed) -> Part:
    annexes = {item.tunnus for item in agreement.liitteet if item.taulukko == printed.table}
    names = {agreement.tunnus, printed.clause, *(annexes if printed.table else ())} - {""}
    return Part(agreement, frozenset(names), printed.clause in PARTIES_ALONE)


def part_at(agreement: Sopimus, names: tuple[str, ...]) -> Part | None:
    """The part that prints a field; None for one that no part prints.

    Args:
        agreement: the agreement.
        names: the names of the fields on the way there, `sopimukset` first for its own.
    """
    if names[0] == "sopimukset":
        own = OWN.get(names[1])
        return None if own is None else _part(agreement, own)
    printed = REGIONS.get(names[:2]) or REGIONS.get(names[:1])
    return None if printed is None else _part(agreement, printed)


def _printed(path: Path) -> Printed | None:
    names = field_names(path)
    return REGIONS.get(names[:2]) or REGIONS.get(names[:1])


def _concerns(change: Change, agreement: Sopimus, old: Records) -> bool:
    """Whether the fact is of the agreement's group, or of no particular one."""
    group = agreement.johtoryhma
    if change.path[0] == "johtoryhmat":
        return group is None or change.path[1] == Key(group)
    if change.path[0] == "henkilosto":
        row = old.at(change.path[:2]) or change.new
        own = getattr(row, "johtoryhma", None)
        return None in (own, group) or own == group
    return True
