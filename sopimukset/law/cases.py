"""What rules are asked about: a region, a group, an agreement, with what follows from the register.

Cases are views: they hold the model as it was read and work out, once, what several rules need.
A rule never touches text or files.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.base.once import once
from sopimukset.base.periods import ALWAYS, BEGINNING, Period
from sopimukset.base.speech import mark
from sopimukset.law.agreements import AgreementCase, Path
from sopimukset.law.settled import facts_of
from sopimukset.law.settled_regions import facts_of_region
from sopimukset.model import (
    Alue,
    Jasenyys,
    Johtoryhma,
    Kokous,
    NimettyJohtaja,
    Osapuoli,
    Seuranta,
)
from sopimukset.tracking.holdings import original_text
from sopimukset.tracking.party_names import party_name
from sopimukset.tracking.roles import AUTHORITY, COUNTY, Role, role_of
from sopimukset.tracking.terms import periods_of, span, term_periods
from sopimukset.tracking.territory import (
    WHOLE_COUNTY,
    authorities_by_municipality,
    municipalities,
    roles_of_territory,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopimukset.law.world import World
    from sopimukset.model import Teksti, Versio
    from sopimukset.workspace.workspace import Region

NOBODY = Role("")


class _Roles(dict[str | None, Role]):
    """The roles behind the parties' `tunnus`; NOBODY where the record has no such party."""

    def __missing__(self, tunnus: str | None) -> Role:
        """What is no party's, or is not recorded, stays out of the table."""
        return NOBODY


class RegionCase:
    """One region's record, with the group's meetings and follow-ups that could be read.

    Attributes:
        role: gives the role behind a party's `tunnus`; NOBODY where the record has no such party.
            It is the table itself that answers: this is asked dozens of times for each region.
    """

    path: Path = ()

    def __init__(self, world: World, region: Region, alue: Alue) -> None:
        self.world = world
        self.name = region.name
        self.meetings: list[Kokous] = [
            item.model for item in region.meetings if item.model is not None
        ]
        self.follow_ups: list[Seuranta] = [
            item.model for item in region.follow_ups if item.model is not None
        ]
        self.versions: dict[tuple[str, str], Versio] = {
            (item.model.sopimus, item.model.versio): item.model
            for item in region.versions
            if item.model is not None
        }
        self.alue = alue
        self.as_of = world.as_of
        self.parties: dict[str, Osapuoli] = {item.tunnus: item for item in alue.osapuolet}
        self.roles: dict[str, Role] = {
            tunnus: role_of(party) for tunnus, party in self.parties.items()
        }
        self.role: Callable[[str | None], Role] = _Roles(self.roles).__getitem__
        self.groups = [GroupCase(self, index, item) for index, item in enumerate(alue.johtoryhmat)]
        self.agreements = [
            AgreementCase(self, index, item) for index, item in enumerate(alue.sopimukset)
        ]

    def party_name(self, role: Role) -> str:
        """How a message speaks of a role: by the register's name, never by a person's."""
        return party_name(role, self.world.register)

    @once
    def county_roles(self) -> tuple[Role, ...]:
        """The county, every authority of its territory, and Kela (381/2023 9 § 1 mom)."""
        names = self.municipalities
        return roles_of_territory(names, self.world.register) if names is not None else ()

    @once
    def municipalities(self) -> frozenset[str] | None:
        """The county's municipalities; None where the register does not know the county."""
        county = self.world.register.hyvinvointialueet.get(self.alue.alue)
        return frozenset(county.kunnat) if county else None

    @property
    def all_groups_known(self) -> bool:
        """Whether every file that is said to hold a group of the county's could be read."""
        return all(item.alue not in self.world.unread for item in self.alue.yhteiset_johtoryhmat)

    @once
    def authorities(self) -> dict[str, str]:
        """The party of the authority of each municipality, by its Finnish name."""
        return authorities_by_municipality(self.roles, self.world.register)

    @once
    def meetings_by_group(self) -> dict[str, list[Kokous]]:
        """The meetings by the group that met."""
        found: dict[str, list[Kokous]] = {}
        for item in self.meetings:
            found.setdefault(item.johtoryhma, []).append(item)
        return found

    @once
    def follow_ups_by_group(self) -> dict[str, list[Seuranta]]:
        """The follow-ups by the group that they are of."""
        found: dict[str, list[Seuranta]] = {}
        for item in self.follow_ups:
            found.setdefault(item.johtoryhma, []).append(item)
        return found

    @once
    def facts(self) -> int:
        """What is plainly in order in it, as `law.settled_regions` tells."""
        return facts_of_region(self)

    @once
    def names(self) -> dict[str, frozenset[str]]:
        """What a reference of each kind may name, in the whole region (rule T01)."""
        alue = self.alue
        parties = frozenset(self.parties)
        groups = frozenset([item.tunnus for item in alue.johtoryhmat])
        seats = [seat.tunnus for item in alue.johtoryhmat for seat in item.jasenet]
        costs = [cost.tunnus for item in alue.sopimukset for cost in item.kustannukset]
        shared = alue.yhteistyorakenne
        partners = frozenset([item.tunnus for item in shared.kumppanit]) if shared else frozenset()
        forums = frozenset([item.tunnus for item in shared.foorumit]) if shared else frozenset()
        return {
            "osapuoli": parties,
            "sopimusosapuoli": parties | groups,  # A02 tells of a group among the parties
            "johtoryhma": groups,
            "jasen": frozenset(seats),
            "toimipiste": frozenset([item.tunnus for item in alue.toimipisteet]),
            "henkilosto": frozenset([item.tunnus for item in alue.henkilosto]),
            "kustannus": frozenset(costs),
            "toimija": parties | partners,
            "foorumi": forums,
        }

    def text(self, teksti: Teksti | None) -> str | None:
        """The text in the record's original language, else in the other one."""
        return original_text(self.alue, teksti)


class Leader(NamedTuple):
    """A person who leads, or stands in for the one who does."""

    path: Path
    person: NimettyJohtaja
    deputy: bool

    @property
    def title(self) -> str:
        """How a message speaks of the person."""
        return mark("varahenkilö") if self.deputy else mark("johtava henkilö")


class GroupCase:
    """One steering group."""

    def __init__(self, region: RegionCase, index: int, model: Johtoryhma) -> None:
        self.region = region
        self.world = region.world
        self.as_of = region.as_of
        self.model = model
        self.path: Path = ("johtoryhmat", index)

    @once
    def municipalities(self) -> frozenset[str] | None:
        """The territory by municipality; None where it is not recorded or none is known."""
        territory = self.model.toimialue
        if territory is not None and territory.kunnat == WHOLE_COUNTY:
            return self.region.municipalities or None  # the very same names, as of most groups
        found = municipalities(self.model, self.region.alue.alue, self.world.register)
        return found or None

    @once
    def roles(self) -> tuple[Role, ...]:
        """Those who must name members (388/2024 1 § 2 mom); empty without a territory."""
        if self.municipalities is None:
            return ()
        if self.municipalities is self.region.municipalities:
            return self.region.county_roles
        return roles_of_territory(self.municipalities, self.world.register)

    @once
    def authorities(self) -> tuple[Role, ...]:
        """The employment authorities of the territory."""
        return tuple(role for role in self.roles if role.kind == AUTHORITY)

    @once
    def counties(self) -> tuple[str, ...]:
        """The keys of the counties of the territory."""
        return tuple(role.key for role in self.roles if role.kind == COUNTY)

    @property
    def other_counties(self) -> list[str]:
        """The keys of the counties of the territory but for the one whose file holds the group."""
        return [key for key in self.counties if key != self.region.alue.alue]

    @once
    def terms(self) -> list[Period]:
        """The terms whose dates make sense, in order."""
        return term_periods(self.model)

    @once
    def span(self) -> Period | None:
        """From the first term's start to the last one's end; None without a recorded term."""
        return span(self.model)

    @once
    def seats(self) -> list[tuple[Path, Jasenyys, Role]]:
        """The memberships with their places and the roles that name them."""
        return [
            ((*self.path, "jasenet", index), item, self.region.role(item.nimeaja))
            for index, item in enumerate(self.model.jasenet)
        ]

    @once
    def seated(self) -> list[list[Period]]:
        """The days of those named to each membership within the span, in the order of `seats`."""
        within = self.span or ALWAYS
        return [periods_of(seat.nimetyt, within) for seat in self.model.jasenet]

    @once
    def named_by(self) -> dict[Role, list[Period]]:
        """The days on which each role has a named member, within the span."""
        found: dict[Role, list[Period]] = {}
        for (_, _, role), named in zip(self.seats, self.seated, strict=True):
            found.setdefault(role, []).extend(named)
        return found

    @once
    def first_setting(self) -> date | None:
        """The day of the first setting decision, else the first term's first day."""
        known = [day for day in self.settings if day is not None]
        return min(known) if known else None

    @once
    def settings(self) -> list[date | None]:
        """Of each term the day of its setting decision, else its first day."""
        return [
            term.asettaminen.pvm if term.asettaminen and term.asettaminen.pvm else term.alkaen
            for term in self.model.toimikaudet
        ]

    def made_before_agreement(self, day: date | None) -> bool:
        """Whether an agreement of another time than the recorded one decided on a day's act.

        The record holds the authorities' newest agreement (381/2023 9 § 1 mom). Where a setting
        follows it, what was done before it rested on the one that it replaced.
        """
        agreed = self.model.sopimus_asettajasta
        newest = agreed.pvm if agreed else None
        if newest is None or day in (None, BEGINNING) or day >= newest:
            return False  # an undated act is of no known time
        return any(setting is not None and newest <= setting for setting in self.settings)

    @once
    def leaders(self) -> list[Leader]:
        """All leaders and deputies of the group with their places, in the record's order."""
        found: list[Leader] = []
        for number, task in enumerate(self.model.johtavat_henkilot):
            path = (*self.path, "johtavat_henkilot", number)
            for index, person in enumerate(task.nimetyt):
                found.append(Leader((*path, "nimetyt", index), person, deputy=False))
            for index, person in enumerate(task.varahenkilot):
                found.append(Leader((*path, "varahenkilot", index), person, deputy=True))
        return found

    @property
    def meetings(self) -> list[Kokous]:
        """The group's meetings that could be read, in the order of their files."""
        return self.region.meetings_by_group.get(self.model.tunnus, [])

    @property
    def follow_ups(self) -> list[Seuranta]:
        """The group's follow-ups that could be read, in the order of their files."""
        return self.region.follow_ups_by_group.get(self.model.tunnus, [])

    def in_force(self, day: date) -> bool:
        """Whether a recorded term holds on the day; a group without terms counts."""
        return self.span is None or any(day in term for term in self.terms)

    @once
    def facts(self) -> int:
        """What is plainly in order in it, as `law.settled` tells."""
        return facts_of(self)

    @once
    def agreements(self) -> list[AgreementCase]:
        """The agreements of this group, of the statutory kind."""
        return [item for item in self.region.agreements if item.statutory and item.group is self]

    @property
    def newest_agreement(self) -> AgreementCase | None:
        """The agreement that begins last, whatever the order of the file."""
        return max(
            self.agreements,
            key=lambda item: (item.validity or ALWAYS, item.model.tunnus),
            default=None,
        )
