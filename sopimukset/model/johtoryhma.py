"""The steering group: territory, who sets it, terms, members, offices, leader."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from sopimukset.model.henkilo import Asiantuntija, Nimetty
from sopimukset.model.henkilosto import Mitoitus
from sopimukset.model.jasenyys import Jasenyys, JohtavaHenkilo, Luottamustoimi
from sopimukset.model.kokouskaytanto import Kokouskaytanto
from sopimukset.model.paatos import Asettaminen, OsapuolenPaatos
from sopimukset.model.perusta import (
    Jakso,
    Lista,
    Malli,
    OsapuolenTunnus,
    Paiva,
    Sana,
    Teksti,
    Tunnus,
)
from sopimukset.model.tavoite import Tavoite


def _kunnat_shape(value: Any) -> str:  # noqa: ANN401 (whatever the file holds)
    return "luettelo" if isinstance(value, list | tuple) else "kaikki"


Kunnat = Annotated[
    Annotated[Literal["kaikki"], Tag("kaikki")] | Annotated[Lista[Sana], Tag("luettelo")],
    Discriminator(_kunnat_shape),
]


class Toimialue(Malli):
    """A group's territory: a set of municipalities, never the name of an area (spec, idea 3)."""

    kunnat: Kunnat | None = Field(
        None, description="Toimialueen kunnat: kaikki (hyvinvointialueen kunnat) tai luettelo."
    )


class SopimusAsettajasta(Malli):
    """The authorities' agreement on who sets the group and names its leader and chair.

    Required where several authorities form one group (381/2023 9 § 1 mom).
    """

    pvm: Paiva | None = Field(None, description="Päivä, jona viranomaiset ovat sopineet.")
    osapuolet: Lista[OsapuolenTunnus] = Field((), description="Sopineet työvoimaviranomaiset.")
    asettaja: OsapuolenTunnus | None = Field(
        None, description="Työvoimaviranomainen, joka asettaa johtoryhmän."
    )
    puheenjohtajan_nimeaja: OsapuolenTunnus | None = Field(
        None, description="Työvoimaviranomainen, joka nimeää puheenjohtajan."
    )
    johtavan_henkilon_nimeaja: OsapuolenTunnus | None = Field(
        None, description="Työvoimaviranomainen, joka nimeää johtavan henkilön."
    )
    paatokset: Lista[OsapuolenPaatos] = Field(
        (), description="Viranomaisten päätökset sopimisesta."
    )


class Toimikausi(Jakso):
    """A term: five years at a time (388/2024 1 § 1 mom)."""

    tunnus: Tunnus = Field(description="Toimikauden pysyvä tunnus.")
    asettaminen: Asettaminen | None = Field(
        None, description="Päätös, jolla johtoryhmä on asetettu toimikaudeksi."
    )
    nimettava_viimeistaan: Paiva | None = Field(
        None, description="Päivä, johon mennessä osapuolia on pyydetty nimeämään jäsenet."
    )


class Johtoryhma(Malli):
    """A steering group for multi-agency support (381/2023 9 §, 388/2024 1–2 §)."""

    tunnus: Tunnus = Field(description="Johtoryhmän pysyvä tunnus.")
    nimi: Teksti | None = Field(None, description="Johtoryhmän nimi.")
    toimialue: Toimialue | None = Field(None, description="Johtoryhmän toimialue kuntina.")
    sopimus_asettajasta: SopimusAsettajasta | None = Field(
        None,
        description="Työvoimaviranomaisten sopimus asettajasta sekä puheenjohtajan ja johtavan "
        "henkilön nimeäjästä (381/2023 9 § 1 mom), kun viranomaisia on useita.",
    )
    varapuheenjohtajan_nimeaja: OsapuolenTunnus | None = Field(
        None,
        description="Hyvinvointialue, joka nimeää varapuheenjohtajan, kun ryhmässä on useita.",
    )
    toimikaudet: Lista[Toimikausi] = Field((), description="Toimikaudet, peräkkäin.")
    jasenet: Lista[Jasenyys] = Field((), description="Jäsenyydet (388/2024 1 § 2 mom).")
    puheenjohtaja: Lista[Luottamustoimi] = Field(
        (), description="Puheenjohtajat aikajärjestyksessä (388/2024 1 § 3 mom)."
    )
    varapuheenjohtaja: Lista[Luottamustoimi] = Field(
        (), description="Varapuheenjohtajat aikajärjestyksessä (388/2024 1 § 3 mom)."
    )
    asiantuntijat: Lista[Asiantuntija] = Field(
        (), description="Asiantuntijat, joilla on läsnäolo-oikeus."
    )
    johtavat_henkilot: Lista[JohtavaHenkilo] = Field(
        (), description="Yhteistoimintamallin organisointia johtavat henkilöt (388/2024 4 §)."
    )
    sihteeri: Lista[Nimetty] = Field((), description="Sihteerit aikajärjestyksessä. Laki ei säädä.")
    kokoukset: Kokouskaytanto | None = Field(None, description="Kokouskäytäntö.")
    mitoitus: Mitoitus | None = Field(
        None, description="Johtoryhmän oma mitoituksen peruste, jos muu kuin alueen yhteinen."
    )
    tavoitteet: Lista[Tavoite] = Field(
        (), description="Vuosittaiset tavoitteet (388/2024 2 § 1 mom)."
    )
