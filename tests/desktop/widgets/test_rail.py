"""The rail of rooms: groups fold, the open page is always in sight."""

from PySide6.QtCore import Qt

from desktop.widgets.rail import Rail, RailItem


def test_a_group_folds_and_the_open_page_stays_in_sight(qtbot, theme) -> None:
    rail = Rail(theme)
    qtbot.addWidget(rail)
    rail.set_items(
        [
            RailItem("today", "Today", "calendar-check"),
            RailItem("group:a", "Administration", kind="group"),
            RailItem("units", "Units", "tree-structure"),
            RailItem("lists", "Lists", "list-bullets"),
        ]
    )
    rail.set_open("units")
    rail.resize(220, 300)
    rail.show()
    with qtbot.waitSignal(rail.folded_changed):
        rail.setCurrentIndex(rail.model().index(1, 0))
        qtbot.keyClick(rail, Qt.Key.Key_Return)
    assert rail.folded() == {"group:a"}
    assert [rail.isRowHidden(row) for row in range(4)] == [False, False, False, True]
    rail.set_open("today")
    assert rail.isRowHidden(2)
    rail.set_compact(True)
    assert not rail.isRowHidden(3)
