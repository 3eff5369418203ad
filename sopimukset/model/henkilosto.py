"""Staff that the parties assign, where they work, and how the number was arrived at."""

from typing import Literal

from pydantic import Field

from sopimukset.model.perusta import (
    Jakso,
    JohtoryhmanTunnus,
    Maara,
    Malli,
    OsapuolenTunnus,
    Paiva,
    Sana,
    Teksti,
    ToimipisteenTunnus,
    Tunnus,
)

Yksikko = Literal["htv", "henkiloa", "tuntia-viikossa"]


class Toimipiste(Jakso):
    """An office. A joint one is optional: 381/2023 has no rule of it."""

    tunnus: Tunnus = Field(description="Toimipisteen pysyvä tunnus.")
    nimi: Teksti | None = Field(None, description="Toimipisteen nimi.")
    kunta: Sana | None = Field(None, description="Kunta, jossa toimipiste on.")
    osoite: Sana | None = Field(None, description="Käyntiosoite.")


class Henkilostorivi(Jakso):
    """Staff of one party: number and task structure (381/2023 9 § 2 mom, 388/2024 3 § 2 kohta)."""

    tunnus: Tunnus = Field(description="Rivin pysyvä tunnus.")
    osapuoli: OsapuolenTunnus | None = Field(
        None, description="Osapuoli, joka osoittaa henkilöstön."
    )
    johtoryhma: JohtoryhmanTunnus | None = Field(
        None, description="Johtoryhmä, jonka toimialueelle henkilöstö osoitetaan."
    )
    maara: Maara | None = Field(None, description="Henkilöstön määrä.")
    yksikko: Yksikko | None = Field(
        None, description="Määrän yksikkö: htv, henkiloa tai tuntia-viikossa."
    )
    tehtava: Teksti | None = Field(None, description="Tehtävä (tehtävärakenne).")
    toimipiste: ToimipisteenTunnus | None = Field(
        None, description="Toimipiste, jossa työskennellään."
    )
    selite: Teksti | None = Field(None, description="Selite, esimerkiksi miksi määrä on nolla.")
    lahde: Sana | None = Field(None, description="Lähde, josta luku on.")


class Mitoitus(Malli):
    """What the staffing was sized on: the number of customers (381/2023 9 § 2 mom)."""

    asiakkaita: int | None = Field(
        None, ge=0, description="Palvelua tarvitsevien asiakkaiden määrä."
    )
    pvm: Paiva | None = Field(None, description="Päivä, jolta määrä on.")
    peruste: Teksti | None = Field(None, description="Miten määrä on otettu huomioon.")
    lahde: Sana | None = Field(None, description="Lähde, josta määrä on.")
