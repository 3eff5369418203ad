"""Facts of law that hold of a sound case, as `settled` and its neighbours tell; rules name them."""

from __future__ import annotations

from typing import Final

SEATED: Final = 1
"""Somebody is named to each membership on every day of the terms."""

REPRESENTED: Final = 2
"""Those who name members are those who must, and all of them."""

DEPUTISED: Final = 4
"""Each membership has a deputy on every day, of the same organisation, each another person."""

CHAIRED: Final = 8
"""One member, of an authority, chairs on every day, named by the authority that was agreed on."""

VICE_CHAIRED: Final = 16
"""One member, of a county, is vice-chair on every day, named by the county that was agreed on."""

LED: Final = 32
"""The only term has one leader and one deputy, named by the right authority, to its last day."""

DATED: Final = 64
"""All who are named, hold an office or lead have a first day; in a region all rows of staff too."""

DECIDED: Final = 128
"""Every setting, naming and approval has a whole decision, or another's of the same day."""

ALONE: Final = 256
"""Nobody is named to a membership, or leads, for the same days as another."""

NEGOTIATED: Final = 512
"""All of the county's have in time negotiated on number and territories of the groups."""

AGREED: Final = 1024
"""The only agreement is in force, holds to the end of the terms and is of those who must agree."""

SIGNED: Final = 2048
"""All parties of a statutory agreement have signed it in time, and nobody else has."""

STAFFED: Final = 4096
"""Each of the group's gives staff on all days of a statutory agreement, told in full."""

SHARED: Final = 8192
"""A statutory agreement divides the costs by keys that need no words, or by shares of the whole."""

ENTRUSTED: Final = 16384
"""The authorities have in time agreed on one of them for all three tasks, and it has set all."""

IDENTIFIED: Final = 32768
"""The register knows parties and places; each party has a confirmed legal person of its own."""

UNILINGUAL: Final = 65536
"""None of a region's parties is bilingual in the register."""

SERVED: Final = 131072
"""All authorities of the county have young people's services, of which all is told in time."""

APPROVED: Final = 262144
"""The group has approved each leader and deputy by the naming, and not before it was set."""

FRAMED: Final = 524288
"""The frame for each leader's tasks was set by the day from which somebody leads."""

TERMED: Final = 1048576
"""The only term is of five years, and was set by its first day."""

COVERED: Final = 2097152
"""The county's only group is of all its municipalities, told in one word («kaikki»)."""

OF_GROUPS: Final = DATED | DECIDED
"""What holds of a region where it holds of all its groups and of the rest of its record."""
