"""The library of model clauses: `templates/<laji>/lausekkeet.yaml`."""

from pydantic import Field

from sopimukset.model.muoto import MuodonVersio
from sopimukset.model.perusta import Jakso, Kielitekstit, Lista, Malli, Sana, Tunnus


class Luettelokohta(Kielitekstit):
    """An item of a bulleted list; `jos` names the fact on which it depends."""

    jos: Sana | None = Field(None, description="Tieto, josta kohta riippuu.")


class Kappale(Kielitekstit):
    """A paragraph, or a bulleted list."""

    luettelo: Lista[Luettelokohta] = Field((), description="Luettelon kohdat.")
    jos: Sana | None = Field(None, description="Tieto, josta kappale riippuu.")


class Lausekeversio(Jakso):
    """A dated wording of a clause: the law and practice change."""

    otsikko: Kielitekstit = Field(description="Lausekkeen otsikko.")
    kappaleet: Lista[Kappale] = Field((), description="Lausekkeen kappaleet.")
    taulukko: Sana | None = Field(None, description="Taulukko, joka tulee tekstin jälkeen.")


class Mallilauseke(Malli):
    """A model clause of this project: no national template exists."""

    tunnus: Tunnus = Field(description="Lausekkeen pysyvä tunnus.")
    pakollinen: bool = Field(False, description="Onko lauseke lain mukaan pakollinen.")
    saanto: Sana | None = Field(None, description="Sääntö, jota pakollinen lauseke palvelee.")
    perusta: Lista[Sana] = Field((), description="Säännökset, joihin lauseke perustuu.")
    versiot: Lista[Lausekeversio] = Field(description="Lausekkeen sanamuodot aikajärjestyksessä.")


class Lausekekirjasto(Malli):
    """All model clauses of one kind of document, in their order."""

    muoto: MuodonVersio = Field(description="Tiedoston muodon versio.")
    laji: Sana = Field(description="Asiakirjatyyppi.")
    nimi: Kielitekstit = Field(description="Asiakirjatyypin nimi.")
    lausekkeet: Lista[Mallilauseke] = Field((), description="Lausekkeet järjestyksessä.")
