"""转办签收: hand-overs by box, with their deeds at hand, and the sheets of several in one go."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.appeals.rows import HandOverRow
from db.appeals.workflow import NAME as TRACK
from db.codes.act_labels import act_label
from db.core.permissions import Permission
from db.documents.papers import DocumentRegister, TransferLetter, TransferSheet
from desktop.appeals.deeds import AppealDeeds
from desktop.appeals.ledger_page import day, short_number
from desktop.appeals.marks import due_mark
from desktop.appeals.transfer_work import (
    Boxes,
    BoxRow,
    ForDeed,
    boxes,
    boxes_of,
    delivery_list,
    for_deed,
    sheets,
)
from desktop.deeds import DeedDialog, run
from desktop.documents.forms import draw
from desktop.documents.page import Drawing
from desktop.documents.printing import PrintPreview
from desktop.office.list_model import ListModel
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, DueMark, TextCell
from desktop.widgets.frames import EmptyState, PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.signs import Light
from desktop.widgets.table import Column, Table
from desktop.widgets.tabs import ViewTab, ViewTabs

DEEDS = (
    "sign_in",
    "object",
    "give_opinion",
    "reassign",
    "insist",
    "replace_unit",
    "raise_dispute",
    "settle_dispute",
    "waive_opinion",
)


class TransferPage(Page):
    """Boxes of hand-overs: sent, to be signed in, in handling, co-handled, returned."""

    watches = frozenset({"hand_over", "appeal", "ordinary_appeal"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._names = boxes_of(shell.actor.scope(Permission.APPEAL_READ))
        self._sort = ("due", False)
        self._found = Boxes((), {}, 0)
        theme = shell.theme
        self._head = PageHead(theme, "", parent=self)
        self.tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self.tabs)
        self.model: ListModel[BoxRow] = ListModel((), self._cell, self)
        self.table = Table(theme, (), name="transfer", settings=shell.settings, parent=self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._empty = EmptyState(theme, "", icon="arrows-left-right", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._buttons = {
            name: Button(theme, "", kind="primary" if name == "sign_in" else "default", parent=self)
            for name in DEEDS
        }
        self.open = Button(theme, "", parent=self)
        self.print_sheets = Button(theme, "", icon="printer", parent=self)
        self.print_list = Button(theme, "", icon="printer", parent=self)
        self._note = text_label("", "secondary", parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        for name, button in self._buttons.items():
            button.setObjectName(name)
            button.clicked.connect(partial(self._on_deed_clicked, name))
            row.addWidget(button)
        row.addWidget(self.open)
        row.addWidget(self._note, 1)
        row.addWidget(self.print_list)
        row.addWidget(self.print_sheets)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tabs_chosen)
        self.table.opened.connect(self._on_table_opened)
        self.table.columns_header.sort_wanted.connect(self._on_header_sort_wanted)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.open.clicked.connect(self._on_open_clicked)
        self.print_sheets.clicked.connect(self._on_print_sheets_clicked)
        self.print_list.clicked.connect(self._on_print_list_clicked)

    @property
    def _is_unit(self) -> bool:
        return "running" in self._names

    def retranslate(self) -> None:
        """Set every word anew."""
        words = {
            "sent": self.tr("Sent by us"),
            "to_sign": self.tr("To be signed in"),
            "running": self.tr("In handling"),
            "co": self.tr("Joint handling"),
            "returned": self.tr("Returned"),
        }
        self._head.set_title(self.tr("Transfers"))
        self.tabs.set_tabs([ViewTab(name, words[name]) for name in self._names])
        for name, count in self._found.counts.items():
            self.tabs.set_count(name, count)
        columns = (
            Column("due", self.tr("Deadline"), 138, locked=True, latin=142),
            Column("state", self.tr("State"), 88, latin=112),
            Column("sheet", self.tr("Sheet"), 104),
            Column("number", self.tr("Number"), 92),
            Column("person", self.tr("Appellant"), 92),
            Column("unit_text", self.tr("Unit"), 150),
            Column("subject", self.tr("Main appeal"), 240, stretch=True, sortable=False),
            Column("role", self.tr("Part"), 74, latin=126),
            Column("unit", self.tr("Handled by"), 108, hidden=self._is_unit),
            Column("sent", self.tr("Sent"), 96),
            Column("handler", self.tr("Handler"), 84, hidden=True),
            Column("objection", self.tr("Objection"), 180, hidden=True, sortable=False),
        )
        self.model.set_columns(columns)
        self.table.set_columns(columns)
        self.table.setAccessibleName(self.tr("Transfers"))
        self.open.setText(self.tr("Open"))
        self.print_sheets.setText(self.tr("Print transfer sheets"))
        self.print_list.setText(self.tr("Print delivery list"))
        self._empty.say(self.tr("No matching case"))
        self._show_deeds()

    def reload(self) -> None:
        """Ask for the box and the size of all."""
        box = self.tabs.current_key() or self._names[0]
        self.store.read(partial(boxes, box=box), self._on_boxes, seat="box", owner=self)

    def apply_filters(self, **filters: object) -> None:
        """Take `box`."""
        box = str(filters.get("box", ""))
        if box in self._names:
            self.tabs.choose(box)
            self.reload()

    # -- showing ---------------------------------------------------------------------------

    def _on_boxes(self, found: Boxes) -> None:
        kept = {row.id for row in self.chosen()}
        self._found = found
        for name, count in found.counts.items():
            self.tabs.set_count(name, count)
        self._show(kept)
        waiting = found.counts["to_sign"] if self._is_unit else found.counts["returned"]
        self.shell.set_count("transfer", waiting or None, found.overdue if self._is_unit else 0)

    def _show(self, kept: set[int]) -> None:
        rows = sorted(self._found.rows, key=self._place, reverse=self._sort[1])
        self.model.set_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self._empty)
        places = [place for place, row in enumerate(rows) if row.id in kept]
        if rows:
            self.table.selectRow(places[0] if places else 0)
        self._show_deeds()

    def _place(self, found: BoxRow) -> tuple[str, int]:
        row, hand_over = found.row, found.row.hand_over
        words = {
            "due": row.sign_due_on.isoformat() if row.sign_due_on else "9999",
            "state": hand_over.state,
            "sheet": f"{len(hand_over.number):02d}{hand_over.number}",
            "number": row.number,
            "person": row.person_name,
            "unit_text": row.unit_text,
            "role": hand_over.role,
            "unit": f"{hand_over.unit_id:06d}",
            "sent": hand_over.sent_on.isoformat(),
            "handler": hand_over.handler_name,
        }
        return words.get(self._sort[0], ""), found.id

    def _cell(self, key: str, found: BoxRow) -> Cell:
        row, hand_over, labels = found.row, found.row.hand_over, self.shell.labels
        if key == "due":
            if found.level is not None:
                return due_mark(found.level)
            back = hand_over.objected_on
            return DueMark(Light.DONE, words=day(back)) if back else DueMark(Light.UNTIMED)
        if key == "state":
            return labels.pill("hand_over", hand_over.state)
        texts = {
            "sheet": short_number(hand_over.number),
            "number": short_number(row.number),
            "person": row.person_name,
            "unit_text": row.unit_text,
            "subject": row.subject,
            "role": labels.code("hand_over_role", hand_over.role, short=True),
            "unit": hand_over.unit,
            "sent": day(hand_over.sent_on),
            "handler": hand_over.handler_name,
            "objection": hand_over.objection_reason,
        }
        return TextCell(texts[key], tone="text" if key in ("person", "subject") else "text2")

    def chosen(self) -> tuple[BoxRow, ...]:
        """Return the chosen rows, from the top."""
        selection = self.table.selectionModel()
        places = sorted(index.row() for index in selection.selectedRows())
        return tuple(row for row in map(self.model.at, places) if row is not None)

    def deeds(self, found: BoxRow) -> tuple[str, ...]:
        """Return what may be done with a hand-over; `behalf:` from its paper."""
        actor, hand_over = self.shell.actor, found.row.hand_over
        names: list[str] = []
        if self._is_unit:
            prefix, signs = "", actor.may(Permission.APPEAL_SIGN_IN)
            gives = actor.may(Permission.APPEAL_HANDLE)
        else:
            prefix = "behalf:"
            signs = gives = actor.may(Permission.RECORD_ON_BEHALF)
        if hand_over.state == "sent" and signs:
            names += [f"{prefix}sign_in", f"{prefix}object"]
        if hand_over.role != "lead" and hand_over.state in ("sent", "signed") and gives:
            names.append(f"{prefix}give_opinion")
        return (*names, *self._center_deeds(hand_over))

    def _center_deeds(self, hand_over: HandOverRow) -> list[str]:
        """Return what clerk and manager do with a hand-over that a unit gave back."""
        actor, leads = self.shell.actor, hand_over.role == "lead"
        names: list[str] = []
        if hand_over.state == "objected" and actor.may(Permission.APPEAL_ROUTE):
            names.append("reassign" if leads else "replace_unit")
        if hand_over.state == "objected" and actor.may(Permission.APPEAL_APPROVE):
            names += ["insist", "raise_dispute"]
        if hand_over.state == "disputed" and actor.may(Permission.APPEAL_ROUTE):
            names.append("settle_dispute")
        if not leads and hand_over.state != "answered" and actor.may(Permission.APPEAL_APPROVE):
            names.append("waive_opinion")
        return names

    def _show_deeds(self) -> None:
        rows = self.chosen()
        offered = self.deeds(rows[0]) if len(rows) == 1 else ()
        for name, button in self._buttons.items():
            own = next((o for o in offered if o.removeprefix("behalf:") == name), "")
            words = act_label(TRACK, name, chinese=self.shell.labels.chinese)
            if own.startswith("behalf:"):
                words = self.tr("{0} (on behalf)").format(words)
            button.setText(words)
            button.setVisible(bool(own))
            button.setProperty("deed", own)
            button.updateGeometry()
        self.open.setEnabled(len(rows) == 1)
        for button in (self.print_sheets, self.print_list):
            button.setVisible(not self._is_unit)
            button.setEnabled(bool(rows))
        note = ""
        if len(rows) > 1:
            note = self.tr("{0} chosen").format(len(rows))
        elif rows and rows[0].row.hand_over.objection_reason:
            hand_over = rows[0].row.hand_over
            note = self.tr("Objection: {0}").format(hand_over.objection_reason)
            if hand_over.suggested_unit:
                note += self.tr("; suggested: {0}").format(hand_over.suggested_unit)
            if hand_over.state == "disputed":
                note = self.tr("In dispute, asked: {0}").format(hand_over.dispute_organ)
        self._note.setText(note)

    # -- doing -----------------------------------------------------------------------------

    def _on_deed_clicked(self, name: str) -> None:
        rows = self.chosen()
        deed = str(self._buttons[name].property("deed") or "")
        if len(rows) != 1 or not deed:
            return
        self.store.read(
            partial(for_deed, appeal_id=rows[0].appeal_id),
            partial(self._open_deed, rows[0].id, deed),
            seat="deed",
            owner=self,
        )

    def _open_deed(self, hand_over_id: int, name: str, found: ForDeed) -> None:
        # The dialog acts on the hand-over of the chosen row, whatever else runs in the case.
        own = tuple(h for h in found.card.hand_overs if h.id == hand_over_id)
        card = replace(found.card, hand_overs=own or found.card.hand_overs)
        made = AppealDeeds(self.shell, card, found.units, self).make(name)
        if made is None:
            return

        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            self.store.submit(
                made.command(values), dialog.done_well, owner=dialog, failed=dialog.refused
            )

        run(self.shell, made.deed, send, self)

    def _on_open_clicked(self) -> None:
        rows = self.chosen()
        if rows:
            self.shell.open_case(TRACK, rows[0].appeal_id)

    def _on_table_opened(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.shell.open_case(TRACK, row.appeal_id)

    def _on_print_sheets_clicked(self) -> None:
        rows = tuple((row.appeal_id, row.id) for row in self.chosen())
        self.store.read(partial(sheets, rows=rows), self._on_sheets, seat="sheets", owner=self)

    def _on_sheets(self, found: tuple[TransferSheet | TransferLetter, ...]) -> None:
        drawings = [draw(sheet) for sheet in found]
        if not drawings:
            return
        for row in self.chosen():
            self.store.note("print_paper", TRACK, row.appeal_id)
        self._preview(
            Drawing(
                drawings[0].title,
                tuple(page for drawing in drawings for page in drawing.pages),
                tuple(dict.fromkeys(f for d in drawings for f in d.used_fallbacks)),
                tuple(dict.fromkeys(c for d in drawings for c in d.missing_characters)),
            )
        )

    def _on_print_list_clicked(self) -> None:
        self.store.read(
            partial(delivery_list, rows=self.chosen()), self._on_list, seat="list", owner=self
        )

    def _on_list(self, found: DocumentRegister) -> None:
        self._preview(draw(found))

    def _preview(self, drawing: Drawing) -> None:
        PrintPreview(drawing, self).open()

    def _on_tabs_chosen(self, _key: str) -> None:
        self.reload()

    def _on_selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._show_deeds()

    def _on_header_sort_wanted(self, key: str, descending: bool) -> None:
        self._sort = (key, descending)
        self._show({row.id for row in self.chosen()})
