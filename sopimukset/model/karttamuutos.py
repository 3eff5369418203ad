"""A described change of the map, for `report --what-if`."""

from pydantic import Field

from sopimukset.model.perusta import Lista, Malli, Paiva, Sana


class Siirto(Malli):
    """One change: what goes where."""

    kunnat: Lista[Sana] = Field((), description="Kunnat, joita muutos koskee.")
    paattyva_tyollisyysalue: Sana | None = Field(
        None, description="Työllisyysalue, joka päättyy: sen kaikki kunnat siirtyvät."
    )
    paattyva_hyvinvointialue: Sana | None = Field(
        None, description="Hyvinvointialue, joka päättyy: sen kaikki kunnat siirtyvät."
    )
    tyollisyysalue: Sana | None = Field(None, description="Työllisyysalue, johon kunnat tulevat.")
    hyvinvointialue: Sana | None = Field(None, description="Hyvinvointialue, johon kunnat tulevat.")
    uusi_kunta: Sana | None = Field(None, description="Kunta, joksi kunnat yhdistyvät.")


class Karttamuutos(Malli):
    """A change of the map from a day: what a law or the municipalities' own decision would do."""

    pvm: Paiva = Field(description="Päivä, jona muutos tulee voimaan.")
    muutokset: Lista[Siirto] = Field(description="Muutokset järjestyksessä.")
