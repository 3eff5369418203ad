"""What a change of the map touches: a thing of the records, whose it is, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sopimukset.tracking.roles import Role


class Touch(Enum):
    """What is touched."""

    COUNTY = "county"
    """Municipalities of the county itself, or the county as a whole."""

    AREA = "area"
    """An employment area that lies in several counties after the change."""

    GROUPS = "groups"
    """How many steering groups there may be (381/2023 9 § 1 mom)."""

    TERRITORY = "territory"
    """Municipalities of a group's territory."""

    PARTY = "party"
    """Who sits in a group by its territory (388/2024 1 § 2 mom)."""

    SEAT = "seat"
    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    VICE_NAMER = "vice-namer"
    """Which county names the vice-chair of a group of several."""

    LEADER = "leader"
    SETTING = "setting"
    """The authorities' agreement on who sets the group (381/2023 9 § 1 mom)."""

    SETTER = "setter"
    SETTER_OF_CHAIR = "setter-of-chair"
    SETTER_OF_LEADER = "setter-of-leader"
    STAFF = "staff"
    POOL = "pool"
    AGREEMENT = "agreement"
    COST = "cost"
    """A party's agreed share of a common cost."""

    OPTION = "option"
    """An option that is open: those who are parties then decide on it."""

    ACTION = "action"
    """An action of a meeting that has not ended."""

    YOUTH = "youth"
    STRUCTURE = "structure"
    DEFECT = "defect"


class Fate(Enum):
    """What becomes of it."""

    COMES = "comes"
    NAMES = "names"
    """It comes, and names its members and their deputies."""

    LEAVES = "leaves"
    LAPSES = "lapses"
    PASSES = "passes"
    """It goes over to those who get the municipalities."""

    MERGES = "merges"
    """A municipality becomes a part of another one."""

    UNCOVERED = "uncovered"
    """A municipality comes that no recorded group has in its territory."""

    SPANS = "spans"
    TOO_MANY = "too-many"
    NEEDLESS = "needless"
    """Only one authority is left: there is nothing to agree on between several."""

    NEEDED = "needed"
    RETHINK = "rethink"
    """The parties of after the change agree on it anew."""

    NOT_RECORDED = "not-recorded"


@dataclass(frozen=True, slots=True)
class Touched:
    """One thing that a change touches.

    Attributes:
        region: the county's key.
        group: the `tunnus` of the group; "" for what is the region's.
        touch: what.
        fate: what becomes of it.
        subject: the `tunnus` of a seat, an agreement or a row; of municipalities their names; else
            "".
        role: the party whose it is.
        heirs: who takes it over, or takes the party's place; of `Fate.SPANS` all the counties.
        place: the municipality that others become a part of.
        illustrative: whether the region is invented.
    """

    region: str
    group: str
    touch: Touch
    fate: Fate
    subject: str = ""
    role: Role | None = None
    heirs: tuple[Role, ...] = ()
    place: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """Something that hangs on a party.

    Attributes:
        touch: what.
        subject: its `tunnus`.
        fate: what becomes of it; None where it goes over to the party's heirs if there are any.
    """

    touch: Touch
    subject: str = ""
    fate: Fate | None = None
