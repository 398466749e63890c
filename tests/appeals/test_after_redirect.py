"""Redirecting is not the end: explained, a talk suggested, the result heard (OFFICE §1-11)."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from db.appeals.after_redirect import ExplainPolicy, RecordOtherResult
from db.appeals.intake import Register
from db.appeals.queries import waiting_approvals
from db.appeals.screening import ProposeRedirect, SendToScreening
from db.approvals.deciding import Decide
from db.care.queries import suggestions
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.statistics.queries import monthly
from tests.appeals.test_flow import intake, show, to_accepted

Gates = Callable[[str], Gate]


def redirected(gate: Gates) -> int:
    clerk = gate("clerk")
    appeal_id = clerk.write(Register(intake())).value.appeal_id
    clerk.write(SendToScreening(appeal_id, "拟引导"))
    clerk.write(ProposeRedirect(appeal_id, "hr_review", "县人社局"))
    waiting = gate("manager").read(waiting_approvals)[-1]
    gate("manager").write(Decide(waiting.id, "agreed"))
    return appeal_id


def test_it_is_explained_and_a_talk_is_suggested_once(gate: Gates) -> None:
    appeal_id = redirected(gate)
    assert {"explain_policy", "record_other_result"} <= set(show(gate("clerk"), appeal_id).moves)
    before = gate("manager").read(partial(monthly, month="2026-03")).current
    for text in ("法定期限虽已经过，仍可向原处理机关反映。", "补充说明。"):
        gate("clerk").write(ExplainPolicy(appeal_id, text))
    gate("clerk").write(
        RecordOtherResult(appeal_id, "县人社局", "维持原处理决定", "复1号", date(2026, 3, 2))
    )
    card = show(gate("clerk"), appeal_id)
    assert card.row.state == "redirected"
    acts = [event.act for event in card.events]
    assert (acts.count("explain_policy"), acts.count("record_other_result")) == (2, 1)
    open_ones = [s for s in gate("manager").read(suggestions) if s.from_id == appeal_id]
    assert len(open_ones) == 1
    after = gate("manager").read(partial(monthly, month="2026-03")).current
    assert [after[n] for n in ("handled_count", "accepted_count")] == [
        before[n] for n in ("handled_count", "accepted_count")
    ]


def test_only_a_redirected_matter_and_only_with_words(gate: Gates) -> None:
    with pytest.raises(RefusedError, match="not_redirected"):
        gate("clerk").write(ExplainPolicy(to_accepted(gate), "说明"))
    appeal_id = redirected(gate)
    with pytest.raises(RefusedError, match="missing_content"):
        gate("clerk").write(ExplainPolicy(appeal_id, " "))
    with pytest.raises(RefusedError, match="missing_organ"):
        gate("clerk").write(RecordOtherResult(appeal_id, " ", "维持"))
    with pytest.raises(NotAllowedError):
        gate("hr").write(ExplainPolicy(appeal_id, "说明"))
