"""Memberships, and the offices over them."""

from pydantic import Field

from sopimukset.model.henkilo import Nimetty, NimettyJohtaja, NimettyVarajasen
from sopimukset.model.paatos import Paatos
from sopimukset.model.perusta import (
    Jakso,
    JasenenTunnus,
    Lista,
    Malli,
    OsapuolenTunnus,
    Paiva,
    Teksti,
    Tunnus,
)


class Jasenyys(Malli):
    """A seat that belongs to the organisation that names it (388/2024 1 § 2 mom).

    The seat is permanent, the person named to it changes.
    """

    tunnus: Tunnus = Field(description="Jäsenyyden pysyvä tunnus.")
    nimeaja: OsapuolenTunnus | None = Field(None, description="Osapuoli, joka nimeää jäsenen.")
    tehtava: Teksti | None = Field(None, description="Jäsenyyden tehtävä tai ala.")
    nimetyt: Lista[Nimetty] = Field((), description="Jäseneksi nimetyt, aikajärjestyksessä.")
    varajasenet: Lista[NimettyVarajasen] = Field(
        (), description="Henkilökohtaisiksi varajäseniksi nimetyt, aikajärjestyksessä."
    )


class Luottamustoimi(Jakso):
    """The chair's or the vice-chair's office over a member (388/2024 1 § 3 mom)."""

    jasen: JasenenTunnus | None = Field(
        None, description="Jäsenyys, jonka haltija toimii tehtävässä."
    )
    nimeaja: OsapuolenTunnus | None = Field(
        None, description="Osapuoli, joka on nimennyt tehtävään."
    )
    paatos: Paatos | None = Field(None, description="Päätös, jolla tehtävään on nimetty.")


class Puitteet(Malli):
    """The frame that the group sets for the leader's tasks (388/2024 2 § 1 mom)."""

    pvm: Paiva | None = Field(None, description="Kokouksen päivä, jossa puitteet on asetettu.")
    pykala: int | None = Field(None, ge=1, description="Pöytäkirjan pykälä.")
    teksti: Teksti | None = Field(None, description="Puitteet lyhyesti.")


class JohtavaHenkilo(Malli):
    """The task of leading the organising of the model (388/2024 4 §)."""

    tunnus: Tunnus = Field(description="Tehtävän pysyvä tunnus.")
    nimeaja: OsapuolenTunnus | None = Field(
        None, description="Työvoimaviranomainen, joka nimeää johtavan henkilön."
    )
    nimetyt: Lista[NimettyJohtaja] = Field((), description="Johtaviksi henkilöiksi nimetyt.")
    varahenkilot: Lista[NimettyJohtaja] = Field((), description="Varahenkilöiksi nimetyt.")
    puitteet: Puitteet | None = Field(
        None, description="Johtoryhmän asettamat puitteet (388/2024 2 § 1 mom)."
    )
