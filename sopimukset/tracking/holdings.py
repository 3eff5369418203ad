"""What a region's folder holds, as models: all that states and deadlines are derived from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopimukset.base.speech import language
from sopimukset.model import tekstina
from sopimukset.tracking.held import each_once
from sopimukset.tracking.roles import Role, role_of

if TYPE_CHECKING:
    from sopimukset.model import Alue, Kokous, Lausekekirjasto, Seuranta, Teksti
    from sopimukset.register import Register
    from sopimukset.tracking.approvals import Suspect
    from sopimukset.tracking.fingerprints import Versions


def no_library(_laji: str) -> Lausekekirjasto | None:
    """There are no model clauses to be had."""
    return None


def no_powers(_suspect: Suspect) -> Sequence[str]:
    """No power of amendment reaches what moved."""
    return ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """A region's record with its meetings, follow-ups and released versions.

    Attributes:
        name: the folder's name, ALUE on the command line.
        alue: the region's record.
        register: the national register.
        meetings, follow_ups: those that could be read.
        versions: the released versions of its agreements, by agreement and number.
        library_of: gives the model clauses of a kind of agreement; asked only where a version of
            an agreement of that kind is approved.
        powers_of: what the agreement's own powers of amendment are over, where all that moved lies
            within them; asked only where something moved.
    """

    name: str
    alue: Alue
    register: Register
    meetings: tuple[Kokous, ...] = ()
    follow_ups: tuple[Seuranta, ...] = ()
    versions: Versions = field(default_factory=dict)
    library_of: Callable[[str], Lausekekirjasto | None] = no_library
    powers_of: Callable[[Suspect], Sequence[str]] = no_powers

    @property
    def confirmed(self) -> bool:
        """Whether the rules bind: in a region in preparation what is missing is an open point."""
        return self.alue.vaihe == "vahvistettu"

    @property
    def roles(self) -> dict[str, Role]:
        """The role behind each party of the record, by its identifier."""
        return {item.tunnus: role_of(item) for item in self.alue.osapuolet}

    def meetings_of(self, group: str) -> list[Kokous]:
        """A group's meetings in the order of their days, one with two files (T33) once."""
        own = each_once(item for item in self.meetings if item.johtoryhma == group)
        return sorted(own, key=lambda item: item.pvm)

    def follow_ups_of(self, group: str) -> list[Seuranta]:
        """A group's follow-ups in the order of their files."""
        return [item for item in self.follow_ups if item.johtoryhma == group]

    def text(self, teksti: Teksti | None) -> str | None:
        """The text in the record's original language, else in the other one."""
        return original_text(self.alue, teksti)

    def spoken(self, teksti: Teksti | None) -> str:
        """The text for a person: in the language that is spoken; see `spoken_text`."""
        return spoken_text(self.alue, teksti)


def spoken_text(alue: Alue, teksti: Teksti | None) -> str:
    """The text in the language that is spoken, else in the record's own; "" without one."""
    spoken = language()
    own = tekstina(teksti, spoken) if spoken in ("fi", "sv") else None
    return own or original_text(alue, teksti) or ""


def original_text(alue: Alue, teksti: Teksti | None) -> str | None:
    """The text in the record's original language, else in the other one; None without a text."""
    if teksti is None or isinstance(teksti, str):
        return teksti
    for kieli in (*alue.kielet, "fi", "sv"):
        found: str | None = getattr(teksti, kieli)
        if found is not None:
            return found
    return None
