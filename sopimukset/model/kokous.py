"""A meeting: `regions/<alue>/kokoukset/<päivä>.yaml`."""

from typing import Literal

from pydantic import Field

from sopimukset.model.muoto import MuodonVersio
from sopimukset.model.perusta import (
    JasenenTunnus,
    JohtoryhmanTunnus,
    Kello,
    Lista,
    Malli,
    OsapuolenTunnus,
    Paiva,
    Sana,
    Teksti,
    Tunnus,
)

AsianLaji = Literal[
    "tavoitteet", "henkiloston-tarkistus", "seuranta", "johtava-henkilo", "puitteet", "muu"
]
ToimenpiteenTila = Literal["avoin", "kesken", "valmis", "peruttu"]


class Lasna(Malli):
    """A member who was present, in person or by the deputy."""

    jasen: JasenenTunnus | None = Field(None, description="Jäsenyys, jota läsnäolo koskee.")
    tilalla: Literal["varajasen"] | None = Field(
        None, description="varajasen, jos varajäsen oli läsnä."
    )


class Toimenpide(Malli):
    """An action that was agreed at the meeting."""

    tunnus: Tunnus = Field(description="Toimenpiteen pysyvä tunnus.")
    vastuu: OsapuolenTunnus | None = Field(None, description="Vastuullinen osapuoli.")
    tehtava: Teksti | None = Field(None, description="Mitä tehdään.")
    maarapaiva: Paiva | None = Field(None, description="Määräpäivä.")
    tila: ToimenpiteenTila | None = Field(None, description="avoin, kesken, valmis tai peruttu.")


class Esteellinen(Malli):
    """A recusal (434/2003 27–30 §)."""

    jasen: JasenenTunnus | None = Field(
        None, description="Jäsenyys, jonka haltija oli esteellinen."
    )
    peruste: Sana | None = Field(None, description="Esteellisyyden peruste.")


class Asia(Malli):
    """One section of the minutes."""

    pykala: int | None = Field(None, ge=1, description="Pykälä.")
    otsikko: Teksti | None = Field(None, description="Asian otsikko.")
    esittelija: Sana | None = Field(None, description="Esittelijä (388/2024 4 § 2 mom).")
    peruste: Sana | None = Field(None, description="Säännös, johon asia perustuu.")
    laji: AsianLaji | None = Field(None, description="Asian laji.")
    selostus: Teksti | None = Field(None, description="Selostus.")
    ehdotus: Teksti | None = Field(None, description="Päätösehdotus.")
    paatos: Teksti | None = Field(None, description="Päätös.")
    toimenpiteet: Lista[Toimenpide] = Field((), description="Sovitut toimenpiteet.")
    esteelliset: Lista[Esteellinen] | None = Field(
        None, description="Esteelliset. Tyhjä luettelo: ei esteellisiä."
    )


class Kokous(Malli):
    """A meeting of the group."""

    muoto: MuodonVersio = Field(description="Tiedoston muodon versio.")
    johtoryhma: JohtoryhmanTunnus = Field(description="Johtoryhmä, joka kokoontui.")
    pvm: Paiva = Field(description="Kokouksen päivä.")
    klo: Kello | None = Field(None, description="Alkamisaika, esimerkiksi 9.00.")
    paattyi: Kello | None = Field(None, description="Päättymisaika.")
    paikka: Teksti | None = Field(None, description="Kokouspaikka.")
    lasna: Lista[Lasna] = Field((), description="Läsnä olleet jäsenet ja varajäsenet.")
    muut_lasna: Lista[Sana] = Field((), description="Muut läsnä olleet.")
    asiat: Lista[Asia] = Field((), description="Käsitellyt asiat.")
    tarkastajat: Lista[JasenenTunnus] = Field((), description="Pöytäkirjan tarkastajat.")
    tarkastettu: Paiva | None = Field(None, description="Päivä, jona pöytäkirja on tarkastettu.")
