"""What nobody adopts of an imported history may still leave, with a reason and foot."""

from datetime import date
from functools import partial

import pytest

from db.appeals.queries import card
from db.appeals.screening import ProposeMerge, ProposeMoveOut, Withdraw
from db.approvals.deciding import Decide
from db.core.errors import RefusedError
from db.statistics.balance import check_balance
from db.statistics.queries import monthly
from tests.appeals.test_flow import Gates, to_accepted
from tests.exchange.test_import import by_number, run

MONTH = "2026-03"


def test_an_imported_row_is_withdrawn_merged_or_moved_out_and_the_months_foot(gate: Gates) -> None:
    run(gate, "letters.xlsx")
    manager = gate("manager")
    opened = [r for r in by_number(manager).values() if r.state == "imported_open"]
    first, second, third = opened[:3]
    earlier = to_accepted(gate)
    with pytest.raises(RefusedError, match="missing_signature"):
        gate("clerk").write(Withdraw(first.id, "已调离", is_signed=False))
    gate("clerk").write(Withdraw(first.id, "已调离", is_signed=True))
    for proposal in (
        ProposeMerge(second.id, earlier, "与前件为同一事项"),
        ProposeMoveOut(third.id, "县纪委监委", "属检举控告", clear=False),
    ):
        manager.write(Decide(gate("clerk").write(proposal).value, "agreed"))
    states = [manager.read(partial(card, appeal_id=r.id)).row.state for r in (first, second, third)]
    assert states == ["withdrawn", "merged", "moved_out"]
    for month in sorted({MONTH, *(f"{r.received_on:%Y-%m}" for r in opened if r.received_on)}):
        assert check_balance(manager.read(partial(monthly, month=month))) == []
    assert manager.read(lambda r: r.today) == date(2026, 3, 2)
