"""中心设置: name and address of the center, forms of numbers, reporting months."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.core.errors import RefusedError, ZhengmingError
from db.office.queries import settings
from db.office.settings_commands import KINDS, ChangeSetting, SetReportingPeriod, SettingKind
from db.statistics.periods import SETTING as PERIODS
from desktop.admin.words import setting_word
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.editors import LineEdit, TextArea
from desktop.widgets.field import Field
from desktop.widgets.frames import PageHead, Panel
from desktop.widgets.keys import EnterMovesOn
from desktop.widgets.labels import text_label


class OfficePage(Page):
    """The settings of the office; one save writes what was changed."""

    watches = frozenset({"setting"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        theme = shell.theme
        self._stored: dict[str, Any] = {}
        self._head = PageHead(theme, "", parent=self)
        self.save = Button(theme, "", kind="primary", key="Ctrl+Enter", parent=self)
        self._head.add_action(self.save)
        sheet = QWidget(self)
        sheet.setProperty("kind", "scrolled")
        self._center = Panel(theme, "", parent=sheet)
        self._numbers = Panel(theme, "", parent=sheet)
        self._months = Panel(theme, "", parent=sheet)
        self.fields: dict[str, Field] = {}
        for kind in KINDS:
            panel = self._numbers if kind.form or kind.least is not None else self._center
            editor: LineEdit | TextArea
            if kind.area:
                editor = TextArea(theme, lines=6, parent=panel)
            else:
                editor = LineEdit(theme, private=False, max_length=120, parent=panel)
            self.fields[kind.name] = Field(theme, "", editor, parent=panel)
            panel.body.addWidget(self.fields[kind.name])
        self.since = LineEdit(theme, private=False, parent=self._months)
        self.first_day = LineEdit(theme, private=False, parent=self._months)
        self._since_field = Field(theme, "", self.since, parent=self._months)
        self._first_field = Field(theme, "", self.first_day, parent=self._months)
        self._history = text_label("", "secondary", wrap=True, parent=self._months)
        self.set_period = Button(theme, "", parent=self._months)
        row = QHBoxLayout()
        row.addWidget(self._since_field)
        row.addWidget(self._first_field)
        row.addWidget(self.set_period)
        row.addStretch(1)
        self._months.body.addWidget(self._history)
        self._months.body.addLayout(row)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for panel in (self._center, self._numbers, self._months):
            column.addWidget(panel)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(sheet)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(area, 1)
        self._keys = EnterMovesOn(self, enabled=shell.settings.enter_moves_on)
        self._keys.submitted.connect(self._on_save_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.set_period.clicked.connect(self._on_set_period_clicked)
        self.retranslate()

    def reload(self) -> None:
        """Ask for the settings."""
        self.store.read(settings, self._on_settings, seat="settings", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Office settings"))
        self.save.setText(self.tr("Save"))
        self._center.set_title(self.tr("The center, as papers print it"))
        self._numbers.set_title(
            self.tr("Numbers and terms"),
            self.tr("{form} stands for year and number").format(form="{year} {sequence}"),
        )
        self._months.set_title(self.tr("Reporting months"))
        for name, field in self.fields.items():
            field.label.setText(setting_word(name))
            field.editor.setAccessibleName(setting_word(name))
        self._since_field.label.setText(self.tr("From the month"))
        self.since.setPlaceholderText("2026-10")
        self._first_field.label.setText(self.tr("Months begin on day"))
        self._first_field.set_help(self.tr("1 for natural months, 26 for the 26th to the 25th"))
        self.set_period.setText(self.tr("Set from this month on"))
        self._show_history()

    def _line(self, name: str) -> LineEdit | TextArea:
        editor = self.fields[name].editor
        assert isinstance(editor, LineEdit | TextArea)
        return editor

    def _on_settings(self, found: dict[str, Any]) -> None:
        for kind in KINDS:
            stored = str(found.get(kind.name, kind.default))
            line = self._line(kind.name)
            # What is being typed is not overwritten by somebody else's save.
            if line.value() in {"", str(self._stored.get(kind.name, kind.default))}:
                line.set_value(stored)
        self._stored = found
        self._show_history()

    def _show_history(self) -> None:
        history = self._stored.get(PERIODS, [])
        if not history:
            self._history.setText(self.tr("Natural months."))
            return
        lines = [
            self.tr("from {month}: day {day}").format(month=entry["from"], day=entry["first_day"])
            for entry in history
        ]
        self._history.setText("\n".join(lines))

    def _changed(self, kind: SettingKind) -> bool:
        return self._line(kind.name).value() != str(self._stored.get(kind.name, kind.default))

    def _on_save_clicked(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        commands = [
            ChangeSetting(kind.name, self._line(kind.name).value())
            for kind in KINDS
            if self._changed(kind)
        ]
        if commands:
            self.store.submit_all(commands, self._on_saved, owner=self, failed=self._on_refused)

    def _on_saved(self, _values: list[None]) -> None:
        self.shell.bar("good", self.tr("Settings saved"))

    def _on_refused(self, error: ZhengmingError) -> None:
        field = self.fields.get(error.field or "") if isinstance(error, RefusedError) else None
        if field is None:
            self.shell.fail(error)
        else:
            field.set_error(self.shell.sentence(error))
            field.editor.setFocus()

    def _on_set_period_clicked(self) -> None:
        day = self.first_day.value()
        command = SetReportingPeriod(self.since.value(), int(day) if day.isdecimal() else 0)
        self._since_field.clear_error()
        self.store.submit(command, self._on_period_set, owner=self, failed=self._on_period_refused)

    def _on_period_set(self, _nothing: None) -> None:
        self.since.clear()
        self.first_day.clear()
        self.shell.bar("good", self.tr("Reporting months set"))

    def _on_period_refused(self, error: ZhengmingError) -> None:
        self._since_field.set_error(self.shell.sentence(error))
