"""单位: the tree of units in the office's own order; they are renamed and closed, never removed."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QCheckBox, QWidget

from db.core.tx import Command
from db.office.queries import UnitRow, units
from db.office.units import MEMBERS, AddUnit, ChangeUnit, CloseUnit, UnitFields
from desktop.admin.admin_page import RowsTable, page_column
from desktop.admin.command_dialog import CommandDialog, show
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.theme import Role
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.editors import ComboBox, LineEdit, Option
from desktop.widgets.frames import PageHead
from desktop.widgets.table import Column


class UnitsPage(Page):
    """The unit tree as an indented list."""

    watches = frozenset({"unit", "unit_name"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._units: tuple[UnitRow, ...] = ()
        self._head = PageHead(shell.theme, "", parent=self)
        self.add = Button(shell.theme, "", kind="primary", parent=self)
        self.change = Button(shell.theme, "", parent=self)
        self.close_unit = Button(shell.theme, "", parent=self)
        for button in (self.add, self.change, self.close_unit):
            self._head.add_action(button)
        self.rows: RowsTable[UnitRow] = RowsTable(shell, "units", self._cell, parent=self)
        page_column(self, self._head, self.rows)
        self.add.clicked.connect(self._on_add_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.close_unit.clicked.connect(self._on_close_unit_clicked)
        self.rows.table.opened.connect(self._on_table_opened)
        self.retranslate()

    def reload(self) -> None:
        """Ask for the tree."""
        self.store.read(units, self._on_units, seat="units", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Units"))
        self._head.set_note(self.tr("in the office's own order"))
        self.add.setText(self.tr("Add a unit"))
        self.change.setText(self.tr("Change"))
        self.close_unit.setText(self.tr("Close or reopen"))
        self.rows.set_columns(
            [
                Column("full", self.tr("Full name"), 300, locked=True, stretch=True),
                Column("short", self.tr("Short name"), 120),
                Column("kind", self.tr("Kind"), 84, latin=130),
                Column("member", self.tr("Member department"), 84, latin=126),
                Column("order", self.tr("Order"), 60),
                Column("phone", self.tr("Telephone"), 122),
                Column("party", self.tr("Party body"), 190),
                Column("note", self.tr("Note"), 140),
            ],
            self.tr("Units"),
        )

    def _cell(self, key: str, row: UnitRow) -> Cell:
        is_open = row.is_open(self.shell.today())
        tone: Role = "text" if is_open else "text3"
        labels = self.shell.labels
        match key:
            case "full":
                return TextCell("　" * row.depth + row.full_name, tone)
            case "short":
                return TextCell(row.short_name, tone)
            case "kind":
                return TextCell(labels.code("unit_kind", row.kind), "text2")
            case "member":
                return TextCell(labels.code("department", row.member_department), "text2")
            case "order":
                return TextCell(str(row.order_number), "text2", right=True)
            case "phone":
                return TextCell(row.phone, "text2")
            case "party":
                return TextCell(row.party_body, "text2")
            case _:
                return TextCell(self._note(row), "text2")

    def _note(self, row: UnitRow) -> str:
        parts = []
        if row.valid_to is not None:
            parts.append(self.tr("closed on {day}").format(day=row.valid_to))
        if not row.counts_time:
            parts.append(self.tr("not timed"))
        if row.is_vertical:
            parts.append(self.tr("managed by its superiors"))
        if row.former:
            parts.append(self.tr("formerly {names}").format(names="、".join(row.former)))
        return "；".join(parts) if self.shell.labels.chinese else "; ".join(parts)

    def _on_units(self, rows: tuple[UnitRow, ...]) -> None:
        self._units = rows
        self.rows.set_rows(rows)
        self.rows.foot.setText(self.tr("{count} units").format(count=len(rows)))

    def _on_table_opened(self, _index: QModelIndex) -> None:
        self._on_change_clicked()

    def _on_add_clicked(self) -> None:
        show(UnitDialog(self.store, self.shell, self._units, None, self))

    def _on_change_clicked(self) -> None:
        row = self.rows.current()
        if row is not None:
            show(UnitDialog(self.store, self.shell, self._units, row, self))

    def _on_close_unit_clicked(self) -> None:
        row = self.rows.current()
        if row is None:
            return
        if row.valid_to is not None:
            self.store.submit(CloseUnit(row.id, row.version, None), owner=self)
            return
        show(CloseDialog(self.store, self.shell, row, self))


class UnitDialog(CommandDialog):
    """A unit, new or changed."""

    def __init__(
        self,
        store: Store,
        shell: Shell,
        known: tuple[UnitRow, ...],
        row: UnitRow | None,
        parent: QWidget,
    ) -> None:
        super().__init__(store, shell, "", deed="", parent=parent)
        self._row = row
        theme, labels = shell.theme, shell.labels
        title = self.tr("Add a unit") if row is None else row.full_name
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.deed_button.setText(self.tr("Save"))
        self.full = LineEdit(theme, row.full_name if row else "", max_length=120, parent=self)
        self.short = LineEdit(theme, row.short_name if row else "", max_length=60, parent=self)
        self.kind = ComboBox(theme, labels.options("unit_kind"), parent=self)
        self.parent_unit = ComboBox(theme, _places(known, row), parent=self)
        self.order = LineEdit(theme, str(row.order_number if row else 0), parent=self)
        none = Option("", self.tr("none"))
        members = [Option(name, labels.code("department", name)) for name in MEMBERS]
        self.member = ComboBox(theme, [none, *members], parent=self)
        self.phone = LineEdit(theme, row.phone if row else "", max_length=40, parent=self)
        self.address = LineEdit(theme, row.address if row else "", max_length=200, parent=self)
        self.hours = LineEdit(theme, row.office_hours if row else "", max_length=120, parent=self)
        self.party = LineEdit(theme, row.party_body if row else "", max_length=120, parent=self)
        self.party_address = ComboBox(theme, [none, *labels.options("party_address")], parent=self)
        self.timed = QCheckBox(self.tr("Terms run while it handles a case"), self)
        self.vertical = QCheckBox(self.tr("Managed by its superiors: appeals are redirected"), self)
        self._fill(row)
        self._lay_out_fields()

    def _fill(self, row: UnitRow | None) -> None:
        self.kind.set_value(row.kind if row else "other")
        self.timed.setChecked(row.counts_time if row else True)
        self.vertical.setChecked(row.is_vertical if row else False)
        if row is None:
            return
        self.parent_unit.set_value(str(row.parent_id or ""))
        self.member.set_value(row.member_department or "")
        self.party_address.set_value(row.party_address)

    def _lay_out_fields(self) -> None:
        self.add_named("full_name", self.tr("Full name"), self.full, required=True)
        self.add_fields(
            self.name("short_name", self.tr("Short name"), self.short, required=True),
            self.name("kind", self.tr("Kind"), self.kind),
            self.name("order_number", self.tr("Order"), self.order),
        )
        self.add_fields(
            self.name("parent_id", self.tr("Belongs to"), self.parent_unit),
            self.name("member_department", self.tr("Member department"), self.member),
        )
        self.add_fields(
            self.name("party_body", self.tr("Party body"), self.party),
            self.name("party_address", self.tr("Form of address"), self.party_address),
        )
        self.add_fields(
            self.name("phone", self.tr("Telephone"), self.phone),
            self.name("office_hours", self.tr("Office hours"), self.hours),
        )
        self.add_named("address", self.tr("Address"), self.address)
        self.add_widget(self.timed)
        self.add_widget(self.vertical)

    def command(self) -> Command[object]:
        """Return the order to add or change the unit."""
        parent, order = self.parent_unit.value(), self.order.value()
        fields = UnitFields(
            full_name=self.full.value(),
            short_name=self.short.value(),
            kind=self.kind.value() or "other",
            parent_id=int(parent) if parent else None,
            order_number=int(order) if order.isdecimal() else 0,
            member_department=self.member.value() or None,
            party_body=self.party.value(),
            party_address=self.party_address.value(),
            phone=self.phone.value(),
            address=self.address.value(),
            office_hours=self.hours.value(),
            counts_time=self.timed.isChecked(),
            is_vertical=self.vertical.isChecked(),
        )
        if self._row is None:
            return AddUnit(fields)
        return ChangeUnit(self._row.id, self._row.version, fields)


class CloseDialog(CommandDialog):
    """From which day a unit is closed."""

    def __init__(self, store: Store, shell: Shell, row: UnitRow, parent: QWidget) -> None:
        super().__init__(store, shell, "", deed="", parent=parent)
        self._row = row
        self.heading.setText(self.tr("Close {name}?").format(name=row.full_name))
        self.setWindowTitle(row.full_name)
        self.deed_button.setText(self.tr("Close"))
        self.last = DateEdit(shell.theme, today=shell.today, value=shell.today(), parent=self)
        self.add_named("valid_to", self.tr("Last day"), self.last, required=True)

    def command(self) -> Command[None]:
        """Return the order to close the unit."""
        return CloseUnit(self._row.id, self._row.version, self.last.day())


def _places(known: tuple[UnitRow, ...], row: UnitRow | None) -> list[Option]:
    """Return where a unit may stand: at the top, or under any other unit."""
    own = row.id if row is not None else None
    places = [
        Option(str(unit.id), "　" * unit.depth + unit.full_name, unit.short_name)
        for unit in known
        if unit.id != own
    ]
    return [Option("", "—"), *places]
