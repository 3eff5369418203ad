"""Negotiations that the statutes require, recorded."""

from typing import Literal

from pydantic import Field

from sopimukset.model.perusta import Lista, Malli, OsapuolenTunnus, Paiva, Sana, Teksti, Tunnus

NeuvottelunLaji = Literal["johtoryhmat", "hyvinvointialue-kunnat", "hyte", "muu"]
Aihe = Literal["maara", "toimialueet"]


class Neuvottelu(Malli):
    """A negotiation that a statute requires, or another one worth recording.

    Of the groups (381/2023 9 § 1 mom), county–municipalities (611/2021 14 §), health and
    well-being (612/2021 6–7 §).
    """

    tunnus: Tunnus = Field(description="Neuvottelun pysyvä tunnus.")
    laji: NeuvottelunLaji = Field(
        description="Laji: johtoryhmat (381/2023 9 § 1 mom), hyvinvointialue-kunnat "
        "(611/2021 14 §), hyte (612/2021 6–7 §) tai muu."
    )
    pvm: Paiva | None = Field(None, description="Neuvottelun päivä.")
    osapuolet: Lista[OsapuolenTunnus] = Field(
        (), description="Neuvotteluun osallistuneet osapuolet."
    )
    muut: Lista[Teksti] = Field((), description="Muut osallistujat.")
    aiheet: Lista[Aihe] = Field(
        (), description="Mistä neuvoteltiin: johtoryhmien maara ja toimialueet."
    )
    tulos: Teksti | None = Field(None, description="Mihin neuvottelussa päädyttiin.")
    asiatunnus: Sana | None = Field(None, description="Asian tunnus asiarekisterissä.")
