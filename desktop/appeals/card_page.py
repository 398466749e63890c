"""诉求件详情: moves as buttons, clocks that say why, timeline, people, files, linked cases."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.appeals.queries import LAST
from db.appeals.queries import card as card_of
from db.appeals.remedy import RemedyView, appeal_remedies
from db.appeals.rows import (
    AppealCard,
    ApprovalRow,
    ClockRow,
    EventRow,
    ExtensionRow,
    HandOverRow,
)
from db.appeals.workflow import APPEAL
from db.appeals.workflow import NAME as TRACK
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.audit.readings import ReadingRow, readings
from db.codes.act_labels import act_label
from db.codes.clocks import reckon_clock
from db.codes.deadlines import Due
from db.core.clock import civil_time
from db.core.permissions import Permission
from db.documents.filing import Attach, AttachmentRow, attachment_content, attachments
from db.office.unit_rows import UnitRow, units
from desktop.appeals.deeds import AppealDeeds
from desktop.appeals.marks import OF_UNIT, due_mark
from desktop.appeals.pane import masked
from desktop.deeds import Ask, Deed, run
from desktop.documents.appeal_papers import PaperMenu
from desktop.office.case_desk import CaseDesk
from desktop.shell import CasePage, Shell
from desktop.store import Store
from desktop.why import DateReasons, sourced
from desktop.widgets.buttons import Button, Tag
from desktop.widgets.cells import DueMark
from desktop.widgets.clock import Clock, ClockCard, WhyThisDate
from desktop.widgets.editors import Option
from desktop.widgets.labels import DueLabel, StatusPill, rule, text_label
from desktop.widgets.layouts import FlowLayout, clear_layout
from desktop.widgets.moves import MoveBar, MoveOffer
from desktop.widgets.signs import Light
from desktop.widgets.stepper import Step, Stepper, StepState
from desktop.widgets.tabs import ViewTab, ViewTabs
from desktop.widgets.timeline import Timeline, TimelineItem

STEPS = (
    ("register", ("registered",)),
    ("send_to_screening", ("screening", "awaiting_supplement")),
    ("accept", ("accepted",)),
    ("assign", ("assigned", "returned")),
    ("handle", ("in_progress", "extension_pending")),
    ("approve_reply", ("reply_draft", "reply_approved")),
    ("plan_follow_up", ("replied", "follow_up", "under_review", "under_recheck")),
    ("close", ("closed", "finalised")),
)
"""The way of an appeal for the stepper: step and the shown states in which it is now."""

ICONS = {
    "register": "note-pencil",
    "settle_on_the_spot": "note-pencil",
    "attach": "paperclip",
    "annotate": "chat-text",
    "assign": "paper-plane-tilt",
    "reassign": "paper-plane-tilt",
    "object": "arrow-u-up-left",
    "tell_applicant": "phone",
    "deliver_reply": "envelope-simple-open",
    "merge": "git-merge",
}
ACTS = ("agreed", "refused", "returned")
BEGUN_ELSEWHERE = {
    "urge": ("supervision", "supervision", "urge"),
    "supervise": ("supervision", "supervision", "draw_up"),
    "invite_answer": ("supervision", "feedback_request", "invite"),
    "call_meeting": ("meetings", "meeting", "propose"),
}
"""Deeds that begin an entry of another book: page, book, opening move."""
MOST_CLOCKS = 5
LEAST_CLOCKS = 3
LOW = 600


class AppealCardPage(CasePage):
    """One appeal."""

    track = TRACK
    watches = frozenset({"appeal", TRACK, "hand_over", "approval", "event", "attachment"})

    def __init__(
        self, store: Store, shell: Shell, case_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(store, shell, case_id, parent)
        self._card: AppealCard | None = None
        self._desk = CaseDesk(store, shell, self)
        self._units: tuple[UnitRow, ...] = ()
        self._files: tuple[AttachmentRow, ...] = ()
        self._readings: tuple[ReadingRow, ...] = ()
        self._clock_cards: dict[str, ClockCard] = {}
        self._is_low = False
        theme = shell.theme
        self._reasons = DateReasons(shell, self)
        self._subject = text_label("", "case", wrap=True, parent=self)
        self._line = FlowLayout(spacing=8, line_spacing=4)
        self._moves = MoveBar(theme, parent=self)
        self._clocks = FlowLayout(spacing=theme.px(8))
        self._tabs = ViewTabs(theme, tall=False, parent=self)
        self._stepper = Stepper(theme, vertical=True, parent=self)
        self._stack = QStackedWidget(self)
        self._facts = self._scrolled()
        self._timeline = Timeline(theme, parent=self)
        self._papers = self._scrolled()
        self._linked = self._scrolled()
        self._terms = self._scrolled()
        self._opened = self._scrolled()
        for page in (
            self._facts,
            self._timeline,
            self._papers,
            self._linked,
            self._terms,
            self._opened,
        ):
            self._stack.addWidget(page)
        self._side = self._scrolled()
        self._side.setMinimumWidth(theme.px(312))
        self._why = WhyThisDate(theme, self)
        self._paper_menu = PaperMenu(store, shell, self)
        self._lay_out()
        self._moves.chosen.connect(self._on_moves_chosen)
        self._tabs.chosen.connect(self._on_tabs_chosen)
        self.retranslate()

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _lay_out(self) -> None:
        head = QFrame(self)
        head.setProperty("kind", "page")
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(self._line)
        left.addWidget(self._subject)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(left, 1)
        top.addWidget(self._moves, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(head)
        column.setContentsMargins(20, 12, 20, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(self._clocks)
        column.addWidget(self._tabs)
        steps = QWidget(self)
        steps.setProperty("kind", "page")
        step_column = QVBoxLayout(steps)
        step_column.setContentsMargins(20, 16, 12, 16)
        step_column.addWidget(self._stepper)
        step_column.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        shown = self._scrolled()
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setWidget(steps)
        shown.setMinimumWidth(self.shell.theme.px(184))
        shown.setMaximumWidth(self.shell.theme.px(220))
        for part in (shown, self._stack, self._side):
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(head)
        page.addWidget(rule())
        page.addWidget(splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height of a small window to the case: fewer clocks stand over the tabs."""
        super().resizeEvent(event)
        is_low = self.height() < self.shell.theme.px(LOW)
        if is_low != self._is_low:
            self._is_low = is_low
            if self._card is not None:
                self._show_clocks(self._card)
                self._show_terms(self._card)

    def tab_title(self) -> str:
        """Return number and person for the tab."""
        if self._card is None:
            return ""
        row = self._card.row
        from desktop.appeals.ledger_page import short_number

        return f"{short_number(row.number) or row.source_number} {row.person_name}".strip()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._tabs.set_tabs(
            [
                ViewTab("facts", self.tr("Basics")),
                ViewTab("timeline", self.tr("Course")),
                ViewTab("papers", self.tr("Papers")),
                ViewTab("linked", self.tr("Linked")),
                ViewTab("terms", self.tr("Deadlines")),
                ViewTab("opened", self.tr("Opened by")),
            ]
        )
        for area, words in (
            (self._facts, self.tr("Basics")),
            (self._papers, self.tr("Papers")),
            (self._linked, self.tr("Linked")),
            (self._terms, self.tr("Deadlines")),
            (self._opened, self.tr("Opened by")),
            (self._side, self.tr("Appellant and units")),
        ):
            area.setAccessibleName(words)
        if self._card is not None:
            self._show(self._card)

    def reload(self) -> None:
        """Ask for the card and what hangs on it."""
        read = self.store.read
        read(
            partial(card_of, appeal_id=self.case_id),
            self._on_card,
            seat="card",
            owner=self,
            failed=self._on_card_failed,
        )
        read(
            partial(attachments, track=TRACK, case_id=self.case_id),
            self._on_files,
            seat="files",
            owner=self,
        )
        if not self._units:
            read(units, self._on_units, seat="units", owner=self)
        if self._tabs.current_key() == "opened":
            self._ask_readings()

    def _ask_readings(self) -> None:
        self.store.read(
            partial(readings, track=TRACK, case_id=self.case_id),
            self._on_readings,
            seat="readings",
            owner=self,
        )

    def _on_card(self, found: AppealCard) -> None:
        self._card = found
        self._show(found)
        self.tab_title_changed.emit()
        self._desk.look()

    def _on_card_failed(self, error: Any) -> None:
        self.shell.fail(error)
        self.shell.close_case(TRACK, self.case_id)

    def _on_files(self, found: tuple[AttachmentRow, ...]) -> None:
        self._files = found
        self._show_papers()

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found

    def _on_readings(self, found: tuple[ReadingRow, ...]) -> None:
        self._readings = found
        self._show_readings()

    def _show(self, card: AppealCard) -> None:
        labels, theme, row = self.shell.labels, self.shell.theme, card.row
        self._subject.setText(row.subject)
        clear_layout(self._line)
        self._line.addWidget(text_label(row.number or row.source_number, "secondary", parent=self))
        self._line.addWidget(StatusPill(theme, labels.pill(TRACK, row.pill), self))
        for words in self._tag_words(card):
            self._line.addWidget(Tag(theme, words, self))
        self._show_moves(card)
        self._show_clocks(card)
        self._stepper.set_steps(self._steps(card))
        self._show_facts(card)
        self._timeline.set_items([self._item(e) for e in card.events])
        self._tabs.set_count("timeline", len(card.events))
        self._show_papers()
        self._show_linked(card)
        self._show_terms(card)
        self._show_side(card)

    def _tag_words(self, card: AppealCard) -> list[str]:
        labels = self.shell.labels
        found = [
            labels.code("procedure", card.procedure, short=True),
            labels.code("appeal_category", card.row.category, short=True),
            labels.code("intake_channel", card.row.channel, short=True),
        ]
        if card.row.is_joint:
            found.append(self.tr("Joint"))
        if card.row.is_backfilled:
            found.append(self.tr("Entered later"))
        if card.row.on_the_spot:
            found.append(self.tr("On the spot"))
        if card.bounces:
            found.append(self.tr("Given back {0} times").format(card.bounces))
        return [words for words in found if words]

    def _show_moves(self, card: AppealCard) -> None:
        offers = []
        refused = dict(card.refused)
        for place, name in enumerate(card.moves):
            plain = name.removeprefix("behalf:")
            words = self._act(plain)
            if name != plain:
                words = self.tr("{0} (on behalf)").format(words)
            blocked = refused.get(plain, "")
            offers.append(
                MoveOffer(
                    name,
                    words,
                    primary=place == 0 and plain not in LAST and not blocked,
                    asks=True,
                    blocked=self._lack(blocked) if blocked else "",
                )
            )
        lacking = "；".join(self._lack(code) for code in card.lacks)
        is_open = card.row.state not in APPEAL.terminal
        offers += self._desk.offers(is_open=is_open, is_fast=card.row.is_fast)
        self._moves.set_moves(offers, lacking)

    def _lack(self, code: str) -> str:
        if code.startswith("waits_for_") and code != "waits_for_opinion":
            act = code.removeprefix("waits_for_")
            return self.tr("Waits for the decision: {0}").format(self._act(act))
        words = {
            "waits_for_opinion": self.tr("An assisting unit's opinion is missing"),
            "missing_opinions_complete": self.tr("An assisting unit's opinion is missing"),
            "bounced_to_manager": self.tr(
                "Given back {0} times: the head of the center says how it goes on"
            ).format(card.bounces if (card := self._card) else 0),
            "dispute_pending": self.tr("The common superior has not decided yet"),
            "missing_proposed_opinion": self.tr("The proposed opinion is missing"),
            "missing_delivered_on": self.tr("The day it reached the person is missing"),
            "missing_reported_back": self.tr("Not yet reported to who assigned it"),
            "extension_not_told": self.tr("The person has not been told of the extension"),
        }
        return words.get(code, code)

    def _extension(self, asked: ExtensionRow) -> str:
        state = self.shell.labels.pill("extension", asked.state).word
        words = self.tr("Extension by {0} days asked on {1}: {2}").format(
            asked.days, asked.requested_on.isoformat(), state
        )
        if asked.new_due_on is None:
            return words
        moved = self.tr("{0} until {1} instead of {2}").format(
            words, asked.new_due_on.isoformat(), asked.old_due_on.isoformat()
        )
        if asked.told_on is None:
            return self.tr("{0}; the person has not been told").format(moved)
        return self.tr("{0}; the person was told on {1}").format(moved, asked.told_on.isoformat())

    def _act(self, act: str) -> str:
        return act_label(TRACK, act, chinese=self.shell.labels.chinese)

    def _show_clocks(self, card: AppealCard) -> None:
        self._why.close_overlay()
        clear_layout(self._clocks)
        self._clock_cards.clear()
        shown, rest = self._shared_clocks(card)
        for clock in shown:
            self._clocks.addWidget(self._clock_card(clock, self))
        if rest:
            words = self.tr("{0} more deadlines").format(len(rest))
            more = Button(self.shell.theme, words, kind="link", parent=self)
            more.clicked.connect(self._on_more_clocks_clicked)
            self._clocks.addWidget(more)
            more.show()

    def _shared_clocks(self, card: AppealCard) -> tuple[list[ClockRow], list[ClockRow]]:
        """Return the clocks over the tabs and those left to 时限: done ones give way first."""
        running = [c for c in card.clocks if not c.cancelled]
        surplus = max(0, len(running) - (LEAST_CLOCKS if self._is_low else MOST_CLOCKS))
        done = [c.id for c in running if c.stopped_on is not None][:surplus]
        return [c for c in running if c.id not in done], [c for c in running if c.id in done]

    def _clock_card(self, clock: ClockRow, parent: QWidget) -> ClockCard:
        made = ClockCard(self.shell.theme, self._clock(clock), parent)
        made.opened.connect(self._on_clock_opened)
        self._clock_cards[str(clock.id)] = made
        made.show()
        return made

    def _on_more_clocks_clicked(self) -> None:
        self._tabs.choose("terms")

    def _clock(self, clock: ClockRow) -> Clock:
        if clock.stopped_on is not None:
            mark = DueMark(
                Light.DONE, words=self.tr("Done on {0}").format(clock.stopped_on.isoformat())
            )
        else:
            mark = due_mark(clock.light, provisional=clock.provisional)
        kind = self.tr("Statutory") if clock.is_statutory else self.tr("Own limit")
        term = self._reasons.term(clock.length, clock.unit)
        if clock.extension_days:
            term = self.tr("{0} + {1} days").format(term, clock.extension_days)
        name = self._clock_name(clock)
        return Clock(
            key=str(clock.id),
            name=f"{name} · {clock.holder}" if clock.holder and clock.rule in OF_UNIT else name,
            due=mark,
            date_words=clock.due_on.isoformat(),
            term_words=f"{kind} · {term}",
        )

    def _clock_name(self, clock: ClockRow) -> str:
        """Return the clock's name: 延期后期限 once it was extended (OFFICE §4.7)."""
        labels = self.shell.labels
        if clock.extension_days and labels.chinese:
            return labels.code("deadline_kind", "extended")
        name = clock.clock_zh if labels.chinese else clock.clock_en
        return self.tr("{0}, extended").format(name) if clock.extension_days else name

    def _on_clock_opened(self, key: str) -> None:
        self.store.read(
            partial(reckon_clock, clock_id=int(key)),
            partial(self._on_reckoned, key),
            seat="why",
            owner=self,
        )

    def _on_reckoned(self, key: str, due: Due) -> None:
        made = self._clock_cards.get(key)
        if made is not None:
            self._why.explain(self._reasons.reckoning(due), made)

    def _steps(self, card: AppealCard) -> list[Step]:
        dates: dict[str, str] = {}
        for event in reversed(card.events):
            key = {
                "settle_on_the_spot": "register",
                "sign_in": "handle",
                "deliver_reply": "plan_follow_up",
            }.get(event.act, event.act)
            dates.setdefault(key, f"{event.happened_on.isoformat()} {event.actor_name}")
        names = {
            "register": self.tr("Registered"),
            "send_to_screening": self.tr("Screening"),
            "accept": self.tr("Accepted"),
            "assign": self.tr("Handed over"),
            "handle": self.tr("Handling"),
            "approve_reply": self.tr("Signing off"),
            "plan_follow_up": self.tr("Follow-up"),
            "close": self.tr("Closed"),
        }
        now = next((i for i, (_, states) in enumerate(STEPS) if card.row.pill in states), -1)
        ended = card.row.pill in ("closed", "finalised")
        found = []
        for place, (key, _) in enumerate(STEPS):
            state = StepState.AHEAD
            if place < now or ended or (now < 0 and key in dates):
                state = StepState.DONE
            elif place == now:
                state = StepState.RETURNED if card.row.pill == "returned" else StepState.NOW
            found.append(Step(names[key], state, dates.get(key, "")))
        return found

    def _item(self, event: EventRow) -> TimelineItem:
        tags = []
        if event.behalf_of:
            tags.append(self.tr("On behalf"))
            if event.needs_confirmation:
                tags.append(self.tr("To be compared"))
        if event.backdated_reason:
            tags.append(self.tr("Back-dated"))
        facts = [event.note] if event.note else []
        if event.behalf_of:
            paper = " ".join(
                x
                for x in (
                    event.behalf_of,
                    event.behalf_post,
                    event.behalf_number,
                    event.behalf_on.isoformat() if event.behalf_on else "",
                )
                if x
            )
            facts.append(self.tr("Paper: {0}").format(paper))
        if event.confirmed_by:
            facts.append(self.tr("Compared by {0}").format(event.confirmed_by))
        if event.happened_on != civil_time(event.recorded_at).date():
            facts.append(self.tr("Happened on {0}").format(event.happened_on.isoformat()))
        actor = "・".join(x for x in (event.actor_name, event.unit) if x)
        return TimelineItem(
            key=str(event.id),
            actor=actor,
            act=self._act(event.act),
            time=civil_time(event.recorded_at).strftime("%m-%d %H:%M"),
            fact="；".join(facts),
            icon=ICONS.get(event.act, "check"),
            tags=tuple(tags),
        )

    def _body(self) -> tuple[QWidget, QVBoxLayout]:
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(10)
        return body, column

    def _pairs(self, pairs: list[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (name, words) in enumerate(p for p in pairs if p[1]):
            grid.addWidget(text_label(name, "secondary"), place, 0, Qt.AlignmentFlag.AlignTop)
            label = text_label(words, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, place, 1)
        return grid

    def _show_facts(self, card: AppealCard) -> None:
        labels = self.shell.labels
        body, column = self._body()
        for approval in card.approvals:
            if approval.state in ("pending", "recorded"):
                column.addWidget(self._approval_box(approval))
        column.addWidget(text_label(self.tr("Main appeal"), "section"))
        column.addLayout(
            self._pairs(
                [
                    (self.tr("Requests"), card.requests),
                    (self.tr("Facts"), card.facts),
                    (self.tr("Earlier steps"), card.earlier_steps),
                    (self.tr("Knew of it on"), card.knew_on.isoformat() if card.knew_on else ""),
                    (self.tr("Remark"), card.remark),
                ]
            )
        )
        column.addWidget(rule())
        column.addWidget(text_label(self.tr("Intake"), "section"))
        received = card.row.received_on.isoformat() if card.row.received_on else ""
        column.addLayout(
            self._pairs(
                [
                    (self.tr("Received"), f"{received} {card.received_time}".strip()),
                    (self.tr("Channel"), labels.code("intake_channel", card.row.channel)),
                    (self.tr("Category"), labels.code("appeal_category", card.row.category)),
                    (self.tr("From"), f"{card.incoming_unit} {card.incoming_number}".strip()),
                    (self.tr("Submitted by"), labels.code("submitter", card.submitter)),
                    (self.tr("Wish"), labels.code("transfer_wish", card.transfer_wish)),
                    (self.tr("Registered by"), card.registered_by),
                    (self.tr("Proposed opinion"), card.proposed_opinion),
                    (self.tr("Papers still needed"), card.supplement_list),
                    (self.tr("Source"), f"{card.row.source_number} {card.source_label}".strip()),
                ]
            )
        )
        outcome = labels.code("appeal_outcome", card.row.outcome)
        if card.reply or card.row.outcome:
            column.addWidget(rule())
            column.addWidget(text_label(self.tr("Answer"), "section"))
            issued = card.row.issued_on.isoformat() if card.row.issued_on else ""
            delivered = card.delivered_on.isoformat() if card.delivered_on else ""
            column.addLayout(
                self._pairs(
                    [
                        (self.tr("Outcome"), outcome),
                        (self.tr("Answer"), card.reply),
                        (self.tr("Number"), card.reply_number),
                        (self.tr("Issued"), issued),
                        (
                            self.tr("Reached the person"),
                            f"{delivered} {card.delivery_signer}".strip(),
                        ),
                        (self.tr("Redirected to"), card.redirect_body),
                        (self.tr("Reason"), card.end_reason),
                        (
                            self.tr("Satisfied with the service"),
                            labels.code("satisfaction", card.satisfaction_service),
                        ),
                        (
                            self.tr("Satisfied with the result"),
                            labels.code("satisfaction", card.satisfaction_result),
                        ),
                        (self.tr("Follow-up"), card.follow_up_note),
                    ]
                )
            )
        column.addStretch(1)
        self._facts.setWidget(body)

    def _approval_box(self, approval: ApprovalRow) -> QFrame:
        box = QFrame()
        box.setProperty("kind", "card")
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 8, 12, 8)
        head = self.tr("Decision asked: {0}").format(self._act(approval.act))
        words = f"{approval.proposer_name} {approval.proposed_on.isoformat()} {approval.summary}"
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(text_label(head, "strong"))
        column.addWidget(text_label(words, "secondary", wrap=True))
        if approval.state == "recorded":
            paper = self.tr("From paper: {0}, {1}; waits for a second person").format(
                approval.approver_name, approval.approver_post
            )
            column.addWidget(text_label(paper, "guard", wrap=True))
        row.addLayout(column, 1)
        for button in self._approval_buttons(approval):
            row.addWidget(button)
        return box

    def _approval_buttons(self, approval: ApprovalRow) -> list[Button]:
        theme, actor = self.shell.theme, self.shell.actor
        found: list[Button] = []
        needed = Permission(approval.needed_permission)
        mine = approval.proposer_id == actor.account_id
        own_unit = approval.unit_id is None or approval.unit_id == actor.unit_id
        if approval.state == "pending" and actor.may(needed) and own_unit and not mine:
            button = Button(theme, self.tr("Decide"), kind="primary", small=True)
            button.clicked.connect(partial(self._decide, approval))
            found.append(button)
        desk = actor.may(Permission.RECORD_ON_BEHALF) and approval.unit_id is not None
        if approval.state == "pending" and desk:
            button = Button(theme, self.tr("Record from paper"), small=True)
            button.clicked.connect(partial(self._record_decision, approval))
            found.append(button)
        second = actor.may(Permission.CONFIRM_RECORDED) and not mine
        if approval.state == "recorded" and second and approval.entered_by_id != actor.account_id:
            button = Button(theme, self.tr("Compare and confirm"), kind="primary", small=True)
            button.clicked.connect(partial(self._confirm_decision, approval))
            found.append(button)
        return found

    def _decisions(self) -> list[Option]:
        return [
            Option("agreed", self.tr("Agree")),
            Option("returned", self.tr("Return for changes")),
            Option("refused", self.tr("Disagree")),
        ]

    def _decide(self, approval: ApprovalRow) -> None:
        title = self.tr("Decide: {0}").format(self._act(approval.act))
        deed = Deed(
            title,
            self.tr("Decide"),
            (
                Ask(
                    "decision",
                    self.tr("Decision"),
                    "radio",
                    required=True,
                    options=self._decisions(),
                    value="agreed",
                ),
                Ask("opinion", self.tr("Opinion"), "area", lines=3),
            ),
            consequence=approval.summary,
        )

        def send(dialog: Any, values: dict[str, Any]) -> None:
            command = Decide(approval.id, values["decision"], values["opinion"], approval.version)
            self.store.submit(command, dialog.done_well, owner=dialog, failed=dialog.refused)

        run(self.shell, deed, send, self)

    def _record_decision(self, approval: ApprovalRow) -> None:
        deed = Deed(
            self.tr("Record a decision from paper"),
            self.tr("Record"),
            (
                Ask(
                    "decision",
                    self.tr("Decision"),
                    "radio",
                    required=True,
                    options=self._decisions(),
                    value="agreed",
                ),
                Ask("approver_name", self.tr("Decided by"), required=True),
                Ask("approver_post", self.tr("Post"), required=True),
                Ask(
                    "paper_on",
                    self.tr("Date on the paper"),
                    "day",
                    required=True,
                    value=self.shell.today(),
                ),
                Ask("number", self.tr("Number of the paper")),
                Ask("opinion", self.tr("Opinion as written"), "area", lines=3),
            ),
            consequence=self.tr("A second person compares it with the scan before it counts"),
        )

        def send(dialog: Any, v: dict[str, Any]) -> None:
            command = RecordDecision(
                approval.id,
                v["decision"],
                v["approver_name"],
                v["approver_post"],
                v["paper_on"],
                v["number"],
                v["opinion"],
                seen=approval.version,
            )
            self.store.submit(command, dialog.done_well, owner=dialog, failed=dialog.refused)

        run(self.shell, deed, send, self)

    def _confirm_decision(self, approval: ApprovalRow) -> None:
        self.store.submit(ConfirmDecision(approval.id, seen=approval.version), owner=self)

    def _show_papers(self) -> None:
        body, column = self._body()
        theme = self.shell.theme
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Papers of this case"), "section"))
        head.addStretch(1)
        column.addLayout(head)
        if self._card is not None:
            column.addWidget(self._paper_menu.buttons(self.case_id))
        column.addWidget(rule())
        line = QHBoxLayout()
        line.addWidget(text_label(self.tr("Files handed in"), "section"))
        line.addStretch(1)
        add = Button(theme, self.tr("Add files"), icon="plus", small=True)
        add.clicked.connect(self._on_add_clicked)
        line.addWidget(add)
        column.addLayout(line)
        shown = [f for f in self._files if not f.removed_reason]
        for each in shown:
            column.addLayout(self._file_line(each))
        if not shown:
            column.addWidget(text_label(self.tr("No files"), "hint"))
        column.addStretch(1)
        self._papers.setWidget(body)
        self._tabs.set_count("papers", len(shown) or None)

    def _file_line(self, each: AttachmentRow) -> QHBoxLayout:
        line = QHBoxLayout()
        open_button = Button(self.shell.theme, each.name, kind="link", icon="file-text")
        open_button.clicked.connect(partial(self._save_file, each))
        line.addWidget(open_button)
        line.addStretch(1)
        line.addWidget(text_label(size_words(each.size), "hint"))
        line.addWidget(text_label(each.added_on.isoformat(), "hint"))
        return line

    def _save_file(self, each: AttachmentRow) -> None:
        self.shell.ask_save_path(
            each.name, self.tr("All files (*)"), partial(self._read_file, each.id)
        )

    def _read_file(self, file_id: int, path: Path) -> None:
        self.store.read(
            partial(attachment_content, attachment_id=file_id),
            partial(self._write_file, path),
            seat="file",
            owner=self,
        )

    def _write_file(self, path: Path, found: tuple[str, bytes]) -> None:
        try:
            path.write_bytes(found[1])
        except OSError as fault:
            self.shell.bar("bad", self.tr("Could not be written: {0}").format(fault.strerror or ""))
            return
        self.shell.bar("good", self.tr("Saved as {0}").format(path.name))

    def _on_add_clicked(self) -> None:
        self.shell.ask_open_paths(self.tr("All files (*)"), self._attach)

    def _attach(self, paths: list[Path]) -> None:
        for path in paths:
            try:
                content = path.read_bytes()
            except OSError as fault:
                self.shell.bar(
                    "bad", self.tr("Could not be read: {0}").format(fault.strerror or "")
                )
                continue
            self.store.submit(Attach(TRACK, self.case_id, path.name, content), owner=self)

    def _show_linked(self, card: AppealCard) -> None:
        body, column = self._body()
        labels, theme = self.shell.labels, self.shell.theme
        for link in card.links:
            line = QHBoxLayout()
            button = Button(theme, f"{link.number} {link.title}", kind="link")
            button.clicked.connect(partial(self.shell.open_case, link.track, link.case_id))
            line.addWidget(button)
            line.addStretch(1)
            kind = labels.code("link_kind", link.kind) or labels.book(link.track, short=True)
            line.addWidget(text_label(kind, "secondary"))
            line.addWidget(StatusPill(theme, labels.pill(link.track, link.state)))
            column.addLayout(line)
        if not card.links:
            column.addWidget(text_label(self.tr("No linked cases"), "hint"))
        column.addStretch(1)
        self._linked.setWidget(body)
        self._tabs.set_count("linked", len(card.links) or None)

    def _show_terms(self, card: AppealCard) -> None:
        body, column = self._body()
        labels = self.shell.labels
        rest = self._shared_clocks(card)[1]
        if rest:
            flow = FlowLayout(spacing=self.shell.theme.px(8))
            for clock in rest:
                flow.addWidget(self._clock_card(clock, body))
            column.addLayout(flow)
        for clock in card.clocks:
            line = QHBoxLayout()
            line.addWidget(text_label(self._clock_name(clock), "strong"))
            if clock.holder:
                line.addWidget(text_label(clock.holder, "secondary"))
            line.addStretch(1)
            if clock.cancelled:
                line.addWidget(text_label(self.tr("No longer counted"), "hint"))
            else:
                line.addWidget(DueLabel(self.shell.theme, self._clock(clock).due))
            column.addLayout(line)
            basis = clock.basis_zh if labels.chinese else clock.basis_en
            kind = self.tr("Statutory") if clock.is_statutory else self.tr("Own limit")
            source = sourced(labels, clock.rule, clock.profile, basis)
            span = self.tr("From {0} until {1}").format(
                clock.started_on.isoformat(), clock.due_on.isoformat()
            )
            column.addWidget(text_label(f"{kind} · {span}；{source}", "hint", wrap=True))
            column.addWidget(rule("hairline"))
        for asked in card.extensions:
            column.addWidget(text_label(self._extension(asked), wrap=True))
            column.addWidget(text_label(asked.reason, "hint", wrap=True))
            column.addWidget(rule("hairline"))
        if not card.clocks:
            column.addWidget(text_label(self.tr("No clock runs"), "hint"))
        column.addStretch(1)
        self._terms.setWidget(body)

    def _show_readings(self) -> None:
        body, column = self._body()
        for row in self._readings:
            line = QHBoxLayout()
            line.addWidget(text_label(civil_time(row.at).strftime("%Y-%m-%d %H:%M"), "secondary"))
            line.addWidget(text_label(row.actor_name))
            line.addWidget(text_label(self._act(row.act), "secondary"))
            line.addStretch(1)
            column.addLayout(line)
        if not self._readings:
            column.addWidget(text_label(self.tr("Nobody has opened it yet"), "hint"))
        column.addStretch(1)
        self._opened.setWidget(body)

    def _show_side(self, card: AppealCard) -> None:
        labels = self.shell.labels
        body, column = self._body()
        column.addWidget(text_label(self.tr("Appellant and units"), "section"))
        person = [
            card.row.person_name,
            labels.code("sex", card.sex),
            card.birth_month,
            card.post,
            card.rank and labels.code("rank", card.rank),
        ]
        phone = masked(card.phone) if card.phone else ""
        contact = labels.code("contact_preference", card.contact_preference)
        pairs = [
            (self.tr("Appellant"), " ".join(x for x in person if x)),
            (self.tr("Unit"), card.unit_full),
            (self.tr("Kind"), labels.code("person_category", card.person_category)),
            (self.tr("Managed by"), labels.code("administration", card.administration)),
            (self.tr("Contact"), f"{phone} {contact}".strip()),
        ]
        column.addLayout(self._pairs(pairs))
        if card.phone:
            reveal = Button(
                self.shell.theme, self.tr("Show number (noted)"), kind="link", icon="eye"
            )
            reveal.clicked.connect(partial(self._reveal, reveal))
            column.addWidget(reveal, 0, Qt.AlignmentFlag.AlignLeft)
        for hand_over in card.hand_overs:
            column.addWidget(rule())
            column.addLayout(self._hand_over(hand_over))
        events = [e for e in card.events if e.needs_confirmation]
        if events and self.shell.actor.may(Permission.CONFIRM_RECORDED):
            column.addWidget(rule())
            column.addWidget(text_label(self.tr("To be compared with paper"), "section"))
            for event in events:
                if event.actor_id != self.shell.actor.account_id:
                    words = f"{self._act(event.act)} {event.behalf_of}"
                    button = Button(self.shell.theme, words, small=True, icon="check")
                    button.clicked.connect(partial(self._confirm_event, event.id))
                    column.addWidget(button)
        column.addStretch(1)
        self._side.setWidget(body)

    def _hand_over(self, row: HandOverRow) -> QVBoxLayout:
        labels = self.shell.labels
        column = QVBoxLayout()
        column.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(text_label(row.unit, "strong"))
        line.addWidget(Tag(self.shell.theme, labels.code("hand_over_role", row.role)))
        line.addStretch(1)
        line.addWidget(StatusPill(self.shell.theme, labels.pill("hand_over", row.state)))
        column.addLayout(line)
        opinion = row.opinion or row.waived_reason
        column.addLayout(
            self._pairs(
                [
                    (self.tr("Sheet"), row.number),
                    (self.tr("Sent"), row.sent_on.isoformat()),
                    (self.tr("Signed in"), row.signed_on.isoformat() if row.signed_on else ""),
                    (self.tr("Handler"), f"{row.section} {row.handler_name}".strip()),
                    (self.tr("Urged"), self.tr("{0} times").format(row.urged) if row.urged else ""),
                    (self.tr("Requirement"), row.requirement),
                    (self.tr("Question"), row.question),
                    (self.tr("Objection"), row.objection_reason),
                    (self.tr("Suggested"), row.suggested_unit),
                    (self.tr("Opinion"), opinion),
                    (self.tr("Comes to"), labels.code("opinion_result", row.opinion_result)),
                    (self.tr("Rests on"), self._cited(row)),
                    (self.tr("Common superior"), self._dispute(row)),
                    (
                        self.tr("Draft of the answer"),
                        row.draft_reply if row.state != "answered" else "",
                    ),
                    (self.tr("Report"), row.report),
                ]
            )
        )
        return column

    def _cited(self, row: HandOverRow) -> str:
        """Return the units and days of the opinions that a joint conclusion rests on."""
        rows = self._card.hand_overs if self._card is not None else ()
        return "、".join(
            f"{h.unit} {h.opinion_on.isoformat() if h.opinion_on else ''}".strip()
            for h in rows
            if h.id in row.rests_on
        )

    def _dispute(self, row: HandOverRow) -> str:
        if not row.dispute_organ or row.dispute_on is None:
            return ""
        asked = self.tr("{0}, asked on {1}").format(row.dispute_organ, row.dispute_on.isoformat())
        if row.dispute_decided_on is None:
            return asked
        decided = " ".join(
            (row.dispute_number, row.dispute_decided_on.isoformat(), row.dispute_decision)
        )
        return f"{asked}；{decided}".strip()

    def _reveal(self, button: Button) -> None:
        if self._card is not None:
            self.store.gate.note("reveal_phone", TRACK, self.case_id)
            button.setText(self._card.phone)
            button.setEnabled(False)

    def _confirm_event(self, event_id: int) -> None:
        self.store.submit(ConfirmEvent(event_id), owner=self)

    def _on_tabs_chosen(self, key: str) -> None:
        places = ("facts", "timeline", "papers", "linked", "terms", "opened")
        self._stack.setCurrentIndex(places.index(key))
        self._why.close_overlay()
        if key == "opened":
            self._ask_readings()

    def _on_moves_chosen(self, name: str) -> None:
        if self._card is None:
            return
        if self._desk.chose(name, self._card.row.number or self._card.row.source_number):
            return
        if name in BEGUN_ELSEWHERE:
            self._begin_elsewhere(name)
            return
        if name == "redirect":
            # Bodies and days come filled in: nobody reckons a person's own window by hand.
            ask = partial(appeal_remedies, appeal_id=self._card.row.id)
            self.store.read(ask, partial(self._open_deed, name), seat="remedy", owner=self)
            return
        self._open_deed(name)

    def _begin_elsewhere(self, name: str) -> None:
        """Open the form of another book with what this case knows already."""
        if self._card is None:
            return
        page, book, move = BEGUN_ELSEWHERE[name]
        row = self._card.row
        number = row.number or row.source_number
        if book == "meeting":
            given = {"subject": row.subject, "first_appeal": number}
        else:
            timed = name != "invite_answer"
            asked = [
                h
                for h in self._card.hand_overs
                if h.state not in ("ended", "waived") and h.counts_time is timed
            ]
            given = {"appeal_id": number, "unit_id": str(asked[-1].unit_id) if asked else ""}
            given["cause"] = "overdue" if self._is_late() else ""
        self.shell.open_page(page, book=book, open=move, given=given)

    def _is_late(self) -> bool:
        """Return whether the nearest limit of the case has passed."""
        due = self._card.row.next_due_on if self._card is not None else None
        return due is not None and due < self.shell.today()

    def _open_deed(self, name: str, remedy: RemedyView | None = None) -> None:
        if self._card is None:
            return
        made = AppealDeeds(self.shell, self._card, self._units, self, remedy).make(name)
        if made is None:
            return

        def send(dialog: Any, values: dict[str, Any]) -> None:
            self.store.submit(
                made.command(values), dialog.done_well, owner=dialog, failed=dialog.refused
            )

        run(self.shell, made.deed, send, self)


def size_words(size: int) -> str:
    """Return a file size as people read it."""
    if size < 1024 * 1024:
        return f"{max(1, size // 1024)} KB"
    return f"{size / 1024 / 1024:.1f} MB"
