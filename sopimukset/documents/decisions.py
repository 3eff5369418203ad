"""What proposals for decisions share: who decides, by which appeal instruction, what is attached.

A decision is made in a case-management system, so a proposal is text to paste: who prepares and
presents is left to fill in, and so is a case number that the record doesn't hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict, get_type_hints

from sopimukset.base.speech import mark
from sopimukset.documents.facts import Facts
from sopimukset.documents.parties import HELSINKI, Context
from sopimukset.documents.shape import Asiakirjapohja, Johtoryhma
from sopimukset.documents.subject import Making, Subject
from sopimukset.formats.word import gap
from sopimukset.model import Johtoryhma as Group
from sopimukset.model import Osapuoli, Paatos, Teksti, tekstina
from sopimukset.model.paths import Path
from sopimukset.register import Register
from sopimukset.tracking.appeals import is_council
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA

ROOM_FOR_CASE = mark("[asiatunnus]")
ROOM_FOR_DECISION = mark("[täytetään asianhallinnassa]")
KELA_NAME = mark("Kansaneläkelaitos")
INSTRUCTION = mark("muutoksenhakuohje")
_BODY = re.compile(
    r"(?:valtuusto|hallitus|lautakunta|jaosto|johtokunta|toimikunta|kokous"
    r"|fullmäktige|styrelse|nämnd|sektion|direktion|utskott|stämma)(?:e?n|et|na)?\b",
    re.IGNORECASE,
)
"""How a name tells, in either language, that it is a body's and no official's."""


class Paattaja(TypedDict):
    """Who decides: the legal person and its body, the body as a sentence begins with it.

    `esitellaan` tells that somebody presents the matter: a body decides, no official alone;
    `pykalat` that its decisions have sections: of Kela only where one is recorded.
    """

    nimi: str
    toimielin: str
    alussa: str
    esitellaan: bool
    pykalat: bool


class Muutoksenhaku(TypedDict):
    """The appeal instruction: the party's own text, else one of the five that follow it says which.

    `kela` is a gap, for no instruction is known; `toimielin` is where a claim for review is made;
    the last three tell which rules it follows besides, and who else may make it.
    """

    oma: str
    kunta_oikaisu: bool
    kunta_valitus: bool
    hva_oikaisu: bool
    hva_valitus: bool
    kela: str
    toimielin: str
    helsinki: bool
    vastuukunta: bool
    kuntayhtyma: bool


class Asettaminen(TypedDict):
    """Setting the group (381/2023 9 § 1 mom)."""

    alkaen: str
    paattyen: str
    sovittu: str
    neuvoteltu: str
    neuvottelun_tulos: str
    sopineet: list[str]
    nimeajat: list[str]
    hyvinvointialueen_tehtavissa: bool


class Nimettava(TypedDict):
    """A seat: who is named to it, and who holds it already."""

    jasen: str
    varajasen: str
    nykyinen_jasen: str
    nykyinen_varajasen: str


class Nimeaminen(TypedDict):
    """Naming members, deputies, chair and vice-chair (388/2024 1 § 2–3 mom)."""

    alkaen: str
    toimikausi: str
    paattyen: str
    asettaja: str
    asetettu: str
    nimettavat: list[Nimettava]
    puheenjohtaja: str
    puheenjohtaja_paattyen: str
    varapuheenjohtaja: str
    varapuheenjohtaja_paattyen: str


class Hyvaksyminen(TypedDict):
    """Approving the agreement (381/2023 9 § 2 mom, 388/2024 3 §)."""

    asiatunnus: str
    osapuolet: list[str]
    alkaen: str
    paattyen: str
    irtisanomisaika: str
    henkilosto: list[str]
    kustannukset: list[str]
    kelan_osallistuminen: str
    allekirjoittaja: str
    ehto: str


class JohtavanNimeaminen(TypedDict):
    """Naming the leader and the deputy (388/2024 4 § 1 mom)."""

    nimike: str
    varahenkilo: str
    alkaen: str
    paattyen: str
    varahenkilo_paattyen: str
    toimikausi_paattyy: str
    hyvaksytty: str
    varahenkilo_hyvaksytty: str
    puitteet: str
    sovittu: str


class Paatosehdotus(Asiakirjapohja):
    """A proposal for a decision: one of the four matters is filled, the others are empty."""

    asiatunnus: str
    paatetty: str
    paattaja: Paattaja
    johtoryhma: Johtoryhma
    muutoksenhaku: Muutoksenhaku
    asettaminen: Asettaminen
    nimeaminen: Nimeaminen
    hyvaksyminen: Hyvaksyminen
    johtava_henkilo: JohtavanNimeaminen
    liitteet: list[str]
    tiedoksi: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSubject(Subject):
    """One decision of one party.

    Attributes:
        matter: which of the four it is, as file names say it.
        group_index: the group's place in `johtoryhmat`.
        party: the deciding party's tunnus; None where the record doesn't name it.
        decision: the decision as recorded, once it has been made.
        index: the place of the term, the agreement or the leader's task among its kind.
    """

    matter: str
    group_index: int
    party: str | None
    decision: Paatos | None
    index: int = 0

    @property
    def group(self) -> Group:
        """The group that the decision is about."""
        return self.alue.johtoryhmat[self.group_index]

    @property
    def group_path(self) -> Path:
        """The group's place in the record."""
        return ("johtoryhmat", self.group_index)


def blank(shape: type) -> Context:
    """Every field of a shape with nothing in it, for matters that a proposal is not about."""
    empty: dict[object, object] = {str: "", bool: False}
    return {name: empty.get(kind, []) for name, kind in get_type_hints(shape).items()}


def maker(facts: Facts, decision: Paatos, party: Osapuoli | None) -> str:
    """Who decided; the party's body by its name in the document's language where it was that."""
    own = party.toimielin if party else None
    is_own = tekstina(decision.tekija, "fi") == tekstina(own, "fi")
    return facts.text(own if is_own else decision.tekija)


def reference(facts: Facts, decision: Paatos | None, party: Osapuoli | None) -> str:
    """A recorded decision as others cite it: "lautakunta 21.1.2025 § 4, KUV-2025-14"."""
    if decision is None or decision.pvm is None:
        return ""
    case = f", {decision.asiatunnus}" if decision.asiatunnus else ""
    when = facts.minuted(decision.pvm, decision.pykala)
    return f"{maker(facts, decision, party)} {when}{case}".strip()


def decided(facts: Facts, decision: Paatos | None) -> str:
    """The day and the section of a recorded decision, else room for them."""
    if decision is None or decision.pvm is None:
        return gap(facts.say(ROOM_FOR_DECISION))
    return facts.minuted(decision.pvm, decision.pykala)


# Who decides -------------------------------------------------------------------------------------


def decider(subject: DecisionSubject, making: Making) -> Context:
    """The legal person and the body; the one that decided, where the decision is recorded."""
    party = making.parties.by_tunnus.get(subject.party or "")
    if party is None:
        told = making.facts.needed(None, "päätöksen tekevä osapuoli", subject.path)
        return _decider(told, told, presented=True, numbered=True)
    numbered = party.rooli != KELA or bool(subject.decision and subject.decision.pykala)
    return _decider(
        making.parties.signing(party),
        _body(subject, making, party),
        presented=_is_presented(subject, party),
        numbered=numbered,
    )


def _decider(name: str, body: str, *, presented: bool, numbered: bool) -> Context:
    return {
        "nimi": name,
        "toimielin": body,
        "alussa": body[:1].upper() + body[1:],
        "esitellaan": presented,
        "pykalat": numbered,
    }


def _is_presented(subject: DecisionSubject, party: Osapuoli) -> bool:
    """Whether a body decides: the party's own, or one whose name tells that it is one."""
    made_by = _other_maker(subject, party)
    if made_by is None:
        return party.toimielin is not None or party.rooli != KELA
    return bool(
        _BODY.search(" ".join(filter(None, (tekstina(made_by, "fi"), tekstina(made_by, "sv")))))
    )


def _other_maker(subject: DecisionSubject, party: Osapuoli) -> Teksti | None:
    """Who decided, where the record holds that and it wasn't the party's own body."""
    made_by = subject.decision.tekija if subject.decision else None
    is_own = tekstina(made_by, "fi") == tekstina(party.toimielin, "fi")
    return None if is_own else made_by


def _body(subject: DecisionSubject, making: Making, party: Osapuoli) -> str:
    facts, made_by = making.facts, _other_maker(subject, party)
    if made_by is not None:
        return facts.needed_text(made_by, "päätöksen tekijä", subject.path)
    if party.toimielin is None and party.rooli == KELA:
        return facts.say(KELA_NAME)
    path = ("osapuolet", facts.alue.osapuolet.index(party))
    return facts.needed_text(party.toimielin, "toimielin", path)


def appeal(subject: DecisionSubject, making: Making) -> Context:
    """The party's own instruction, else that of the kind of body.

    Municipalities follow 410/2015 134–140 §, welfare counties 611/2021 139–145 §, and so do, in the
    county's tasks, the city's decisions in Helsinki (615/2021 17 § 2 mom). Of Kela we know no rule:
    without its own instruction there is a gap.
    """
    facts, found = making.facts, blank(Muutoksenhaku)
    party = making.parties.by_tunnus.get(subject.party or "")
    role = party.rooli if party else AUTHORITY
    if party is not None and (role == KELA or party.muutoksenhakuohje is not None):
        path = ("osapuolet", facts.alue.osapuolet.index(party))
        told = facts.needed_text(party.muutoksenhakuohje, INSTRUCTION, path)
        is_own = party.muutoksenhakuohje is not None
        return {**found, "oma" if is_own else "kela": told}
    council = _is_council(subject, party)
    form = _form(party, making.register)
    return {
        **found,
        "kunta_oikaisu": role == AUTHORITY and not council,
        "kunta_valitus": role == AUTHORITY and council,
        "hva_oikaisu": role == COUNTY and not council,
        "hva_valitus": role == COUNTY and council,
        "toimielin": "" if council else _own_body(party, facts, subject),
        "helsinki": role == COUNTY and party is not None and party.hyvinvointialue == HELSINKI,
        "vastuukunta": form == "vastuukunta",
        "kuntayhtyma": form == "kuntayhtyma",
    }


def _own_body(party: Osapuoli | None, facts: Facts, subject: DecisionSubject) -> str:
    """The party's own body, to which a claim for review goes."""
    if party is None:
        return facts.needed(None, "päätöksen tekevä osapuoli", subject.path)
    path = ("osapuolet", facts.alue.osapuolet.index(party))
    return facts.needed_text(party.toimielin, "toimielin", path)


def _is_council(subject: DecisionSubject, party: Osapuoli | None) -> bool:
    made_by = subject.decision.tekija if subject.decision else None
    return is_council(made_by or (party.toimielin if party else None))


def _form(party: Osapuoli | None, register: Register) -> str:
    """How the authority's area is organised, where the register knows the area."""
    if party is None or party.rooli != AUTHORITY:
        return ""
    area = register.tyollisyysalueet.get(party.tyollisyysalue or "")
    return area.jarjestamismuoto if area else ""


def named(making: Making, tunnukset: Sequence[str | None], but: str | None = None) -> list[str]:
    """The parties by legal person, each once, without one of them."""
    parties = making.parties
    known = dict.fromkeys(item for item in tunnukset if item in parties.by_tunnus and item != but)
    return [parties.official(item, "osapuoli", ("osapuolet",)) for item in known]
