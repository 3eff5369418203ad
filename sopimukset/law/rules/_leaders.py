"""The leaders and their deputies with their places, as G15–G17 walk them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sopimukset.base.speech import mark
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Path
from sopimukset.model import JohtavaHenkilo, NimettyJohtaja


class Leader(NamedTuple):
    """A person who leads, or stands in for the one who does."""

    path: Path
    task: JohtavaHenkilo
    person: NimettyJohtaja
    deputy: bool

    @property
    def title(self) -> str:
        """How a message speaks of the person."""
        return mark("varahenkilö") if self.deputy else mark("johtava henkilö")


def leaders(group: GroupCase) -> Iterator[Leader]:
    """All leaders and deputies of the group, in the record's order."""
    for number, task in enumerate(group.model.johtavat_henkilot):
        path = (*group.path, "johtavat_henkilot", number)
        for index, person in enumerate(task.nimetyt):
            yield Leader((*path, "nimetyt", index), task, person, deputy=False)
        for index, person in enumerate(task.varahenkilot):
            yield Leader((*path, "varahenkilot", index), task, person, deputy=True)
