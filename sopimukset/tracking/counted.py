"""Which fields of the record count in an approval: one table for every kind of agreement.

What counts is what the parties agree on. What one party decides alone, what happened afterwards,
and what the record keeps for itself doesn't. A field of a listed model that the table doesn't name
fails a test, so that nobody adds one without deciding. `docs/versiot-ja-hyvaksynnat.md` shows the
table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sopimukset.model import (
    Alue,
    Henkilostorivi,
    Johtoryhma,
    Kokouskaytanto,
    Kustannus,
    Lausekemuutos,
    Liite,
    Malli,
    Mitoitus,
    Muutettava,
    NuortenYhteispalvelu,
    Optio,
    Osapuoli,
    Sopimus,
    SopimusAsettajasta,
    Toimialue,
    Toimipiste,
)
from sopimukset.model.henkilo import Nimetty
from sopimukset.model.nuoret import NuortenSopiminen, Palvelupiste
from sopimukset.model.perusta import Jakso
from sopimukset.model.sopimus import Muutosvaltuus

TYM, SETTER, YOUTH = "tym-sopimus", "sopimus-asettajasta", "nuorten-yhteispalvelu"
VOLUNTARY, AMENDING = "yhdyspintasopimus", "muutossopimus"
KINDS = (TYM, SETTER, YOUTH, VOLUNTARY, AMENDING)
"""The kinds of agreement that have versions; a notice of termination is one party's own."""

OWN = "osapuoli päättää itse"
OFFICE = "johtoryhmän asettaja tai nimeäjä päättää (381/2023 9 § 1 mom, 388/2024 1 §)"
CASE = "asianhallinnan tieto, ei sovittu ehto"
LATER = "tapahtuu sopimisen jälkeen"
SOURCE = "lähde tai perustelu, ei sovittu ehto"
RECORD = "tietojen oma hallinta"
ELSEWHERE = "sovitaan tai päätetään muualla"
SHOWN = "kuvaa, ei sovi mistään"
PRACTICE = "johtoryhmä päättää itse"
CONTACT = "yhteystieto, muuttuu sopimatta"


@dataclass(frozen=True, slots=True)
class Table:
    """A model's part of the table.

    Attributes:
        counted: the fields that count, each with the kinds of agreement in which it does.
        left: the fields that don't, each with the reason in Finnish, for the guide.
    """

    counted: Mapping[str, tuple[str, ...]]
    left: Mapping[str, str]


def _all(*names: str) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(names, KINDS)


def _because(reason: str, *names: str) -> dict[str, str]:
    return dict.fromkeys(names, reason)


_GROUPED = (TYM, SETTER, VOLUNTARY, AMENDING)

TABLES: Mapping[type[Malli], Table] = {
    Alue: Table(
        {
            **_all("kielet", "osapuolet", "sopimukset"),
            "johtoryhmat": _GROUPED,
            "toimipisteet": (TYM,),
            "henkilosto": (TYM,),
            "mitoitus": (TYM,),
            "nuorten_yhteispalvelu": (TYM, YOUTH),
        },
        {
            **_because(RECORD, "muoto", "alue", "vaihe", "kuvitteellinen", "tunnistetut_puutteet"),
            **_because(ELSEWHERE, "kielipaatos", "neuvottelut", "yhteiset_johtoryhmat"),
            **_because(SHOWN, "yhteistyorakenne"),
        },
    ),
    Osapuoli: Table(
        _all(
            *("tunnus", "rooli", "tyollisyysalue", "hyvinvointialue"),
            *("nimi", "oikeushenkilo"),
        ),
        {
            **_because(OWN, "toimielin", "muutoksenhakuohje", "henkilostovaranto"),
            **_because(RECORD, "oikeushenkilo_vahvistettu"),
            **_because(LATER, "seuraaja", "alkaen", "paattyen"),
        },
    ),
    Johtoryhma: Table(
        {
            **_all("tunnus", "nimi"),
            "toimialue": (TYM, SETTER),
            "sopimus_asettajasta": (SETTER,),
            "kokoukset": (TYM,),
            "mitoitus": (TYM,),
        },
        {
            **_because(OFFICE, "varapuheenjohtajan_nimeaja", "toimikaudet"),
            **_because(OFFICE, "puheenjohtaja", "varapuheenjohtaja", "johtavat_henkilot"),
            **_because(OWN, "jasenet"),
            **_because(PRACTICE, "asiantuntijat", "sihteeri", "tavoitteet"),
        },
    ),
    Mitoitus: Table(_all("asiakkaita", "pvm", "peruste"), _because(SOURCE, "lahde")),
    Toimialue: Table(_all("kunnat"), {}),
    SopimusAsettajasta: Table(
        _all("osapuolet", "asettaja", "puheenjohtajan_nimeaja", "johtavan_henkilon_nimeaja"),
        {**_because(LATER, "pvm", "paatokset")},
    ),
    Kokouskaytanto: Table(
        _all("vahintaan_vuodessa"),
        {
            **_because(PRACTICE, "toistuvuus", "kokouspaikka", "poikkeamat"),
            **_because(SOURCE, "lahde"),
        },
    ),
    Toimipiste: Table(
        _all("tunnus", "nimi", "kunta", "alkaen", "paattyen"), _because(CONTACT, "osoite")
    ),
    Henkilostorivi: Table(
        _all(
            *("tunnus", "osapuoli", "johtoryhma", "maara", "yksikko", "tehtava", "toimipiste"),
            *("selite", "alkaen", "paattyen"),
        ),
        _because(SOURCE, "lahde"),
    ),
    NuortenYhteispalvelu: Table(
        {
            **_all("tunnus", "tyovoimaviranomaiset", "palvelupisteet"),
            "koordinaattori": (TYM,),
            "sovittu": (TYM,),
        },
        {
            **_because(OWN, "tarvearviot"),
            **_because(ELSEWHERE, "neuvottelu"),
            **_because(CASE, "asiatunnus", "sailytysaika"),
        },
    ),
    Palvelupiste: Table(_all("tunnus", "nimi", "kunta"), {}),
    Nimetty: Table(
        _all("nimike"),
        _because(OWN, "nimi", "henkilo", "tyonantaja", "paatos", "alkaen", "paattyen"),
    ),
    NuortenSopiminen: Table(
        _all("organisointi", "kustannusten_jako"), _because(ELSEWHERE, "osapuolet")
    ),
    Sopimus: Table(
        _all(
            *("tunnus", "laji", "nimi", "johtoryhma", "muuttaa", "osapuolet", "voimassa"),
            *("optiot", "irtisanomisaika_kk", "henkiloston_tarkistus_kk", "kustannukset"),
            *("kelan_osallistuminen", "lausekemuutokset", "muutosvaltuus", "liitteet"),
        ),
        {
            **_because(SHOWN, "tiivistelma"),
            **_because(CASE, "asiatunnus", "sailytysaika", "lausuntokierros"),
            **_because(LATER, "irtisanottu", "irtisanoja", "hyvaksynnat", "allekirjoitukset"),
        },
    ),
    Jakso: Table(_all("alkaen", "paattyen"), {}),
    Optio: Table(
        _all("tunnus", "ilmoitettava_viimeistaan", "ehdot", "alkaen", "paattyen"),
        _because(LATER, "kaytetty", "luovuttu"),
    ),
    Kustannus: Table(
        _all(
            *("tunnus", "kattaa", "avain", "osuudet", "selite", "talousarvio"),
            *("alkaen", "paattyen"),
        ),
        _because(SOURCE, "lahde"),
    ),
    Lausekemuutos: Table(
        _all("lauseke", "toimi", "otsikko", "teksti", "jalkeen"), _because(SOURCE, "peruste")
    ),
    Muutosvaltuus: Table(_all("kohde", "esittaja", "paattaja"), {}),
    Muutettava: Table(_all("sopimus", "versiosta", "versioon"), {}),
    Liite: Table(_all("tunnus", "nimi", "taulukko"), _because(LATER, "pvm")),
}
"""Every model whose fields may count, with each of its fields."""


@cache
def counted(model: type[Malli], laji: str) -> tuple[str, ...]:
    """The fields of a model that count in a kind of agreement, in the model's own order."""
    table = TABLES[model].counted
    return tuple(name for name in model.model_fields if laji in table.get(name, ()))
