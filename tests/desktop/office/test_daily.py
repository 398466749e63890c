"""Whoever comes to the desk first lets the clocks follow the windows; nobody has to think of it."""

from datetime import date

from db.appeals.fast import windows_wait
from db.core.clock import instant
from db.office.hurrying import SetWindow
from desktop.office.daily import DailyChores
from desktop.store import Store
from tests.appeals.test_fast import accepted, clocks_of, unit_of
from tests.desktop.page_kit import KitShell, settle


def test_the_desk_lets_clocks_follow_a_window(qtbot, theme, center, gate):
    appeal_id = accepted(gate, unit_id=unit_of(gate))
    gate("secadmin").write(
        SetWindow(unit_of(gate), "换届期间", date(2026, 3, 9), date(2026, 3, 20))
    )
    center.clock.set(instant(date(2026, 3, 9), 9))
    for login, follows in (("hr", False), ("clerk", True)):
        store = Store(center.gate(login))
        shell = KitShell(theme, store)
        chores = DailyChores(store, shell, store)
        chores.look()
        settle(qtbot, store)
        assert (("fast_completion", "window") in clocks_of(gate, appeal_id)) == follows
        store.close()
    assert not gate("clerk").read(windows_wait)
