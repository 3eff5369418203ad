"""Agreements: parties, validity, costs, changes to the model clauses, approvals, signatures."""

from typing import Annotated, Literal

from pydantic import Field

from sopimukset.model.paatos import Hyvaksynta
from sopimukset.model.perusta import (
    Jakso,
    JohtoryhmanTunnus,
    Lista,
    Maara,
    Malli,
    Paiva,
    Sana,
    SopimusosapuolenTunnus,
    Teksti,
    Tunnus,
    Viittaus,
)

SopimuksenLaji = Literal[
    "tym-sopimus",
    "muutossopimus",
    "sopimus-asettajasta",
    "nuorten-yhteispalvelu",
    "yhdyspintasopimus",
    "irtisanomisilmoitus",
]
Kustannusavain = Literal["henkilosto", "sovittu", "muu"]
Muutostoimi = Literal["poista", "korvaa", "lisaa"]
Allekirjoitustapa = Literal["sahkoinen", "kasin"]


class Kustannus(Jakso):
    """A common cost and its division between authority and county (381/2023 10 § 2 mom).

    `henkilosto` is the act's own key: in proportion to the staff. Percentages are read only
    where the key is `sovittu`.
    """

    tunnus: Tunnus = Field(description="Kustannuksen pysyvä tunnus.")
    kattaa: Lista[Sana] = Field(
        (), description="Mitä kustannuksia jako koskee, esimerkiksi tilat, koulutus, viestinta."
    )
    avain: Kustannusavain | None = Field(
        None, description="Jakoperuste: henkilosto, sovittu (osuudet) tai muu (selite)."
    )
    osuudet: dict[Annotated[str, Viittaus("osapuoli")], Maara] | None = Field(
        None, description="Osapuolten prosenttiosuudet, kun avain on sovittu."
    )
    selite: Teksti | None = Field(None, description="Jakoperuste sanoin, kun avain on muu.")
    talousarvio: Maara | None = Field(None, description="Vuoden talousarvio euroina.")
    lahde: Sana | None = Field(None, description="Lähde, josta luvut ovat.")


class Lausekemuutos(Malli):
    """A region's change to the model clauses, with its reason."""

    lauseke: Tunnus = Field(description="Mallilausekkeen tunnus, jota muutos koskee.")
    toimi: Muutostoimi | None = Field(None, description="Muutos: poista, korvaa tai lisaa.")
    otsikko: Teksti | None = Field(None, description="Korvaavan tai lisättävän lausekkeen otsikko.")
    teksti: Teksti | None = Field(None, description="Korvaavan tai lisättävän lausekkeen teksti.")
    jalkeen: Tunnus | None = Field(None, description="Lauseke, jonka jälkeen uusi lauseke tulee.")
    peruste: Teksti | None = Field(None, description="Miksi mallilausekkeesta poiketaan.")


class Muutosvaltuus(Malli):
    """Who may change a part of the agreement without a new approval by all parties."""

    kohde: Tunnus | None = Field(None, description="Sopimuksen osa, jota valtuus koskee.")
    esittaja: Teksti | None = Field(None, description="Kuka esittää muutosta.")
    paattaja: Teksti | None = Field(None, description="Kuka muutoksesta päättää.")


class Allekirjoitus(Malli):
    """A party's signature. No form is prescribed (381/2023 is silent; 13/2003 16 §)."""

    osapuoli: SopimusosapuolenTunnus | None = Field(
        None, description="Osapuoli, jonka puolesta allekirjoitetaan."
    )
    nimike: Teksti | None = Field(None, description="Allekirjoittajan tehtävänimike.")
    nimi: Sana | None = Field(None, description="Allekirjoittajan nimi. Vapaaehtoinen.")
    pvm: Paiva | None = Field(None, description="Allekirjoituspäivä.")
    tapa: Allekirjoitustapa | None = Field(
        None, description="Allekirjoitustapa: sahkoinen tai kasin."
    )
    versio: Sana | None = Field(None, description="Allekirjoitettu versio.")
    sormenjalki: Sana | None = Field(None, description="Allekirjoitetun sisällön sormenjälki.")


class Liite(Malli):
    """An annex of the agreement."""

    tunnus: Tunnus = Field(description="Liitteen pysyvä tunnus.")
    nimi: Teksti | None = Field(None, description="Liitteen nimi.")
    taulukko: Literal["henkilosto", "toimipisteet", "kustannukset", "jasenet"] | None = Field(
        None, description="Taulukko, joka liitteeseen tulostetaan."
    )
    pvm: Paiva | None = Field(
        None, description="Liitteen oma päivä, kun se on muutettu sopimusta muuttamatta."
    )


class Lausuntokierros(Malli):
    """A commenting round on a draft. No statute demands one."""

    lahettaja: Teksti | None = Field(
        None, description="Lausunnon pyytäjän tehtävänimike ja organisaatio, ei henkilön nimeä."
    )
    pyydetty: Paiva | None = Field(None, description="Lausuntopyynnön päivä.")
    maarapaiva: Paiva | None = Field(None, description="Päivä, johon mennessä lausunto annetaan.")
    vastaanottajat: Lista[Teksti] = Field(
        (), description="Muut kuin osapuolet, joilta lausuntoa pyydetään."
    )
    toimitus: Teksti | None = Field(
        None, description="Mihin lausunto toimitetaan, esimerkiksi kirjaamo tai järjestelmä."
    )


class Muutettava(Malli):
    """Which agreement an amending agreement amends, and between which of its versions."""

    sopimus: Tunnus = Field(description="Muutettavan sopimuksen tunnus.")
    versiosta: Sana = Field(description="Versio, jota muutetaan, esimerkiksi 1.0.")
    versioon: Sana = Field(description="Versio, joksi sopimus muutetaan, esimerkiksi 2.0.")


class Optio(Jakso):
    """A further period for which the agreement may be continued, as the parties have agreed.

    What has become of it is derived: used, given up, lapsed, or open.
    """

    tunnus: Tunnus = Field(description="Option pysyvä tunnus.")
    ilmoitettava_viimeistaan: Paiva | None = Field(
        None, description="Päivä, johon mennessä option käytöstä on päätettävä ja ilmoitettava."
    )
    ehdot: Teksti | None = Field(None, description="Millä ehdoilla sopimus jatkuu optiokaudella.")
    kaytetty: Paiva | None = Field(
        None, description="Päivä, jona optio on sovittu otettavaksi käyttöön."
    )
    luovuttu: Paiva | None = Field(None, description="Päivä, jona optiosta on luovuttu.")


class Sopimus(Malli):
    """An agreement. Its state is derived from decisions, signatures and dates, never typed."""

    tunnus: Tunnus = Field(description="Sopimuksen pysyvä tunnus.")
    laji: SopimuksenLaji = Field(description="Asiakirjatyyppi, esimerkiksi tym-sopimus.")
    nimi: Teksti | None = Field(
        None, description="Sopimuksen nimi, jos muu kuin asiakirjatyypin nimi."
    )
    tiivistelma: Teksti | None = Field(
        None, description="Sopimuksen tiivistelmä kanteen. Voi olla myös saameksi."
    )
    johtoryhma: JohtoryhmanTunnus | None = Field(
        None, description="Johtoryhmä, jota sopimus koskee."
    )
    muuttaa: Muutettava | None = Field(
        None, description="Muutossopimuksen kohde: mitä sopimusta ja mitä versioita se koskee."
    )
    osapuolet: Lista[SopimusosapuolenTunnus] = Field(
        (), description="Sopimuksen osapuolten tunnukset."
    )
    asiatunnus: Sana | None = Field(None, description="Asian tunnus asiarekisterissä.")
    sailytysaika: Teksti | None = Field(None, description="Säilytysaika.")
    voimassa: Jakso | None = Field(
        None, description="Voimassaolo. Ilman päättymispäivää toistaiseksi."
    )
    optiot: Lista[Optio] = Field(
        (), description="Optiot: jatkokaudet, joista on sovittu määräaikaisessa sopimuksessa."
    )
    irtisanomisaika_kk: int | None = Field(None, ge=0, description="Irtisanomisaika kuukausina.")
    irtisanottu: Paiva | None = Field(None, description="Päivä, jona sopimus on irtisanottu.")
    irtisanoja: SopimusosapuolenTunnus | None = Field(
        None, description="Osapuoli, joka on irtisanonut sopimuksen."
    )
    henkiloston_tarkistus_kk: int | None = Field(
        None,
        ge=1,
        description="Henkilöstön riittävyyden tarkistusväli kuukausina (388/2024 3 § 3 kohta).",
    )
    kustannukset: Lista[Kustannus] = Field((), description="Yhteisten kustannusten jako.")
    kelan_osallistuminen: Teksti | None = Field(
        None, description="Miten Kela osallistuu kustannuksiin (388/2024 3 § 5 kohta)."
    )
    lausekemuutokset: Lista[Lausekemuutos] = Field((), description="Muutokset mallilausekkeisiin.")
    muutosvaltuus: Lista[Muutosvaltuus] = Field((), description="Sopimuksen osien muuttaminen.")
    hyvaksynnat: Lista[Hyvaksynta] = Field((), description="Osapuolten hyväksymispäätökset.")
    allekirjoitukset: Lista[Allekirjoitus] = Field((), description="Allekirjoitukset.")
    liitteet: Lista[Liite] = Field((), description="Liitteet.")
    lausuntokierros: Lausuntokierros | None = Field(
        None, description="Lausuntokierros sopimuksen luonnoksesta."
    )
