"""Papers in a language that their region does not write: drafts, told of once for each region."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from sopimukset.base.speech import mark, say
from sopimukset.model import Alue

TOLD = MappingProxyType(
    {
        "fi": mark(
            "Alueen {alue} omat tekstit on kirjattu vain ruotsiksi, joten suomenkielinen asiakirja "
            "on luonnos."
        ),
        "sv": mark(
            "Alueen {alue} omat tekstit on kirjattu vain suomeksi, joten ruotsinkielinen asiakirja "
            "on luonnos."
        ),
    }
)
"""By the paper's language."""


def told_of_foreign(name: str, alue: Alue, languages: Sequence[str]) -> list[str]:
    """Sentences, said already, on the languages that are wanted and that the region lacks."""
    lacking = [item for item in languages if alue.kielet and item not in alue.kielet]
    return [say(TOLD[item]).format(alue=name) for item in lacking]
