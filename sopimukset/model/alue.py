"""A region's record: `regions/<alue>/alue.yaml`."""

from typing import Literal

from pydantic import Field

from sopimukset.model.henkilosto import Henkilostorivi, Mitoitus, Toimipiste
from sopimukset.model.johtoryhma import Johtoryhma
from sopimukset.model.muoto import MuodonVersio
from sopimukset.model.neuvottelu import Neuvottelu
from sopimukset.model.nuoret import NuortenYhteispalvelu
from sopimukset.model.osapuoli import Osapuoli
from sopimukset.model.paatos import Kielipaatos
from sopimukset.model.perusta import Kieli, Lista, Malli, Sana, Tunnus
from sopimukset.model.puute import TunnistettuPuute
from sopimukset.model.sopimus import Sopimus
from sopimukset.model.yhteistyo import Yhteistyorakenne

MUOTO = 1
"""The version of the format that this model reads."""

Vaihe = Literal["valmisteilla", "vahvistettu"]


class YhteinenJohtoryhma(Malli):
    """A group over two counties that lives in the other region's file."""

    alue: Sana = Field(description="Alue, jonka tiedostossa johtoryhmä on.")
    johtoryhma: Sana = Field(description="Johtoryhmän tunnus siinä tiedostossa.")


class Alue(Malli):
    """One region: a wellbeing services county, or Helsinki (381/2023 9 §, 615/2021 2 § 2 mom).

    Only `muoto`, `alue` and `vaihe` are required: every other absence is a rule's business, so
    that a half-filled region can be read.
    """

    muoto: MuodonVersio = Field(description="Tiedoston muodon versio.")
    alue: Tunnus = Field(description="Hyvinvointialueen avain kansallisessa rekisterissä.")
    vaihe: Vaihe = Field(
        description="valmisteilla: puuttuva tieto on avoin kohta. vahvistettu: säännöt sitovat."
    )
    kuvitteellinen: bool = Field(
        False, description="Esimerkki: tiedot keksittyjä, asiakirjoihin merkintä ESIMERKKI."
    )
    kielet: Lista[Kieli] = Field(
        ("fi",), description="Asiakirjojen kielet. Ensimmäinen on alkuperäinen."
    )
    kielipaatos: Kielipaatos | None = Field(None, description="Päätös asiakirjojen kielistä.")
    osapuolet: Lista[Osapuoli] = Field((), description="Osapuolet.")
    neuvottelut: Lista[Neuvottelu] = Field((), description="Neuvottelut.")
    johtoryhmat: Lista[Johtoryhma] = Field((), description="Johtoryhmät.")
    yhteiset_johtoryhmat: Lista[YhteinenJohtoryhma] = Field(
        (), description="Johtoryhmät, joiden tiedot ovat toisen alueen tiedostossa."
    )
    toimipisteet: Lista[Toimipiste] = Field(
        (), description="Toimipisteet. Yhteinen toimipiste ei ole pakollinen."
    )
    henkilosto: Lista[Henkilostorivi] = Field((), description="Osapuolten osoittama henkilöstö.")
    mitoitus: Mitoitus | None = Field(None, description="Henkilöstön mitoituksen peruste.")
    sopimukset: Lista[Sopimus] = Field((), description="Sopimukset.")
    nuorten_yhteispalvelu: Lista[NuortenYhteispalvelu] = Field(
        (), description="Nuorten monialaisen tuen yhteispalvelu (381/2023 16 §)."
    )
    yhteistyorakenne: Yhteistyorakenne | None = Field(
        None, description="Yhteistyön rakenne: toimijat, foorumit, tietolähteet ja käytännöt."
    )
    tunnistetut_puutteet: Lista[TunnistettuPuute] = Field((), description="Tunnistetut puutteet.")
