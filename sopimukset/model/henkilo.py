"""The person who holds a seat or a task from a day to a day. Titles suffice; names are optional."""

from pydantic import Field

from sopimukset.model.paatos import Paatos
from sopimukset.model.perusta import Jakso, OsapuolenTunnus, Paiva, Sana, Teksti, Tunnus


class Nimetty(Jakso):
    """A person named to something, dated. `henkilo` is a key across groups, without a name."""

    nimike: Teksti | None = Field(None, description="Tehtävänimike.")
    nimi: Sana | None = Field(None, description="Nimi. Vapaaehtoinen: nimike riittää.")
    henkilo: Tunnus | None = Field(
        None, description="Saman henkilön avain eri ryhmissä ja tiedostoissa, ilman nimeä."
    )
    tyonantaja: OsapuolenTunnus | None = Field(
        None, description="Osapuoli, jonka palveluksessa henkilö on, jos muu kuin nimeäjä."
    )
    paatos: Paatos | None = Field(None, description="Päätös, jolla henkilö on nimetty.")


class NimettyVarajasen(Nimetty):
    """A personal deputy (388/2024 1 § 2 mom)."""

    nimeaja: OsapuolenTunnus | None = Field(
        None, description="Varajäsenen nimennyt osapuoli, jos muu kuin jäsenen nimeäjä."
    )


class Asiantuntija(Nimetty):
    """An expert with a right to attend. The decree names no other members, nor forbids experts."""

    tunnus: Tunnus = Field(description="Asiantuntijan pysyvä tunnus.")
    organisaatio: Teksti | None = Field(
        None, description="Organisaatio, jota asiantuntija edustaa."
    )


class NimettyJohtaja(Nimetty):
    """A leader of the organising, or the leader's deputy (388/2024 4 § 1 mom)."""

    hyvaksytty_johtoryhmassa: Paiva | None = Field(
        None, description="Päivä, jona johtoryhmä on hyväksynyt henkilön (381/2023 9 § 1 mom)."
    )
    nimetty: Paiva | None = Field(None, description="Päivä, jona työvoimaviranomainen on nimennyt.")
