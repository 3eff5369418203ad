"""The kinds of document that can be made, in the order in which a run makes them."""

from __future__ import annotations

from typing import Any

from sopimukset.documents import (
    action_list,
    agreement,
    amendment,
    annex,
    change_log,
    comments,
    composition,
    cooperation,
    decision_proposal,
    follow_up_report,
    minutes,
    naming_request,
    negotiation,
    notice,
    role_card,
    setter_agreement,
    staff_review,
    structure,
    termination,
    year_wheel,
    yearly_goals,
    youth_agreement,
)
from sopimukset.documents.subject import Kind

KINDS: tuple[Kind[Any], ...] = (
    agreement.KIND,
    setter_agreement.KIND,
    youth_agreement.KIND,
    cooperation.KIND,
    amendment.KIND,
    termination.KIND,
    annex.ANNEX_OF_AGREEMENT,
    annex.LIST_OF_DOCUMENTS,
    comments.KIND,
    naming_request.KIND,
    composition.KIND,
    role_card.KIND,
    decision_proposal.KIND,
    negotiation.KIND,
    notice.KIND,
    minutes.KIND,
    action_list.KIND,
    yearly_goals.KIND,
    staff_review.KIND,
    year_wheel.KIND,
    structure.KIND,
    follow_up_report.KIND,
    change_log.KIND,
)
BY_NAME: dict[str, Kind[Any]] = {kind.laji: kind for kind in KINDS}
