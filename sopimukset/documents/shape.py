"""The fields that layouts and clauses may use, by name: what the template linter holds them to.

Each is a text in the document's language, "" where there is nothing to print, unless it says
otherwise. Kinds of document put their own together from these and add what they have besides.
"""

from __future__ import annotations

from typing import TypedDict


class Asiakirja(TypedDict):
    """The document itself. `build` adds the mark, its explanation and the line of origin."""

    laji: str
    kieli: str
    otsikko: str
    alaotsikko: str
    lyhyt_otsikko: str
    paiva: str
    asiatunnus: str
    sailytysaika: str
    merkinta: str
    merkinnan_selite: str
    tunniste: str


class Kappale(TypedDict):
    """A paragraph of a clause: `laji` is teksti or kohta (an item of a list).

    `perusta` is true of the line that a reviewer's copy adds below the heading.
    """

    laji: str
    teksti: str
    perusta: bool


class Lauseke(TypedDict):
    """A clause, with the table that follows it."""

    tunnus: str
    otsikko: str
    kappaleet: list[Kappale]
    taulukko: str


class Poikkeama(TypedDict):
    """A listed change to the model clauses."""

    lauseke: str
    toimi: str
    peruste: str


class Puute(TypedDict):
    """A fact that the draft lacks, and where it belongs."""

    tieto: str
    kohta: str


class Liite(TypedDict):
    """An annex and the table that it holds."""

    nimike: str
    otsikko: str
    taulukko: str


class Osapuoli(TypedDict):
    """A party by legal person."""

    tunnus: str
    nimi: str
    vahvistamatta: bool
    lyhyt: str
    roolit: str
    viranomainen: str
    toimielin: str


class Toimikausi(TypedDict):
    """A term's first and last day."""

    alkaen: str
    paattyen: str


class Johtoryhma(TypedDict):
    """A steering group."""

    nimi: str
    kunnat: list[str]
    koko_alue: bool
    useita_viranomaisia: bool
    asettaja: str
    asettajasta_sovittu: str
    toimikausi: Toimikausi
    puheenjohtaja_nimeaja: str
    varapuheenjohtaja_nimeaja: str
    kokouksia_vuodessa: str


class JohtavaHenkilo(TypedDict):
    """The person who leads the organising of the model."""

    nimeaja: str
    nimike: str
    varahenkilo: str


class Jasen(TypedDict):
    """A seat: who holds it, who is the personal deputy."""

    organisaatio: str
    jasen: str
    varajasen: str
    tehtava: str


class Toimipiste(TypedDict):
    """An office."""

    nimi: str
    sijainti: str


class Henkilostorivi(TypedDict):
    """Staff that a party assigns."""

    organisaatio: str
    tehtava: str
    maara: str
    yksikko: str
    toimipiste: str
    selite: str


class Kustannus(TypedDict):
    """A common cost and its division, a share a line."""

    kohteet: str
    peruste: str
    osuudet: list[str]


class Mitoitus(TypedDict):
    """What the staff was sized on."""

    asiakkaita: str
    paiva: str
    peruste: str


class Nuoret(TypedDict):
    """The young people's service."""

    palvelupisteet: list[str]
    koordinaattori: str
    sovittu: str


class Muutosvaltuus(TypedDict):
    """Who may change a part of an agreement."""

    kohde: str
    esittaja: str
    paattaja: str


class SopimuksenEhdot(TypedDict):
    """An agreement's validity, notice and review."""

    alkaen: str
    paattyen: str
    voimassaolo: str
    optiot: str
    irtisanomisaika: str
    tarkistusvali: str
    muutosvaltuudet: list[Muutosvaltuus]


class Kasittely(TypedDict):
    """A party's approval."""

    osapuoli: str
    tekija: str
    paiva: str
    pykala: str
    asiatunnus: str
    ehto: str


class Allekirjoitus(TypedDict):
    """A legal person's signature, or the room for it."""

    osapuoli: str
    nimike: str
    paiva: str
    tapa: str


class Viittaukset(TypedDict):
    """Where the tables are found: after the clause, or in which annex."""

    jasenet: str
    toimipisteet: str
    henkilosto: str
    kustannukset: str


class Asiakirjapohja(TypedDict):
    """What every document has."""

    asiakirja: Asiakirja
    lausekkeet: list[Lauseke]
    puutteet: list[Puute]


class Saamenkielinen(TypedDict):
    """The title, the group's name and the summary in one Sámi language, where they are recorded."""

    otsikko: str
    johtoryhma: str
    tiivistelma: str


class Saame(TypedDict):
    """The Sámi languages: Northern, Inari and Skolt."""

    se: Saamenkielinen
    smn: Saamenkielinen
    sms: Saamenkielinen


class Liitteellinen(Asiakirjapohja):
    """A written agreement with a cover and annexes."""

    tiivistelma: str
    saame: Saame
    liitteet: list[Liite]
    jasenet: list[Jasen]
    toimipisteet: list[Toimipiste]
    henkilosto: list[Henkilostorivi]
    kustannukset: list[Kustannus]


class TymSopimus(Liitteellinen):
    """The statutory agreement."""

    osapuolet: list[Osapuoli]
    kaksoisrooli: str
    johtoryhma: Johtoryhma
    myohempia_vaihdoksia: bool
    johtava_henkilo: JohtavaHenkilo
    mitoitus: Mitoitus
    nuoret: Nuoret
    sopimus: SopimuksenEhdot
    kasittelyt: list[Kasittely]
    allekirjoitukset: list[Allekirjoitus]
    kelan_osallistuminen: str
    viittaukset: Viittaukset
    poikkeamat: list[Poikkeama]
