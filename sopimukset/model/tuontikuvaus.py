"""A description of a table that `import` reads: what its columns mean."""

from typing import Literal

from pydantic import Field

from sopimukset.model.perusta import Malli, Sana


class Tuontikuvaus(Malli):
    """How a table is to be read; kept beside it, so that the next one is brought in alike."""

    laji: Literal["mittarit", "jasenet"] | None = Field(
        None, description="Mitä taulukosta tuodaan: mittarit tai jasenet."
    )
    taulukko: Sana | None = Field(None, description="Työkirjan taulukko (välilehti).")
    otsikkorivi: int | None = Field(None, ge=1, description="Rivi, jolla otsikot ovat.")
    sarakkeet: dict[str, str] = Field(
        {}, description="Otsikko ja tieto, esimerkiksi «Uudet asiakkaat»: mittari:uudet-asiakkuudet"
    )
    vakiot: dict[str, str] = Field(
        {}, description="Tiedot, jotka ovat joka rivillä samat, esimerkiksi lahde."
    )
