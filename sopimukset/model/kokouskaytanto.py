"""The cadence of a group's meetings: the region's own numbers, for the law fixes none."""

from typing import Annotated, Literal

from pydantic import Field

from sopimukset.model.perusta import Jakso, Kello, Lista, Malli, Paiva, Sana, Teksti

Viikonpaiva = Literal["ma", "ti", "ke", "to", "pe", "la", "su"]


class Toistuvuus(Jakso):
    """When the meetings recur."""

    vali_kk: int | None = Field(None, ge=1, le=12, description="Kokousten väli kuukausina.")
    viikko: Annotated[int, Field(ge=-1, le=5)] | None = Field(
        None, description="Kuukauden monesko kyseinen viikonpäivä (-1 = viimeinen)."
    )
    viikonpaiva: Viikonpaiva | None = Field(
        None, description="Viikonpäivä: ma, ti, ke, to, pe, la, su."
    )
    klo: Kello | None = Field(None, description="Alkamisaika, esimerkiksi 9.00.")
    kesto_min: int | None = Field(None, ge=1, description="Kesto minuutteina.")


class Kokouspoikkeama(Malli):
    """A meeting that was moved or cancelled, with the reason."""

    pvm: Paiva | None = Field(None, description="Alkuperäinen kokouspäivä.")
    uusi_pvm: Paiva | None = Field(
        None, description="Uusi kokouspäivä. Ilman sitä kokous on peruttu."
    )
    syy: Teksti | None = Field(None, description="Siirron tai perumisen syy.")


class Kokouskaytanto(Malli):
    """How often and where the group meets, as the parties have agreed."""

    vahintaan_vuodessa: int | None = Field(
        None, ge=1, description="Kokousten vähimmäismäärä vuodessa. Alueen oma sopimus, ei laista."
    )
    toistuvuus: Toistuvuus | None = Field(None, description="Kokousten toistuvuus.")
    kokouspaikka: Teksti | None = Field(None, description="Kokouspaikka.")
    poikkeamat: Lista[Kokouspoikkeama] = Field((), description="Siirretyt ja perutut kokoukset.")
    lahde: Sana | None = Field(None, description="Lähde, josta luvut ovat.")
