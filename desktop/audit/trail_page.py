"""日志查询: the auditor's seat. Entries without texts, by day, person, deed and number; the check.

Nothing here tells what a case holds: columns are named, their values are not (SETTLED §1).
"""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from db.audit.queries import (
    DayCount,
    TrailFilter,
    TrailPlace,
    TrailRow,
    trail_actors,
    trail_acts,
    trail_count,
    trail_days,
    trail_entries,
    trail_entry,
    verify_trail,
)
from db.core.clock import civil_time
from db.core.errors import ZhengmingError
from db.core.trail import Verification
from desktop.admin.words import act_word, kind_word
from desktop.audit.day_strip import DayStrip
from desktop.office.list_model import NO_INDEX, Index, ListModel
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.theme import Theme
from desktop.widgets.buttons import Button, Chip
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.chips import ChipRow
from desktop.widgets.frames import Bar, PageHead, Panel
from desktop.widgets.labels import IconLabel, text_label
from desktop.widgets.table import Column, Table

PAGE = 200


class TrailModel(ListModel[TrailRow]):
    """A list without end: the next page is asked for when the last row comes into sight."""

    def __init__(self, page: "TrailPage") -> None:
        super().__init__((), page.cell, page)
        self._page = page
        self._is_whole = True

    def start(self, rows: tuple[TrailRow, ...], *, is_whole: bool) -> None:
        """Show the first page."""
        self._is_whole = is_whole
        self.set_rows(rows)

    def append(self, rows: tuple[TrailRow, ...], *, is_whole: bool) -> None:
        """Show a further page below."""
        self._is_whole = is_whole
        if rows:
            first = len(self.rows)
            self.beginInsertRows(NO_INDEX, first, first + len(rows) - 1)
            self._rows = (*self._rows, *rows)
            self.endInsertRows()

    def canFetchMore(self, parent: Index = NO_INDEX) -> bool:
        """Return whether older entries wait."""
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index = NO_INDEX) -> None:
        """Ask for the next page, once."""
        self._is_whole = True
        self._page.ask_more()


class StandingBar(QFrame):
    """A good outcome that stays in sight, unlike the bars that leave."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setProperty("stage", "good")
        self._parts = (
            text_label("", "strong", parent=self),
            text_label("", parent=self),
            text_label("", parent=self),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, theme.px(8), 12, theme.px(8))
        row.addWidget(IconLabel(theme, "shield-check", stage="good", parent=self))
        row.addWidget(self._parts[0])
        row.addWidget(self._parts[1], 1)
        row.addWidget(self._parts[2])

    def say(self, sentence: str, detail: str, end: str) -> None:
        """Say the outcome, its detail, and what stands at the right."""
        for label, words in zip(self._parts, (sentence, detail, end), strict=True):
            label.setText(words)
        self.setAccessibleName(f"{sentence} {detail} {end}")


class TrailPage(Page):
    """The trail."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        theme = shell.theme
        self.filter = TrailFilter()
        self._acts: tuple[str, ...] = ()
        self._actors: tuple[tuple[int, str], ...] = ()
        self._verified: Verification | None = None
        self._place: TrailPlace | None = None
        self._count = 0
        self._head = PageHead(theme, "", parent=self)
        self.verify = Button(theme, "", kind="primary", icon="link-simple", parent=self)
        self._head.add_action(self.verify)
        self.good = StandingBar(theme, self)
        self.bad = Bar(theme, "bad", "", closable=False, parent=self)
        self.good.hide()
        self.bad.hide()
        self.days = DayStrip(theme, self)
        days = Panel(theme, "", flush=True, parent=self)
        days.body.addWidget(self.days)
        self.chips = ChipRow(theme, parent=self)
        self.day_chip = Chip(theme, "", parent=self)
        self.act_chip = Chip(theme, "", parent=self)
        self.actor_chip = Chip(theme, "", parent=self)
        self.deeds_chip = Chip(theme, "", switch=True, parent=self)
        self.admins_chip = Chip(theme, "", switch=True, parent=self)
        for chip in (
            self.day_chip,
            self.act_chip,
            self.actor_chip,
            self.deeds_chip,
            self.admins_chip,
        ):
            self.chips.add_chip(chip)
        self.model = TrailModel(self)
        self.table = Table(theme, (), name="trail", settings=shell.settings, parent=self)
        self.table.setModel(self.model)
        self.foot = text_label("", "secondary", parent=self)
        self._build_pane()
        self._lay_out(days)
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Ask for days, chips and the first page."""
        today = self.shell.today()
        self.store.read(partial(trail_days, until=today), self._on_days, seat="days", owner=self)
        self.store.read(trail_acts, self._on_acts, seat="acts", owner=self)
        self.store.read(trail_actors, self._on_actors, seat="actors", owner=self)
        self._ask()

    def apply_filters(self, **filters: object) -> None:
        """Take a case number to look for."""
        number = filters.get("query")
        if isinstance(number, str):
            self._narrow(replace(self.filter, number=number))

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Trail"))
        self._head.set_note(self.tr("read only, without contents of cases"))
        self.verify.setText(self.tr("Verify the trail"))
        self.day_chip.setText(self.tr("Day"))
        self.act_chip.setText(self.tr("Deed"))
        self.actor_chip.setText(self.tr("Person"))
        self.deeds_chip.setText(self.tr("Hide looks"))
        self.admins_chip.setText(self.tr("Administrators only"))
        columns = [
            Column("id", self.tr("No."), 72, locked=True),
            Column("time", self.tr("Time"), 118),
            Column("actor", self.tr("Person"), 70),
            Column("role", self.tr("Role"), 108, latin=132),
            Column("act", self.tr("Deed"), 114, latin=140),
            Column("object", self.tr("Object"), 200, stretch=True),
            Column("fields", self.tr("Columns"), 72, latin=86),
            Column("hash", self.tr("Link"), 88),
        ]
        self.model.set_columns(columns)
        self.table.set_columns(columns)
        self.table.setAccessibleName(self.tr("Trail"))
        self._show_chips()
        self._show_verified()
        self._show_pane()
        self._show_count()

    # -- building --------------------------------------------------------------------------

    def _build_pane(self) -> None:
        theme = self.shell.theme
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setMinimumWidth(theme.px(320))
        body = QWidget(self.pane)
        body.setProperty("kind", "page")
        self._pane_title = text_label("", "case", wrap=True, parent=body)
        self._pane_number = text_label("", "secondary", parent=body)
        self._pane_rows = [
            (
                text_label("", "secondary", parent=body),
                text_label("", wrap=True, parent=body),
            )
            for _ in range(6)
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(self._pane_rows):
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        self._chain = [Panel(theme, "", parent=body) for _ in range(3)]
        self._links = [text_label("", wrap=True, parent=panel) for panel in self._chain]
        for panel, link in zip(self._chain, self._links, strict=True):
            link.setFont(theme.font(12, mono=True))
            panel.body.addWidget(link)
        self._looks_title = text_label("", "label", parent=body)
        self._looks = text_label("", wrap=True, parent=body)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(theme.px(8))
        column.addWidget(self._pane_number)
        column.addWidget(self._pane_title)
        column.addLayout(grid)
        for panel in self._chain:
            column.addWidget(panel)
        column.addWidget(self._looks_title)
        column.addWidget(self._looks)
        column.addStretch(1)
        self.pane.setWidget(body)

    def _lay_out(self, days: Panel) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(20, 8, 20, 0)
        above.setSpacing(8)
        above.addWidget(self.good)
        above.addWidget(self.bad)
        above.addWidget(days)
        below = QWidget(self)
        below.setProperty("kind", "foot")
        foot = QVBoxLayout(below)
        foot.setContentsMargins(12, 6, 12, 6)
        foot.addWidget(self.foot)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(below)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.pane)
        split.setStretchFactor(0, 1)
        split.setSizes([900, 340])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addLayout(above)
        page.addWidget(self.chips)
        page.addWidget(split, 1)

    def _connect(self) -> None:
        self.verify.clicked.connect(self._on_verify_clicked)
        self.days.chosen.connect(self._on_days_chosen)
        self.day_chip.set_menu_maker(self._day_menu)
        self.act_chip.set_menu_maker(self._act_menu)
        self.actor_chip.set_menu_maker(self._actor_menu)
        self.day_chip.cleared.connect(self._on_day_chip_cleared)
        self.act_chip.cleared.connect(self._on_act_chip_cleared)
        self.actor_chip.cleared.connect(self._on_actor_chip_cleared)
        self.deeds_chip.toggled.connect(self._on_deeds_chip_toggled)
        self.admins_chip.toggled.connect(self._on_admins_chip_toggled)
        self.chips.cleared.connect(self._on_chips_cleared)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    # -- asking ----------------------------------------------------------------------------

    def _ask(self) -> None:
        ask = partial(trail_entries, wanted=self.filter, limit=PAGE)
        self.store.read(ask, self._on_entries, seat="entries", owner=self)
        count = partial(trail_count, wanted=self.filter)
        self.store.read(count, self._on_count, seat="count", owner=self)

    def ask_more(self) -> None:
        """Ask for the entries before the last one shown."""
        rows = self.model.rows
        if not rows:
            return
        ask = partial(trail_entries, wanted=self.filter, before_id=rows[-1].id, limit=PAGE)
        self.store.read(ask, self._on_more_entries, seat="entries", owner=self)

    def _narrow(self, wanted: TrailFilter) -> None:
        if wanted == self.filter:
            return
        self.filter = wanted
        self._show_chips()
        self._ask()

    def _on_days(self, days: tuple[DayCount, ...]) -> None:
        self.days.set_days(days)

    def _on_acts(self, acts: tuple[str, ...]) -> None:
        self._acts = acts

    def _on_actors(self, actors: tuple[tuple[int, str], ...]) -> None:
        self._actors = actors
        self._show_chips()

    def _on_entries(self, rows: tuple[TrailRow, ...]) -> None:
        self.model.start(rows, is_whole=len(rows) < PAGE)
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self._place = None
            self._show_pane()
        self._show_count()

    def _on_more_entries(self, rows: tuple[TrailRow, ...]) -> None:
        self.model.append(rows, is_whole=len(rows) < PAGE)
        self._show_count()

    def _on_count(self, count: int) -> None:
        self._count = count
        self._show_count()

    def _show_count(self) -> None:
        self.foot.setText(
            self.tr("{count} entries, {shown} shown").format(
                count=self._count, shown=len(self.model.rows)
            )
        )

    # -- chips -----------------------------------------------------------------------------

    def _show_chips(self) -> None:
        wanted = self.filter
        self.day_chip.set_value(wanted.since.isoformat() if wanted.since else "")
        self.act_chip.set_value(act_word(wanted.act) if wanted.act else "")
        names = dict(self._actors)
        self.actor_chip.set_value(names.get(wanted.actor_id, "") if wanted.actor_id else "")
        self.days.set_day(wanted.since)
        self.chips.refresh()

    def _day_menu(self) -> QMenu:
        menu = self._menu()
        action = menu.addAction(self.tr("Today"))
        action.triggered.connect(partial(self._on_days_chosen, self.shell.today()))
        return menu

    def _act_menu(self) -> QMenu:
        menu = self._menu()
        for act in sorted(self._acts, key=act_word):
            self._choice(menu, act_word(act)).triggered.connect(partial(self._on_act_chosen, act))
        return menu

    def _actor_menu(self) -> QMenu:
        menu = self._menu()
        for actor_id, name in self._actors:
            self._choice(menu, name).triggered.connect(partial(self._on_actor_chosen, actor_id))
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _choice(self, menu: QMenu, words: str) -> QAction:
        return menu.addAction(words)

    def _on_days_chosen(self, day: date | None, *_checked: object) -> None:
        self._narrow(replace(self.filter, since=day, until=day))

    def _on_act_chosen(self, act: str, *_checked: object) -> None:
        self._narrow(replace(self.filter, act=act))

    def _on_actor_chosen(self, actor_id: int, *_checked: object) -> None:
        self._narrow(replace(self.filter, actor_id=actor_id))

    def _on_day_chip_cleared(self) -> None:
        self._narrow(replace(self.filter, since=None, until=None))

    def _on_act_chip_cleared(self) -> None:
        self._narrow(replace(self.filter, act=""))

    def _on_actor_chip_cleared(self) -> None:
        self._narrow(replace(self.filter, actor_id=None))

    def _on_deeds_chip_toggled(self, on: bool) -> None:
        self._narrow(replace(self.filter, without_readings=on))

    def _on_admins_chip_toggled(self, on: bool) -> None:
        self._narrow(replace(self.filter, only_admins=on))

    def _on_chips_cleared(self) -> None:
        self._narrow(TrailFilter())

    # -- rows ------------------------------------------------------------------------------

    def cell(self, key: str, row: TrailRow) -> Cell:
        """Return what a cell shows."""
        match key:
            case "id":
                return TextCell(f"{row.id:,}", "text2", right=True, mono=True)
            case "time":
                return TextCell(civil_time(row.at).strftime("%m-%d %H:%M:%S"))
            case "actor":
                return TextCell(self._actor(row))
            case "role":
                return TextCell(self.shell.labels.code("account_role", row.role), "text2")
            case "act":
                return TextCell(act_word(row.act))
            case "object":
                return TextCell(self._object(row))
            case "fields":
                return TextCell(self._fields(row), "text2")
            case _:
                return TextCell(_short(row.hash), "text2", mono=True)

    def _actor(self, row: TrailRow) -> str:
        return row.actor or self.tr("the program")

    def _object(self, row: TrailRow) -> str:
        if row.track:
            track = self.shell.labels.code("track", row.track)
            word = kind_word(row.track) if track == row.track else track
            return f"{word} {row.number}".strip()
        return kind_word(row.kind)

    def _fields(self, row: TrailRow) -> str:
        if not row.fields:
            return ""
        return self.tr("{count} columns").format(count=len(row.fields))

    def _on_current_row_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            ask = partial(trail_entry, entry_id=row.id)
            self.store.read(ask, self._on_place, seat="place", owner=self)

    def _on_place(self, place: TrailPlace | None) -> None:
        self._place = place
        self._show_pane()

    def _show_pane(self) -> None:
        place = self._place
        self.pane.setVisible(place is not None)
        if place is None:
            return
        row = place.row
        self._pane_number.setText(self.tr("Entry {number}").format(number=f"{row.id:,}"))
        self._pane_title.setText(act_word(row.act))
        role = self.shell.labels.code("account_role", row.role)
        at = civil_time(row.at).strftime("%Y-%m-%d %H:%M:%S")
        told = (
            (self.tr("Time"), self.tr("{time} (Beijing)").format(time=at)),
            (self.tr("Person"), " · ".join(filter(None, (self._actor(row), role)))),
            (self.tr("Object"), self._object(row)),
            (self.tr("Row"), kind_word(row.kind)),
            (self.tr("Columns"), self._fields(row) or "—"),
            (self.tr("Contents"), self.tr("hidden from the auditor")),
        )
        for (label, value), (name, words) in zip(self._pane_rows, told, strict=True):
            label.setText(name)
            value.setText(words)
        titles = (self.tr("Before"), self.tr("This entry"), self.tr("After"))
        for panel, link, title, entry in zip(
            self._chain, self._links, titles, (place.before, row, place.after), strict=True
        ):
            panel.setVisible(entry is not None)
            if entry is not None:
                panel.set_title(title, f"{entry.id:,}")
                link.setText(f"{_short(entry.hash)} … {entry.hash[-4:].upper()}")
        self._looks_title.setText(self.tr("Latest looks at the same case") if place.looks else "")
        self._looks.setText(
            "\n".join(
                f"{civil_time(look.at):%m-%d %H:%M}  {look.actor}  {act_word(look.act)}"
                for look in place.looks
            )
        )

    # -- verifying -------------------------------------------------------------------------

    def _on_verify_clicked(self) -> None:
        self.verify.setEnabled(False)
        self.store.read(
            verify_trail,
            self._on_verified,
            seat="verify",
            owner=self,
            failed=self._on_verify_failed,
        )

    def _on_verified(self, found: Verification) -> None:
        self.verify.setEnabled(True)
        self._verified = found
        self._show_verified()

    def _on_verify_failed(self, error: ZhengmingError) -> None:
        self.verify.setEnabled(True)
        self.shell.fail(error)

    def _show_verified(self) -> None:
        found = self._verified
        self.good.setVisible(found is not None and found.broken_at is None)
        self.bad.setVisible(found is not None and found.broken_at is not None)
        if found is None:
            return
        if found.broken_at is None:
            words = self.tr("{count} entries form one chain; none changed, removed or reordered")
            self.good.say(
                self.tr("The trail holds."),
                words.format(count=f"{found.entries:,}"),
                self.tr("end of the chain {head}").format(head=_short(found.head)),
            )
        else:
            self.bad.say(
                self.tr("The trail breaks at entry {number}").format(number=f"{found.broken_at:,}"),
                detail=self.tr("Stop work, keep the backups and tell the head of the center"),
            )


def _short(head: str) -> str:
    """Return the first half-words of a hash as people compare them: 8F3A 21D0."""
    return f"{head[:4]} {head[4:8]}".upper()
