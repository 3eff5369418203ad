"""Parties: who takes part, in which role, and which legal person signs."""

from typing import Literal

from pydantic import Field

from sopimukset.model.henkilosto import Yksikko
from sopimukset.model.perusta import Jakso, Lista, Maara, OsapuolenTunnus, Sana, Teksti, Tunnus

Rooli = Literal["tyovoimaviranomainen", "hyvinvointialue", "kela", "kumppani"]


class Henkilostovaranto(Jakso):
    """Staff that the party has promised in total, to be given to all its groups of the region."""

    maara: Maara | None = Field(None, description="Luvattu henkilöstö yhteensä.")
    yksikko: Yksikko | None = Field(
        None, description="Määrän yksikkö: htv, henkiloa tai tuntia-viikossa."
    )
    lahde: Sana | None = Field(None, description="Lähde, esimerkiksi talousarvio tai päätös.")


class Osapuoli(Jakso):
    """A party of the region (381/2023 9 §).

    The authority takes part; the legal person signs; a body decides. In Helsinki one legal person
    holds two roles (615/2021 2 § 2 mom), as two parties of this list.
    """

    tunnus: Tunnus = Field(description="Osapuolen pysyvä tunnus.")
    rooli: Rooli = Field(
        description="Rooli: tyovoimaviranomainen, hyvinvointialue, kela tai kumppani."
    )
    tyollisyysalue: Sana | None = Field(
        None, description="Työllisyysalueen avain kansallisessa rekisterissä."
    )
    hyvinvointialue: Sana | None = Field(
        None, description="Hyvinvointialueen avain kansallisessa rekisterissä."
    )
    nimi: Teksti | None = Field(None, description="Nimi, jota asiakirjoissa käytetään.")
    oikeushenkilo: Teksti | None = Field(
        None, description="Oikeushenkilö, joka on sopijapuoli ja allekirjoittaa."
    )
    oikeushenkilo_vahvistettu: bool = Field(
        True, description="Onko oikeushenkilön nimi tarkistettu luotettavasta lähteestä."
    )
    toimielin: Teksti | None = Field(
        None, description="Toimielin, joka päättää asioista osapuolen puolesta."
    )
    muutoksenhakuohje: Teksti | None = Field(
        None,
        description="Osapuolen oma muutoksenhakuohje; päätösehdotuksissa mallin ohjeen sijaan.",
    )
    seuraaja: OsapuolenTunnus | None = Field(
        None, description="Osapuoli, joka on tullut tämän tilalle."
    )
    henkilostovaranto: Lista[Henkilostovaranto] = Field(
        (),
        description="Henkilöstö, jonka osapuoli on luvannut yhteensä alueen kaikille "
        "johtoryhmille. Osapuoli päättää siitä itse.",
    )
