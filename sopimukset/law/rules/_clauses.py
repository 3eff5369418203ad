"""Mandatory clauses: the model library holds them, and no agreement may do without them."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit

REMOVED = "Sopimuksesta on poistettu lauseke {lauseke}, josta asetuksen mukaan on sovittava."
LACKING = "Mallilausekkeista puuttuu lauseke {lauseke}, josta asetuksen mukaan on sovittava."
ADVICE = "Palauttakaa lauseke tai korvatkaa se alueen omalla tekstillä (toimi: korvaa, teksti)."


def missing_clauses(agreement: AgreementCase, *clauses: str) -> Iterator[Hit]:
    """The mandatory clauses that the agreement lacks, each at the change that removed it."""
    for clause in clauses:
        if clause not in agreement.clauses:
            message = REMOVED if clause in agreement.library else LACKING
            yield Hit(agreement.removal(clause), message, ADVICE, {"lauseke": clause})
