"""诉求登记: one page from the first question to the receipt, made for the keyboard."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.appeals.counter import (
    Address,
    CounterView,
    EarlierAppeal,
    StartingClock,
    addresses,
    appeal_by_number,
    counter,
    starting_clocks,
)
from db.appeals.duplicates import similar
from db.appeals.intake import DRAFT, Register, Registered, SettleOnTheSpot
from db.appeals.intake_person import RegisterNewPerson
from db.appeals.queries import card
from db.appeals.remedy import RemedyView, remedy_view
from db.appeals.rows import AppealCard, DuplicateHit
from db.appeals.workflow import NAME as TRACK
from db.care.holding import LinkCase
from db.codes.queries import calendar
from db.core.clock import civil_date, civil_time
from db.core.errors import RefusedError, ZhengmingError
from db.core.gate import Gate
from db.core.permissions import Permission
from db.core.tx import Read
from db.documents.filing import Attach
from db.documents.filling import office
from db.documents.papers import Office
from db.office.desk import HeldNoteRow, Hold, held_notes
from db.office.drafts import DraftRow
from db.office.unit_rows import units
from desktop.appeals.counter_dialogs import Consultation, HeldNotesDialog
from desktop.appeals.intake_form import IntakeForm
from desktop.appeals.intake_materials import Handed
from desktop.appeals.intake_side import CompareDialog, SidePanel
from desktop.appeals.intake_slip import CITY, VERTICAL, draw_slip
from desktop.appeals.intake_strip import (
    ENVELOPES,
    QUERY_PAGE,
    UNDERWAY,
    AdministrationStrip,
    HandOnPanel,
)
from desktop.autosave import Autosave
from desktop.documents.receipt_flow import PaperFlow, ReceiptFlow
from desktop.reception.talk_first import TalkFirstFlow
from desktop.shell import Page, Shell
from desktop.store import Store, Tell
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Pill
from desktop.widgets.frames import PageHead
from desktop.widgets.keys import EnterMovesOn, is_composing, is_enter
from desktop.widgets.labels import ElidedLabel, IconLabel, StageLabel, text_label
from desktop.widgets.layouts import FlowLayout
from desktop.widgets.signs import Sign

KEY: Final = "new"
COMPARE_AFTER_MS: Final = 400
BESIDE_FROM: Final = 940
"""Width of the page from which the panels stand beside the form."""

LINKS: Final = 3
REMEDY_FIELDS: Final = (
    "category",
    "remedy_matter",
    "knew_on",
    "person_category",
    "person_name",
)
"""Fields on which the person's own ways depend."""
_FIELD_OF: Final[Mapping[str, str]] = {
    "happened_on": "received_on",
    "name": "person_name",
    "unit_id": "unit",
    "person_id": "person_name",
    "files": "materials",
}
"""Fields of refusals that bear another name in the form."""


class IntakePage(Page):
    """The counter's page; nothing is typed before the first question is answered."""

    watches = frozenset({"ordinary_appeal", "held_note", "unit", "setting", "code", "calendar_day"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._counter: CounterView | None = None
        self._from_talk: int | None = None
        self._held: HeldNoteRow | None = None
        self._repeats: EarlierAppeal | None = None
        self._dismissed: frozenset[int] = frozenset()
        self._hits: tuple[DuplicateHit, ...] = ()
        self._answer = ""
        self._sending = False
        self._waiting: bool | None = None
        self._asked_for_draft = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._compare_timer = QTimer(self)
        self._compare_timer.setSingleShot(True)
        self._compare_timer.setInterval(COMPARE_AFTER_MS)
        self._compare_timer.timeout.connect(self._ask_for_hits)
        self._receipts = ReceiptFlow(store, shell, self)
        self._papers = PaperFlow(store, shell, self)
        self._consultation = Consultation(store, shell, self)
        self._talking = TalkFirstFlow(store, shell, self)
        self._talking.done.connect(self._on_talking_done)
        self._build()
        self._autosave = Autosave(
            store, self, kind=DRAFT, key=KEY, collect=self._collect, title=self._draft_title
        )
        self._autosave.kept.connect(self._on_autosave_kept)
        shell.keep(self._autosave)
        for key, slot in (
            ("Ctrl+S", self._on_register_clicked),
            ("F4", self._on_talk_first_clicked),
            ("F9", self._on_hold_clicked),
            ("F6", self._on_compare_key),
            ("Ctrl+U", self._on_files_key),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- making ----------------------------------------------------------------------------

    def _build(self) -> None:
        """Make everything that has words."""
        theme = self.shell.theme
        self._head = PageHead(theme, self.tr("Register an appeal"), parent=self)
        self._talk_first = Button(theme, self.tr("Talk first"), icon="chats", key="F4", parent=self)
        self._talk_first.setObjectName("talk_first")
        self._talk_first.setToolTip(
            self.tr("Keep three words, talk, and type the appeal later; the office's card is shown")
        )
        self._talk_first.setVisible(self.shell.actor.may(Permission.RECEPTION_WRITE))
        may_consult = self.shell.actor.may(Permission.CONSULTATION)
        self._consult = Button(theme, self.tr("Record a consultation"), small=True, parent=self)
        self._consult.setVisible(may_consult)
        self._notes = Button(theme, "", small=True, parent=self)
        self._saved = StageLabel(theme, Pill("", Sign.CHECK, "good"), parent=self)
        self._saved.hide()
        self._head.add_action(self._talk_first)
        self._head.add_action(self._consult)
        self._head.add_action(self._notes)
        self._head.add_action(self._saved)
        hint = ElidedLabel(self.tr("kept by itself 3 seconds after the last key"), "hint")
        self._head.add_action(hint)
        self._strip = AdministrationStrip(self.shell, self)
        self._form = IntakeForm(self.store, self.shell, self._counter, self)
        self._form.setEnabled(False)
        self._keys = EnterMovesOn(self._form, enabled=self.shell.settings.enter_moves_on)
        self._side = SidePanel(self.shell, self)
        self._hand_on = HandOnPanel(self.shell, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._work_area())
        self._stack.addWidget(self._hand_on)
        self._parts: list[QWidget] = [self._head, self._strip, self._stack, self._foot()]
        for part in self._parts:
            self._column.addWidget(part, 1 if part is self._stack else 0)
            part.show()
        self._connect()
        self._show_counter()

    def _work_area(self) -> QWidget:
        theme = self.shell.theme
        inner = QWidget(self)
        inner.setProperty("kind", "page")
        self._under = QVBoxLayout(inner)
        self._under.setContentsMargins(0, 0, 0, 0)
        self._under.setSpacing(0)
        self._under.addWidget(self._form, 1)
        self._scroll = _scrolled(inner, self)
        self._beside = _scrolled(self._side, self)
        self._beside.setFixedWidth(theme.px(372))
        line = QFrame(self)
        line.setProperty("kind", "vrule")
        area = QWidget(self)
        row = QHBoxLayout(area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll, 1)
        row.addWidget(line)
        row.addWidget(self._beside)
        return area

    def _foot(self) -> QWidget:
        theme = self.shell.theme
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        self._print = Button(theme, "", kind="primary", key="Ctrl+Enter", parent=foot)
        self._register = Button(theme, self.tr("Register"), key="Ctrl+S", parent=foot)
        self._hold = Button(theme, self.tr("Hold"), key="F9", parent=foot)
        self._spot = Button(theme, "", parent=foot)
        self._clear = Button(theme, self.tr("Start over"), kind="quiet", parent=foot)
        self._trouble_light = IconLabel(theme, "light:bad", size=13, parent=foot)
        self._trouble = text_label("", "error", parent=foot)
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))
        row.setSpacing(theme.px(10))
        deeds = FlowLayout(spacing=theme.px(10))
        for button in (self._print, self._register, self._hold, self._spot):
            deeds.addWidget(button)
        trouble = QWidget(foot)
        line = FlowLayout(trouble, spacing=6, line_spacing=0, to_right=True)
        line.addWidget(self._trouble_light)
        line.addWidget(self._trouble)
        self._link_row = line
        row.addLayout(deeds, 3)
        row.addWidget(trouble, 2, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._clear)
        self._link_buttons: list[Button] = []
        self._show_deeds()
        self._show_trouble({})
        return foot

    def _connect(self) -> None:
        self._strip.answered.connect(self._on_strip_answered)
        self._strip.entered.connect(self._on_strip_entered)
        self._strip.refused_matter.connect(self._on_strip_refused_matter)
        self._hand_on.slip_wanted.connect(self._on_slip_wanted)
        self._hand_on.envelope_wanted.connect(self._on_envelope_wanted)
        self._hand_on.back_wanted.connect(self._on_back_wanted)
        self._form.edited.connect(self._on_form_edited)
        self._form.picker.looked_up.connect(self._on_picker_looked_up)
        self._form.picker.listed.connect(self._on_picker_listed)
        self._keys.submitted.connect(self._on_print_clicked)
        self._print.clicked.connect(self._on_print_clicked)
        self._register.clicked.connect(self._on_register_clicked)
        self._hold.clicked.connect(self._on_hold_clicked)
        self._spot.clicked.connect(self._on_spot_clicked)
        self._clear.clicked.connect(self._on_clear_clicked)
        self._consult.clicked.connect(self._on_consult_clicked)
        self._talk_first.clicked.connect(self._on_talk_first_clicked)
        self._notes.clicked.connect(self.open_held_notes)
        self._side.compare_wanted.connect(self._on_compare_wanted)
        self._side.merge_wanted.connect(self._on_merge_wanted)
        self._side.dismissed.connect(self._on_dismissed)
        self._side.slip_wanted.connect(self._on_side_slip_wanted)

    def retranslate(self) -> None:
        """Make the page anew in the present language; nothing typed is lost."""
        values, answer = self._form.values(), self._strip.value()
        focused = QApplication.focusWidget()
        kind, on_the_spot = self._hand_on.kind, self._form.is_on_the_spot
        shown, print_now = self._stack.currentIndex(), self._side.print_now.isChecked()
        name = focused.objectName() if focused is not None else ""
        for part in (*self._parts, self._side):
            part.hide()
            part.deleteLater()
        self._build()
        self._strip.set_value(answer)
        self._form.set_values(values)
        self._form.setEnabled(bool(answer) and shown == 0)
        self._form.open_on_the_spot(on_the_spot)
        self._side.print_now.setChecked(print_now)
        self._side.vertical.setVisible(answer == "vertical")
        if shown:
            self._hand_on.show_kind(kind)
            self._stack.setCurrentIndex(1)
        self._show_deeds()
        self._arrange()
        self._form.focus(name)
        self.reload()

    # -- reading ---------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask for what the counter needs, and once for what was typed last."""
        self.store.read(counter, self._on_counter, seat="counter", owner=self)
        self.store.read(units, self._form.take_units, seat="units", owner=self._form)
        self.store.read(calendar, self._form.take_calendar, seat="calendar", owner=self._form)
        self._ask_for_clocks()
        self._ask_for_hits()
        if not self._asked_for_draft:
            self._asked_for_draft = True
            self._autosave.load(self._on_draft)

    def apply_filters(self, **filters: object) -> None:
        """Take `channel` of a fresh form, `held` (True or a note), `consultation`, or a talk.

        From a talk come `talk_id`, `person_name` and `requests`: the wish that the person agreed
        to turn into an appeal; the saved appeal is linked to the talk.
        """
        channel = filters.get("channel")
        if channel and not self._form.typed():
            self._form.set_values({"channel": str(channel)})
        talk_id = filters.get("talk_id")
        if isinstance(talk_id, int) and not self._form.typed():
            self._from_talk = talk_id
            self._form.set_values(
                {
                    "person_name": str(filters.get("person_name", "")),
                    "requests": str(filters.get("requests", "")),
                }
            )
        held = filters.get("held")
        if held is True:
            self.open_held_notes()
        elif isinstance(held, int):
            self.store.read(
                held_notes, partial(self._on_notes_of_filter, held), seat="held", owner=self
            )
        if filters.get("consultation"):
            self._consultation.open()
        elif self._stack.currentIndex() == 0 and not self._strip.value():
            self._strip.focus_first()

    def _on_counter(self, found: CounterView) -> None:
        self._counter = found
        self._form.take_counter(found)
        self._show_counter()

    def _show_counter(self) -> None:
        found = self._counter
        note = ""
        if found is not None:
            note = self.tr("number after saving: {number}").format(number=found.next_number)
        self._head.set_note(note)
        held = found.held if found is not None else 0
        self._notes.setText(self.tr("Held notes {n}").format(n=held))
        self._notes.updateGeometry()

    def _ask_for_clocks(self) -> None:
        on = self._form.received_on()
        if on is None:
            return
        self.store.read(
            partial(starting_clocks, received_on=on),
            self._on_clocks,
            seat="clocks",
            owner=self,
        )

    def _on_clocks(self, clocks: tuple[StartingClock, ...]) -> None:
        on = self._form.received_on()
        if on is not None:
            self._side.show_clocks(on, clocks)

    def _ask_for_remedy(self) -> None:
        values = self._form.values()
        intake = self._form.intake(self._strip.value(), None)
        self.store.read(
            partial(
                remedy_view,
                category=str(values["category"]),
                matter=self._form.remedy_matter(),
                person_category=str(values["person_category"]),
                administration=self._strip.value(),
                knew_on=intake.knew_on,
            ),
            self._on_remedy,
            seat="remedy",
            owner=self,
        )

    def _on_remedy(self, found: RemedyView | None) -> None:
        self._form.show_remedy(found)

    def _ask_for_hits(self) -> None:
        intake = self._form.intake(self._strip.value(), None)
        if not intake.person_name and not intake.facts and not intake.requests:
            self._on_hits(())
            return
        self.store.read(
            partial(
                similar,
                facts=intake.facts or intake.requests,
                person_id=intake.person_id,
                person_name=intake.person_name,
                unit_id=intake.unit_id,
                unit_text=intake.unit_text,
            ),
            self._on_hits,
            seat="hits",
            owner=self,
        )

    def _on_hits(self, hits: tuple[DuplicateHit, ...]) -> None:
        # An answer may come when the form has been saved and cleared meanwhile.
        self._hits = hits if self._form.typed() else ()
        hits = self._hits
        self._side.show_hits([hit for hit in hits if hit.row.id not in self._dismissed])

    # -- the first question ----------------------------------------------------------------

    def _on_strip_answered(self, code: str) -> None:
        if code == CITY:
            self._refuse(CITY, code)
            return
        self._answer = code
        self._stack.setCurrentIndex(0)
        self._form.setEnabled(not self._sending)
        self._side.vertical.setVisible(code == "vertical")
        self._show_deeds()
        self._ask_for_remedy()
        if self._form.typed():
            self._autosave.touch()

    def _on_strip_entered(self) -> None:
        if self._stack.currentIndex() == 0 and self._form.isEnabled():
            self._form.focus("person_name")

    def _on_strip_refused_matter(self, kind: str) -> None:
        if kind == UNDERWAY:
            self.shell.open_page(QUERY_PAGE)
            return
        self._refuse(kind, "")

    def _refuse(self, kind: str, answer: str) -> None:
        """Close the form for a matter that must not be recorded; nothing typed stays."""
        if not self._form.typed():
            self._hand_over(kind, answer, "")
            return
        self._strip.set_value(self._answer)
        self.shell.confirm(
            self.tr("Take out everything typed?"),
            self.tr("This matter must not be recorded: the words typed so far are not kept"),
            self.tr("Take out"),
            partial(self._hand_over, kind, answer),
        )

    def _hand_over(self, kind: str, answer: str, _reason: str) -> None:
        self._forget()
        self._autosave.discard()
        self._strip.set_value(answer)
        self._hand_on.show_kind(kind)
        self._stack.setCurrentIndex(1)
        self._show_deeds()

    def _on_back_wanted(self) -> None:
        self._strip.set_value("")
        self._stack.setCurrentIndex(0)
        self._form.setEnabled(False)
        self._show_deeds()
        self._strip.focus_first()

    def _on_envelope_wanted(self) -> None:
        self.shell.open_page(ENVELOPES, book="envelope", open="receive")

    def _on_side_slip_wanted(self) -> None:
        self._on_slip_wanted(VERTICAL)

    def _on_slip_wanted(self, kind: str) -> None:
        self.store.read(
            partial(_slip, kind=kind), partial(self._on_slip, kind), seat="slip", owner=self
        )

    def _on_slip(self, kind: str, found: tuple[Office, tuple[Address, ...]]) -> None:
        self._papers.offer(draw_slip(kind, found[1], found[0]), "指引单")

    # -- typing ----------------------------------------------------------------------------

    def _on_form_edited(self, name: str) -> None:
        self._autosave.touch()
        if name in ("person_name", "facts", "requests", "unit", "unit_text"):
            self._compare_timer.start()
        if name == "received_on":
            self._ask_for_clocks()
        if name in REMEDY_FIELDS:
            self._ask_for_remedy()
        if name in ("is_first", "earlier_number"):
            self._repeats = None
        if self._link_buttons:
            self._show_trouble(
                {one: field.error for one, field in self._form.fields.items() if field.error}
            )

    def _collect(self) -> dict[str, Any]:
        body = self._form.values()
        body["administration"] = self._strip.value()
        body["held_note_id"] = self._held.id if self._held else None
        return body

    def _draft_title(self) -> str:
        return self._form.picker.name()

    def _on_autosave_kept(self, at: datetime) -> None:
        words = self.tr("Kept {time}").format(time=civil_time(at).strftime("%H:%M:%S"))
        self._saved.set_pill(Pill(words, Sign.CHECK, "good"))
        self._saved.setVisible(bool(self._form.typed()))

    def _on_draft(self, row: DraftRow | None) -> None:
        if row is None or self._form.typed():
            return
        answer = str(row.body.get("administration", ""))
        if not answer or answer == CITY:
            return
        self._answer = answer
        self._strip.set_value(answer)
        self._form.setEnabled(True)
        self._side.vertical.setVisible(answer == "vertical")
        self._form.set_values(row.body)
        if row.body.get("held_note_id") is not None:
            note = partial(self._on_notes_of_draft, int(row.body["held_note_id"]))
            self.store.read(held_notes, note, seat="held", owner=self)
        self._show_deeds()
        self._ask_for_clocks()
        self._compare_timer.start()
        self.shell.bar(
            "info",
            self.tr("What was typed last time is back; check it"),
            self.tr("Start over"),
            self._on_clear_clicked,
        )

    def _on_notes_of_filter(self, note_id: int, notes: tuple[HeldNoteRow, ...]) -> None:
        note = next((note for note in notes if note.id == note_id), None)
        if note is not None:
            self._on_note_taken(note)

    def _on_notes_of_draft(self, note_id: int, notes: tuple[HeldNoteRow, ...]) -> None:
        self._held = next((note for note in notes if note.id == note_id), None)
        self._show_deeds()

    # -- saving ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from wherever on the page the focus is."""
        if is_enter(event) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_print_clicked()
            return
        super().keyPressEvent(event)

    def _on_print_clicked(self) -> None:
        self._submit(print_after=self._side.print_now.isChecked())

    def _on_register_clicked(self) -> None:
        self._submit(print_after=False)

    def _submit(self, *, print_after: bool) -> None:
        if self._sending or self._stack.currentIndex() or is_composing(QApplication.focusWidget()):
            return
        if not self._strip.value():
            self._strip.focus_first()
            return
        self._waiting = print_after
        if not self._form.picker.is_settled():
            self._form.picker.look_up()
            return
        if self._ask_for_earlier():
            return
        self._waiting = None
        problems = self._form.problems()
        self._form.show_problems(problems)
        self._show_trouble(problems)
        if problems:
            self._form.focus(next(iter(problems)))
            return
        self._send(print_after=print_after)

    def _send(self, *, print_after: bool) -> None:
        administration = self._strip.value()
        repeats = self._repeats.id if self._repeats else None
        intake = self._form.intake(administration, repeats)
        held = self._held.id if self._held else None
        then: Register | SettleOnTheSpot
        if self._form.is_on_the_spot:
            then = self._form.on_the_spot.command(intake, KEY)
        else:
            then = Register(intake, held_note_id=held, draft_key=KEY)
        person = self._form.new_person(administration)
        # What is typed is kept first: the registration drops the draft in its own transaction.
        self._autosave.flush()
        self._set_sending(True)
        self.store.submit(
            then if person is None else RegisterNewPerson(person, then),
            partial(self._on_registered, print_after, tuple(self._form.materials.value())),
            owner=self,
            failed=self._on_refused,
        )

    def _set_sending(self, sending: bool) -> None:
        self._sending = sending
        self._form.setEnabled(not sending)
        for button in (self._print, self._register, self._hold, self._spot):
            button.setEnabled(not sending)

    def _on_registered(
        self, print_after: bool, handed: tuple[Handed, ...], done: Registered
    ) -> None:
        self._autosave.done()
        self._set_sending(False)
        if self._from_talk is not None:
            self.store.submit(LinkCase(self._from_talk, TRACK, done.appeal_id), owner=self)
        self._forget()
        self._strip.focus_first()
        self.shell.bar(
            "good",
            self.tr("Saved. Number: {number}").format(number=done.number),
            self.tr("Open case"),
            partial(self.shell.open_case, TRACK, done.appeal_id),
        )
        files = tuple(one for one in handed if one.path)
        if files:
            self.store.errand(
                partial(_file_papers, done.appeal_id, files),
                partial(self._on_filed, done.appeal_id),
                owner=self,
                changes=frozenset({"attachment", TRACK}),
            )
        if print_after:
            self._receipts.start(done.appeal_id)

    def _on_filed(self, appeal_id: int, missing: tuple[str, ...]) -> None:
        if not missing:
            return
        self.shell.bar(
            "wait",
            self.tr("Not filed, the file cannot be read: {names}").format(
                names=self.tr(", ").join(missing)
            ),
            self.tr("Open case"),
            partial(self.shell.open_case, TRACK, appeal_id),
        )

    def _on_refused(self, error: ZhengmingError) -> None:
        self._set_sending(False)
        field = error.field if isinstance(error, RefusedError) else None
        name = _FIELD_OF.get(field or "", field or "")
        if name not in self._form.fields:
            self.shell.fail(error)
            return
        problems = {name: self.shell.sentence(error)}
        self._form.show_problems(problems)
        self._show_trouble(problems)
        self._form.focus(name)

    def _forget(self) -> None:
        """Begin anew: an empty, closed form and an unanswered question."""
        self._from_talk = None
        self._held = self._repeats = None
        self._answer = ""
        self._dismissed = frozenset()
        self._form.open_on_the_spot(False)
        self._form.clear()
        self._form.setEnabled(False)
        self._strip.set_value("")
        self._side.vertical.hide()
        self._saved.hide()
        self._compare_timer.stop()
        self._on_hits(())
        self._show_trouble({})
        self._show_deeds()
        self._scroll.verticalScrollBar().setValue(0)
        self._ask_for_clocks()

    def _on_talk_first_clicked(self) -> None:
        values = self._form.values() if self._form.isEnabled() else {}
        self._talking.open(
            name=str(values.get("person_name", "") or ""),
            phone=str(values.get("phone", "") or ""),
        )

    def _on_talking_done(self) -> None:
        self.reload()

    def _on_hold_clicked(self) -> None:
        if self._sending or is_composing(QApplication.focusWidget()) or not self._form.isEnabled():
            return
        values = self._form.values()
        line = str(values["requests"] or values["facts"] or "").strip()
        typed = self._form.typed() - {"person_name", "phone", "requests", "facts"}
        short = line and "\n" not in line and not (values["requests"] and values["facts"])
        if typed or not short or not self._form.picker.name() or self._held is not None:
            self._autosave.touch()
            self._autosave.flush()
            return
        self._set_sending(True)
        self._autosave.flush()
        self.store.submit(
            Hold(self._form.picker.name(), line, str(values["phone"])),
            self._on_held,
            owner=self,
            failed=self._on_refused,
        )

    def _on_held(self, number: str) -> None:
        self._set_sending(False)
        self._autosave.discard()
        self._forget()
        self._strip.focus_first()
        self.shell.bar(
            "good",
            self.tr("Held as {number}; complete it later").format(number=number),
            self.tr("Held notes"),
            self.open_held_notes,
        )

    # -- short paths -----------------------------------------------------------------------

    def open_held_notes(self) -> None:
        """Show 暂存件 to go on with."""
        dialog = HeldNotesDialog(self.store, self.shell, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._on_note_taken)
        dialog.open()

    def _on_note_taken(self, note: HeldNoteRow) -> None:
        if self._form.typed():
            self.shell.bar(
                "wait", self.tr("Save or clear the form first, then go on with the held note")
            )
            return
        self._held = note
        self._form.set_values(
            {
                "received_on": civil_date(note.came_at).isoformat(),
                "received_time": civil_time(note.came_at).strftime("%H:%M"),
                "person_name": note.person_name,
                "phone": note.phone,
                "requests": note.line,
            }
        )
        self._form.picker.look_up()
        self._stack.setCurrentIndex(0)
        self._show_deeds()
        self._ask_for_clocks()
        if self._strip.value():
            self._form.focus("person_name")
        else:
            self._strip.focus_first()
        self.shell.bar(
            "info",
            self.tr(
                "Going on with {number}: its time is kept, it is marked as entered later"
            ).format(number=note.number),
        )

    def _on_consult_clicked(self) -> None:
        self._consultation.open()

    def _on_spot_clicked(self) -> None:
        self._form.open_on_the_spot(not self._form.is_on_the_spot)
        self._show_deeds()

    def _show_deeds(self) -> None:
        on_the_spot = self._form.is_on_the_spot
        is_open = self._form.isEnabled() and self._stack.currentIndex() == 0
        if on_the_spot:
            self._print.setText(self.tr("Settle and print receipt"))
            self._spot.setText(self.tr("Register instead"))
        else:
            self._print.setText(self.tr("Register and print receipt"))
            self._spot.setText(self.tr("Settle on the spot"))
        self._register.setVisible(not on_the_spot)
        self._hold.setVisible(not on_the_spot)
        self._spot.setToolTip(
            self.tr("A held note is registered first") if self._held is not None else ""
        )
        for button in (self._print, self._register, self._hold, self._clear):
            button.setEnabled(is_open and not self._sending)
        self._spot.setEnabled(is_open and not self._sending and self._held is None)
        for button in (self._print, self._spot):
            button.updateGeometry()

    def _on_clear_clicked(self) -> None:
        if not self._form.typed():
            self._start_over("")
            return
        self.shell.confirm(
            self.tr("Clear the form?"),
            self.tr("Everything typed in it is thrown away"),
            self.tr("Clear"),
            self._start_over,
        )

    def _start_over(self, _reason: str) -> None:
        self._autosave.discard()
        self._forget()
        self._strip.focus_first()

    # -- trouble ---------------------------------------------------------------------------

    def _show_trouble(self, problems: Mapping[str, str]) -> None:
        for button in self._link_buttons:
            self._link_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._link_buttons = []
        self._trouble_light.setVisible(bool(problems))
        self._trouble.setVisible(bool(problems))
        if len(problems) == 1:
            self._trouble.setText(self.tr("1 place still to mend"))
        else:
            self._trouble.setText(self.tr("{n} places still to mend").format(n=len(problems)))
        for name in list(problems)[:LINKS]:
            label = self._form.fields[name].label_text
            link = Button(self.shell.theme, label, kind="link", parent=self._trouble.parentWidget())
            link.setProperty("field", name)
            link.setToolTip(problems[name])
            link.clicked.connect(self._on_link_clicked)
            self._link_row.addWidget(link)
            link.show()
            self._link_buttons.append(link)

    def _on_link_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, Button):
            self._form.focus(str(link.property("field")))

    # -- repeats ---------------------------------------------------------------------------

    def _on_picker_listed(self) -> None:
        self._scroll.ensureWidgetVisible(self._form.picker.overlay, 0, 8)

    def _on_picker_looked_up(self) -> None:
        if self._waiting is not None:
            self._submit(print_after=self._waiting)

    def _ask_for_earlier(self) -> bool:
        """Ask who the earlier number belongs to; return whether saving must wait for it."""
        values = self._form.values()
        number = str(values["earlier_number"]).strip()
        if values["is_first"] != "repeated" or not number or self._repeats is not None:
            return False
        self.store.read(
            partial(appeal_by_number, number=number),
            self._on_earlier,
            seat="earlier",
            owner=self,
        )
        return True

    def _on_earlier(self, found: EarlierAppeal | None) -> None:
        print_after, self._waiting = self._waiting, None
        if found is None:
            problems = {"earlier_number": self.tr("No matching case")}
            self._form.show_problems(problems)
            self._show_trouble(problems)
            self._form.focus("earlier_number")
            return
        self._take_repeat(found)
        if print_after is not None:
            self._submit(print_after=print_after)

    def _take_repeat(self, earlier: EarlierAppeal) -> None:
        self._form.set_repeat(earlier.number)
        self._form.fields["earlier_number"].set_help(f"{earlier.person_name} {earlier.subject}")
        self._repeats = earlier
        self._autosave.touch()

    def _on_merge_wanted(self, key: str) -> None:
        hit = next((hit for hit in self._hits if str(hit.row.id) == key), None)
        if hit is not None:
            row = hit.row
            self._take_repeat(EarlierAppeal(row.id, row.number, row.person_name, row.subject))

    def _on_dismissed(self) -> None:
        self._dismissed |= {hit.row.id for hit in self._hits}

    def _on_compare_wanted(self, key: str) -> None:
        if key:
            self.store.read(
                partial(card, appeal_id=int(key)), self._on_card, seat="compare", owner=self
            )

    def _on_compare_key(self) -> None:
        self._on_compare_wanted(self._side.banner.current_key())

    def _on_card(self, found: AppealCard) -> None:
        values = self._form.values()
        mine = str(values["facts"] or values["requests"])
        dialog = CompareDialog(self.shell, mine, found, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.merge_wanted.connect(self._on_compare_merge_wanted)
        dialog.open()

    def _on_compare_merge_wanted(self, appeal_id: int) -> None:
        self._on_merge_wanted(str(appeal_id))

    def _on_files_key(self) -> None:
        if self._form.isEnabled():
            self._form.materials.choose_files()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus of the page on to where one writes next."""
        super().focusInEvent(event)
        if self._stack.currentIndex():
            self._hand_on.setFocus()
        elif not self._strip.value():
            self._strip.focus_first()
        else:
            self._form.focus("facts" if self._form.picker.name() else "person_name")

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first question."""
        super().showEvent(event)
        if not self._strip.value() and self._stack.currentIndex() == 0:
            self._strip.focus_first()

    # -- room ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panels beside the form, or under it where the page is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= self.shell.theme.px(BESIDE_FROM)
        if beside and self._beside.widget() is None:
            self._under.removeWidget(self._side)
            self._beside.setWidget(self._side)
        elif not beside and self._beside.widget() is not None:
            self._beside.takeWidget()
            self._under.addWidget(self._side)
        self._side.show()
        self._beside.setVisible(beside)


def _scrolled(inner: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def _slip(read: Read, kind: str) -> tuple[Office, tuple[Address, ...]]:
    return office(read), addresses(read, kind)


def _file_papers(
    appeal_id: int, files: tuple[Handed, ...], gate: Gate, tell: Tell
) -> tuple[str, ...]:
    """File the papers one by one and return the names of those that could not be read."""
    missing = []
    for at, one in enumerate(files):
        tell("file", at, len(files))
        try:
            content = Path(one.path).read_bytes()
        except OSError:
            missing.append(one.name)
            continue
        gate.write(
            Attach(
                TRACK,
                appeal_id,
                one.name,
                content,
                pages=one.pages,
                copies=one.copies,
                is_original=one.is_original,
            )
        )
    return tuple(missing)
