"""The words, in Finnish, for what falls due and for what is not as it should be.

A status on a terminal and a report on paper tell the same things in the same words, each in its own
language.
"""

from __future__ import annotations

from types import MappingProxyType

from sopimukset.base.speech import mark
from sopimukset.tracking.concerns import ConcernKind
from sopimukset.tracking.deadline import DeadlineKind

DEADLINE = MappingProxyType(
    {
        DeadlineKind.TERM_END: mark("Toimikausi päättyy: seuraava johtoryhmä asetetaan"),
        DeadlineKind.NEXT_GROUP: mark("Seuraavan johtoryhmän asettamisen aloittaminen"),
        DeadlineKind.MEMBERS_NAMED: mark("Jäsenten nimeäminen osapuolissa"),
        DeadlineKind.SEAT_END: mark("Jäsenen {kohde} kausi päättyy"),
        DeadlineKind.DEPUTY_END: mark("Jäsenen {kohde} varajäsenen kausi päättyy"),
        DeadlineKind.CHAIR_END: mark("Puheenjohtajan kausi päättyy"),
        DeadlineKind.VICE_CHAIR_END: mark("Varapuheenjohtajan kausi päättyy"),
        DeadlineKind.LEADER_NAMED: mark("Johtavan henkilön nimeäminen"),
        DeadlineKind.LEADER_END: mark("Johtavan henkilön kausi päättyy"),
        DeadlineKind.LEADERS_DEPUTY_END: mark("Johtavan henkilön varahenkilön kausi päättyy"),
        DeadlineKind.AGREEMENT_CONCLUDED: mark(
            "Sopimus {kohde} alkaa: hyväksynnät ja allekirjoitukset"
        ),
        DeadlineKind.AGREEMENT_RENEWED: mark("Sopimuksen {kohde} jatkon valmistelun aloittaminen"),
        DeadlineKind.OPTION_USE: mark("Option {kohde} käytöstä päätetään ja ilmoitetaan"),
        DeadlineKind.AGREEMENT_END: mark("Sopimus {kohde} päättyy"),
        DeadlineKind.NOTICE_END: mark("Sopimus {kohde} päättyy irtisanomisen vuoksi"),
        DeadlineKind.COMMENTS: mark("Lausunnot sopimuksesta {kohde}"),
        DeadlineKind.APPEAL_END: mark("Muutoksenhakuaika päättyy ({kohde})"),
        DeadlineKind.PERSONAL_DATA: mark(
            "Henkilötietojen poisto verkossa julkaistusta pöytäkirjasta ({kohde})"
        ),
        DeadlineKind.GOALS: mark("Vuoden {vuosi} tavoitteiden asettaminen"),
        DeadlineKind.NEXT_GOALS: mark("Vuoden {vuosi} tavoitteiden asettaminen ennen vuoden alkua"),
        DeadlineKind.STAFF_REVIEW: mark("Henkilöstön riittävyyden tarkistus vuonna {vuosi}"),
        DeadlineKind.REVIEW_INTERVAL: mark(
            "Henkilöstön riittävyys tarkistetaan ({kuukausia} kk edellisestä)"
        ),
        DeadlineKind.FOLLOW_UP: mark("Vuoden {vuosi} seurannan käsittely johtoryhmässä"),
        DeadlineKind.PERIOD_TREATED: mark("Jakson {kohde} seurannan käsittely johtoryhmässä"),
        DeadlineKind.MEETINGS: mark(
            "Vuoden {vuosi} kokouksia on kirjattu {maara}, luvattu {luvattu}"
        ),
        DeadlineKind.ACTION: mark("Toimenpide {kohde}"),
        DeadlineKind.COORDINATOR_END: mark(
            "Nuorten yhteispalvelun {kohde} vastaavan henkilön kausi päättyy"
        ),
        DeadlineKind.DEFECT: mark("Tunnistetun puutteen {kohde} määräpäivä"),
    }
)
"""What falls due, as a heading after a day: the day is the last one."""

FIELD = MappingProxyType(
    {
        "asiat.toimenpiteet.maarapaiva": mark("toimenpiteen määräpäivä pöytäkirjassa"),
        "henkiloston_tarkistus_kk": mark("sopimuksen henkilöstön tarkistusväli"),
        "irtisanottu": mark("sopimuksen irtisanominen"),
        "kokoukset.vahintaan_vuodessa": mark("sovittu kokousten määrä"),
        "koordinaattori.paattyen": mark("vastaavan henkilön kauden viimeinen päivä"),
        "lausuntokierros.maarapaiva": mark("lausuntojen määräpäivä"),
        "muutoksenhaku_paattyy": mark("muutoksenhakuajan viimeinen päivä"),
        "nimettava_viimeistaan": mark("jäsenten nimeämisen määräpäivä"),
        "optiot.alkaen": mark("optiokauden ensimmäinen päivä"),
        "optiot.ilmoitettava_viimeistaan": mark("option ilmoittamisen määräpäivä"),
        "paattyen": mark("viimeinen päivä"),
        "seurantajakso": mark("seurantajakso"),
        "toimikaudet.alkaen": mark("toimikauden ensimmäinen päivä"),
        "voimassa.alkaen": mark("sopimuksen ensimmäinen päivä"),
        "voimassa.paattyen": mark("sopimuksen viimeinen päivä"),
    }
)
"""What the fields of the record are, from which days come (`source.record`)."""

CONCERN = MappingProxyType(
    {
        ConcernKind.SUSPECT: mark("Sopimuksen {kohteet} sisältö on muuttunut hyväksymisen jälkeen"),
        ConcernKind.UNCONCLUDED: mark(
            "Sopimuksen {kohteet} alkamispäivä on ohitettu, mutta kaikkia hyväksyntiä tai "
            "allekirjoituksia ei ole kirjattu"
        ),
        ConcernKind.NO_GROUP: mark("Johtoryhmää ei ole kirjattu"),
        ConcernKind.NO_TERM: mark("Voimassa olevaa toimikautta ei ole kirjattu"),
        ConcernKind.NO_AGREEMENT: mark("Voimassa olevaa yhteistyösopimusta ei ole kirjattu"),
        ConcernKind.ABSENT: mark("Jäsentä ei ole kirjattu: {kohteet}"),
        ConcernKind.VACANT_SEAT: mark(
            "Jäsenyyteen ei ole kirjattu ketään tälle päivälle: {kohteet}"
        ),
        ConcernKind.NO_DEPUTY: mark("Varajäsentä ei ole kirjattu: {kohteet}"),
        ConcernKind.NO_CHAIR: mark("Puheenjohtajaa ei ole kirjattu"),
        ConcernKind.NO_VICE_CHAIR: mark("Varapuheenjohtajaa ei ole kirjattu"),
        ConcernKind.NO_LEADER: mark("Johtavaa henkilöä ei ole kirjattu"),
        ConcernKind.NO_LEADERS_DEPUTY: mark("Johtavan henkilön varahenkilöä ei ole kirjattu"),
        ConcernKind.NO_YOUTH: mark("Nuorten yhteispalvelua ei ole kirjattu"),
        ConcernKind.NO_COORDINATOR: mark(
            "Nuorten yhteispalvelulle ({kohteet}) ei ole kirjattu vastaavaa henkilöä"
        ),
    }
)
"""What is not as it should be; `{kohteet}` is a list of what it is about."""

OURS = mark("ohjelman ehdotus, ei laissa säädetty")
OURS_SERVES = mark("{peruste} (vrt. {saannos})")
"""What a day rests on that no provision gives; its readers know neither "us" nor "thresholds"."""
