"""The words, in Finnish, of the national report."""

from __future__ import annotations

from types import MappingProxyType

from sopimukset.base.speech import mark
from sopimukset.tracking.agreements import AgreementState
from sopimukset.tracking.groups import TermState
from sopimukset.tracking.nation.knowledge import Knowledge, Topic
from sopimukset.tracking.nation.whatif import Touch
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, PARTNER

TOPICS = MappingProxyType(
    {
        Topic.GROUPS: mark("Johtoryhmät"),
        Topic.MEMBERS: mark("Jäsenet"),
        Topic.AGREEMENT: mark("Sopimukset"),
        Topic.STAFF: mark("Henkilöstö"),
        Topic.GOALS: mark("Vuoden tavoitteet"),
        Topic.YOUTH: mark("Nuorten yhteispalvelu"),
        Topic.MEETINGS: mark("Kokoukset"),
        Topic.FOLLOW_UP: mark("Seuranta"),
    }
)
KNOWLEDGE = MappingProxyType(
    {
        Knowledge.KNOWN: mark("kirjattu"),
        Knowledge.ILLUSTRATIVE: mark("esimerkki"),
        Knowledge.NOT_RECORDED: mark("ei kirjattu"),
        Knowledge.UNREADABLE: mark("ei luettavissa"),
        Knowledge.NOT_THERE: mark("ei työtilassa"),
    }
)
AGREEMENTS = MappingProxyType(
    {
        AgreementState.DRAFT: mark("luonnos"),
        AgreementState.UNDER_APPROVAL: mark("hyväksyttävänä"),
        AgreementState.AWAITING_SIGNATURES: mark("odottaa allekirjoituksia"),
        AgreementState.APPEAL_PERIOD: mark("muutoksenhakuaika kesken"),
        AgreementState.CONCLUDED: mark("tehty, ei vielä voimassa"),
        AgreementState.IN_FORCE: mark("voimassa"),
        AgreementState.NOTICE_GIVEN: mark("irtisanottu"),
        AgreementState.ENDING: mark("päättymässä"),
        AgreementState.ENDED: mark("päättynyt"),
    }
)
TERMS = MappingProxyType(
    {
        TermState.NOT_RECORDED: mark("ei kirjattu"),
        TermState.COMING: mark("alkaa myöhemmin"),
        TermState.RUNNING: mark("käynnissä"),
        TermState.BETWEEN: mark("kausien välissä"),
        TermState.ENDED: mark("päättynyt"),
    }
)
ROLES = MappingProxyType(
    {
        AUTHORITY: mark("Työvoimaviranomaiset"),
        COUNTY: mark("Hyvinvointialueet"),
        KELA: mark("Kela"),
        PARTNER: mark("Kumppanit"),
    }
)
TOUCHED = MappingProxyType(
    {
        Touch.TERRITORY: mark("Toimialueen kunnat: {kohde}"),
        Touch.MUST_NAME: mark("Nimeää jäsenet ja varajäsenet: {osapuoli}"),
        Touch.NO_LONGER: mark("Ei enää kuulu johtoryhmään: {osapuoli}"),
        Touch.SEAT: mark("Jäsenyys {kohde} päättyy: {osapuoli}"),
        Touch.CHAIR: mark("Puheenjohtajan tai varapuheenjohtajan tehtävä: {osapuoli}"),
        Touch.LEADER: mark("Johtavan henkilön tehtävä {kohde}: {osapuoli}"),
        Touch.STAFF: mark("Henkilöstörivi {kohde}: {osapuoli}"),
        Touch.AGREEMENT: mark("Sopimuksen {kohde} osapuoli: {osapuoli}"),
        Touch.AGREEMENT_LACKS: mark("Ei ole sopimuksen {kohde} osapuoli: {osapuoli}"),
        Touch.SETTER: mark("Johtoryhmän asettaja: {osapuoli}"),
    }
)
GROUNDS = MappingProxyType(
    {
        Touch.TERRITORY: "388/2024 1 § 2 mom",
        Touch.MUST_NAME: "388/2024 1 § 2 mom",
        Touch.NO_LONGER: "388/2024 1 § 2 mom",
        Touch.SEAT: "388/2024 1 § 2 mom",
        Touch.CHAIR: "388/2024 1 § 3 mom",
        Touch.LEADER: "381/2023 9 § 1 mom",
        Touch.STAFF: "381/2023 9 § 2 mom",
        Touch.AGREEMENT: "381/2023 9 § 2 mom",
        Touch.AGREEMENT_LACKS: "381/2023 9 § 2 mom",
        Touch.SETTER: "381/2023 9 § 1 mom",
    }
)
"""The provision by which each thing is touched."""
NAME_LESS = frozenset({Touch.TERRITORY})
"""What is told without a party."""
