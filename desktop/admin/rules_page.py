"""时限规则: every term with its basis; only internal lengths are the office's to set."""

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QCheckBox, QWidget

from db.codes.changing import ChangeRule, MovedDate, Recount, SwitchRules, preview_rule
from db.codes.deadlines import Rule
from db.codes.listing import rule_list
from db.core.errors import ZhengmingError
from db.core.tx import Command
from desktop.admin.admin_page import RowsTable, page_column
from desktop.admin.command_dialog import CommandDialog, show
from desktop.admin.recounting import MovedWords, RecountRunner
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.why import sourced
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.editors import LineEdit
from desktop.widgets.frames import PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.table import Column


class RulesPage(Page):
    """The deadline rules."""

    watches = frozenset({"deadline_rule"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._runner = RecountRunner(store, shell, self)
        self._head = PageHead(shell.theme, "", parent=self)
        self.switch = Button(shell.theme, "", parent=self)
        self.change = Button(shell.theme, "", kind="primary", parent=self)
        self._head.add_action(self.switch)
        self._head.add_action(self.change)
        self.rows: RowsTable[Rule] = RowsTable(shell, "rules", self._cell, parent=self)
        page_column(self, self._head, self.rows)
        self.rows.table.opened.connect(self._on_table_opened)
        self.change.clicked.connect(self._on_change_clicked)
        self.switch.clicked.connect(self._on_switch_clicked)
        self.rows.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self._runner.finished.connect(self._on_runner_finished)
        self.retranslate()

    def reload(self) -> None:
        """Ask for the rules."""
        self.store.read(rule_list, self._on_rules, seat="rules", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Deadline rules"))
        self._head.set_note(self.tr("statutory lengths are set by law"))
        self.change.setText(self.tr("Change"))
        self._show_switch()
        self.rows.set_columns(
            [
                Column("clock", self.tr("Term"), 240, locked=True),
                Column("length", self.tr("Length"), 110),
                Column("kind", self.tr("Kind"), 100),
                Column("enabled", self.tr("In use"), 80),
                Column("basis", self.tr("Basis"), 300, stretch=True),
                Column("confidence", self.tr("Source"), 150),
                Column("name", self.tr("Code"), 220, hidden=True),
            ],
            self.tr("Deadline rules"),
        )
        self.rows.table.viewport().update()

    def _cell(self, key: str, row: Rule) -> Cell:
        labels = self.shell.labels
        match key:
            case "clock":
                return TextCell(self._clock(row), "text" if row.enabled else "text3")
            case "length":
                if row.length is None:
                    return TextCell("—", "text2")
                unit = labels.code("length_unit", row.unit.value)
                if labels.chinese:
                    return TextCell(f"{row.length}{unit}")
                return TextCell(f"{row.length} {unit}")
            case "kind":
                kind = "statutory" if row.statutory else "internal"
                return TextCell(labels.code("deadline_kind", kind), "text2")
            case "enabled":
                return TextCell(self.tr("yes") if row.enabled else self.tr("no"), "text2")
            case "basis":
                return TextCell(row.basis_zh if labels.chinese else row.basis_en, "text2")
            case "confidence":
                return TextCell(labels.code("confidence", row.tag.lower()), "text2")
            case _:
                return TextCell(f"{row.identifier} {row.profile}", "text3", mono=True)

    def _clock(self, row: Rule) -> str:
        name = row.clock_zh if self.shell.labels.chinese else row.clock_en
        return name or row.identifier

    def _on_rules(self, rules: tuple[Rule, ...]) -> None:
        self.rows.set_rows(rules)
        self._show_switch()
        internal = sum(not rule.statutory for rule in rules)
        self.rows.foot.setText(
            self.tr("{count} rules, {internal} of them internal").format(
                count=len(rules), internal=internal
            )
        )

    def _show_switch(self) -> None:
        row = self.rows.current()
        group = row.group if row is not None else ""
        self.switch.setVisible(bool(group))
        if row is None or not group:
            return
        name = self.shell.labels.code("rule_group", group)
        words = self.tr("Switch off: {group}") if row.enabled else self.tr("Switch on: {group}")
        self.switch.setText(words.format(group=name))

    def _on_current_changed(self) -> None:
        self._show_switch()

    def _on_switch_clicked(self) -> None:
        row = self.rows.current()
        if row is not None and row.group:
            self.store.submit(SwitchRules(row.group, enabled=not row.enabled), owner=self)

    def _on_table_opened(self, _index: QModelIndex) -> None:
        self._on_change_clicked()

    def _on_change_clicked(self) -> None:
        row = self.rows.current()
        if row is None:
            return
        dialog = RuleDialog(self.store, self.shell, row, self._clock(row), self)
        dialog.deed_done.connect(self._on_dialog_deed_done)
        show(dialog)

    def _on_dialog_deed_done(self, done: Recount) -> None:
        self._runner.take(done)

    def _on_runner_finished(self, moved: int) -> None:
        words = self.tr("Saved; {count} running deadlines moved")
        self.shell.bar("good", words.format(count=moved))


class RuleDialog(CommandDialog):
    """Length and use of one rule; tells what would move before it is done."""

    def __init__(self, store: Store, shell: Shell, row: Rule, title: str, parent: QWidget) -> None:
        super().__init__(store, shell, title, deed="", parent=parent)
        self._row = row
        self.deed_button.setText(self.tr("Save"))
        self.length = LineEdit(shell.theme, str(row.length or ""), private=False, parent=self)
        self.length.setReadOnly(row.statutory)
        self.enabled = QCheckBox(self.tr("In use: clocks start by themselves"), self)
        self.enabled.setChecked(row.enabled)
        self._moved = MovedWords(shell, self)
        self.moves: RowsTable[MovedDate] = RowsTable(shell, "moves", self._moved.cell, parent=self)
        self.moves.set_columns(self._moved.columns(), self.tr("What would move?"))
        self.moves.setMinimumHeight(shell.theme.px(180))
        basis = sourced(shell.labels, row.identifier, row.profile)
        self.add_widget(text_label(basis, "secondary", wrap=True, parent=self))
        unit = shell.labels.code("length_unit", row.unit.value)
        self.add_named("length", self.tr("Length ({unit})").format(unit=unit), self.length)
        self.add_widget(self.enabled)
        self.add_widget(self.moves)
        self.length.value_changed.connect(self._on_length_value_changed)

    def command(self) -> Command[Recount]:
        """Return the order to change the rule."""
        return self._order()

    def _order(self) -> ChangeRule:
        typed = self.length.value().strip()
        length = int(typed) if typed.isdecimal() else (self._row.length if typed else None)
        return ChangeRule(self._row.identifier, self._row.profile, length, self.enabled.isChecked())

    def _on_length_value_changed(self, _text: str) -> None:
        self.moves.set_rows(())
        self.moves.foot.clear()
        self.store.read(
            partial(preview_rule, change=self._order()),
            self._on_preview,
            seat="preview",
            owner=self,
            failed=self._on_preview_refused,
        )

    def _on_preview(self, moved: tuple[MovedDate, ...]) -> None:
        self.fields()[0].clear_error()
        self.moves.set_columns(self._moved.columns(moved), self.tr("What would move?"))
        self.moves.set_rows(moved)
        self.moves.foot.setText(self._moved.count(moved))

    def _on_preview_refused(self, error: ZhengmingError) -> None:
        self.refuse(error)
