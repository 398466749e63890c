"""关爱谈话记录: the boxes of form §7.4, who may read them, difficulties turned into tasks."""

from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.care.following import AddDifficulties, DifficultyEntry
from db.care.holding import WriteRecord
from db.care.rows import TalkCard
from db.core.clock import civil_time
from db.core.errors import RefusedError, ZhengmingError
from db.office.drafts import DraftRow
from db.office.unit_rows import UnitRow
from desktop.autosave import Autosave
from desktop.care.deeds import TEXT_MOST, TEXTS, RecordWords, unit_options
from desktop.care.level_bar import LevelBar
from desktop.clarification.keying import GuessGuard
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.editors import ComboBox, LineEdit, Segmented, TextArea
from desktop.widgets.field import Field, first_error
from desktop.widgets.keys import EnterMovesOn
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import clear_layout

DRAFT = "talk_record"
LINES = {"thoughts": 6, "work": 5, "life": 4, "wishes": 3, "response": 4}


class DifficultyLine(QFrame):
    """One line of 需帮助解决的问题: the problem, who solves it, by when."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self, shell: Shell, units: tuple[UnitRow, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = shell.theme
        self.text = LineEdit(theme, max_length=1000, parent=self)
        self.unit = ComboBox(theme, unit_options(units), parent=self)
        self.responsible = LineEdit(theme, max_length=80, parent=self)
        self.due_on = DateEdit(theme, shell.today, parent=self)
        remove = Button(theme, "", kind="quiet", icon="x", small=True, parent=self)
        remove.setAccessibleName(self.tr("Remove the line"))
        remove.clicked.connect(self.removed)
        names = (
            (self.text, self.tr("Difficulty"), 5),
            (self.unit, self.tr("Unit that solves it"), 3),
            (self.responsible, self.tr("Who"), 2),
            (self.due_on, self.tr("By when"), 2),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for editor, name, weight in names:
            row.addWidget(Field(theme, name, editor, parent=self), weight)
            editor.value_changed.connect(self.changed)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)

    def entry(self) -> DifficultyEntry:
        """Return the line as the record takes it."""
        unit = self.unit.value()
        return DifficultyEntry(
            self.text.value(),
            int(unit) if unit else None,
            self.responsible.value(),
            "",
            self.due_on.day(),
        )

    def body(self) -> dict[str, Any]:
        """Return the line as a draft keeps it."""
        day = self.due_on.day()
        return {
            "text": self.text.value(),
            "unit": self.unit.value(),
            "responsible": self.responsible.value(),
            "due_on": day.isoformat() if day else "",
        }

    def restore(self, body: dict[str, Any]) -> None:
        """Take a line of a draft."""
        self.text.set_value(str(body.get("text", "")))
        self.unit.set_value(str(body.get("unit", "")))
        self.responsible.set_value(str(body.get("responsible", "")))
        if body.get("due_on"):
            self.due_on.set_day(datetime.fromisoformat(str(body["due_on"])).date())


class RecordForm(QWidget):
    """The record of one talk, for its talker and its recorder; kept while one types."""

    written = Signal()

    def __init__(self, store: Store, shell: Shell, talk_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store = store
        self._shell = shell
        self._talk_id = talk_id
        self._card: TalkCard | None = None
        self._units: tuple[UnitRow, ...] = ()
        self._words = RecordWords(self)
        self._texts: dict[str, TextArea] = {}
        self._fields: dict[str, Field] = {}
        self._lines: list[DifficultyLine] = []
        self._level: LevelBar | None = None
        self._confirmed: Segmented | None = None
        self._draft: Autosave | None = None
        self._guard: GuessGuard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 18)
        self._column.setSpacing(12)
        self._keys = EnterMovesOn(self, enabled=shell.settings.enter_moves_on)
        self._keys.submitted.connect(self.submit)

    @property
    def is_built(self) -> bool:
        """Whether the form stands."""
        return bool(self._texts)

    def text(self, name: str) -> TextArea:
        """Return the box of a name."""
        return self._texts[name]

    def show_for(self, card: TalkCard, units: tuple[UnitRow, ...]) -> None:
        """Build the form once; a later card only renews its version."""
        self._card = card
        if self.is_built or not units:
            return
        self._units = units
        self._build(card)
        self._draft = Autosave(
            self._store,
            self,
            kind=DRAFT,
            key=str(self._talk_id),
            collect=self._body,
            title=self._title,
        )
        self._draft.kept.connect(self._on_draft_kept)
        for editor in self._texts.values():
            editor.value_changed.connect(self._draft.touch)
        self._shell.keep(self._draft)
        self._draft.load(self._on_draft)

    def speak_again(self) -> None:
        """Build the form in another language; what is typed stays."""
        if not self.is_built or self._card is None:
            return
        body = self._body()
        self._stop_watching()
        clear_layout(self._column)
        self._lines = []
        self._build(self._card)
        if self._draft is not None:
            for editor in self._texts.values():
                editor.value_changed.connect(self._draft.touch)
        self._restore(body)

    def end(self) -> None:
        """Take the form away once the record is written."""
        if self._draft is not None:
            self._shell.drop(self._draft)
            self._draft.done()
        self._stop_watching()
        clear_layout(self._column)
        self._texts, self._fields, self._lines = {}, {}, []

    def _stop_watching(self) -> None:
        # Before its boxes go: an answer on its way would look for them.
        if self._guard is not None:
            self._guard.deleteLater()
            self._guard = None

    def _title(self) -> str:
        return self._card.row.number if self._card else ""

    # -- building --------------------------------------------------------------------------

    def _build(self, card: TalkCard) -> None:
        theme = self._shell.theme
        self._column.addWidget(self._who_reads(card))
        for name in TEXTS:
            area = TextArea(theme, lines=LINES[name], max_length=TEXT_MOST, parent=self)
            area.setObjectName(name)
            self._texts[name] = area
            field = Field(
                theme,
                self._words.label(name),
                area,
                help_text=self._words.help(name),
                parent=self,
            )
            self._fields[name] = field
            self._column.addWidget(field)
        self._guard = GuessGuard(self._store, self._shell, self._texts, self)
        self._column.addLayout(self._difficulties_head())
        self._lines_place = QVBoxLayout()
        self._lines_place.setSpacing(8)
        self._column.addLayout(self._lines_place)
        self._confirmed = Segmented(
            theme,
            self._shell.labels.options("talk_confirmation"),
            value="orally",
            parent=self,
        )
        self._column.addWidget(
            Field(theme, self.tr("Checked by the person"), self._confirmed, parent=self),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )
        remark = self.tr(
            "What is said serves to care and help only; never for assessment, selection or checks"
        )
        self._column.addWidget(text_label(remark, "hint", wrap=True, parent=self))
        self._column.addLayout(self._foot())
        self._column.addStretch(1)

    def _who_reads(self, card: TalkCard) -> LevelBar:
        talks = card.row.talker_id == self._shell.actor.account_id
        self._level = LevelBar(self._shell.theme, card.row.level, may_choose=talks, parent=self)
        if self._draft is not None:
            self._level.value_changed.connect(self._draft.touch)
        return self._level

    def _difficulties_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Difficulties to be solved"), "strong", parent=self))
        head.addStretch(1)
        add = Button(self._shell.theme, self.tr("Add one"), kind="link", icon="plus", parent=self)
        add.setObjectName("add_line")
        add.clicked.connect(self._on_add_clicked)
        head.addWidget(add)
        return head

    def _foot(self) -> QHBoxLayout:
        theme = self._shell.theme
        foot = QHBoxLayout()
        self._save = Button(
            theme,
            self._shell.labels.move("care_talk", "write_record"),
            kind="primary",
            key="Ctrl+Enter",
            parent=self,
        )
        self._save.setObjectName("write_record")
        self._save.clicked.connect(self.submit)
        self._state = text_label("", "label", parent=self)
        self._trouble = text_label("", "error", wrap=True, parent=self)
        foot.addWidget(self._save)
        foot.addWidget(self._state)
        foot.addWidget(self._trouble, 1)
        return foot

    def _on_add_clicked(self) -> None:
        self.add_line().text.setFocus()

    def add_line(self) -> DifficultyLine:
        """Add a line for a difficulty and return it."""
        line = DifficultyLine(self._shell, self._units, self)
        line.removed.connect(partial(self._remove, line))
        if self._draft is not None:
            line.changed.connect(self._draft.touch)
        self._lines.append(line)
        self._lines_place.addWidget(line)
        line.show()
        return line

    def _remove(self, line: DifficultyLine) -> None:
        self._lines.remove(line)
        self._lines_place.removeWidget(line)
        line.deleteLater()
        if self._draft is not None:
            self._draft.touch()

    # -- keeping ---------------------------------------------------------------------------

    def _body(self) -> dict[str, Any]:
        return {
            **{name: area.value() for name, area in self._texts.items()},
            "level": self._level.value() if self._level else "",
            "confirmed": self._confirmed.value() if self._confirmed else "",
            "lines": [line.body() for line in self._lines],
        }

    def _restore(self, body: dict[str, Any]) -> None:
        for name, area in self._texts.items():
            area.set_value(str(body.get(name, "")))
        if self._level is not None and self._level.may_choose and body.get("level"):
            self._level.set_value(str(body["level"]))
        if self._confirmed is not None and body.get("confirmed"):
            self._confirmed.set_value(str(body["confirmed"]))
        for kept in body.get("lines", ()):
            self.add_line().restore(kept)

    def _on_draft(self, draft: DraftRow | None) -> None:
        if draft is None or not any(draft.body.get(name) for name in (*TEXTS, "lines")):
            return
        self._restore(draft.body)
        self._shell.bar("info", self.tr("What was typed last time is back; please check it"))

    def _on_draft_kept(self, at: datetime) -> None:
        words = self.tr("Kept {0}").format(civil_time(at).strftime("%H:%M:%S"))
        self._state.setText(words)

    # -- writing ---------------------------------------------------------------------------

    def submit(self) -> None:
        """Check the boxes and write the record with its difficulties in one transaction."""
        card = self._card
        if card is None or not self.is_built or not self._save.isEnabled():
            return
        self._trouble.setText("")
        for field in self._fields.values():
            field.clear_error()
        too_long = first_error(list(self._fields.values()))
        if too_long is not None:
            self._say(too_long.error, too_long)
            return
        entries = tuple(line.entry() for line in self._lines if line.text.value())
        level = self._level.value() if self._level and self._level.may_choose else None
        commands: list[Any] = [
            WriteRecord(
                self._talk_id,
                thoughts=self._texts["thoughts"].value(),
                work=self._texts["work"].value(),
                life=self._texts["life"].value(),
                wishes=self._texts["wishes"].value(),
                response=self._texts["response"].value(),
                level=level,
                confirmed_by_person=self._confirmed.value() if self._confirmed else "orally",
                seen=card.row.version,
            )
        ]
        if entries:
            commands.append(AddDifficulties(self._talk_id, entries))
        self._save.setEnabled(False)
        self._store.submit_all(commands, self._on_written, owner=self, failed=self._on_refused)

    def _say(self, sentence: str, field: Field | None) -> None:
        self._trouble.setText(sentence)
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self, _values: list[Any]) -> None:
        if self._draft is not None:
            self._draft.discard()
        self._shell.bar("good", self.tr("The record is written"))
        self.written.emit()

    def _on_refused(self, error: ZhengmingError) -> None:
        self._save.setEnabled(True)
        sentence = self._shell.sentence(error)
        field = None
        if isinstance(error, RefusedError) and error.field:
            field = self._fields.get(error.field)
        if field is not None:
            field.set_error(sentence)
        self._say(sentence, field)
