"""Acknowledged defects: a reason, an owner and an end. No permission to depart from the law."""

from pydantic import Field

from sopimukset.model.perusta import Jakso, OsapuolenTunnus, Paiva, Sana


class TunnistettuPuute(Jakso):
    """A finding that the region knows of. It stays visible and covers everything below its path."""

    koodi: Sana = Field(description="Säännön koodi, esimerkiksi P03.")
    kohta: Sana | None = Field(
        None,
        description="Kohta, jota puute koskee, esimerkiksi nuorten_yhteispalvelu[nuoret]. "
        "Muussa tiedostossa olevan edessä on tiedosto: kokoukset/2026-03-12.yaml asiat[2].",
    )
    syy: Sana | None = Field(None, description="Miksi puute on.")
    vastuu: OsapuolenTunnus | None = Field(None, description="Osapuoli, joka vastaa korjaamisesta.")
    kirjattu: Paiva | None = Field(None, description="Päivä, jona puute on kirjattu.")
