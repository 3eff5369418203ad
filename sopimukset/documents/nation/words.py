"""The words, in Finnish, of the national report."""

from __future__ import annotations

from types import MappingProxyType

from sopimukset.base.speech import mark
from sopimukset.tracking.agreements import AgreementState
from sopimukset.tracking.groups import TermState
from sopimukset.tracking.nation.knowledge import Knowledge, Topic
from sopimukset.tracking.nation.touched import Fate, Touch
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
WHAT = MappingProxyType(
    {
        Touch.COUNTY: mark("Hyvinvointialueen kunnat: {kohde}"),
        Touch.AREA: mark("Työllisyysalue"),
        Touch.GROUPS: mark("Johtoryhmien määrä"),
        Touch.TERRITORY: mark("Toimialueen kunnat: {kohde}"),
        Touch.PARTY: mark("Johtoryhmän osapuoli"),
        Touch.SEAT: mark("Jäsenyys {kohde}"),
        Touch.CHAIR: mark("Puheenjohtajan nimeäminen"),
        Touch.VICE_CHAIR: mark("Varapuheenjohtajan nimeäminen"),
        Touch.VICE_NAMER: mark("Sopiminen varapuheenjohtajan nimeäjästä"),
        Touch.LEADER: mark("Johtavan henkilön nimeäminen ({kohde})"),
        Touch.SETTING: mark("Sopimus asettajasta"),
        Touch.SETTER: mark("Johtoryhmän asettaja"),
        Touch.SETTER_OF_CHAIR: mark("Sopimuksessa asettajasta: puheenjohtajan nimeäjä"),
        Touch.SETTER_OF_LEADER: mark("Sopimuksessa asettajasta: johtavan henkilön nimeäjä"),
        Touch.STAFF: mark("Henkilöstörivi {kohde}"),
        Touch.POOL: mark("Henkilöstövaranto"),
        Touch.AGREEMENT: mark("Sopimuksen osapuoli: {kohde}"),
        Touch.COST: mark("Kustannusosuus: {kohde}"),
        Touch.OPTION: mark("Optio: {kohde}"),
        Touch.ACTION: mark("Avoin toimenpide {kohde}"),
        Touch.YOUTH: mark("Nuorten yhteispalvelu {kohde}"),
        Touch.STRUCTURE: mark("Yhteistyörakenne"),
        Touch.DEFECT: mark("Tunnistettu puute {kohde}"),
    }
)
"""What of a region or a group a change of the map touches."""
WHOLE_COUNTY = mark("Hyvinvointialue")
HAPPENS = MappingProxyType(
    {
        Fate.COMES: mark("tulee"),
        Fate.NAMES: mark("tulee: nimeää jäsenet ja varajäsenet"),
        Fate.LEAVES: mark("poistuu"),
        Fate.LAPSES: mark("lakkaa"),
        Fate.PASSES: mark("siirtyy: {perija}"),
        Fate.MERGES: mark("lakkaa: yhdistyy kuntaan {kunta}"),
        Fate.UNCOVERED: mark("tulee: ei kuulu minkään kirjatun johtoryhmän toimialueeseen"),
        Fate.SPANS: mark("on usean hyvinvointialueen alueella: {perija}"),
        Fate.TOO_MANY: mark("enintään {kohde}: johtoryhmiä on kirjattu enemmän"),
        Fate.NEEDLESS: mark("käy tarpeettomaksi: työvoimaviranomaisia jää yksi"),
        Fate.NEEDED: mark("on sovittava"),
        Fate.RETHINK: mark("käytöstä päättävät muutoksen jälkeiset osapuolet"),
        Fate.NOT_RECORDED: mark("palvelua ei ole kirjattu"),
    }
)
"""What becomes of it."""
REPLACED = MappingProxyType(
    {
        Fate.LEAVES: mark("poistuu, tilalle: {perija}"),
        Fate.LAPSES: mark("lakkaa, tilalle: {perija}"),
    }
)
"""The same where somebody comes in its place."""
GROUNDS = MappingProxyType(
    {
        Touch.COUNTY: "381/2023 9 § 1 mom",
        Touch.AREA: "388/2024 1 § 2 mom",
        Touch.GROUPS: "381/2023 9 § 1 mom",
        Touch.TERRITORY: "388/2024 1 § 2 mom",
        Touch.PARTY: "388/2024 1 § 2 mom",
        Touch.SEAT: "388/2024 1 § 2 mom",
        Touch.CHAIR: "388/2024 1 § 3 mom",
        Touch.VICE_CHAIR: "388/2024 1 § 3 mom",
        Touch.VICE_NAMER: "388/2024 1 § 3 mom",
        Touch.LEADER: "381/2023 9 § 1 mom",
        Touch.SETTING: "381/2023 9 § 1 mom",
        Touch.SETTER: "381/2023 9 § 1 mom",
        Touch.SETTER_OF_CHAIR: "381/2023 9 § 1 mom",
        Touch.SETTER_OF_LEADER: "381/2023 9 § 1 mom",
        Touch.STAFF: "381/2023 9 § 2 mom",
        Touch.POOL: "381/2023 9 § 2 mom",
        Touch.COST: "381/2023 10 § 2 mom",
        Touch.YOUTH: "381/2023 16 §",
    }
)
"""The provision by which each thing is touched; the rest rests on the region's own record."""
AGREEMENT_GROUNDS = MappingProxyType(
    {
        "tym-sopimus": "381/2023 9 § 2 mom",
        "muutossopimus": "381/2023 9 § 2 mom",
        "sopimus-asettajasta": "381/2023 9 § 1 mom",
        "nuorten-yhteispalvelu": "381/2023 16 § 3 mom",
    }
)
"""The provision by which an agreement of each kind is made."""
