"""The structure of cooperation: who works together, in which forums, on which shared knowledge.

It follows the first recommendation of 17.4.2024 (`register/data/README.md`): actors, forums on
three levels, contact persons, and that all of it is known. No statute demands a record of it.
"""

from typing import Literal

from pydantic import Field

from sopimukset.model.perusta import (
    FooruminTunnus,
    JohtoryhmanTunnus,
    Lista,
    Malli,
    OsapuolenTunnus,
    Paiva,
    Sana,
    Teksti,
    ToimijanTunnus,
    ToimipisteenTunnus,
    Tunnus,
)

Taso = Literal["poliittiset-paattajat", "viranhaltijajohto", "asiakastyo"]
"""The three levels of the recommendations; the last one includes other experts."""

FooruminLaji = Literal["foorumi", "verkosto", "tyoryhma"]


class Ydintoimija(Malli):
    """A party at the heart of the cooperation."""

    osapuoli: OsapuolenTunnus = Field(description="Osapuoli, joka on ydintoimija.")
    tehtava: Teksti | None = Field(None, description="Mitä osapuoli tuo yhteistyöhön.")


class Kumppani(Malli):
    """A partner outside the parties: education, associations, other authorities."""

    tunnus: Tunnus = Field(description="Kumppanin pysyvä tunnus, muu kuin osapuolten tunnukset.")
    nimi: Teksti | None = Field(None, description="Kumppanin tai kumppanien ryhmän nimi.")
    tehtava: Teksti | None = Field(None, description="Mitä kumppani tuo yhteistyöhön.")


class Foorumi(Malli):
    """A forum, network or working group on one of the three levels."""

    tunnus: Tunnus = Field(description="Foorumin pysyvä tunnus.")
    nimi: Teksti | None = Field(None, description="Foorumin nimi.")
    taso: Taso | None = Field(
        None,
        description="Yhteistyön taso: poliittiset-paattajat, viranhaltijajohto tai asiakastyo.",
    )
    laji: FooruminLaji | None = Field(None, description="Laji: foorumi, verkosto tai tyoryhma.")
    johtoryhma: JohtoryhmanTunnus | None = Field(
        None, description="Johtoryhmä, jos foorumi on johtoryhmä tai toimii sen alueella."
    )
    koollekutsuja: ToimijanTunnus | None = Field(
        None, description="Osapuoli tai kumppani, joka kutsuu koolle."
    )
    osallistujat: Lista[ToimijanTunnus] = Field(
        (), description="Osapuolet ja kumppanit, jotka osallistuvat."
    )
    tehtava: Teksti | None = Field(None, description="Mitä foorumissa käsitellään.")
    raportoi: Lista[FooruminTunnus] = Field(
        (), description="Foorumit, joille asiat viedään tästä foorumista."
    )
    kokoontuu: Teksti | None = Field(None, description="Kuinka usein foorumi kokoontuu.")


class Yhteyshenkilo(Malli):
    """A contact person by title. There is no field for a name: titles outlast their holders."""

    toimija: ToimijanTunnus | None = Field(
        None, description="Osapuoli tai kumppani, jonka yhteyshenkilö on."
    )
    nimike: Teksti | None = Field(None, description="Tehtävänimike, ei nimeä.")
    asia: Teksti | None = Field(None, description="Missä asioissa yhteyttä otetaan.")


class Tietolahde(Malli):
    """A source of the shared picture of the situation."""

    tunnus: Tunnus = Field(description="Tietolähteen pysyvä tunnus.")
    nimi: Teksti | None = Field(None, description="Tietolähteen nimi.")
    sisalto: Teksti | None = Field(None, description="Mitä lähteestä saadaan tietää.")
    yllapitaja: ToimijanTunnus | None = Field(
        None, description="Osapuoli tai kumppani, joka ylläpitää lähdettä tai seuraa sitä."
    )
    paivittyy: Teksti | None = Field(None, description="Kuinka usein tieto päivittyy.")
    kasitellaan: Lista[FooruminTunnus] = Field(
        (), description="Foorumit, joissa tietoa käsitellään."
    )


class Asiakasohjaus(Malli):
    """How a customer is guided from one service to another."""

    tunnus: Tunnus = Field(description="Kohdan pysyvä tunnus.")
    tilanne: Teksti | None = Field(None, description="Tilanne, jossa asiakas ohjataan.")
    menettely: Teksti | None = Field(None, description="Miten ja mihin asiakas ohjataan.")
    vastuu: ToimijanTunnus | None = Field(
        None, description="Osapuoli tai kumppani, joka vastaa ohjaamisesta."
    )


class Tilankaytto(Malli):
    """Premises that are used together. A joint office is optional."""

    toimipiste: ToimipisteenTunnus | None = Field(
        None, description="Toimipiste, jonka tiloja käytetään."
    )
    kaytto: Teksti | None = Field(None, description="Mihin tiloja käytetään ja milloin.")
    kayttajat: Lista[ToimijanTunnus] = Field((), description="Osapuolet ja kumppanit tiloissa.")


class Koulutus(Malli):
    """Training that is arranged together."""

    tunnus: Tunnus = Field(description="Koulutuksen pysyvä tunnus.")
    aihe: Teksti | None = Field(None, description="Koulutuksen aihe.")
    kohderyhma: Teksti | None = Field(None, description="Kenelle koulutus on.")
    jarjestaja: ToimijanTunnus | None = Field(
        None, description="Osapuoli tai kumppani, joka järjestää."
    )
    ajankohta: Teksti | None = Field(None, description="Milloin koulutus järjestetään.")


class Yhteistyorakenne(Malli):
    """The region's structure of cooperation, as its actors describe it together."""

    paivitetty: Paiva | None = Field(
        None, description="Päivä, jolta kuvaus on tai jona se on viimeksi tarkistettu."
    )
    lahde: Sana | None = Field(None, description="Lähde, josta kuvaus on.")
    ydintoimijat: Lista[Ydintoimija] = Field((), description="Ydintoimijat.")
    kumppanit: Lista[Kumppani] = Field((), description="Kumppanit, jotka eivät ole osapuolia.")
    foorumit: Lista[Foorumi] = Field(
        (), description="Yhteistyöfoorumit, verkostot ja työryhmät kolmella tasolla."
    )
    yhteyshenkilot: Lista[Yhteyshenkilo] = Field(
        (), description="Yhteyshenkilöt tehtävänimikkein, ei nimiä."
    )
    tietolahteet: Lista[Tietolahde] = Field((), description="Yhteisen tilannekuvan tietolähteet.")
    asiakasohjaus: Lista[Asiakasohjaus] = Field(
        (), description="Asiakasohjauksen sovitut menettelyt."
    )
    tilat: Lista[Tilankaytto] = Field((), description="Yhteisten tilojen käyttö.")
    koulutukset: Lista[Koulutus] = Field((), description="Yhteiset koulutukset.")
