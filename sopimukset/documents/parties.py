"""Parties as a document names them: by legal person, with the roles that it holds."""

from __future__ import annotations

from collections.abc import Sequence

from sopimukset.base.speech import mark
from sopimukset.documents.facts import NEXT_NAME, Facts
from sopimukset.formats.word import gap
from sopimukset.model import Osapuoli, Teksti, tekstina
from sopimukset.register import KELA, Register
from sopimukset.tracking.roles import AUTHORITY, COUNTY
from sopimukset.tracking.roles import KELA as KELA_KIND

Context = dict[str, object]

ROLES = {
    AUTHORITY: mark("työvoimaviranomainen"),
    COUNTY: mark("hyvinvointialue"),
    KELA_KIND: mark("Kansaneläkelaitos"),
    "kumppani": mark("kumppani"),
}
SWEDISH_ROLES = {AUTHORITY: "arbetskraftsmyndighet", COUNTY: "välfärdsområde"}
"""In tables and after names, in the indefinite form; the catalogue has the one of sentences."""

HELSINKI = "helsinki"
COUNTYS_TASKS = mark("hyvinvointialueen tehtävistä vastaava")
"""The city of Helsinki: it is no county, but has the tasks of one (615/2021 2 § 2 mom)."""

UNCONFIRMED = mark("nimi vahvistamatta")
TWO_ROLES = mark("työvoimaviranomainen ja hyvinvointialueen tehtävistä vastaava")
AREA = mark("työllisyysalue: {alue}")
"""The area in the nominative, so that no name has to be inflected."""


class Parties:
    """The region's parties, named for one document."""

    def __init__(self, facts: Facts, register: Register) -> None:
        self.facts = facts
        self.register = register
        self.by_tunnus = {item.tunnus: item for item in facts.alue.osapuolet}
        self._index = {item.tunnus: index for index, item in enumerate(facts.alue.osapuolet)}

    def legal(self, party: Osapuoli) -> str:
        """The legal person that signs; a gap where it is not recorded."""
        if party.rooli == KELA_KIND:
            return self.facts.text(party.oikeushenkilo) or self.facts.say(ROLES[KELA_KIND])
        path = ("osapuolet", self._index[party.tunnus])
        return self.facts.needed_text(self._official(party), "oikeushenkilön nimi", path)

    def _official(self, party: Osapuoli) -> Teksti | None:
        """The legal person's name; a county's official Swedish one where only Finnish is recorded.

        The register holds both names of a county. Of a municipality it holds the bare name, not
        that of the legal person, so that one stays as it is recorded.
        """
        county = self.register.hyvinvointialueet.get(party.hyvinvointialue or "")
        if county is None or self.facts.language != "sv" or not party.oikeushenkilo_vahvistettu:
            return party.oikeushenkilo
        return county.nimi_sv if party.oikeushenkilo == county.nimi_fi else party.oikeushenkilo

    def signing(self, party: Osapuoli) -> str:
        """The same with the highlighted mark of a name that isn't confirmed, which is listed."""
        name = self.legal(party)
        if party.oikeushenkilo_vahvistettu or not party.oikeushenkilo:
            return name
        self.facts.doubtful(name, ("osapuolet", self._index[party.tunnus]))
        return f"{name} {self._unconfirmed()}"

    def marked(self, wanted: Sequence[str]) -> list[str]:
        """The legal persons of an agreement, each with the mark of a name that isn't confirmed."""
        doubt = f" {self._unconfirmed()}"
        return [f"{row['nimi']}{doubt * bool(row['vahvistamatta'])}" for row in self.rows(wanted)]

    def _unconfirmed(self) -> str:
        return gap(f"({self.facts.say(UNCONFIRMED)})")

    def short(self, party: Osapuoli) -> str:
        """The name that the document uses of the party after its first mention.

        In Swedish Kela has no shorter one than the statutes', which the clauses use too.
        """
        if party.rooli == KELA_KIND:
            own = KELA.nimi_sv if self.facts.language == "sv" else KELA.lyhenne_fi
            return self.facts.text(party.nimi) or own
        return self.facts.text(party.nimi) or self.legal(party)

    def name(self, tunnus: str | None, what: str, path: tuple[str | int, ...]) -> str:
        """The short name behind a reference; with its role where the legal person has two."""
        party = self.by_tunnus.get(tunnus or "")
        if party is None:
            return self.facts.needed(None, what, path)
        if party.nimi is None and self._in_two_roles(party):
            return f"{self.short(party)}, {self.role(party)}"
        return self.short(party)

    def official(self, tunnus: str | None, what: str, path: tuple[str | int, ...]) -> str:
        """The legal person behind a reference, as a decision names it, marked as by `signing`.

        Of one that is two parties with its unit, or its role where no unit has a name.
        """
        party = self.by_tunnus.get(tunnus or "")
        if party is None:
            return self.facts.needed(None, what, path)
        name = self.signing(party)
        if not self._in_two_roles(party):
            return name
        return f"{name} ({self.facts.text(party.nimi) or self.role(party)})"

    def role(self, party: Osapuoli) -> str:
        """The party's role in the statute's word; of Helsinki, whose tasks it has."""
        if party.rooli == COUNTY and party.hyvinvointialue == HELSINKI:
            return self.facts.say(COUNTYS_TASKS)
        own = SWEDISH_ROLES.get(party.rooli) if self.facts.language == "sv" else None
        return own or self.facts.say(ROLES[party.rooli])

    def _in_two_roles(self, party: Osapuoli) -> bool:
        return self.facts.text(party.oikeushenkilo) in self.two_roles(self.facts.alue.osapuolet)

    def two_roles(self, parties: Sequence[Osapuoli]) -> list[str]:
        """The legal persons that are both authority and county among the parties."""
        authorities = {
            self._text(item.oikeushenkilo) for item in parties if item.rooli == AUTHORITY
        }
        counties = [self._text(item.oikeushenkilo) for item in parties if item.rooli == COUNTY]
        return [name for name in counties if name and name in authorities]

    def of_agreement(self, wanted: Sequence[str]) -> list[tuple[Osapuoli, list[Osapuoli]]]:
        """The agreement's parties by legal person: each with all the roles that it has there."""
        found: dict[str, list[Osapuoli]] = {}
        for tunnus in wanted:
            party = self.by_tunnus.get(tunnus)
            if party is not None:
                key = self._text(party.oikeushenkilo) or tunnus
                found.setdefault(key, []).append(party)
        return [(parties[0], parties) for parties in found.values()]

    def rows(self, wanted: Sequence[str]) -> list[Context]:
        """The rows of the table of parties."""
        return [self._row(first, parties) for first, parties in self.of_agreement(wanted)]

    def _row(self, first: Osapuoli, parties: list[Osapuoli]) -> Context:
        for party in parties:
            if not party.oikeushenkilo_vahvistettu:
                path = ("osapuolet", self._index[party.tunnus])
                self.facts.doubtful(self.legal(party), path)
        bodies = [self._text(item.toimielin) for item in parties]
        areas = [self._area(item) for item in parties]
        return {
            "tunnus": first.tunnus,
            "nimi": self.legal(first),
            "vahvistamatta": any(not item.oikeushenkilo_vahvistettu for item in parties),
            "lyhyt": self._short_names(first, parties),
            "roolit": self.facts.say(TWO_ROLES) if len(parties) > 1 else self.role(first),
            "viranomainen": "; ".join(item for item in areas if item),
            "toimielin": NEXT_NAME.join(dict.fromkeys(item for item in bodies if item)),
        }

    def _short_names(self, first: Osapuoli, parties: list[Osapuoli]) -> str:
        """What the document calls the party; a person in two roles by the units that have them."""
        units = [item for item in parties if item.nimi is not None]
        if len(parties) == 1:
            return self.short(first)
        told = [f"{self.role(item)}: {self.short(item)}" for item in units]
        return NEXT_NAME.join(told) or self.legal(first)

    def _area(self, party: Osapuoli) -> str:
        """The area; its own Swedish name first where the register's is another or the Finnish."""
        area = self.register.tyollisyysalueet.get(party.tyollisyysalue or "")
        if area is None:
            return ""
        name = area.nimi_sv if self.facts.language == "sv" else area.nimi_fi
        goes_by_it = tekstina(party.nimi, "fi") == area.nimi_fi
        own = self.facts.text(party.nimi) if goes_by_it else ""
        shown = f"{own} – {name}" if own and own != name else name
        return self.facts.say(AREA).format(alue=shown)

    def _text(self, teksti: Teksti | None) -> str:
        return self.facts.text(teksti)
