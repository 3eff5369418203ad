"""What the explanation of a draft's mark says of few missing facts."""

from __future__ import annotations

import pytest

from sopimukset.base.data import data_folder
from sopimukset.documents.facts import DOUBTFUL, Facts, Gap
from sopimukset.documents.lacks import few_told, has_rooms
from sopimukset.documents.shape import Puute
from sopimukset.formats.word import gap
from sopimukset.model import Alue

RECORD = {"muoto": 1, "alue": "lappi", "vaihe": "vahvistettu"}
INSTRUCTION = Gap("muutoksenhakuohje", ())
CITY, OFFICE = (Gap(name, (), DOUBTFUL) for name in ("Kemin kaupunki", "Tornion kaupunki"))
THIRD = Gap("Inarin kunta", (), DOUBTFUL)


def told(*gaps: Gap, place: str = "") -> str:
    """The Finnish sentence, with the place said of what isn't a name."""
    shown: list[Puute] = [
        {"tieto": item.shown("fi"), "kohta": "" if item.lack == DOUBTFUL else place}
        for item in gaps
    ]
    return few_told(gaps, shown, Facts(Alue.model_validate(RECORD), "fi"))


@pytest.mark.parametrize(
    ("gaps", "end"),
    [
        ((INSTRUCTION,), "muutoksenhakuohje puuttuu (Kela)."),
        ((CITY,), "nimeä Kemin kaupunki ei ole vahvistettu."),
        ((CITY, OFFICE), "nimiä Kemin kaupunki ja Tornion kaupunki ei ole vahvistettu."),
        (
            (CITY, INSTRUCTION, OFFICE),
            "muutoksenhakuohje puuttuu (Kela); "
            "nimiä Kemin kaupunki ja Tornion kaupunki ei ole vahvistettu.",
        ),
        (
            (CITY, OFFICE, THIRD),
            "nimiä Kemin kaupunki, Tornion kaupunki ja Inarin kunta ei ole vahvistettu.",
        ),
    ],
)
def test_what_keeps_it_a_draft_is_one_sentence(gaps: tuple[Gap, ...], end: str) -> None:
    sentence = told(*gaps, place="Kela")
    assert sentence == f"Asiakirjaa ei voi vielä antaa lopullisena: {end}"


def layout(kind: str) -> bytes:
    return (data_folder("templates") / kind / "fi.docx").read_bytes()


@pytest.mark.parametrize(
    ("context", "kind", "rooms"),
    [
        ({"lausekkeet": [{"teksti": "Kela päättää."}]}, "tym-sopimus", False),
        ({"lausekkeet": [{"teksti": f"Kela {gap('puuttuu')} [1]."}]}, "tym-sopimus", False),
        ({"lausekkeet": [{"teksti": f"Kela {gap('[nimike]')}."}]}, "tym-sopimus", True),
        ({}, "paatosehdotus", True),
        ({}, "lausuntopyynto", False),
    ],
)
def test_places_in_square_brackets_are_those_of_the_values_and_of_the_layout(
    context: dict[str, object], kind: str, *, rooms: bool
) -> None:
    assert has_rooms(context, layout(kind)) is rooms
