"""What the register holds: municipalities, employment areas, counties and Kela.

The facts are Statistics Finland's ("Lähde: Tilastokeskus, kuntaluokitukset 2026 (CC BY 4.0)");
keys, organising forms and legal persons are compiled, each with its grade. See data/README.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kieliasema = Literal["fi", "fi-sv", "sv-fi", "sv"]
Jarjestamismuoto = Literal["yksin", "vastuukunta", "kuntayhtyma"]
Luokka = Literal["A", "B", "B-", "C", "-"]


@dataclass(frozen=True, slots=True)
class Kunta:
    """A municipality.

    Attributes:
        koodi: Statistics Finland's three-digit municipality code.
        nimi_fi: Finnish name; the key of the municipality everywhere in this project.
        nimi_sv: Swedish name; equal to the Finnish one where there is no other.
        kieliasema: language status; of a bilingual municipality the majority's language is first
            (kielilaki 423/2003 5 §, VNA 1385/2022).
        hyvinvointialue: key of the county, None in Åland.
        tyollisyysalue: key of the employment area, None in Åland.
    """

    koodi: str
    nimi_fi: str
    nimi_sv: str
    kieliasema: Kieliasema
    hyvinvointialue: str | None
    tyollisyysalue: str | None


@dataclass(frozen=True, slots=True)
class Tyollisyysalue:
    """An employment area, or a municipality that organises the services alone (380/2023 12 §).

    Attributes:
        avain: key of the area; a county may have the same key.
        koodi: Statistics Finland's two-digit code of the area.
        nimi_fi: statistical name in Finnish; the name in a contract may differ.
        nimi_sv: statistical name in Swedish; the name in a contract may differ.
        kunnat: Finnish names of the municipalities, in the register's order.
        hyvinvointialueet: keys of the counties in which the area lies, by county code; five
            areas lie in two.
        kaksikielinen: the area has municipalities of different languages or a bilingual one
            (kielilaki 423/2003 6 §).
        jarjestamismuoto: how the services are organised (380/2023 12–13 §).
        oikeushenkilo: the legal person that signs, a municipality or a kuntayhtymä; None where
            the name is not known.
        luokka: how well the legal person is known: A official text, B contract or municipal
            page, B- one weak source, C not verified, - not found.
        lahde: where the legal person was read, as the register tells it.
    """

    avain: str
    koodi: str
    nimi_fi: str
    nimi_sv: str
    kunnat: tuple[str, ...]
    hyvinvointialueet: tuple[str, ...]
    kaksikielinen: bool
    jarjestamismuoto: Jarjestamismuoto
    oikeushenkilo: str | None
    luokka: Luokka
    lahde: str

    @property
    def oikeushenkilo_vahvistettu(self) -> bool:
        """Whether the legal person may be shown as a fact: a name is known, with grade A or B."""
        return self.oikeushenkilo is not None and self.luokka in ("A", "B")


@dataclass(frozen=True, slots=True)
class Hyvinvointialue:
    """A wellbeing services county, or Helsinki in a county's role (615/2021 2 § 2 mom).

    Attributes:
        avain: key of the county; also the name of its folder under `regions/`.
        koodi: Statistics Finland's two-digit code of the county.
        nimi_fi: official name in Finnish.
        nimi_sv: official name in Swedish.
        tyollisyysalueet: keys of the employment areas that lie wholly or partly in the county,
            by area code.
        kunnat: Finnish names of the municipalities, by municipality code.
        kaksikielinen: municipalities of different languages or a bilingual one (423/2003 6 §).
        johtoryhmia_enintaan: the largest lawful number of steering groups, one for each
            authority (381/2023 9 § 1 mom).
    """

    avain: str
    koodi: str
    nimi_fi: str
    nimi_sv: str
    tyollisyysalueet: tuple[str, ...]
    kunnat: tuple[str, ...]
    kaksikielinen: bool
    johtoryhmia_enintaan: int


@dataclass(frozen=True, slots=True)
class Kansanelakelaitos:
    """The Social Insurance Institution, the third party of every agreement (381/2023 2 §).

    Attributes:
        nimi_fi: name in the Finnish text of 381/2023.
        lyhenne_fi: abbreviation in general Finnish use.
        nimi_sv: name in the Swedish text of 381/2023.
        lyhenne_sv: Swedish abbreviation. Grade C: the statutes use the full name only, so a
            document that must rest on the statute spells the name out.
    """

    nimi_fi: str
    lyhenne_fi: str
    nimi_sv: str
    lyhenne_sv: str


KELA = Kansanelakelaitos(
    nimi_fi="Kansaneläkelaitos",
    lyhenne_fi="Kela",
    nimi_sv="Folkpensionsanstalten",
    lyhenne_sv="FPA",
)
"""The one Kela. The Swedish abbreviation is grade C, see `Kansanelakelaitos.lyhenne_sv`."""
