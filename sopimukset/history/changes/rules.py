"""Which kind a difference is, by where it is and what became of it: a table.

A row speaks of a field (`sopimukset.irtisanottu`) or of what lies below it; the row with the
longest path counts, and of rows with the same path the first one that fits. Differences that a row
finds at one place become one change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sopimukset.history.changes.choices import (
    Choice,
    Found,
    approved,
    confirmed,
    later,
    moved,
    of_role,
    staff_amount,
    staff_end,
    staff_row,
)
from sopimukset.history.changes.kinds import Kind
from sopimukset.history.changes.operations import Added, Operation, Put, Removed
from sopimukset.history.changes.places import Key, Path, field_names
from sopimukset.history.changes.records import RECORD


class When(Enum):
    """What a row of the table wants of a difference."""

    ADDED = "an item of the list is new"
    REMOVED = "an item of the list is gone"
    WITHIN = "something in an item of the list is different"
    BELOW = "something in the field is different"
    SET = "the field was empty"
    CHANGED = "the field has another value"
    CLEARED = "the field is empty now"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    where: tuple[str, ...]
    when: When
    kind: Choice

    def anchor(self, operation: Operation) -> Path | None:
        """The place of the change that a difference would make; None where the row doesn't fit."""
        path = operation.path
        if self.when in (When.ADDED, When.REMOVED):
            wanted = Added if self.when is When.ADDED else Removed
            fits = isinstance(operation, wanted) and field_names(path) == self.where
            return (*path, operation.key) if fits and isinstance(operation, wanted) else None
        if self.when is When.WITHIN:
            cut = _cut(path, len(self.where))
            return path[: cut + 1] if len(path) > cut else None
        if self.when is When.BELOW:
            return path[: _cut(path, len(self.where))]
        fits = isinstance(operation, Put) and field_names(path) == self.where
        return path if fits and _became(operation) is self.when else None


def _cut(path: Path, names: int) -> int:
    """How many steps of the path lead to its field number `names`."""
    seen = 0
    for index, step in enumerate(path):
        seen += not isinstance(step, Key)
        if seen == names:
            return index + 1
    return len(path)


def _became(operation: Operation) -> When:
    assert isinstance(operation, Put)  # noqa: S101 (its callers ask only of these)
    if operation.old is None:
        return When.SET
    return When.CLEARED if operation.new is None else When.CHANGED


def _row(where: str, when: When, kind: Choice) -> Row:
    return Row(tuple(where.split(".")), when, kind)


def _rows(where: str, kinds: dict[When, Choice]) -> list[Row]:
    return [_row(where, when, kind) for when, kind in kinds.items()]


_ANY = (When.SET, When.CHANGED, When.CLEARED)


def _whatever(kind: Choice) -> dict[When, Choice]:
    return dict.fromkeys(_ANY, kind)


def _title(where: str) -> list[Row]:
    return [
        *_rows(f"{where}.nimi", {When.BELOW: Kind.NAME_CHANGED}),
        *_rows(f"{where}.nimike", {When.BELOW: Kind.TITLE_CHANGED}),
    ]


ROWS: tuple[Row, ...] = (
    Row(RECORD, When.SET, Kind.REGION_ADDED),
    Row(RECORD, When.CLEARED, Kind.REGION_REMOVED),
    *_rows("vaihe", {When.BELOW: Kind.STAGE_CHANGED}),
    *_rows("kielet", {When.BELOW: Kind.LANGUAGES_CHANGED}),
    *_rows(
        "osapuolet",
        {
            When.ADDED: of_role(Kind.PARTY_ADDED, Kind.PARTNER_ADDED),
            When.REMOVED: of_role(Kind.PARTY_LEFT, Kind.PARTNER_LEFT),
        },
    ),
    *_rows(
        "osapuolet.paattyen",
        {
            When.SET: of_role(Kind.PARTY_LEFT, Kind.PARTNER_LEFT),
            When.CHANGED: of_role(Kind.PARTY_LEFT, Kind.PARTNER_LEFT),
        },
    ),
    *_rows("osapuolet.seuraaja", {When.SET: Kind.PARTY_SUCCEEDED}),
    *_rows("osapuolet.oikeushenkilo", {When.BELOW: Kind.LEGAL_NAME_CHANGED}),
    *_rows("osapuolet.oikeushenkilo_vahvistettu", {When.CHANGED: confirmed}),
    *_rows("osapuolet.toimielin", {When.BELOW: Kind.BODY_CHANGED}),
    *_rows("neuvottelut", {When.ADDED: Kind.NEGOTIATION_RECORDED}),
    *_rows("johtoryhmat", {When.ADDED: Kind.GROUP_ADDED, When.REMOVED: Kind.GROUP_REMOVED}),
    *_rows("johtoryhmat.toimialue", {When.BELOW: Kind.TERRITORY_CHANGED}),
    *_rows("johtoryhmat.sopimus_asettajasta", {When.BELOW: Kind.SETTER_CHANGED}),
    *_rows("johtoryhmat.sopimus_asettajasta.paatokset", {When.ADDED: Kind.SETTER_DECIDED}),
    *_rows("johtoryhmat.varapuheenjohtajan_nimeaja", {When.BELOW: Kind.SETTER_CHANGED}),
    *_rows(
        "johtoryhmat.toimikaudet", {When.ADDED: Kind.TERM_ADDED, When.REMOVED: Kind.TERM_REMOVED}
    ),
    *_rows(
        "johtoryhmat.toimikaudet.paattyen",
        _whatever(later(Kind.TERM_EXTENDED, Kind.TERM_SHORTENED)),
    ),
    *_rows("johtoryhmat.toimikaudet.alkaen", _whatever(Kind.TERM_MOVED)),
    *_rows("johtoryhmat.toimikaudet.asettaminen", {When.SET: Kind.GROUP_SET}),
    *_rows("johtoryhmat.jasenet", {When.ADDED: Kind.SEAT_ADDED, When.REMOVED: Kind.SEAT_REMOVED}),
    *_rows("johtoryhmat.jasenet.nimeaja", _whatever(Kind.NAMER_CHANGED)),
    *_rows("johtoryhmat.jasenet.nimetyt.henkilo", {When.CHANGED: Kind.MEMBER_CHANGED}),
    *_rows("johtoryhmat.jasenet.varajasenet.henkilo", {When.CHANGED: Kind.DEPUTY_CHANGED}),
    *_rows("johtoryhmat.puheenjohtaja.jasen", {When.CHANGED: Kind.CHAIR_CHANGED}),
    *_rows("johtoryhmat.varapuheenjohtaja.jasen", {When.CHANGED: Kind.VICE_CHAIR_CHANGED}),
    *_rows(
        "johtoryhmat.johtavat_henkilot",
        {When.ADDED: Kind.LEADER_NAMED, When.REMOVED: Kind.LEADER_ENDED},
    ),
    *_rows("johtoryhmat.johtavat_henkilot.nimeaja", _whatever(Kind.NAMER_CHANGED)),
    *_rows("johtoryhmat.johtavat_henkilot.nimetyt.henkilo", {When.CHANGED: Kind.LEADER_CHANGED}),
    *_rows(
        "johtoryhmat.johtavat_henkilot.nimetyt.hyvaksytty_johtoryhmassa",
        _whatever(Kind.LEADER_APPROVED),
    ),
    *_rows(
        "johtoryhmat.johtavat_henkilot.varahenkilot.henkilo",
        {When.CHANGED: Kind.LEADER_DEPUTY_CHANGED},
    ),
    *_rows("johtoryhmat.johtavat_henkilot.puitteet", {When.BELOW: Kind.FRAME_CHANGED}),
    *_rows(
        "johtoryhmat.asiantuntijat",
        {When.ADDED: Kind.EXPERT_ADDED, When.REMOVED: Kind.EXPERT_REMOVED},
    ),
    *_title("johtoryhmat.jasenet.nimetyt"),
    *_title("johtoryhmat.jasenet.varajasenet"),
    *_title("johtoryhmat.johtavat_henkilot.nimetyt"),
    *_title("johtoryhmat.johtavat_henkilot.varahenkilot"),
    *_title("johtoryhmat.sihteeri"),
    *_title("johtoryhmat.asiantuntijat"),
    *_rows("nuorten_yhteispalvelu.koordinaattori.nimi", {When.BELOW: Kind.NAME_CHANGED}),
    *_rows("johtoryhmat.kokoukset.vahintaan_vuodessa", _whatever(Kind.MEETINGS_A_YEAR_CHANGED)),
    *_rows("johtoryhmat.kokoukset.toistuvuus", {When.BELOW: Kind.CADENCE_CHANGED}),
    *_rows(
        "johtoryhmat.kokoukset.poikkeamat",
        {When.ADDED: moved, When.REMOVED: Kind.MEETING_RESTORED, When.WITHIN: Kind.MEETING_MOVED},
    ),
    *_rows(
        "johtoryhmat.tavoitteet",
        {
            When.ADDED: Kind.GOAL_SET,
            When.REMOVED: Kind.GOAL_REMOVED,
            When.WITHIN: Kind.GOAL_CHANGED,
        },
    ),
    *_rows("henkilosto.lahde", _whatever(Kind.SOURCE_CHANGED)),
    *_rows("sopimukset.kustannukset.lahde", _whatever(Kind.SOURCE_CHANGED)),
    *_rows("toimipisteet.osoite", _whatever(Kind.ADDRESS_CHANGED)),
    *_rows("sopimukset.lausekemuutokset.peruste", {When.BELOW: Kind.CLAUSE_REASON_CHANGED}),
    *_rows("sopimukset.liitteet.pvm", _whatever(Kind.ANNEX_DATED)),
    *_rows(
        "versiot",
        {
            When.ADDED: Kind.RELEASED,
            When.REMOVED: Kind.RELEASE_REMOVED,
            When.WITHIN: Kind.RELEASE_CHANGED,
        },
    ),
    *_rows("johtoryhmat.mitoitus", {When.BELOW: Kind.SIZING_CHANGED}),
    *_rows("mitoitus", {When.BELOW: Kind.SIZING_CHANGED}),
    *_rows(
        "toimipisteet",
        {
            When.ADDED: Kind.OFFICE_ADDED,
            When.REMOVED: Kind.OFFICE_REMOVED,
            When.WITHIN: Kind.OFFICE_CHANGED,
        },
    ),
    *_rows(
        "henkilosto",
        {
            When.ADDED: staff_row(Kind.STAFF_ADDED, less=False),
            When.REMOVED: staff_row(Kind.STAFF_REMOVED, less=True),
        },
    ),
    *_rows("henkilosto.maara", {When.CHANGED: staff_amount}),
    *_rows("henkilosto.paattyen", {When.SET: staff_end, When.CHANGED: staff_end}),
    *_rows("henkilosto.tehtava", {When.BELOW: Kind.STAFF_TASK_CHANGED}),
    *_rows("sopimukset", {When.ADDED: Kind.AGREEMENT_ADDED, When.REMOVED: Kind.AGREEMENT_REMOVED}),
    *_rows(
        "sopimukset.osapuolet",
        {When.ADDED: Kind.AGREEMENT_PARTY_ADDED, When.REMOVED: Kind.AGREEMENT_PARTY_LEFT},
    ),
    *_rows("sopimukset.johtoryhma", _whatever(Kind.AGREEMENT_GROUP_CHANGED)),
    *_rows("sopimukset.voimassa", {When.BELOW: Kind.VALIDITY_CHANGED}),
    *_rows(
        "sopimukset.optiot",
        {
            When.ADDED: Kind.OPTION_CHANGED,
            When.REMOVED: Kind.OPTION_CHANGED,
            When.WITHIN: Kind.OPTION_CHANGED,
        },
    ),
    *_rows("sopimukset.optiot.kaytetty", {When.SET: Kind.OPTION_USED}),
    *_rows("sopimukset.optiot.luovuttu", {When.SET: Kind.OPTION_GIVEN_UP}),
    *_rows("sopimukset.irtisanomisaika_kk", _whatever(Kind.NOTICE_PERIOD_CHANGED)),
    *_rows(
        "sopimukset.irtisanottu",
        {
            When.SET: Kind.NOTICE_GIVEN,
            When.CHANGED: Kind.NOTICE_CHANGED,
            When.CLEARED: Kind.NOTICE_CHANGED,
        },
    ),
    *_rows("sopimukset.irtisanoja", _whatever(Kind.NOTICE_CHANGED)),
    *_rows("sopimukset.henkiloston_tarkistus_kk", _whatever(Kind.REVIEW_CHANGED)),
    *_rows(
        "sopimukset.kustannukset",
        {
            When.ADDED: Kind.COST_ADDED,
            When.REMOVED: Kind.COST_REMOVED,
            When.WITHIN: Kind.COST_CHANGED,
        },
    ),
    *_rows("sopimukset.kustannukset.avain", _whatever(Kind.COST_KEY_CHANGED)),
    *_rows("sopimukset.kustannukset.osuudet", {When.BELOW: Kind.SHARE_CHANGED}),
    *_rows("sopimukset.kelan_osallistuminen", {When.BELOW: Kind.KELA_COSTS_CHANGED}),
    *_rows(
        "sopimukset.lausekemuutokset",
        {
            When.ADDED: Kind.CLAUSE_DEVIATION_ADDED,
            When.REMOVED: Kind.CLAUSE_DEVIATION_REMOVED,
            When.WITHIN: Kind.CLAUSE_DEVIATION_CHANGED,
        },
    ),
    *_rows(
        "sopimukset.muutosvaltuus",
        {
            When.ADDED: Kind.POWER_CHANGED,
            When.REMOVED: Kind.POWER_CHANGED,
            When.WITHIN: Kind.POWER_CHANGED,
        },
    ),
    *_rows(
        "sopimukset.hyvaksynnat",
        {
            When.ADDED: approved,
            When.REMOVED: Kind.APPROVAL_REMOVED,
            When.WITHIN: Kind.APPROVAL_CHANGED,
        },
    ),
    *_rows("sopimukset.hyvaksynnat.ehto", {When.BELOW: Kind.APPROVAL_CONDITION_CHANGED}),
    *_rows("sopimukset.hyvaksynnat.lainvoimainen", {When.SET: Kind.APPROVAL_FINAL}),
    *_rows(
        "sopimukset.allekirjoitukset",
        {
            When.ADDED: Kind.SIGNATURE_ADDED,
            When.REMOVED: Kind.SIGNATURE_REMOVED,
            When.WITHIN: Kind.SIGNATURE_CHANGED,
        },
    ),
    *_rows("sopimukset.allekirjoitukset.nimi", {When.BELOW: Kind.NAME_CHANGED}),
    *_rows(
        "sopimukset.liitteet",
        {
            When.ADDED: Kind.ANNEX_ADDED,
            When.REMOVED: Kind.ANNEX_REMOVED,
            When.WITHIN: Kind.ANNEX_CHANGED,
        },
    ),
    *_rows("sopimukset.lausuntokierros", {When.BELOW: Kind.COMMENTING_CHANGED}),
    *_rows(
        "nuorten_yhteispalvelu", {When.ADDED: Kind.YOUTH_ADDED, When.REMOVED: Kind.YOUTH_REMOVED}
    ),
    *_rows(
        "nuorten_yhteispalvelu.tyovoimaviranomaiset", {When.BELOW: Kind.YOUTH_AUTHORITIES_CHANGED}
    ),
    *_rows("nuorten_yhteispalvelu.sovittu", {When.BELOW: Kind.YOUTH_AGREED}),
    *_rows("nuorten_yhteispalvelu.koordinaattori", {When.BELOW: Kind.YOUTH_COORDINATOR_CHANGED}),
    *_rows("nuorten_yhteispalvelu.palvelupisteet", {When.BELOW: Kind.YOUTH_POINTS_CHANGED}),
    *_rows("nuorten_yhteispalvelu.tarvearviot", {When.BELOW: Kind.YOUTH_NEED_ASSESSED}),
    *_rows("nuorten_yhteispalvelu.neuvottelu", {When.BELOW: Kind.YOUTH_NEGOTIATED}),
    *_rows(
        "tunnistetut_puutteet",
        {
            When.ADDED: Kind.DEFECT_RECORDED,
            When.REMOVED: Kind.DEFECT_REMOVED,
            When.WITHIN: Kind.DEFECT_CHANGED,
        },
    ),
    *_rows(
        "tunnistetut_puutteet.paattyen",
        _whatever(later(Kind.DEFECT_EXTENDED, Kind.DEFECT_CHANGED)),
    ),
    *_rows("kokoukset", {When.ADDED: Kind.MEETING_RECORDED, When.REMOVED: Kind.MEETING_REMOVED}),
    *_rows(
        "kokoukset.asiat",
        {When.ADDED: Kind.MINUTES_ITEM_ADDED, When.REMOVED: Kind.MINUTES_ITEM_REMOVED},
    ),
    *_rows("kokoukset.asiat.paatos", {When.BELOW: Kind.MINUTES_DECISION_CHANGED}),
    *_rows(
        "kokoukset.asiat.toimenpiteet",
        {
            When.ADDED: Kind.ACTION_ADDED,
            When.REMOVED: Kind.ACTION_REMOVED,
            When.WITHIN: Kind.ACTION_CHANGED,
        },
    ),
    *_rows("kokoukset.tarkastettu", {When.SET: Kind.MINUTES_CHECKED}),
    *_rows("seuranta", {When.ADDED: Kind.FOLLOW_UP_ADDED, When.REMOVED: Kind.FOLLOW_UP_REMOVED}),
    *_rows("seuranta.kasitelty", {When.SET: Kind.FOLLOW_UP_TREATED}),
)
"""The table. What no row fits becomes a change of a general kind."""

_BY_PLACE: dict[tuple[str, ...], list[Row]] = {}
for _item in ROWS:
    _BY_PLACE.setdefault(_item.where, []).append(_item)


def classified(found: Found) -> tuple[Kind, Path] | None:
    """The kind of a difference and the place of its change; None where no row fits."""
    names = field_names(found.operation.path)
    for end in range(len(names), 0, -1):
        for row in _BY_PLACE.get(names[:end], ()):
            anchor = row.anchor(found.operation)
            kind = row.kind if isinstance(row.kind, Kind) else anchor and row.kind(found)
            if anchor is not None and isinstance(kind, Kind):
                return kind, anchor
    return None
