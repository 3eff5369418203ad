"""The kinds of document that can be made, in the order in which a run makes them."""

from __future__ import annotations

from typing import Any

from sopimukset.documents import agreement, decision_proposal, minutes, negotiation, notice
from sopimukset.documents.subject import Kind

KINDS: tuple[Kind[Any], ...] = (
    agreement.KIND,
    decision_proposal.KIND,
    negotiation.KIND,
    notice.KIND,
    minutes.KIND,
)
BY_NAME: dict[str, Kind[Any]] = {kind.laji: kind for kind in KINDS}
