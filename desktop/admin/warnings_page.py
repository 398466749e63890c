"""预警级别: from when on deadlines turn yellow and orange, by profile and rule."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from db.codes.deadlines import Stage, Thresholds
from db.codes.rules import identifiers
from db.codes.warnings import (
    EVERY_RULE,
    MOST,
    ChooseWarnings,
    ForgetWarningLevel,
    SetWarningLevel,
    WarningProfile,
    WarningView,
    shipped_profiles,
    warning_profiles,
)
from db.core.tx import Command
from desktop.admin.admin_page import RowsTable, page_column
from desktop.admin.command_dialog import CommandDialog, show
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.editors import ComboBox, Option
from desktop.widgets.entries import NumberEdit
from desktop.widgets.frames import PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.table import Column


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One line of the table."""

    rule: str
    level: Thresholds
    is_shipped: bool


class WarningsPage(Page):
    """The levels of one profile; another may be looked at before it is used."""

    watches = frozenset({"warning_level", "setting"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        theme = shell.theme
        self._view: WarningView | None = None
        self._head = PageHead(theme, "", parent=self)
        self.profile = ComboBox(theme, parent=self)
        self.profile.setMaximumWidth(theme.px(280))
        self.use = Button(theme, "", parent=self)
        self.forget = Button(theme, "", parent=self)
        self.change = Button(theme, "", parent=self)
        self.add = Button(theme, "", kind="primary", parent=self)
        self._head.add_widget(self.profile)
        for button in (self.use, self.forget, self.change, self.add):
            self._head.add_action(button)
        self.rows: RowsTable[LevelRow] = RowsTable(shell, "warnings", self._cell, parent=self)
        page_column(self, self._head, self.rows)
        self.profile.value_changed.connect(self._on_profile_value_changed)
        self.use.clicked.connect(self._on_use_clicked)
        self.add.clicked.connect(self._on_add_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.forget.clicked.connect(self._on_forget_clicked)
        self.rows.table.opened.connect(self._on_table_opened)
        self.retranslate()

    def reload(self) -> None:
        """Ask for the profiles."""
        self.store.read(warning_profiles, self._on_profiles, seat="warnings", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Warning levels"))
        self.use.setText(self.tr("Use this profile"))
        self.forget.setText(self.tr("Back to the shipped level"))
        self.change.setText(self.tr("Change"))
        self.add.setText(self.tr("Level for one rule"))
        self.rows.set_columns(
            [
                Column("rule", self.tr("Term"), 260, locked=True),
                Column("yellow", self.tr("Yellow from (working days left)"), 210),
                Column("orange", self.tr("Orange from (working days left)"), 210),
                Column("red", self.tr("Red card from (working days over)"), 220),
                Column("card", self.tr("Cards"), 220, stretch=True),
            ],
            self.tr("Warning levels"),
        )
        self._show()

    def shown(self) -> WarningProfile | None:
        """Return the profile that is looked at."""
        if self._view is None:
            return None
        return next((p for p in self._view.profiles if p.name == self.profile.value()), None)

    def _cell(self, key: str, row: LevelRow) -> Cell:
        level = row.level
        match key:
            case "rule":
                return TextCell(self._name(row.rule), bold=not row.is_shipped)
            case "yellow":
                return TextCell(str(level.wait_working_days))
            case "orange":
                number = level.today_working_days
                return TextCell(str(number) if number else self.tr("last day"))
            case "red":
                number = level.red_working_days
                return TextCell(str(number) if number else self.tr("at once"))
            case _:
                return TextCell(self._cards(level), "text2")

    def _cards(self, level: Thresholds) -> str:
        labels = self.shell.labels
        shown = [level.card(stage, MOST) for stage in (Stage.WAIT, Stage.TODAY, Stage.BAD)]
        return "、".join(labels.code("warning_card", one) for one in dict.fromkeys(shown) if one)

    def _name(self, rule: str) -> str:
        return self.shell.labels.clock(rule) if rule else self.tr("every other term")

    def _on_profiles(self, view: WarningView) -> None:
        kept = self.profile.value() or view.used
        self._view = view
        chinese = self.shell.labels.chinese
        self.profile.blockSignals(True)
        self.profile.set_options([Option(p.name, p.zh if chinese else p.en) for p in view.profiles])
        self.profile.set_value(kept)
        self.profile.blockSignals(False)
        self._show()

    def _show(self) -> None:
        profile = self.shown()
        if profile is None or self._view is None:
            return
        shipped = next(p for p in shipped_profiles() if p.name == profile.name)
        rows = [
            LevelRow(rule, level, shipped.levels.get(rule) == level)
            for rule, level in profile.levels.items()
        ]
        self.rows.set_rows(sorted(rows, key=lambda row: (row.rule != EVERY_RULE, row.rule)))
        is_used = profile.name == self._view.used
        self.use.setEnabled(not is_used)
        state = self.tr("in use") if is_used else self.tr("not in use")
        source = self.shell.labels.code("confidence", profile.tag.lower())
        self.rows.foot.setText(f"{state} · {source}")

    def _on_profile_value_changed(self, _value: str) -> None:
        self._show()

    def _on_use_clicked(self) -> None:
        profile = self.shown()
        if profile is not None:
            self.store.submit(ChooseWarnings(profile.name), owner=self)

    def _on_table_opened(self, _index: QModelIndex) -> None:
        self._on_change_clicked()

    def _on_change_clicked(self) -> None:
        row, profile = self.rows.current(), self.shown()
        if row is not None and profile is not None:
            title = self._name(row.rule)
            show(LevelDialog(self.store, self.shell, profile, row, title, self))

    def _on_add_clicked(self) -> None:
        profile = self.shown()
        if profile is not None:
            show(LevelDialog(self.store, self.shell, profile, None, "", self))

    def _on_forget_clicked(self) -> None:
        row, profile = self.rows.current(), self.shown()
        if row is not None and profile is not None:
            self.store.submit(ForgetWarningLevel(profile.name, row.rule), owner=self)


class LevelDialog(CommandDialog):
    """The three numbers of a level."""

    def __init__(
        self,
        store: Store,
        shell: Shell,
        profile: WarningProfile,
        row: LevelRow | None,
        title: str,
        parent: QWidget,
    ) -> None:
        super().__init__(store, shell, "", deed="", parent=parent)
        title = title or self.tr("Level for one rule")
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.deed_button.setText(self.tr("Save"))
        self._profile = profile
        self._row = row
        level = row.level if row else profile.of(EVERY_RULE)
        self.rule: ComboBox | None = None
        if row is None:
            self.rule = ComboBox(shell.theme, parent=self)
            self.rule.set_options(
                [Option(one, shell.labels.clock(one), note=one) for one in identifiers()]
            )
            self.add_named("rule", self.tr("Term"), self.rule, required=True)
        self.yellow = NumberEdit(shell.theme, level.wait_working_days, parent=self)
        self.orange = NumberEdit(shell.theme, level.today_working_days, parent=self)
        self.red = NumberEdit(shell.theme, level.red_working_days, parent=self)
        self.add_named("yellow", self.tr("Yellow from (working days left)"), self.yellow)
        self.add_named("orange", self.tr("Orange from (working days left)"), self.orange)
        self.add_named("red", self.tr("Red card from (working days over)"), self.red)
        hint = self.tr("The light is red at once when a term is over; only the card waits")
        self.add_widget(text_label(hint, "hint", wrap=True, parent=self))

    def command(self) -> Command[None]:
        """Return the order to set the level."""
        rule = self._row.rule if self._row else (self.rule.value() if self.rule else "")
        return SetWarningLevel(
            self._profile.name,
            rule,
            self.yellow.number() or 0,
            self.orange.number() or 0,
            self.red.number() or 0,
        )
