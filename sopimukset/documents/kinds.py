"""The kinds of document that can be made, in the order in which a run makes them."""

from __future__ import annotations

from typing import Any

from sopimukset.documents import (
    agreement,
    annex,
    comments,
    composition,
    cooperation,
    naming_request,
    role_card,
    setter_agreement,
    termination,
)
from sopimukset.documents.subject import Kind

KINDS: tuple[Kind[Any], ...] = (
    agreement.KIND,
    annex.ANNEX_OF_AGREEMENT,
    annex.LIST_OF_DOCUMENTS,
    comments.KIND,
    setter_agreement.KIND,
    cooperation.KIND,
    termination.KIND,
    composition.KIND,
    naming_request.KIND,
    role_card.KIND,
)
BY_NAME: dict[str, Kind[Any]] = {kind.laji: kind for kind in KINDS}
