"""How grave each kind of change is, and the provision from which that follows: tables.

A level says whose act the change rests on besides the one who writes it down. What the tables
don't know is the parties' to approve: 381/2023 9 § 2 mom has them agree on how the model is
organised and resourced, and a change of unknown nature must not pass for less than that.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from sopimukset.base.speech import mark
from sopimukset.history.changes.kinds import Kind


class Level(Enum):
    """What a change requires, the gravest first.

    Attributes:
        key: its name for programs.
        told: what it is called, to be said.
    """

    def __init__(self, key: str, told: str) -> None:
        self.key = key
        self.told = told

    NEW_AGREEMENT = "new-agreement", mark("Vaatii uuden sopimuksen")
    PARTIES = "parties", mark("Vaatii osapuolten hyväksynnän")
    GROUP = "group", mark("Vaatii johtoryhmän päätöksen")
    NOTIFIED = "notified", mark("Annetaan tiedoksi")
    EDITORIAL = "editorial", mark("Toimituksellinen")

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Level).index(self)


class Weight(NamedTuple):
    """A level with the provisions from which it follows; none where no provision speaks of it."""

    level: Level
    basis: tuple[str, ...] = ()


AGREEING = "381/2023 9 § 2 mom"
"""The parties agree on how the model is organised and resourced."""

SETTING = "381/2023 9 § 1 mom"
"""Number and territories of the groups, who sets them, who names and approves the leaders."""

SHARING = "381/2023 10 § 2 mom"
YOUTH = "381/2023 16 § 3 mom"
UNKNOWN = Weight(Level.PARTIES, (AGREEING,))


def _new(*basis: str) -> Weight:
    return Weight(Level.NEW_AGREEMENT, basis)


def _parties(*basis: str) -> Weight:
    return Weight(Level.PARTIES, basis)


def _group(*basis: str) -> Weight:
    return Weight(Level.GROUP, basis)


def _notified(*basis: str) -> Weight:
    return Weight(Level.NOTIFIED, basis)


EDITORIAL = Weight(Level.EDITORIAL)
_STAFF = _parties(AGREEING, "388/2024 3 § 2 kohta")
_COSTS = _parties(SHARING, "388/2024 3 § 4 kohta")
_CHAIRS = _notified("388/2024 1 § 3 mom")
_MEMBERS = _notified("388/2024 1 § 2 mom")
_TERMS = _notified("388/2024 1 § 1 mom")
_LEADERS = _group(SETTING)
_DEPUTY_LEADERS = _notified("388/2024 4 § 1 mom")
_GOALS = _group("388/2024 2 § 1 mom")
_FOLLOWED = _notified("388/2024 2 § 2 mom")
_OFFICES = _parties(AGREEING, "388/2024 3 § 1 kohta")

LEVELS: Mapping[Kind, Weight] = {
    Kind.REGION_ADDED: _notified(),
    Kind.REGION_REMOVED: _notified(),
    Kind.STAGE_CHANGED: _notified(),
    Kind.LANGUAGES_CHANGED: UNKNOWN,
    # Parties: the act says who they are, so their agreement is not the same with others in it.
    Kind.PARTY_ADDED: _new(AGREEING),
    Kind.PARTY_LEFT: _new(AGREEING),
    Kind.PARTNER_ADDED: _notified(),
    Kind.PARTNER_LEFT: _parties(),
    Kind.PARTY_SUCCEEDED: _parties(AGREEING),
    Kind.LEGAL_NAME_CHANGED: _parties(AGREEING),
    Kind.LEGAL_NAME_CONFIRMED: EDITORIAL,
    Kind.BODY_CHANGED: _notified(),
    Kind.NEGOTIATION_RECORDED: _notified(),
    # The group: territories are negotiated before it is set, and the agreement is on one territory.
    Kind.GROUP_ADDED: _new(SETTING, AGREEING),
    Kind.GROUP_REMOVED: _new(SETTING, AGREEING),
    Kind.TERRITORY_CHANGED: _new(SETTING, AGREEING),
    Kind.SETTER_CHANGED: _parties(SETTING),
    Kind.SETTER_DECIDED: _notified(SETTING),
    Kind.GROUP_SET: _notified(SETTING),
    Kind.TERM_ADDED: _TERMS,
    Kind.TERM_EXTENDED: _TERMS,
    Kind.TERM_SHORTENED: _TERMS,
    Kind.TERM_MOVED: _TERMS,
    Kind.TERM_REMOVED: _TERMS,
    # Each organisation names its own: nobody else approves, everybody else must know.
    Kind.SEAT_ADDED: _MEMBERS,
    Kind.SEAT_REMOVED: _MEMBERS,
    Kind.NAMER_CHANGED: _MEMBERS,
    Kind.MEMBER_NAMED: _MEMBERS,
    Kind.MEMBER_CHANGED: _MEMBERS,
    Kind.MEMBER_ENDED: _MEMBERS,
    Kind.DEPUTY_NAMED: _MEMBERS,
    Kind.DEPUTY_CHANGED: _MEMBERS,
    Kind.DEPUTY_ENDED: _MEMBERS,
    Kind.DEPUTY_MISSING: _MEMBERS,
    Kind.CHAIR_NAMED: _CHAIRS,
    Kind.CHAIR_CHANGED: _CHAIRS,
    Kind.CHAIR_ENDED: _CHAIRS,
    Kind.VICE_CHAIR_NAMED: _CHAIRS,
    Kind.VICE_CHAIR_CHANGED: _CHAIRS,
    Kind.VICE_CHAIR_ENDED: _CHAIRS,
    # The group approves leaders before they are named; the act doesn't say so of deputies.
    Kind.LEADER_NAMED: _LEADERS,
    Kind.LEADER_CHANGED: _LEADERS,
    Kind.LEADER_ENDED: _DEPUTY_LEADERS,
    Kind.LEADER_APPROVED: _LEADERS,
    Kind.LEADER_DEPUTY_NAMED: _DEPUTY_LEADERS,
    Kind.LEADER_DEPUTY_CHANGED: _DEPUTY_LEADERS,
    Kind.LEADER_DEPUTY_ENDED: _DEPUTY_LEADERS,
    Kind.FRAME_CHANGED: _GOALS,
    Kind.SECRETARY_NAMED: _notified(),
    Kind.SECRETARY_CHANGED: _notified(),
    Kind.SECRETARY_ENDED: _notified(),
    Kind.EXPERT_ADDED: _notified(),
    Kind.EXPERT_REMOVED: _notified(),
    Kind.TASK_EXTENDED: _notified(),
    Kind.TITLE_CHANGED: _notified(),
    Kind.NAME_CHANGED: _notified(),
    # The least number of meetings is agreed; when they are held is the group's own affair.
    Kind.MEETINGS_A_YEAR_CHANGED: _parties(AGREEING),
    Kind.CADENCE_CHANGED: _group(),
    Kind.MEETING_MOVED: _notified(),
    Kind.MEETING_CANCELLED: _notified(),
    Kind.MEETING_RESTORED: _notified(),
    Kind.GOAL_SET: _GOALS,
    Kind.GOAL_CHANGED: _GOALS,
    Kind.GOAL_REMOVED: _GOALS,
    Kind.MEETING_RECORDED: _notified(),
    Kind.MEETING_REMOVED: _notified(),
    Kind.MINUTES_ITEM_ADDED: _notified(),
    Kind.MINUTES_ITEM_REMOVED: _notified(),
    Kind.MINUTES_DECISION_CHANGED: _group(),
    Kind.MINUTES_CHECKED: _notified(),
    Kind.ACTION_ADDED: _notified(),
    Kind.ACTION_CHANGED: _notified(),
    Kind.ACTION_REMOVED: _notified(),
    Kind.FOLLOW_UP_ADDED: _group("388/2024 2 § 2 mom"),
    Kind.FOLLOW_UP_REMOVED: _FOLLOWED,
    Kind.FOLLOW_UP_TREATED: _FOLLOWED,
    # Staff and costs are the parties' to agree, also when they stand in an annex.
    Kind.KELA_STAFF_CUT: _STAFF,
    Kind.KELA_STAFF_RAISED: _STAFF,
    Kind.STAFF_CUT: _STAFF,
    Kind.STAFF_RAISED: _STAFF,
    Kind.STAFF_ADDED: _STAFF,
    Kind.STAFF_REMOVED: _STAFF,
    Kind.STAFF_ENDED: _STAFF,
    Kind.STAFF_TASK_CHANGED: _STAFF,
    Kind.SIZING_CHANGED: _parties(AGREEING),
    Kind.OFFICE_ADDED: _OFFICES,
    Kind.OFFICE_CHANGED: _OFFICES,
    Kind.OFFICE_REMOVED: _OFFICES,
    Kind.ADDRESS_CHANGED: EDITORIAL,
    Kind.SOURCE_CHANGED: EDITORIAL,
    # Agreements
    Kind.AGREEMENT_ADDED: _parties(AGREEING),
    Kind.AGREEMENT_REMOVED: _new(AGREEING),
    Kind.AGREEMENT_PARTY_ADDED: _new(AGREEING),
    Kind.AGREEMENT_PARTY_LEFT: _new(AGREEING),
    Kind.AGREEMENT_GROUP_CHANGED: _new(AGREEING),
    Kind.VALIDITY_CHANGED: _parties(AGREEING),
    Kind.OPTION_CHANGED: _parties(AGREEING),
    Kind.OPTION_USED: _parties(AGREEING),
    Kind.OPTION_GIVEN_UP: _notified(),
    Kind.NOTICE_PERIOD_CHANGED: _parties(AGREEING),
    Kind.NOTICE_GIVEN: _new(AGREEING),
    Kind.NOTICE_CHANGED: _parties(AGREEING),
    Kind.REVIEW_CHANGED: _parties("388/2024 3 § 3 kohta"),
    Kind.COST_ADDED: _COSTS,
    Kind.COST_REMOVED: _COSTS,
    Kind.COST_KEY_CHANGED: _COSTS,
    Kind.SHARE_CHANGED: _COSTS,
    Kind.COST_CHANGED: _COSTS,
    Kind.KELA_COSTS_CHANGED: _parties(SHARING, "388/2024 3 § 5 kohta"),
    Kind.CLAUSE_DEVIATION_ADDED: _parties(AGREEING),
    Kind.CLAUSE_DEVIATION_REMOVED: _parties(AGREEING),
    Kind.CLAUSE_DEVIATION_CHANGED: _parties(AGREEING),
    Kind.CLAUSE_REASON_CHANGED: EDITORIAL,
    Kind.POWER_CHANGED: _parties("388/2024 3 § 3 kohta"),
    # A condition is a proposal to the others: they have not agreed until they approve it.
    Kind.PARTY_APPROVED: _notified(AGREEING),
    Kind.PARTY_APPROVED_CONDITIONALLY: _parties(AGREEING),
    Kind.APPROVAL_CONDITION_CHANGED: _parties(AGREEING),
    Kind.APPROVAL_FINAL: _notified(),
    Kind.APPROVAL_CHANGED: _notified(),
    Kind.APPROVAL_REMOVED: _parties(AGREEING),
    Kind.SIGNATURE_ADDED: _notified(),
    Kind.SIGNATURE_CHANGED: _notified(),
    Kind.SIGNATURE_REMOVED: _parties(AGREEING),
    Kind.ANNEX_ADDED: _parties(AGREEING),
    Kind.ANNEX_CHANGED: _parties(AGREEING),
    Kind.ANNEX_REMOVED: _parties(AGREEING),
    Kind.ANNEX_DATED: _notified(),
    Kind.RELEASED: _notified(),
    Kind.RELEASE_CHANGED: _parties(AGREEING),
    Kind.RELEASE_REMOVED: _notified(),
    Kind.COMMENTING_CHANGED: _notified(),
    # The young people's service: its parties agree on its organisation and costs.
    Kind.YOUTH_ADDED: _parties(YOUTH),
    Kind.YOUTH_REMOVED: _parties(YOUTH),
    Kind.YOUTH_AUTHORITIES_CHANGED: _parties(YOUTH),
    Kind.YOUTH_AGREED: _parties(YOUTH),
    Kind.YOUTH_COORDINATOR_CHANGED: _parties(YOUTH),
    Kind.YOUTH_POINTS_CHANGED: _parties("381/2023 16 § 2 mom", YOUTH),
    Kind.YOUTH_NEED_ASSESSED: _notified("381/2023 16 § 2 mom"),
    Kind.YOUTH_NEGOTIATED: _notified("381/2023 16 § 2 mom"),
    Kind.DEFECT_RECORDED: _notified(),
    Kind.DEFECT_EXTENDED: _notified(),
    Kind.DEFECT_CHANGED: _notified(),
    Kind.DEFECT_REMOVED: _notified(),
}
"""Each kind's weight. The general kinds have theirs by where they are: see `PLACES`."""

PLACES: Mapping[str, Weight] = {
    **dict.fromkeys(("muoto", "alue", "kuvitteellinen", "mitoitus"), EDITORIAL),
    "kielipaatos": _notified(),
    "osapuolet": UNKNOWN,
    **dict.fromkeys(
        (
            *("osapuolet.oikeushenkilo_vahvistettu", "osapuolet.alkaen"),
            *("osapuolet.paattyen", "osapuolet.seuraaja"),
            *("osapuolet.muutoksenhakuohje", "osapuolet.henkilostovaranto"),
        ),
        _notified(),
    ),
    "osapuolet.rooli": _new(AGREEING),
    "neuvottelut": _notified(),
    "johtoryhmat": UNKNOWN,
    "johtoryhmat.toimikaudet": _TERMS,
    "johtoryhmat.jasenet": _MEMBERS,
    "johtoryhmat.puheenjohtaja": _CHAIRS,
    "johtoryhmat.varapuheenjohtaja": _CHAIRS,
    "johtoryhmat.asiantuntijat": _notified(),
    "johtoryhmat.sihteeri": _notified(),
    "johtoryhmat.johtavat_henkilot": _DEPUTY_LEADERS,
    "johtoryhmat.kokoukset": _group(),
    "johtoryhmat.kokoukset.lahde": EDITORIAL,
    "johtoryhmat.tavoitteet": _GOALS,
    "yhteiset_johtoryhmat": _new(SETTING),
    "toimipisteet": _OFFICES,
    "henkilosto": _STAFF,
    "sopimukset": UNKNOWN,
    "sopimukset.laji": _new(AGREEING),
    **dict.fromkeys(
        ("sopimukset.tiivistelma", "sopimukset.asiatunnus", "sopimukset.sailytysaika"), EDITORIAL
    ),
    "sopimukset.hyvaksynnat": _notified(),
    "sopimukset.allekirjoitukset": _notified(),
    "nuorten_yhteispalvelu": _parties(YOUTH),
    "nuorten_yhteispalvelu.asiatunnus": EDITORIAL,
    "nuorten_yhteispalvelu.sailytysaika": EDITORIAL,
    "yhteistyorakenne": _notified(),
    "tunnistetut_puutteet": _notified(),
    "kokoukset": _notified(),
    "seuranta": _FOLLOWED,
    "versiot": _parties(AGREEING),
}
"""The weights of general kinds by field; the longest path counts."""

AGREEMENTS: Mapping[str, tuple[str, ...]] = {
    "tym-sopimus": (),
    "muutossopimus": (),
    "sopimus-asettajasta": (SETTING,),
    "nuorten-yhteispalvelu": (YOUTH,),
    "yhdyspintasopimus": (),
    "irtisanomisilmoitus": (),
}
"""What another kind of agreement than the cooperation agreement rests on, in place of 9 § 2 mom."""

VOLUNTARY = frozenset({"yhdyspintasopimus", "irtisanomisilmoitus"})
"""Kinds that no provision demands. Ending one calls for no new agreement."""
