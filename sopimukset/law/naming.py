"""Who is right to name chairs and leaders, as the authorities have agreed: for the facts."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase
    from sopimukset.tracking.roles import Role

CHAIR: Final = "puheenjohtajan_nimeaja"
LEADER: Final = "johtavan_henkilon_nimeaja"
"""By whom the authorities agree that these are named."""


def agreed_on(group: GroupCase, task: str) -> Role:
    """The authority that was agreed on for a task."""
    agreement = group.model.sopimus_asettajasta
    return group.region.role(agreement.__dict__[task] if agreement else None)


def is_right(namer: Role, agreed: Role, kind: str, roles: Container[Role]) -> bool:
    """Whether one of the group's own has named, and no other of the kind was agreed on."""
    if namer.kind != kind or namer not in roles:
        return False
    return agreed == namer or agreed.kind != kind
