"""The group's yearly goals (388/2024 2 § 1 mom)."""

from pydantic import Field

from sopimukset.model.perusta import Lista, Luku, Malli, Paiva, Sana, Teksti, Tunnus


class Asetettu(Malli):
    """The group's meeting at which something was set."""

    pvm: Paiva | None = Field(None, description="Kokouksen päivä.")
    pykala: int | None = Field(None, ge=1, description="Pöytäkirjan pykälä.")


class Tavoite(Malli):
    """A goal of one year; it takes account of the national goals (380/2023 21 §)."""

    tunnus: Tunnus = Field(description="Tavoitteen pysyvä tunnus.")
    vuosi: int | None = Field(None, ge=2025, le=2100, description="Vuosi, jota tavoite koskee.")
    tavoite: Teksti | None = Field(None, description="Tavoite.")
    valtakunnalliset_tavoitteet: Lista[Sana] = Field(
        (), description="Valtakunnalliset tavoitteet (380/2023 21 §), jotka tavoite ottaa huomioon."
    )
    asetettu: Asetettu | None = Field(None, description="Kokous, jossa tavoite on asetettu.")
    mittari: Sana | None = Field(None, description="Mittarin avain.")
    yksikko: Sana | None = Field(None, description="Mittarin yksikkö.")
    lahtotaso: Luku | None = Field(None, description="Mittarin arvo lähtötilanteessa.")
    tavoitetaso: Luku | None = Field(None, description="Mittarin tavoiteltu arvo.")
