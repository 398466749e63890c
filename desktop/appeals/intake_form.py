"""The fields of 诉求登记 in the order of form §7.1; one object a language, made anew on a switch.

The names of the fields are those of `db.appeals.intake.Intake`, so that a refusal finds its place.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.appeals.counter import CounterView
from db.appeals.intake import Intake
from db.appeals.remedy import MATTER_OF, REMEDY_CATEGORIES, RemedyView
from db.codes.working_days import Calendar
from db.office.unit_rows import UnitRow
from db.people.commands import CreatePerson
from desktop.appeals.counter_dialogs import OnTheSpotFields
from desktop.appeals.intake_editors import (
    ChannelChoice,
    MonthEdit,
    NameEdit,
    PhoneEdit,
    TimeEdit,
    read_month,
    read_time,
)
from desktop.appeals.intake_marks import WordingWatch
from desktop.appeals.intake_materials import MaterialsZone, handed_of
from desktop.appeals.intake_people import NEW, PERSON, Chosen, PersonPicker
from desktop.appeals.intake_rows import FieldRow
from desktop.appeals.remedy_panel import RemedyPanel
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.editors import ComboBox, LineEdit, Option, Segmented, TextArea
from desktop.widgets.field import Field
from desktop.widgets.labels import text_label
from desktop.widgets.ticks import TickBox

COMMON_CHANNELS: Final = ("window", "letter", "phone", "leader_visit", "transferred")
PAPER_CHANNELS: Final = frozenset({"letter", "assigned_above", "transferred", "inspection"})
"""Channels that come with somebody's number."""

PERSONNEL: Final = "personnel_decision"
UNLISTED: Final = "_text"
LONGEST_TITLE: Final = 30
TEXTS: Final = ("subject", "requests", "facts", "proposed_opinion")


class IntakeForm(QWidget):
    """All fields of the form; knows what is wrong with them and nothing of the record.

    `edited` carries the name of the field that a person changed; while values are put in by the
    program it is silent.
    """

    edited = Signal(str)

    def __init__(
        self, store: Store, shell: Shell, counter: CounterView | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._counter = counter
        self._calendar: Calendar | None = None
        self._units: tuple[UnitRow, ...] = ()
        self._quiet = True
        self._own_title = False
        self._kinds: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        self._rows: dict[str, QWidget] = {}
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make_receipt_fields()
        self._make_person_fields()
        self._make_appeal_fields()
        self._lay_out()
        self.picker = PersonPicker(
            store, shell, self.fields["person_name"], span=self._span, page=self
        )
        texts = {name: self._text_editor(name) for name in TEXTS}
        self.watch = WordingWatch(shell.theme, store, texts, self)
        self._connect()
        self.clear()

    # -- what the page gives and takes ---------------------------------------------------------

    def take_counter(self, counter: CounterView) -> None:
        """Use what the record says about this counter from now on."""
        self._counter = counter
        self._show_rows()

    def take_calendar(self, calendar: Calendar) -> None:
        """Let dates be typed in working days."""
        self._calendar = calendar

    def take_units(self, units: Sequence[UnitRow]) -> None:
        """Offer these units; the same ones again disturb nobody who is typing."""
        if tuple(units) == self._units:
            return
        self._units = tuple(units)
        options = [Option(str(u.id), u.full_name, u.short_name) for u in units]
        options.append(Option(UNLISTED, self.tr("Another unit, not in the list")))
        self._quiet, quiet = True, self._quiet
        self._unit.set_options(options)
        self._quiet = quiet

    def clear(self) -> None:
        """Begin a new form: today, now, everything else empty."""
        self._quiet = True
        for field in self.fields.values():
            field.clear_error()
        self._set_plain({})
        self.picker.clear()
        self._own_title = False
        self._show_rows()
        self._kinds = self.watch.look_now()
        self._quiet = False

    def values(self) -> dict[str, Any]:
        """Return everything typed, as a draft keeps it."""
        found: dict[str, Any] = {
            name: self._value(field.editor) for name, field in self.fields.items()
        }
        found["choice"] = self.picker.body()
        found["own_title"] = self._own_title
        return found

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Put a draft back."""
        self._quiet = True
        self._set_plain(values)
        self._own_title = bool(values.get("own_title", False))
        self.on_the_spot.setVisible(bool(values.get("reply")))
        choice = values.get("choice")
        self.picker.restore(
            str(values.get("person_name", "")), choice if isinstance(choice, dict) else {}
        )
        self._show_rows()
        if not self._subject.value():
            self._make_title()
        self._kinds = self.watch.look_now()
        self._quiet = False

    def typed(self) -> set[str]:
        """Return the names of the fields that differ from an empty form."""
        blank = self._blank()
        found = {
            name
            for name, field in self.fields.items()
            if self._value(field.editor) != blank.get(name, self._empty(field.editor))
        }
        if not self._own_title:
            found.discard("subject")
        return found - {"received_on", "received_time", "channel", "registrar"}

    def intake(self, administration: str, duplicate_of_id: int | None) -> Intake:
        """Return the form as the record takes it."""
        text = self._text
        chosen = self.picker.state
        unit_id, unit_text = self._unit_of()
        return Intake(
            administration=administration,
            channel=text("channel"),
            category=text("category"),
            subject=text("subject"),
            facts=text("facts"),
            person_id=chosen.person.row.id if chosen.person else None,
            person_name=self.picker.name(),
            unit_id=unit_id,
            unit_text=unit_text,
            person_category=text("person_category"),
            received_on=self._received.day(),
            received_time=read_time(text("received_time")),
            backdated_reason=text("backdated_reason") if self.is_late() else "",
            requests=text("requests"),
            phone=text("phone"),
            contact_preference=text("contact_preference"),
            submitter=text("submitter"),
            submitter_text=text("submitter_text") if text("submitter") != "self" else "",
            transfer_wish=text("transfer_wish"),
            name_open=text("name_open") != "no",
            earlier_steps=text("earlier_steps") if self._wants_remedy() else "",
            knew_on=self._knew.day() if self._wants_remedy() else None,
            remedy_matter=self.remedy_matter(),
            incoming_unit=text("incoming_unit") if self._has_paper() else "",
            incoming_number=text("incoming_number") if self._has_paper() else "",
            postmark_on=self._postmark.day() if text("channel") == "letter" else None,
            head_count=self._heads(),
            materials=tuple(one.material() for one in self.materials.value()),
            attention=text("attention"),
            remark=text("remark"),
            proposed_opinion=text("proposed_opinion"),
            duplicate_of_id=duplicate_of_id,
        )

    def new_person(self, administration: str) -> CreatePerson | None:
        """Return the new cadre, None where nobody new is to be recorded."""
        if self.picker.state.kind != NEW:
            return None
        unit_id, unit_text = self._unit_of()
        text = self._text
        return CreatePerson(
            name=self.picker.name(),
            sex=text("sex"),
            birth_month=read_month(text("birth_month")),
            political_status=text("political_status"),
            person_category=text("person_category"),
            administration=administration,
            unit_id=unit_id,
            unit_text=unit_text,
            post=text("post"),
            rank=text("rank"),
            phone=text("phone"),
            contact_preference=text("contact_preference"),
        )

    def problems(self) -> dict[str, str]:
        """Return what keeps the form from being saved, by field, in the order of the form."""
        found: dict[str, str] = {}
        for name, field in self.fields.items():
            if not field.isVisibleTo(self):
                continue
            sentence = self._problem(name, field)
            if sentence:
                found[name] = sentence
        self._kinds = self.watch.look_now()
        for name, kind in self._kinds.items():
            if kind:
                found[name] = self._wording_sentence(kind)
        return found

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show these beside their fields and nothing beside the others."""
        for name, field in self.fields.items():
            self._set_error(name, field, problems.get(name, ""))

    def focus(self, name: str) -> None:
        """Go to a field."""
        field = self.fields.get(name)
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Go to the name: date and channel have their usual values already."""
        self.focus("received_on")

    def received_on(self) -> date | None:
        """Return the receipt date as far as it is one."""
        return self._received.day()

    def is_late(self) -> bool:
        """Whether the receipt lies so far back that a reason is needed."""
        on = self._received.day()
        free = self._counter.free_days if self._counter else 7
        return on is not None and on < self._shell.today() - timedelta(days=free)

    def show_remedy(self, view: RemedyView | None) -> None:
        """Show the person's own ways under the day of knowing."""
        self.remedy.show_view(view)
        self.remedy.setVisible(view is not None and self._wants_remedy())

    def set_repeat(self, number: str) -> None:
        """Show that this repeats an earlier appeal; empty says it is the first time."""
        self._quiet = True
        self._first.set_value("repeated" if number else "first")
        self._earlier.set_value(number)
        self._quiet = False
        self._show_rows()

    def open_on_the_spot(self, wanted: bool) -> None:
        """Show or hide the fields of 当场办结."""
        self.on_the_spot.setVisible(wanted)
        if wanted:
            self.focus("reply")

    @property
    def is_on_the_spot(self) -> bool:
        """Whether the answer is given in this form."""
        return self.on_the_spot.isVisibleTo(self)

    # -- making --------------------------------------------------------------------------------

    def _field(
        self,
        name: str,
        label: str,
        editor: QWidget,
        *,
        required: bool = False,
        aside: str = "",
        help_text: str = "",
    ) -> Field:
        editor.setObjectName(name)
        field = Field(
            self._shell.theme,
            label,
            editor,
            required=required,
            aside=aside,
            help_text=help_text,
            parent=self,
        )
        self.fields[name] = field
        return field

    def _combo(self, listed: str) -> ComboBox:
        options = self._shell.labels.options(listed, on=self._shell.today())
        return ComboBox(self._shell.theme, options, parent=self)

    def _make_receipt_fields(self) -> None:
        theme, labels = self._shell.theme, self._shell.labels
        self._received = DateEdit(
            theme, self._shell.today, add_workdays=self._add_workdays, past=True, parent=self
        )
        self._field("received_on", self.tr("Received on"), self._received, required=True)
        everything = {o.code: o for o in labels.options("intake_channel", on=self._shell.today())}
        common = [
            Option(code, labels.code("intake_channel", code, short=True))
            for code in COMMON_CHANNELS
            if code in everything
        ]
        others = [o for code, o in everything.items() if code not in COMMON_CHANNELS]
        self._channel = ChannelChoice(theme, common, others, parent=self)
        self._field("channel", self.tr("Channel"), self._channel, required=True)
        self._field("received_time", self.tr("Time"), TimeEdit(theme, parent=self))
        registrar = LineEdit(theme, self._shell.actor.name, parent=self)
        registrar.setReadOnly(True)
        registrar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field("registrar", self.tr("Registered by"), registrar)
        reason = LineEdit(theme, max_length=200, parent=self)
        self._field("backdated_reason", self.tr("Reason for recording late"), reason, required=True)
        self._field(
            "incoming_unit", self.tr("Sent by"), LineEdit(theme, max_length=120, parent=self)
        )
        self._field(
            "incoming_number",
            self.tr("Number of the incoming paper"),
            LineEdit(theme, max_length=80, parent=self),
        )
        self._postmark = DateEdit(theme, self._shell.today, past=True, parent=self)
        self._field("postmark_on", self.tr("Postmark"), self._postmark)
        heads = LineEdit(theme, "1", private=False, max_length=3, parent=self)
        self._field("head_count", self.tr("Visitors"), heads)

    def _make_person_fields(self) -> None:
        theme = self._shell.theme
        self._name = NameEdit(theme, parent=self)
        self._field("person_name", self.tr("Name"), self._name, required=True)
        self._category_of_person = self._combo("person_category")
        self._field(
            "person_category", self.tr("Kind of person"), self._category_of_person, required=True
        )
        self._contact = self._combo("contact_preference")
        self._field("contact_preference", self.tr("How to reach"), self._contact, required=True)
        self._phone = PhoneEdit(theme, parent=self)
        self._field("phone", self.tr("Telephone"), self._phone, required=True)
        self._unit = ComboBox(theme, (), parent=self)
        self._unit.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._field("unit", self.tr("Unit"), self._unit)
        self._field(
            "unit_text",
            self.tr("Name of the unit"),
            LineEdit(theme, max_length=120, parent=self),
            required=True,
        )
        self._submitter = self._combo("submitter")
        self._field("submitter", self.tr("Brought by"), self._submitter)
        self._field(
            "submitter_text",
            self.tr("Name, relation and telephone"),
            LineEdit(theme, max_length=120, parent=self),
            required=True,
        )
        sexes = self._shell.labels.options("sex")
        self._field("sex", self.tr("Sex"), Segmented(theme, sexes, parent=self))
        self._field("birth_month", self.tr("Born in"), MonthEdit(theme, parent=self))
        self._field(
            "political_status", self.tr("Political status"), self._combo("political_status")
        )
        self._field("post", self.tr("Post"), LineEdit(theme, max_length=120, parent=self))
        self._field("rank", self.tr("Rank"), self._combo("rank"))

    def _make_appeal_fields(self) -> None:
        theme, labels = self._shell.theme, self._shell.labels
        self._category = self._combo("appeal_category")
        self._field("category", self.tr("Category"), self._category, required=True)
        self._first = ComboBox(
            theme,
            [Option("first", self.tr("First time")), Option("repeated", self.tr("Repeated"))],
            parent=self,
        )
        self._field("is_first", self.tr("First time?"), self._first)
        self._earlier = LineEdit(theme, max_length=60, placeholder="2026-0387", parent=self)
        self._field("earlier_number", self.tr("Earlier number"), self._earlier, required=True)
        wishes = [
            Option(o.code, labels.code("transfer_wish", o.code, short=True), note=o.label)
            for o in labels.options("transfer_wish", on=self._shell.today())
        ]
        self._wish = Segmented(theme, wishes, parent=self)
        self._field("transfer_wish", self.tr("Passing on"), self._wish, required=True)
        self._matter = self._combo("remedy_matter")
        self._field("remedy_matter", self.tr("Decision about"), self._matter)
        self._knew = DateEdit(theme, self._shell.today, past=True, parent=self)
        self._field("knew_on", self.tr("Knew of the decision on"), self._knew)
        self._field(
            "earlier_steps",
            self.tr("Decision and number, steps taken before"),
            LineEdit(theme, max_length=200, parent=self),
        )
        self.remedy = RemedyPanel(self._shell, self)
        self._requests = TextArea(theme, lines=1, parent=self)
        self._field(
            "requests",
            self.tr("Requests"),
            self._requests,
            required=True,
            aside=self.tr("one to a line; each may go to another unit"),
        )
        self._subject = LineEdit(theme, max_length=200, parent=self)
        self._field(
            "subject",
            self.tr("Title"),
            self._subject,
            required=True,
            aside=self.tr("made by the program, may be changed; at most 30 characters"),
        )
        self._facts = TextArea(theme, lines=4, parent=self)
        facts = self._field("facts", self.tr("Main facts and reasons"), self._facts, required=True)
        facts.set_aside(
            self.tr("Only the person's own appeal and facts; never ask for or guess a reporter"),
            "guard",
        )
        self.materials = MaterialsZone(self._shell, self)
        self._field("materials", self.tr("Papers handed in"), self.materials)
        self._opinion = LineEdit(theme, max_length=300, parent=self)
        self._field(
            "proposed_opinion",
            self.tr("Proposed opinion"),
            self._opinion,
            aside=self.tr("needed before it goes to screening"),
        )
        self._field(
            "name_open",
            self.tr("Name may be told"),
            ComboBox(
                theme, [Option("yes", self.tr("Yes")), Option("no", self.tr("No"))], parent=self
            ),
        )
        self._field("attention", self.tr("To be noticed"), self._combo("attention"))
        self._field("remark", self.tr("Remark"), LineEdit(theme, max_length=300, parent=self))
        self.on_the_spot = OnTheSpotFields(self._shell, self)
        for name, field in self.on_the_spot.fields.items():
            self.fields[name] = field
        self.on_the_spot.hide()

    def _lay_out(self) -> None:
        theme = self._shell.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(
            self._row("top", received_on=3, channel=7, received_time=2, head_count=1, registrar=2)
        )
        column.addWidget(
            self._row(
                "paper", backdated_reason=5, incoming_unit=4, incoming_number=4, postmark_on=2
            )
        )
        column.addWidget(text_label(self.tr("Appellant"), "section", parent=self))
        self._span = self._row("person", person_name=6, person_category=5, contact_preference=5)
        self._phone_part = self._row("phone_part", phone=1)
        both = QWidget(self)
        line = FieldRow(both, gap=theme.px(12))
        line.add(self._span, 15)
        line.add(self._phone_part, 5)
        column.addWidget(both)
        column.addWidget(self._row("new", sex=2, birth_month=3, political_status=4, post=4, rank=4))
        column.addWidget(self._row("unit", unit=6, unit_text=5, submitter=4, submitter_text=6))
        column.addWidget(text_label(self.tr("Appeal"), "section", parent=self))
        column.addWidget(
            self._row("category", category=6, is_first=2, earlier_number=3, transfer_wish=5)
        )
        column.addWidget(self._row("remedy", remedy_matter=3, knew_on=2, earlier_steps=5))
        column.addWidget(self.remedy)
        for name in ("requests", "subject", "facts", "materials", "proposed_opinion"):
            column.addWidget(self.fields[name])
        column.addWidget(self._row("more", name_open=2, attention=2, remark=5))
        column.addWidget(self.on_the_spot)
        column.addStretch(1)

    def _row(self, key: str, **weights: int) -> QWidget:
        box = QWidget(self)
        whole = min(7, sum(weights.values()))
        line = FieldRow(box, gap=self._shell.theme.px(12), whole=whole)
        for name, weight in weights.items():
            line.add(self.fields[name], weight)
        self._rows[key] = box
        return box

    def _connect(self) -> None:
        self.picker.chosen.connect(self._on_picker_chosen)
        self.watch.found.connect(self._on_watch_found)
        for field in self.fields.values():
            told = getattr(field.editor, "value_changed", None)
            if told is not None:
                told.connect(self._on_editor_value_changed)
        for day in (self._received, self._knew, self._postmark):
            day.day_changed.connect(self._on_editor_value_changed)
        self._subject.textEdited.connect(self._on_subject_text_edited)

    # -- values --------------------------------------------------------------------------------

    def _text_editor(self, name: str) -> LineEdit | TextArea:
        editor = self.fields[name].editor
        assert isinstance(editor, LineEdit | TextArea)
        return editor

    def _text(self, name: str) -> str:
        return str(self._value(self.fields[name].editor) or "")

    def _value(self, editor: QWidget) -> Any:
        if isinstance(editor, DateEdit):
            day = editor.day()
            return day.isoformat() if day is not None else editor.value()
        if isinstance(editor, MaterialsZone):
            return [one.body() for one in editor.value()]
        if isinstance(editor, TickBox):
            return editor.isChecked()
        value = getattr(editor, "value", None)
        return value() if callable(value) else ""

    def _empty(self, editor: QWidget) -> Any:
        if isinstance(editor, MaterialsZone):
            return []
        return False if isinstance(editor, TickBox) else ""

    def _blank(self) -> dict[str, Any]:
        """Return what an empty form holds."""
        now = self._now_words()
        return {
            "received_on": self._shell.today().isoformat(),
            "received_time": now,
            "channel": "window",
            "registrar": self._shell.actor.name,
            "head_count": "1",
            "contact_preference": "own_mobile",
            "submitter": "self",
            "is_first": "first",
            "name_open": "yes",
            "attention": "none",
        }

    def _now_words(self) -> str:
        from db.core.clock import civil_time

        return civil_time(self._store.now()).strftime("%H:%M")

    def _set_plain(self, values: Mapping[str, Any]) -> None:
        wanted = {**self._blank(), **values}
        for name, field in self.fields.items():
            self._put(field.editor, wanted.get(name, self._empty(field.editor)))

    def _put(self, editor: QWidget, value: Any) -> None:
        if isinstance(editor, DateEdit):
            try:
                editor.set_day(date.fromisoformat(str(value)) if value else None)
            except ValueError:
                editor.setText(str(value))
        elif isinstance(editor, MaterialsZone):
            editor.set_value([handed_of(one) for one in value if isinstance(one, dict)])
        elif isinstance(editor, TickBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, LineEdit | TextArea | ComboBox | Segmented | ChannelChoice):
            editor.set_value(str(value))

    def _unit_of(self) -> tuple[int | None, str]:
        code = self._text("unit")
        if code == UNLISTED:
            return None, self._text("unit_text")
        chosen = next((u for u in self._units if str(u.id) == code), None)
        return (chosen.id, chosen.short_name) if chosen else (None, "")

    def _heads(self) -> int:
        text = self._text("head_count")
        return int(text) if text.isdecimal() else 1

    def remedy_matter(self) -> str:
        """Return what the decision was about, as far as it was chosen or the category says it."""
        if not self._wants_remedy():
            return ""
        category = self._text("category")
        return MATTER_OF.get(category, "") or self._text("remedy_matter")

    def _wants_remedy(self) -> bool:
        return self._text("category") in REMEDY_CATEGORIES

    def _has_paper(self) -> bool:
        return self._text("channel") in PAPER_CHANNELS

    def _add_workdays(self, day: date, count: int) -> date:
        step = timedelta(days=1 if count >= 0 else -1)
        left = abs(count)
        while left:
            day += step
            working = (
                day.weekday() < 5 if self._calendar is None else self._calendar.is_working(day)
            )
            left -= working
        return day

    # -- problems ------------------------------------------------------------------------------

    def _problem(self, name: str, field: Field) -> str:
        editor = field.editor
        if name == "person_name":
            return self.picker.problem()
        if name == "phone" and not self._phone_needed() and not self._text("phone"):
            return ""
        if isinstance(editor, DateEdit) and editor.is_unreadable():
            return self.tr("Write the date as 2026-03-05, 0305 or 3.5")
        if isinstance(editor, PhoneEdit | TimeEdit | MonthEdit) and editor.problem():
            return editor.problem()
        if name == "head_count":
            text = self._text(name)
            if not text.isdecimal() or int(text) < 1:
                return self.tr("A whole number from 1")
        if name == "facts" and self._text("requests") and not self._text("facts"):
            return self.tr("Write down facts and reasons")
        if field.is_required and not self._value(editor):
            if name == "phone":
                return self.tr(
                    "Give a telephone number. If the person wants none on record, choose “no phone”"
                )
            return self.tr("Please fill in “{label}”").format(label=field.label_text)
        return ""

    def _phone_needed(self) -> bool:
        return self._text("contact_preference") != "no_phone"

    def _set_error(self, name: str, field: Field, sentence: str) -> None:
        if field.error == sentence:
            return
        field.set_error(sentence)
        if isinstance(field.editor, ChannelChoice):
            field.editor.set_invalid(bool(sentence))

    def _wording_sentence(self, kind: str) -> str:
        if kind == "reporter_guess":
            return self.tr("The text seems to guess who reported: take it out before saving")
        return self.tr("State secrets are never entered here: take the mark of secrecy out")

    # -- what depends on what ------------------------------------------------------------------

    def _show_rows(self) -> None:
        channel = self._text("channel")
        paper, letter = self._has_paper(), channel == "letter"
        visit = channel in ("window", "leader_visit")
        for name, shown in (
            ("backdated_reason", self.is_late()),
            ("incoming_unit", paper and not letter),
            ("incoming_number", paper and not letter),
            ("postmark_on", letter),
            ("head_count", visit),
        ):
            self.fields[name].setVisible(shown)
        self._rows["paper"].setVisible(paper or letter or self.is_late())
        self._rows["new"].setVisible(self.picker.state.kind == NEW)
        self.fields["unit_text"].setVisible(self._text("unit") == UNLISTED)
        self.fields["submitter_text"].setVisible(self._text("submitter") not in ("", "self"))
        self.fields["earlier_number"].setVisible(self._text("is_first") == "repeated")
        self._rows["remedy"].setVisible(self._wants_remedy())
        self.fields["remedy_matter"].setVisible(self._text("category") == PERSONNEL)
        self.remedy.setVisible(self._wants_remedy() and bool(self.remedy.text()))
        self.fields["phone"].set_required(self._phone_needed())

    def _make_title(self) -> None:
        if self._own_title or self._counter is None:
            return
        category = self._counter.categories_zh.get(self._text("category"), "")
        first = next((line for line in self._requests.value().splitlines() if line.strip()), "")
        first = first.strip().lstrip("0123456789.、）) ").rstrip("。；;，,")
        wanted = f"关于{first}的诉求" if first else ""
        if not wanted or len(wanted) > LONGEST_TITLE:
            wanted = f"关于{category}问题的诉求" if category else ""
        if wanted != self._subject.text():
            quiet, self._quiet = self._quiet, True
            self._subject.set_value(wanted)
            self._quiet = quiet

    def _take_person(self, chosen: Chosen) -> None:
        person = chosen.person
        if chosen.kind != PERSON or person is None:
            return
        for name, value in (
            ("person_category", person.row.person_category),
            ("contact_preference", person.contact_preference),
            ("phone", person.row.phone),
        ):
            if value:
                self._put(self.fields[name].editor, value)
        if person.row.unit_id is not None:
            self._unit.set_value(str(person.row.unit_id))
        elif person.unit:
            self._unit.set_value(UNLISTED)
            self._put(self.fields["unit_text"].editor, person.unit)

    def _on_picker_chosen(self, chosen: Chosen) -> None:
        quiet = self._quiet
        if not quiet:
            self._quiet = True
            self._take_person(chosen)
            self._quiet = False
        self._show_rows()
        if not quiet:
            if chosen.kind == NEW:
                self.focus("sex")
            self.edited.emit("person_name")

    def _on_watch_found(self, kinds: dict[str, str]) -> None:
        self._kinds = kinds
        for name, kind in kinds.items():
            sentence = self._wording_sentence(kind) if kind else ""
            field = self.fields[name]
            guarded = field.error in self._wording_sentences()
            if sentence or guarded:
                self._set_error(name, field, sentence)

    def _wording_sentences(self) -> tuple[str, str]:
        return self._wording_sentence("reporter_guess"), self._wording_sentence("secrecy_mark")

    def _on_subject_text_edited(self, text: str) -> None:
        self._own_title = bool(text.strip())

    def _on_editor_value_changed(self, _value: object) -> None:
        if self._quiet:
            return
        editor = self.sender()
        name = editor.objectName() if editor is not None else ""
        self._show_rows()
        if name in ("category", "requests"):
            self._make_title()
        field = self.fields.get(name)
        if field is not None and self._kinds.get(name):
            # Stays until the next look, so that the sentence does not blink with each key.
            self._set_error(name, field, self._wording_sentence(self._kinds[name]))
        elif field is not None and field.error and not self._problem(name, field):
            self._set_error(name, field, "")
        self.edited.emit(name)
