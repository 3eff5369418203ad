"""One type of decision, everywhere: who decided, when, under which section and case number."""

from pydantic import Field

from sopimukset.model.perusta import Kieli, Lista, Malli, OsapuolenTunnus, Paiva, Sana, Teksti


class Paatos(Malli):
    """A decision by a body or an official (434/2003 43–45 §, 906/2019 26 §)."""

    tekija: Teksti | None = Field(
        None, description="Päätöksen tekijä: toimielin tai viranhaltija, nimikkeellä."
    )
    pvm: Paiva | None = Field(None, description="Päätöksen päivä.")
    pykala: int | None = Field(None, ge=1, description="Pöytäkirjan tai päätösluettelon pykälä.")
    asiatunnus: Sana | None = Field(
        None, description="Asian tunnus asiarekisterissä (diaarinumero)."
    )
    ehto: Teksti | None = Field(None, description="Ehto, jolla päätös on tehty.")
    julkaistu: Paiva | None = Field(
        None, description="Päivä, jona päätös on julkaistu tietoverkossa."
    )
    muutoksenhaku_paattyy: Paiva | None = Field(
        None, description="Muutoksenhakuajan viimeinen päivä."
    )
    lainvoimainen: Paiva | None = Field(
        None, description="Päivä, jona päätös on saanut lainvoiman."
    )
    kielet: Lista[Kieli] = Field((), description="Kielet, joilla päätös on laadittu.")


class OsapuolenPaatos(Paatos):
    """A decision that is one party's own."""

    osapuoli: OsapuolenTunnus | None = Field(None, description="Osapuoli, jonka päätös on.")


class Asettaminen(Paatos):
    """The decision that sets the group (381/2023 9 § 1 mom)."""

    asettaja: OsapuolenTunnus | None = Field(
        None, description="Johtoryhmän asettava työvoimaviranomainen."
    )


class Hyvaksynta(OsapuolenPaatos):
    """A party's approval of an agreement, by content: the fingerprint says what was approved."""

    versio: Sana | None = Field(None, description="Hyväksytty versio.")
    sormenjalki: Sana | None = Field(
        None, description="Hyväksytyn sisällön sormenjälki (sopimukset release kirjaa)."
    )


class Kielipaatos(Paatos):
    """A recorded decision on the languages that are used (423/2003 29 § 2 mom)."""

    peruste: Teksti | None = Field(None, description="Peruste, jolla kielistä on päätetty.")
