"""缺件清单: which case lacks which paper; a paper is put into the file where it is missed."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.archive.asking import missing_papers
from db.archive.commands import ExplainOverdue, FilePaper
from db.archive.missing import FILE_ORDER, Need
from db.archive.queries import contents
from db.archive.rows import ContentRow, MissingRow
from db.core.permissions import Permission
from db.core.tx import Read
from db.documents.dates_text import day_span
from db.documents.filing import Attach
from db.documents.filling import office
from db.documents.papers import Office
from desktop.archive.papers import draw_contents, missing_ledger
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.documents.lists import draw_ledger
from desktop.office.list_model import ListModel
from desktop.registers.printing import DrawingFlow
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.entries import PickedFile
from desktop.widgets.frames import EmptyState, PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.table import Column, Table

BOOK = "case_file"


class MissingPage(Page):
    """Cases with gaps, oldest first; below, what can be done about the chosen one."""

    watches = frozenset(
        {"appeal", "filed_paper", "document", "attachment", "event", "approval", "hand_over"}
    )

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        theme = shell.theme
        today = shell.today()
        self._flow = DrawingFlow(store, shell, self)
        self._head = PageHead(theme, "", parent=self)
        self._first = DateEdit(theme, shell.today, past=True, value=date(today.year, 1, 1))
        self._last = DateEdit(theme, shell.today, past=True, value=today)
        for edit in (self._first, self._last):
            edit.setFixedWidth(theme.px(118))
            edit.day_changed.connect(self._on_day_changed)
            self._head.add_action(edit)
        self._print = Button(theme, "", kind="quiet", icon="printer", parent=self)
        self._print.setObjectName("print")
        self._head.add_action(self._print)
        self.model: ListModel[MissingRow] = ListModel((), self._cell, self)
        self.table = Table(theme, (), name="missing", settings=shell.settings, parent=self)
        self.table.setModel(self.model)
        self._empty = EmptyState(theme, "", icon="check", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._file = Button(theme, "", kind="primary", icon="paperclip", parent=self)
        self._contents = Button(theme, "", icon="printer", parent=self)
        self._explain = Button(theme, "", icon="chat-text", parent=self)
        self._note = text_label("", "secondary", parent=self)
        for name, button in (
            ("file", self._file),
            ("contents", self._contents),
            ("explain", self._explain),
        ):
            button.setObjectName(name)
        writes = shell.actor.may(Permission.REGISTER_WRITE)
        self._file.setVisible(writes)
        self._explain.setVisible(writes)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        for widget in (self._file, self._contents, self._explain):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._note)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(self._stack, 1)
        page.addWidget(foot)

    def _connect(self) -> None:
        self._print.clicked.connect(self._on_print_clicked)
        self._file.clicked.connect(self._on_file_clicked)
        self._contents.clicked.connect(self._on_contents_clicked)
        self._explain.clicked.connect(self._on_explain_clicked)
        self.table.opened.connect(self._on_table_opened)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Missing papers"))
        self._first.setAccessibleName(self.tr("From"))
        self._last.setAccessibleName(self.tr("To"))
        self._print.setText("")
        self._print.setToolTip(self.tr("Print the list"))
        self._print.setAccessibleName(self.tr("Print the list"))
        self._file.setText(self.tr("Put into the file"))
        self._contents.setText(self.tr("Contents of the file"))
        self._explain.setText(self.tr("Reason for a delay"))
        columns = (
            Column("number", self.tr("Number"), 168, locked=True, sortable=False),
            Column("name", self.tr("Person"), 90, sortable=False),
            Column("state", self.tr("State"), 108, sortable=False),
            Column("needs", self.tr("Missing"), 320, stretch=True, sortable=False),
            Column("holder", self.tr("Who brings it"), 130, sortable=False),
        )
        self.model.set_columns(columns)
        self.table.set_columns(columns)
        self.table.setAccessibleName(self.tr("Missing papers"))
        self._empty.say(self.tr("No paper is missing in this period"))
        self._show_chosen()

    def apply_filters(self, **filters: object) -> None:
        """Take `first` and `last`, days of receipt."""
        for edit, name in ((self._first, "first"), (self._last, "last")):
            day = filters.get(name)
            if isinstance(day, date):
                edit.set_day(day)

    def reload(self) -> None:
        """Ask for the list."""
        first, last = self._first.day(), self._last.day()
        if first is None or last is None:
            return
        self.store.read(
            partial(missing_papers, first=first, last=last),
            self._on_found,
            seat="missing",
            owner=self,
        )

    def _on_day_changed(self, _day: object) -> None:
        self.reload()

    def _on_found(self, found: tuple[MissingRow, ...]) -> None:
        kept = self.chosen()
        self.model.set_rows(found)
        self._stack.setCurrentWidget(self.table if found else self._empty)
        places = [p for p, row in enumerate(found) if kept and row.case_id == kept.case_id]
        if found:
            self.table.selectRow(places[0] if places else 0)
        self._show_chosen()

    def chosen(self) -> MissingRow | None:
        """Return the case that is chosen."""
        return self.model.row(self.table.currentIndex())

    def _cell(self, key: str, row: MissingRow) -> Cell:
        if key == "state":
            return self.shell.labels.pill(row.track, row.state)
        if key == "needs":
            return TextCell(self._needs(row.needs))
        tone = "text" if key == "number" else "text2"
        return TextCell(str(getattr(row, key)) or "—", tone=tone)  # type: ignore[arg-type]

    def _needs(self, needs: Iterable[Need]) -> str:
        labels = self.shell.labels
        return "；".join(
            self.tr("{0} ({1})").format(
                labels.code("file_paper", need.paper), labels.code("missing_kind", need.what)
            )
            for need in needs
        )

    def _on_row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.chosen()
        for button in (self._file, self._contents, self._explain):
            button.setEnabled(row is not None)
        self._note.setText(self.tr("{0} cases").format(len(self.model.rows)))

    def _on_table_opened(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.shell.open_case(row.track, row.case_id)

    # -- deeds -----------------------------------------------------------------------------

    def _on_file_clicked(self) -> None:
        row = self.chosen()
        if row is None:
            return
        labels = self.shell.labels
        known = labels.options("file_paper")
        wanted = [need.paper for need in row.needs]
        options = sorted(known, key=lambda o: (o.code not in wanted, FILE_ORDER.index(o.code)))
        deed = Deed(
            self.tr("Put a paper into the file of {0}").format(row.number),
            self.tr("Put into the file"),
            (
                Ask(
                    "paper",
                    self.tr("Paper"),
                    "choice",
                    required=True,
                    options=options,
                    value=wanted[0],
                ),
                Ask("title", self.tr("Title"), most=200),
                Ask("number", self.tr("Number of the paper"), most=80, half=True),
                Ask("dated_on", self.tr("Date of the paper"), "day", half=True),
                Ask("first_page", self.tr("First page"), "number", half=True),
                Ask("pages", self.tr("Pages"), "number", half=True),
                Ask("scan", self.tr("Scan"), "file"),
            ),
        )
        run(self.shell, deed, partial(self._send, row), self)

    def _send(self, row: MissingRow, dialog: DeedDialog, values: dict[str, Any]) -> None:
        scan = values.get("scan")
        if not isinstance(scan, PickedFile):
            self._put(row, dialog, values, None)
            return
        self.store.submit(
            Attach(row.track, row.case_id, scan.name, scan.content, kind="scan"),
            partial(self._put, row, dialog, values),
            owner=dialog,
            failed=dialog.refused,
        )

    def _put(
        self, row: MissingRow, dialog: DeedDialog, values: dict[str, Any], scan_id: int | None
    ) -> None:
        def number(name: str) -> int | None:
            value = values.get(name)
            return int(str(value)) if value not in (None, "") else None

        order = FilePaper(
            row.track,
            row.case_id,
            str(values.get("paper") or ""),
            str(values.get("title") or ""),
            str(values.get("number") or ""),
            dated_on=values.get("dated_on") or None,
            first_page=number("first_page"),
            pages=number("pages"),
            attachment_id=scan_id,
        )
        self.store.submit(order, dialog.done_well, owner=dialog, failed=dialog.refused)

    def _on_explain_clicked(self) -> None:
        row = self.chosen()
        if row is None:
            return
        deed = Deed(
            self.tr("Why was {0} late?").format(row.number),
            self.tr("Note the reason"),
            (Ask("reason", self.tr("Reason"), "area", required=True, most=300, lines=3),),
        )
        run(self.shell, deed, partial(self._send_reason, row), self)

    def _send_reason(self, row: MissingRow, dialog: DeedDialog, values: dict[str, Any]) -> None:
        order = ExplainOverdue(row.case_id, str(values.get("reason") or ""))
        self.store.submit(order, dialog.done_well, owner=dialog, failed=dialog.refused)

    def _on_contents_clicked(self) -> None:
        row = self.chosen()
        if row is None:
            return

        def ask(read: Read) -> tuple[Office, tuple[ContentRow, ...]]:
            return office(read), contents(read, row.track, row.case_id)

        def show(found: tuple[Office, tuple[ContentRow, ...]]) -> None:
            self._flow.show(draw_contents(found[0], row.number, found[1]), row.track, row.case_id)

        self.store.read(ask, show, seat="contents", owner=self)

    def _on_print_clicked(self) -> None:
        first, last = self._first.day(), self._last.day()
        if first is None or last is None:
            return
        rows, period = self.model.rows, day_span(first, last)

        def show(found: Office) -> None:
            self._flow.show(draw_ledger(missing_ledger(found, rows, period)), BOOK, 0)

        self.store.read(office, show, seat="office", owner=self)
