"""A cadre, new or corrected; a namesake of the same month and unit is asked about first."""

from PySide6.QtWidgets import QWidget

from db.core.errors import RefusedError, ZhengmingError
from db.core.tx import Command
from db.office.unit_rows import UnitRow
from db.people.commands import AmendPerson, CreatePerson
from db.people.rows import PersonCard
from desktop.admin.command_dialog import CommandDialog
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.editors import ComboBox, LineEdit, Option
from desktop.widgets.ticks import TickBox

LISTED = ("sex", "political_status", "person_category", "administration", "contact_preference")


class PersonDialog(CommandDialog):
    """The fields of a cadre in the order of the registration form."""

    def __init__(
        self,
        store: Store,
        shell: Shell,
        units: tuple[UnitRow, ...],
        card: PersonCard | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, shell, "", deed="", parent=parent)
        self._card = card
        title = self.tr("Add a person") if card is None else card.row.name
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.deed_button.setText(self.tr("Save"))
        theme, labels = shell.theme, shell.labels
        none = Option("", self.tr("not known"))
        self.lines = {
            key: LineEdit(theme, parent=self)
            for key in (
                "name",
                "birth_month",
                "unit_text",
                "post",
                "phone",
                "address",
                "id_number",
            )
        }
        self.combos = {
            key: ComboBox(theme, [none, *labels.options(key)], parent=self)
            for key in (*LISTED, "rank")
        }
        places = [Option(str(u.id), u.full_name, u.short_name) for u in units]
        self.combos["unit_id"] = ComboBox(
            theme, [Option("", self.tr("not in the tree")), *places], parent=self
        )
        self.active = TickBox(theme, self.tr("Offered when somebody is chosen"), parent=self)
        self.active.setChecked(True)
        self.another = TickBox(
            theme, self.tr("This is another person of the same name"), parent=self
        )
        self.another.hide()
        self._lay_out_fields()
        self._fill()

    def _lay_out_fields(self) -> None:
        lines, combos = self.lines, self.combos
        self.add_fields(
            self.name("name", self.tr("Name"), lines["name"], required=True),
            self.name("sex", self.tr("Sex"), combos["sex"]),
            self.name("birth_month", self.tr("Born, as 1985.03"), lines["birth_month"]),
        )
        self.add_fields(
            self.name("unit_id", self.tr("Unit"), combos["unit_id"]),
            self.name("unit_text", self.tr("Unit as written"), lines["unit_text"]),
        )
        self.add_fields(
            self.name("post", self.tr("Post"), lines["post"]),
            self.name("rank", self.tr("Rank"), combos["rank"]),
        )
        self.add_fields(
            self.name("person_category", self.tr("Kind"), combos["person_category"]),
            self.name("administration", self.tr("Managed by"), combos["administration"]),
            self.name("political_status", self.tr("Political status"), combos["political_status"]),
        )
        self.add_fields(
            self.name("phone", self.tr("Telephone"), lines["phone"]),
            self.name(
                "contact_preference",
                self.tr("How to reach the person"),
                combos["contact_preference"],
            ),
        )
        self.add_fields(
            self.name("address", self.tr("Address"), lines["address"]),
            self.name("id_number", self.tr("Identity number"), lines["id_number"]),
        )
        self.add_widget(self.active)
        self.add_widget(self.another)
        self.active.setVisible(self._card is not None)
        self.setMinimumWidth(self.theme.px(640))

    def _fill(self) -> None:
        card = self._card
        if card is None:
            return
        row = card.row
        texts = {
            "name": row.name,
            "birth_month": row.birth_month,
            "unit_text": "" if row.unit_id else row.unit,
            "post": row.post,
            "phone": row.phone,
            "address": card.address,
            "id_number": card.id_number,
        }
        for key, text in texts.items():
            self.lines[key].set_value(text)
        codes = {
            "sex": row.sex,
            "rank": row.rank,
            "person_category": row.person_category,
            "administration": row.administration,
            "political_status": card.political_status,
            "contact_preference": card.contact_preference,
            "unit_id": str(row.unit_id or ""),
        }
        for key, code in codes.items():
            combo = self.combos[key]
            combo.set_value(code)
            if code and not combo.value():
                # What was typed before the list had it stays until somebody chooses another.
                kept = Option("", self.tr("not known"))
                listed = self.shell.labels.options(key)
                combo.set_options([kept, *listed, Option(code, code)])
                combo.set_value(code)
        self.active.setChecked(row.is_active)

    def values(self) -> dict[str, object]:
        """Return what stands in the fields."""
        found: dict[str, object] = {key: line.value() for key, line in self.lines.items()}
        found |= {key: combo.value() for key, combo in self.combos.items()}
        unit = self.combos["unit_id"].value()
        found["unit_id"] = int(unit) if unit else None
        return found

    def command(self) -> Command[int]:
        """Return the order to enter or correct the person."""
        values = self.values()
        card = self._card
        if card is None:
            return CreatePerson(**values, is_namesake=self.another.isChecked())  # type: ignore[arg-type]
        before = PersonDialog.before(card)
        changes = {key: value for key, value in values.items() if value != before[key]}
        if self.active.isChecked() != card.row.is_active:
            changes["is_active"] = self.active.isChecked()
        return AmendPerson(card.row.id, card.row.version, changes)

    @staticmethod
    def before(card: PersonCard) -> dict[str, object]:
        """Return the values that the fields began with."""
        row = card.row
        return {
            "name": row.name,
            "birth_month": row.birth_month,
            "unit_text": "" if row.unit_id else row.unit,
            "post": row.post,
            "phone": row.phone,
            "address": card.address,
            "id_number": card.id_number,
            "sex": row.sex,
            "rank": row.rank,
            "person_category": row.person_category,
            "administration": row.administration,
            "political_status": card.political_status,
            "contact_preference": card.contact_preference,
            "unit_id": row.unit_id,
        }

    def refuse(self, error: ZhengmingError) -> None:
        """Show why; for a namesake offer to say that it is another person."""
        super().refuse(error)
        if isinstance(error, RefusedError) and error.code == "person_exists":
            self.another.show()
            self.another.setFocus()
