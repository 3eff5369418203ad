"""A released version of an agreement: `regions/<alue>/versiot/<sopimus>-<versio>.yaml`."""

from typing import Annotated

from pydantic import Field, StringConstraints

from sopimukset.model.henkilosto import Henkilostorivi, Mitoitus, Toimipiste
from sopimukset.model.johtoryhma import Johtoryhma
from sopimukset.model.lauseke import Kappale
from sopimukset.model.muoto import MuodonVersio
from sopimukset.model.nuoret import NuortenYhteispalvelu
from sopimukset.model.osapuoli import Osapuoli
from sopimukset.model.perusta import (
    Kieli,
    Kielitekstit,
    Lista,
    Malli,
    Paiva,
    Sana,
    Sormenjalki,
    Tunnus,
)
from sopimukset.model.sopimus import Sopimus

Versionumero = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}(\.[0-9]{1,4}){0,3}$")]
"""The name of a version: 1, 1.0, 2026.2. No hyphen, so that a file's name can be read one way."""


class SovittuLauseke(Malli):
    """A model clause as it stood in the agreement; of a replaced one the place alone."""

    tunnus: Tunnus = Field(description="Mallilausekkeen tunnus.")
    otsikko: Kielitekstit | None = Field(None, description="Lausekkeen otsikko.")
    kappaleet: Lista[Kappale] = Field(
        (), description="Lausekkeen kappaleet. Korvatusta lausekkeesta niitä ei kirjata."
    )
    taulukko: Sana | None = Field(None, description="Taulukko, joka tulee tekstin jälkeen.")


class Sisalto(Malli):
    """The content of an agreement that counts, in the shape of the region's own record."""

    kielet: Lista[Kieli] = Field((), description="Kielet, joilla sopimus on tehty.")
    osapuolet: Lista[Osapuoli] = Field((), description="Sopimuksen osapuolet.")
    johtoryhmat: Lista[Johtoryhma] = Field((), description="Johtoryhmä, jota sopimus koskee.")
    toimipisteet: Lista[Toimipiste] = Field((), description="Toimipisteet.")
    henkilosto: Lista[Henkilostorivi] = Field((), description="Osoitettu henkilöstö.")
    mitoitus: Mitoitus | None = Field(
        None, description="Alueen mitoitus, jos johtoryhmällä ei ole omaa."
    )
    nuorten_yhteispalvelu: Lista[NuortenYhteispalvelu] = Field(
        (), description="Nuorten yhteispalvelu."
    )
    sopimukset: Lista[Sopimus] = Field((), description="Sopimuksen omat ehdot.")
    lausekkeet: Lista[SovittuLauseke] = Field(
        (), description="Mallilausekkeiden tekstit, jotka sopimuksessa olivat."
    )
    muutettavat: dict[str, Sormenjalki] = Field(
        {}, description="Muutossopimuksen versioiden sormenjäljet: mistä ja mihin muutetaan."
    )


class Asiakirja(Malli):
    """A document that was made of the version."""

    tiedosto: Sana = Field(description="Asiakirjan tiedostonimi.")
    tiiviste: Sormenjalki = Field(description="Asiakirjan tiiviste (SHA-256).")


class Versio(Malli):
    """A frozen version of an agreement. `sopimukset release` writes it; nobody edits it."""

    muoto: MuodonVersio = Field(description="Tiedoston muodon versio.")
    sopimus: Tunnus = Field(description="Sopimuksen tunnus.")
    versio: Versionumero = Field(description="Version numero, esimerkiksi 1.0.")
    julkaistu: Paiva = Field(description="Päivä, jona versio on tehty.")
    sormenjalki: Sormenjalki = Field(
        description="Sisällön sormenjälki (SHA-256). Hyväksyntä viittaa siihen."
    )
    asiakirjat: Lista[Asiakirja] = Field((), description="Versiosta tehdyt asiakirjat.")
    sisalto: Sisalto = Field(description="Sisältö, joka lasketaan mukaan sormenjälkeen.")
