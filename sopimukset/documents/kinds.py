"""The kinds of document that can be made, in the order in which a run makes them."""

from __future__ import annotations

from typing import Any

from sopimukset.documents import (
    agreement,
    annex,
    comments,
    decision_proposal,
    minutes,
    negotiation,
    notice,
)
from sopimukset.documents.subject import Kind

KINDS: tuple[Kind[Any], ...] = (
    agreement.KIND,
    annex.ANNEX_OF_AGREEMENT,
    annex.LIST_OF_DOCUMENTS,
    comments.KIND,
    decision_proposal.KIND,
    negotiation.KIND,
    notice.KIND,
    minutes.KIND,
)
BY_NAME: dict[str, Kind[Any]] = {kind.laji: kind for kind in KINDS}
