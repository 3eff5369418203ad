"""The kinds of change: what happened, in a sentence. How grave each is stands in `levels`.

The key of a kind is a promise to other programs; its sentence is said in the reader's language.
Whom or what it concerns, and what was and is, are told beside the sentence and never inflected.
The last six are general: they cover whatever no other kind speaks of.
"""

from __future__ import annotations

from enum import Enum

from sopimukset.base.speech import mark


class Kind(Enum):
    """A kind of change.

    Attributes:
        key: its name for programs.
        sentence: what happened, in Finnish, to be said; `{kentta}` stands for a field's name.
    """

    def __init__(self, key: str, sentence: str) -> None:
        self.key = key
        self.sentence = sentence

    # The region
    REGION_ADDED = "region-added", mark("Alueen tiedot kirjattiin")
    REGION_REMOVED = "region-removed", mark("Alueen tiedot poistettiin")
    STAGE_CHANGED = "stage-changed", mark("Alueen vaihe muuttui")
    LANGUAGES_CHANGED = "languages-changed", mark("Asiakirjojen kielet muuttuivat")

    # Parties
    PARTY_ADDED = "party-added", mark("Osapuoli lisättiin")
    PARTY_LEFT = "party-left", mark("Osapuoli jäi pois")
    PARTNER_ADDED = "partner-added", mark("Kumppani lisättiin")
    PARTNER_LEFT = "partner-left", mark("Kumppani jäi pois")
    PARTY_SUCCEEDED = "party-succeeded", mark("Osapuolen tilalle tuli toinen osapuoli")
    LEGAL_NAME_CHANGED = "legal-name-changed", mark("Oikeushenkilö muuttui")
    LEGAL_NAME_CONFIRMED = "legal-name-confirmed", mark("Oikeushenkilön nimi vahvistettiin")
    BODY_CHANGED = "body-changed", mark("Osapuolen toimielin muuttui")
    NEGOTIATION_RECORDED = "negotiation-recorded", mark("Neuvottelu kirjattiin")

    # The group
    GROUP_ADDED = "group-added", mark("Johtoryhmä lisättiin")
    GROUP_REMOVED = "group-removed", mark("Johtoryhmä poistettiin")
    TERRITORY_CHANGED = "territory-changed", mark("Johtoryhmän toimialue muuttui")
    SETTER_CHANGED = (
        "setter-changed",
        mark("Sopimus johtoryhmän asettajasta ja nimeäjistä muuttui"),
    )
    SETTER_DECIDED = "setter-decided", mark("Osapuolen päätös asettajasta kirjattiin")
    GROUP_SET = "group-set", mark("Johtoryhmän asettaminen kirjattiin")
    TERM_ADDED = "term-added", mark("Uusi toimikausi")
    TERM_EXTENDED = "term-extended", mark("Toimikauden päättymistä siirrettiin myöhemmäksi")
    TERM_SHORTENED = "term-shortened", mark("Toimikauden päättymistä aikaistettiin")
    TERM_MOVED = "term-moved", mark("Toimikauden alkamispäivä muuttui")
    TERM_REMOVED = "term-removed", mark("Toimikausi poistettiin tiedoista")

    # Members, offices and leaders
    SEAT_ADDED = "seat-added", mark("Jäsenyys lisättiin")
    SEAT_REMOVED = "seat-removed", mark("Jäsenyys poistettiin")
    NAMER_CHANGED = "namer-changed", mark("Nimeävä osapuoli muuttui")
    MEMBER_NAMED = "member-named", mark("Jäsen nimettiin")
    MEMBER_CHANGED = "member-changed", mark("Jäsen vaihtui")
    MEMBER_ENDED = "member-ended", mark("Jäsenen tehtävä päättyy")
    DEPUTY_NAMED = "deputy-named", mark("Varajäsen nimettiin")
    DEPUTY_CHANGED = "deputy-changed", mark("Varajäsen vaihtui")
    DEPUTY_ENDED = "deputy-ended", mark("Varajäsenen tehtävä päättyy")
    DEPUTY_MISSING = "deputy-missing", mark("Jäseneltä puuttuu varajäsen")
    CHAIR_NAMED = "chair-named", mark("Puheenjohtaja nimettiin")
    CHAIR_CHANGED = "chair-changed", mark("Puheenjohtaja vaihtui")
    CHAIR_ENDED = "chair-ended", mark("Puheenjohtajan tehtävä päättyy")
    VICE_CHAIR_NAMED = "vice-chair-named", mark("Varapuheenjohtaja nimettiin")
    VICE_CHAIR_CHANGED = "vice-chair-changed", mark("Varapuheenjohtaja vaihtui")
    VICE_CHAIR_ENDED = "vice-chair-ended", mark("Varapuheenjohtajan tehtävä päättyy")
    LEADER_NAMED = "leader-named", mark("Johtava henkilö nimettiin")
    LEADER_CHANGED = "leader-changed", mark("Johtava henkilö vaihtui")
    LEADER_ENDED = "leader-ended", mark("Johtavan henkilön tehtävä päättyy")
    LEADER_APPROVED = (
        "leader-approved",
        mark("Johtoryhmän hyväksyntä johtavalle henkilölle muuttui"),
    )
    LEADER_DEPUTY_NAMED = "leader-deputy-named", mark("Johtavan henkilön varahenkilö nimettiin")
    LEADER_DEPUTY_CHANGED = "leader-deputy-changed", mark("Johtavan henkilön varahenkilö vaihtui")
    LEADER_DEPUTY_ENDED = (
        "leader-deputy-ended",
        mark("Johtavan henkilön varahenkilön tehtävä päättyy"),
    )
    FRAME_CHANGED = "frame-changed", mark("Johtavan henkilön tehtävien puitteet muuttuivat")
    SECRETARY_NAMED = "secretary-named", mark("Sihteeri nimettiin")
    SECRETARY_CHANGED = "secretary-changed", mark("Sihteeri vaihtui")
    SECRETARY_ENDED = "secretary-ended", mark("Sihteerin tehtävä päättyy")
    EXPERT_ADDED = "expert-added", mark("Asiantuntija lisättiin")
    EXPERT_REMOVED = "expert-removed", mark("Asiantuntija poistettiin")
    TASK_EXTENDED = "task-extended", mark("Tehtävän päättymistä siirrettiin myöhemmäksi")
    TITLE_CHANGED = "title-changed", mark("Tehtävänimike muuttui")
    NAME_CHANGED = "name-changed", mark("Henkilön nimi muuttui")

    # Meetings and goals
    MEETINGS_A_YEAR_CHANGED = (
        "meetings-a-year-changed",
        mark("Kokousten vähimmäismäärä vuodessa muuttui"),
    )
    CADENCE_CHANGED = "cadence-changed", mark("Kokousten toistuvuus muuttui")
    MEETING_MOVED = "meeting-moved", mark("Kokous siirrettiin")
    MEETING_CANCELLED = "meeting-cancelled", mark("Kokous peruttiin")
    MEETING_RESTORED = "meeting-restored", mark("Kokouksen siirto tai peruminen poistettiin")
    GOAL_SET = "goal-set", mark("Tavoite asetettiin")
    GOAL_CHANGED = "goal-changed", mark("Tavoite muuttui")
    GOAL_REMOVED = "goal-removed", mark("Tavoite poistettiin")
    MEETING_RECORDED = "meeting-recorded", mark("Kokous kirjattiin")
    MEETING_REMOVED = "meeting-removed", mark("Kokouksen tiedot poistettiin")
    MINUTES_ITEM_ADDED = "minutes-item-added", mark("Kokoukseen lisättiin asia")
    MINUTES_ITEM_REMOVED = "minutes-item-removed", mark("Kokouksesta poistettiin asia")
    MINUTES_DECISION_CHANGED = (
        "minutes-decision-changed",
        mark("Kokouksen päätöksen teksti muuttui"),
    )
    MINUTES_CHECKED = "minutes-checked", mark("Pöytäkirjan tarkastus kirjattiin")
    ACTION_ADDED = "action-added", mark("Toimenpiteestä sovittiin")
    ACTION_CHANGED = "action-changed", mark("Toimenpide muuttui")
    ACTION_REMOVED = "action-removed", mark("Toimenpide poistettiin")
    FOLLOW_UP_ADDED = "follow-up-added", mark("Seuranta kirjattiin")
    FOLLOW_UP_REMOVED = "follow-up-removed", mark("Seuranta poistettiin")
    FOLLOW_UP_TREATED = "follow-up-treated", mark("Seurannan käsittely johtoryhmässä kirjattiin")

    # Staff and offices
    KELA_STAFF_CUT = "kela-staff-cut", mark("Kelan henkilöstö väheni")
    KELA_STAFF_RAISED = "kela-staff-raised", mark("Kelan henkilöstö lisääntyi")
    STAFF_CUT = "staff-cut", mark("Osapuolen henkilöstö väheni")
    STAFF_RAISED = "staff-raised", mark("Osapuolen henkilöstö lisääntyi")
    STAFF_ADDED = "staff-added", mark("Henkilöstörivi lisättiin")
    STAFF_REMOVED = "staff-removed", mark("Henkilöstörivi poistettiin")
    STAFF_ENDED = "staff-ended", mark("Henkilöstön osoittaminen päättyy")
    STAFF_TASK_CHANGED = "staff-task-changed", mark("Henkilöstön tehtävärakenne muuttui")
    SIZING_CHANGED = "sizing-changed", mark("Henkilöstön mitoituksen peruste muuttui")
    OFFICE_ADDED = "office-added", mark("Toimipiste lisättiin")
    OFFICE_CHANGED = "office-changed", mark("Toimipiste muuttui")
    OFFICE_REMOVED = "office-removed", mark("Toimipiste poistettiin")
    ADDRESS_CHANGED = "address-changed", mark("Toimipisteen osoite muuttui")
    SOURCE_CHANGED = "source-changed", mark("Luvun lähde muuttui")

    # Agreements
    AGREEMENT_ADDED = "agreement-added", mark("Sopimus lisättiin")
    AGREEMENT_REMOVED = "agreement-removed", mark("Sopimus poistettiin tiedoista")
    AGREEMENT_PARTY_ADDED = "agreement-party-added", mark("Sopimukseen lisättiin osapuoli")
    AGREEMENT_PARTY_LEFT = "agreement-party-left", mark("Sopimuksesta poistui osapuoli")
    AGREEMENT_GROUP_CHANGED = "agreement-group-changed", mark("Sopimuksen johtoryhmä muuttui")
    VALIDITY_CHANGED = "validity-changed", mark("Sopimuksen voimassaolo muuttui")
    OPTION_CHANGED = "option-changed", mark("Sopimuksen optio muuttui")
    OPTION_USED = "option-used", mark("Sopimuksen optio otettiin käyttöön")
    OPTION_GIVEN_UP = "option-given-up", mark("Sopimuksen optiosta luovuttiin")
    NOTICE_PERIOD_CHANGED = "notice-period-changed", mark("Sopimuksen irtisanomisaika muuttui")
    NOTICE_GIVEN = "notice-given", mark("Sopimus irtisanottiin")
    NOTICE_CHANGED = "notice-changed", mark("Sopimuksen irtisanominen muuttui")
    REVIEW_CHANGED = "review-changed", mark("Henkilöstön riittävyyden tarkistusväli muuttui")
    COST_ADDED = "cost-added", mark("Yhteinen kustannus lisättiin")
    COST_REMOVED = "cost-removed", mark("Yhteinen kustannus poistettiin")
    COST_KEY_CHANGED = "cost-key-changed", mark("Kustannusten jakoperuste muuttui")
    SHARE_CHANGED = "share-changed", mark("Kustannusten osuudet muuttuivat")
    COST_CHANGED = "cost-changed", mark("Yhteistä kustannusta koskeva tieto muuttui")
    KELA_COSTS_CHANGED = "kela-costs-changed", mark("Kelan osallistuminen kustannuksiin muuttui")
    CLAUSE_DEVIATION_ADDED = "clause-deviation-added", mark("Poikkeama mallilausekkeesta lisättiin")
    CLAUSE_DEVIATION_REMOVED = (
        "clause-deviation-removed",
        mark("Poikkeama mallilausekkeesta poistettiin"),
    )
    CLAUSE_DEVIATION_CHANGED = (
        "clause-deviation-changed",
        mark("Poikkeama mallilausekkeesta muuttui"),
    )
    CLAUSE_REASON_CHANGED = (
        "clause-reason-changed",
        mark("Mallilausekkeesta poikkeamisen peruste muuttui"),
    )
    POWER_CHANGED = "amendment-power-changed", mark("Muutosvaltuus muuttui")
    PARTY_APPROVED = "party-approved", mark("Osapuoli hyväksyi sopimuksen")
    PARTY_APPROVED_CONDITIONALLY = (
        "party-approved-conditionally",
        mark("Osapuoli hyväksyi sopimuksen ehdolla"),
    )
    APPROVAL_CONDITION_CHANGED = (
        "approval-condition-changed",
        mark("Osapuolen hyväksynnän ehto muuttui"),
    )
    APPROVAL_FINAL = "approval-final", mark("Osapuolen hyväksyntä sai lainvoiman")
    APPROVAL_CHANGED = "approval-changed", mark("Osapuolen hyväksynnän tiedot muuttuivat")
    APPROVAL_REMOVED = "approval-removed", mark("Osapuolen hyväksyntä poistettiin")
    SIGNATURE_ADDED = "signature-added", mark("Osapuoli allekirjoitti sopimuksen")
    SIGNATURE_CHANGED = "signature-changed", mark("Allekirjoituksen tiedot muuttuivat")
    SIGNATURE_REMOVED = "signature-removed", mark("Allekirjoitus poistettiin")
    ANNEX_ADDED = "annex-added", mark("Liite lisättiin")
    ANNEX_CHANGED = "annex-changed", mark("Liite muuttui")
    ANNEX_REMOVED = "annex-removed", mark("Liite poistettiin")
    ANNEX_DATED = "annex-dated", mark("Liitteen päivä muuttui")
    RELEASED = "agreement-released", mark("Sopimuksesta julkaistiin versio")
    RELEASE_CHANGED = "release-changed", mark("Julkaistu versio muuttui")
    RELEASE_REMOVED = "release-removed", mark("Julkaistu versio poistettiin")
    COMMENTING_CHANGED = "commenting-changed", mark("Lausuntokierroksen tiedot muuttuivat")

    # The young people's service
    YOUTH_ADDED = "youth-service-added", mark("Nuorten yhteispalvelu lisättiin")
    YOUTH_REMOVED = "youth-service-removed", mark("Nuorten yhteispalvelu poistettiin")
    YOUTH_AUTHORITIES_CHANGED = (
        "youth-authorities-changed",
        mark("Nuorten yhteispalvelun työvoimaviranomaiset muuttuivat"),
    )
    YOUTH_AGREED = "youth-agreed", mark("Nuorten yhteispalvelusta sovittu muuttui")
    YOUTH_COORDINATOR_CHANGED = (
        "youth-coordinator-changed",
        mark("Nuorten yhteispalvelun vastaava henkilö muuttui"),
    )
    YOUTH_POINTS_CHANGED = (
        "youth-points-changed",
        mark("Nuorten yhteispalvelun palvelupisteet muuttuivat"),
    )
    YOUTH_NEED_ASSESSED = (
        "youth-need-assessed",
        mark("Arvio nuorten yhteispalvelun tarpeesta kirjattiin"),
    )
    YOUTH_NEGOTIATED = "youth-negotiated", mark("Neuvottelu nuorten yhteispalvelusta kirjattiin")

    # Acknowledged defects
    DEFECT_RECORDED = "defect-recorded", mark("Puute kirjattiin tunnistetuksi")
    DEFECT_EXTENDED = "defect-extended", mark("Tunnistetun puutteen määräaikaa jatkettiin")
    DEFECT_CHANGED = "defect-changed", mark("Tunnistettu puute muuttui")
    DEFECT_REMOVED = "defect-removed", mark("Tunnistettu puute poistettiin")

    # Whatever else
    FIELD_SET = "field-set", mark("Tieto kirjattiin: {kentta}")
    FIELD_CHANGED = "field-changed", mark("Tieto muuttui: {kentta}")
    FIELD_REMOVED = "field-removed", mark("Tieto poistettiin: {kentta}")
    ITEM_ADDED = "item-added", mark("Luetteloon lisättiin: {kentta}")
    ITEM_REMOVED = "item-removed", mark("Luettelosta poistettiin: {kentta}")
    ITEMS_REORDERED = "items-reordered", mark("Luettelon järjestys muuttui: {kentta}")


GENERAL = frozenset(
    {
        *(Kind.FIELD_SET, Kind.FIELD_CHANGED, Kind.FIELD_REMOVED),
        *(Kind.ITEM_ADDED, Kind.ITEM_REMOVED, Kind.ITEMS_REORDERED),
    }
)
"""The kinds that say only what became of a field; how grave they are depends on where it is."""
