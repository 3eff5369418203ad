"""Follow-up of one period: `regions/<alue>/seuranta/<jakso>.yaml`."""

from typing import Literal

from pydantic import Field

from sopimukset.model.muoto import MuodonVersio
from sopimukset.model.perusta import (
    HenkilostorivinTunnus,
    Jakso,
    JohtoryhmanTunnus,
    KustannuksenTunnus,
    Lista,
    Luku,
    Maara,
    Malli,
    OsapuolenTunnus,
    Paiva,
    Sana,
    Teksti,
    Tunnus,
)


class Seurantajakso(Jakso):
    """The period that the follow-up speaks of."""

    nimi: Sana | None = Field(None, description="Jakson nimi, esimerkiksi 1–6/2026.")


class Kasittely(Malli):
    """The group's treatment: the only proof of evaluation (388/2024 2 § 2 mom)."""

    pvm: Paiva | None = Field(None, description="Kokouksen päivä.")
    pykala: int | None = Field(None, ge=1, description="Pöytäkirjan pykälä.")
    lausunnot: Lista[OsapuolenTunnus] = Field((), description="Osapuolet, jotka ovat lausuneet.")
    arvio: Teksti | None = Field(
        None, description="Johtoryhmän arvio toimeenpanosta ja tavoitteiden toteutumisesta."
    )


class HenkilostonToteuma(Malli):
    """Staff that was really at work; what was agreed stands in `alue.yaml`."""

    rivi: HenkilostorivinTunnus | None = Field(
        None, description="Henkilöstörivi, jota toteuma koskee."
    )
    maara: Maara | None = Field(None, description="Toteutunut määrä rivin yksikössä.")
    selite: Teksti | None = Field(None, description="Miksi toteuma poikkeaa sovitusta.")
    vaikutus: Teksti | None = Field(None, description="Mitä poikkeamasta on seurannut.")


class Mittariarvo(Malli):
    """The value of an indicator in the period; earlier values stand in earlier follow-ups.

    A value without authority, municipality and class is that of the group's whole territory.
    """

    mittari: Sana | None = Field(None, description="Mittarin avain mittariluettelossa.")
    arvo: Luku | None = Field(
        None, description="Mittarin arvo. Osuus prosentteina; sen voi jättää osien laskettavaksi."
    )
    osoittaja: Maara | None = Field(
        None, description="Osuuden osoittaja, esimerkiksi määräajassa laaditut suunnitelmat."
    )
    nimittaja: Maara | None = Field(
        None, description="Osuuden nimittäjä, esimerkiksi kaikki laaditut suunnitelmat."
    )
    luokka: Sana | None = Field(
        None, description="Mittarin luokka, esimerkiksi keston luokka tai päättymisen syy."
    )
    tyovoimaviranomainen: OsapuolenTunnus | None = Field(
        None, description="Viranomainen, jota arvo koskee."
    )
    kunta: Sana | None = Field(None, description="Kunta, jota arvo koskee.")
    lahde: Sana | None = Field(None, description="Lähde, josta arvo on.")
    selite: Teksti | None = Field(
        None, description="Mitä arvon lukijan on tiedettävä, esimerkiksi katko tiedoissa."
    )


class KustannusToteuma(Malli):
    """Costs against the budget."""

    kustannus: KustannuksenTunnus | None = Field(
        None, description="Kustannus, jota toteuma koskee."
    )
    talousarvio: Maara | None = Field(None, description="Talousarvio koko vuodeksi.")
    toteuma: Maara | None = Field(None, description="Toteuma seurantajaksolla.")
    yksikko: Literal["EUR"] | None = Field(None, description="Rahayksikkö: EUR.")
    selite: Teksti | None = Field(None, description="Miksi toteuma poikkeaa talousarviosta.")


class SuosituksenTila(Malli):
    """How far the region is with a national recommendation (1–4)."""

    suositus: int | None = Field(None, ge=1, le=4, description="Kansallisen suosituksen numero.")
    kohta: Sana | None = Field(None, description="Suosituksen kohdan avain.")
    osapuoli: OsapuolenTunnus | None = Field(
        None, description="Osapuoli, jonka arvio on. Ilman sitä johtoryhmän yhteinen arvio."
    )
    tila: Literal["ei-aloitettu", "kesken", "valmis"] | None = Field(
        None, description="Toteutumisen tila."
    )
    havainto: Teksti | None = Field(None, description="Havainto.")


class YhteistyonTila(Malli):
    """A party's own assessment of the state of cooperation."""

    osapuoli: OsapuolenTunnus | None = Field(None, description="Osapuoli, jonka arvio on.")
    kuvaus: Sana | None = Field(None, description="Kuvauksen avain.")


class Riski(Malli):
    """A risk: likelihood and effect on a scale of 1–5."""

    tunnus: Tunnus = Field(description="Riskin pysyvä tunnus.")
    kuvaus: Teksti | None = Field(None, description="Riski.")
    todennakoisyys: int | None = Field(None, ge=1, le=5, description="Todennäköisyys 1–5.")
    vaikutus: int | None = Field(None, ge=1, le=5, description="Vaikutus 1–5.")
    vastuu: OsapuolenTunnus | None = Field(None, description="Vastuullinen osapuoli.")
    hallinta: Teksti | None = Field(None, description="Miten riskiä hallitaan.")


class Seuranta(Malli):
    """Follow-up and evaluation of one period (388/2024 2 § 2 mom)."""

    muoto: MuodonVersio = Field(description="Tiedoston muodon versio.")
    johtoryhma: JohtoryhmanTunnus = Field(description="Johtoryhmä, jonka seuranta on.")
    seurantajakso: Seurantajakso = Field(description="Seurantajakso.")
    laatija: Sana | None = Field(None, description="Laatijan tehtävä.")
    kasitelty: Kasittely | None = Field(None, description="Käsittely johtoryhmässä.")
    toimeenpano: Teksti | None = Field(None, description="Toimeenpano lyhyesti.")
    esitykset: Lista[Teksti] = Field(
        (), description="Mitä johtoryhmän on päätettävä tai esitettävä osapuolille."
    )
    henkilosto: Lista[HenkilostonToteuma] = Field((), description="Toteutunut henkilöstö.")
    mittarit: Lista[Mittariarvo] = Field((), description="Mittarien arvot.")
    kustannukset: Lista[KustannusToteuma] = Field((), description="Kustannusten toteuma.")
    suositukset: Lista[SuosituksenTila] = Field(
        (), description="Kansallisten suositusten toteutuminen."
    )
    yhteistyon_tila: Lista[YhteistyonTila] = Field(
        (), description="Osapuolten arviot yhteistyöstä."
    )
    riskit: Lista[Riski] = Field((), description="Riskit.")
    onnistumiset: Lista[Teksti] = Field((), description="Onnistumiset.")
