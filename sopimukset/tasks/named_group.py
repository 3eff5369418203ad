"""A steering group that a command names, and what to say where the region's file has none such."""

from __future__ import annotations

from sopimukset.base.speech import mark, say
from sopimukset.model import Alue

NO_SUCH_GROUP = mark("Alueella {alue} ei ole johtoryhmää {johtoryhma}. Johtoryhmät: {johtoryhmat}.")
NO_GROUP = mark("Alueella {alue} ei ole johtoryhmää.")
ELSEWHERE = mark(
    "Johtoryhmä {johtoryhma} on yhteinen, ja sen tiedot ovat alueella {koti}. Anna alueeksi {koti}."
)


def no_such_group(alue: Alue, tunnus: str | None) -> str:
    """Why a region's file has no group of that name, and where it is if the region shares it."""
    for shared in alue.yhteiset_johtoryhmat:
        if shared.johtoryhma == tunnus:
            return say(ELSEWHERE).format(johtoryhma=tunnus, koti=shared.alue)
    known = ", ".join(item.tunnus for item in alue.johtoryhmat)
    if not tunnus or not known:
        return say(NO_GROUP).format(alue=alue.alue)
    return say(NO_SUCH_GROUP).format(alue=alue.alue, johtoryhma=tunnus, johtoryhmat=known)
