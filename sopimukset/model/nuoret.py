"""The young people's service (381/2023 16 §), by employment authority."""

from typing import Annotated

from pydantic import Field

from sopimukset.model.henkilo import Nimetty
from sopimukset.model.perusta import (
    Lista,
    Malli,
    OsapuolenTunnus,
    Paiva,
    Sana,
    Teksti,
    Tunnus,
    Viittaus,
)


class Palvelupiste(Malli):
    """A service point that young people easily reach (381/2023 16 § 2 mom)."""

    tunnus: Tunnus = Field(description="Palvelupisteen pysyvä tunnus.")
    nimi: Teksti | None = Field(None, description="Palvelupisteen nimi.")
    kunta: Sana | None = Field(None, description="Kunta, jossa palvelupiste on.")


class NuortenNeuvottelu(Malli):
    """The negotiation with education providers, counties and other key actors (16 § 2 mom)."""

    pvm: Paiva | None = Field(None, description="Neuvottelun päivä.")
    osapuolet: Lista[OsapuolenTunnus] = Field(
        (), description="Neuvotteluun osallistuneet osapuolet."
    )
    muut: Lista[Teksti] = Field((), description="Muut osallistujat.")


class NuortenSopiminen(Malli):
    """What the parties of the service have agreed (16 § 3 mom)."""

    organisointi: Paiva | None = Field(None, description="Päivä, jona organisoinnista on sovittu.")
    kustannusten_jako: Paiva | None = Field(
        None, description="Päivä, jona kustannusten jaosta on sovittu."
    )
    osapuolet: Lista[OsapuolenTunnus] = Field((), description="Sopineet osapuolet.")


class NuortenYhteispalvelu(Malli):
    """The service that the authority arranges the preconditions of (381/2023 16 §)."""

    tunnus: Tunnus = Field(description="Yhteispalvelun pysyvä tunnus.")
    tyovoimaviranomaiset: Lista[OsapuolenTunnus] = Field(
        (), description="Työvoimaviranomaiset, joiden alueella palvelu toimii."
    )
    tarvearviot: dict[Annotated[str, Viittaus("osapuoli")], Paiva] | None = Field(
        None, description="Päivä, jona viranomainen on arvioinut palvelun tarpeen (16 § 2 mom)."
    )
    neuvottelu: NuortenNeuvottelu | None = Field(None, description="Neuvottelu palvelupisteistä.")
    palvelupisteet: Lista[Palvelupiste] = Field((), description="Palvelupisteet.")
    koordinaattori: Nimetty | None = Field(
        None,
        description="Palveluiden ja toiminnan yhteensovittamisesta vastaava henkilö (16 § 3 mom).",
    )
    sovittu: NuortenSopiminen | None = Field(
        None, description="Organisoinnista ja kustannusten jaosta sovittu (16 § 3 mom)."
    )
    asiatunnus: Sana | None = Field(None, description="Asian tunnus asiarekisterissä.")
    sailytysaika: Teksti | None = Field(None, description="Säilytysaika.")
