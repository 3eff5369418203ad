"""L04: minutes of a bilingual joint body, county board or council are in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase, RegionCase
from sopimukset.law.facts import UNILINGUAL
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._languages import bilingual
from sopimukset.model import Kielitekstit, Luottamustoimi, Nimetty, Osapuoli, Paatos, Teksti
from sopimukset.tracking.roles import AUTHORITY, COUNTY

BOTH = frozenset(("fi", "sv"))

COUNTY_BODIES = (
    "aluehallitus",
    "aluevaltuusto",
    "välfärdsområdesstyrelsen",
    "välfärdsområdesfullmäktige",
)
"""423/2003 29 § 2 mom."""

COUNCILS = ("valtuusto", "yhtymäkokous", "fullmäktige", "samkommunsstämman")
"""423/2003 29 § 1 mom, first sentence."""

BOARDS = ("kaupunginhallitus", "kunnanhallitus", "stadsstyrelsen", "kommunstyrelsen")
"""A municipality's own board is no joint body of municipalities."""

JOINT_BODIES = ("lautakunta", "jaosto", "johtokunta", "toimielin", "nämnden", "sektionen")
"""How a joint body (410/2015 51 §) is called, where the party's own body is not recorded."""

Decided = tuple[Path, Paatos | None, str | None]

ONE = "Kaksikielisen toimielimen päätös on kirjattu laadituksi vain yhdellä kielellä."
NONE = "Kaksikielisen toimielimen päätöksen kieliä ei ole kirjattu."
ADVICE = "Pöytäkirja laaditaan suomeksi ja ruotsiksi. Kirjaa päätökseen kielet: [fi, sv]."


def check(region: RegionCase) -> Iterator[Hit]:
    """Decisions of such bodies that are not recorded as being in both languages."""
    bodies = {
        tunnus: ends
        for tunnus, party in region.parties.items()
        if (ends := _bodies(region, tunnus, party))
    }
    if not bodies:
        return
    for path, decision, party in _decisions(region):
        if decision is None or BOTH.issubset(decision.kielet):
            continue
        ends = bodies.get(party or "", ())
        if any(name.endswith(ends) for name in _names(decision.tekija)):
            if decision.kielet:
                yield Hit((*path, "kielet"), ONE, ADVICE)
            else:
                yield Hit(path, NONE, ADVICE, missing=True)


def _bodies(region: RegionCase, tunnus: str, party: Osapuoli) -> tuple[str, ...]:
    """How the names of the party's bodies end that the section binds; empty where it binds none."""
    role, register = region.role(tunnus), region.world.register
    if not bilingual(role, register):
        return ()
    if role.kind == COUNTY:
        return COUNTY_BODIES
    area = register.tyollisyysalueet.get(role.key) if role.kind == AUTHORITY else None
    if area is None:
        return ()
    if area.jarjestamismuoto != "vastuukunta":
        return COUNCILS  # its own boards: the municipality decides (29 § 1 mom, second sentence)
    own = tuple(name for name in _names(party.toimielin) if not name.endswith(BOARDS))
    return own if party.toimielin is not None else JOINT_BODIES


def _names(text: Teksti | None) -> list[str]:
    texts = (text.fi, text.sv) if isinstance(text, Kielitekstit) else (text,)
    return [item.casefold().strip() for item in texts if item is not None]


def _decisions(region: RegionCase) -> Iterator[Decided]:
    """Every decision of the record with the party whose it is."""
    for group in region.groups:
        yield from _settings(group)
        yield from _members(group)
        yield from _leaders(group)
    for agreement in region.agreements:
        for index, item in enumerate(agreement.model.hyvaksynnat):
            yield (*agreement.path, "hyvaksynnat", index), item, item.osapuoli


def _settings(group: GroupCase) -> Iterator[Decided]:
    agreed = group.model.sopimus_asettajasta
    for index, item in enumerate(agreed.paatokset if agreed else ()):
        yield (*group.path, "sopimus_asettajasta", "paatokset", index), item, item.osapuoli
    for index, term in enumerate(group.model.toimikaudet):
        decision = term.asettaminen
        setter = decision.asettaja if decision else None
        yield (*group.path, "toimikaudet", index, "asettaminen"), decision, setter


def _members(group: GroupCase) -> Iterator[Decided]:
    for path, seat, _ in group.seats:
        yield from _named((*path, "nimetyt"), seat.nimetyt, seat.nimeaja)
        yield from _named((*path, "varajasenet"), seat.varajasenet, seat.nimeaja)
    for key in ("puheenjohtaja", "varapuheenjohtaja"):
        holders: Iterable[Luottamustoimi] = getattr(group.model, key)
        for index, holder in enumerate(holders):
            yield (*group.path, key, index, "paatos"), holder.paatos, holder.nimeaja


def _leaders(group: GroupCase) -> Iterator[Decided]:
    for number, task in enumerate(group.model.johtavat_henkilot):
        path = (*group.path, "johtavat_henkilot", number)
        yield from _named((*path, "nimetyt"), task.nimetyt, task.nimeaja)
        yield from _named((*path, "varahenkilot"), task.varahenkilot, task.nimeaja)


def _named(path: Path, people: Iterable[Nimetty], namer: str | None) -> Iterator[Decided]:
    for index, person in enumerate(people):
        yield (*path, index, "paatos"), person.paatos, namer


RULE = Rule(
    code="L04",
    title="Kaksikielisen toimielimen päätös on laadittu suomeksi ja ruotsiksi",
    severity=Severity.ERROR,
    citations=("423/2003 29 § 1 mom", "423/2003 29 § 2 mom", "423/2003 6 § 1 mom", "410/2015 51 §"),
    grade="A",
    decides="Ei riipu päivästä: katsotaan, millä kielillä päätös on kirjattu.",
    scope=Scope.REGION,
    check=check,
    settled=UNILINGUAL,
)
