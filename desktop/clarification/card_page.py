"""One clarification: steps across, what is recorded in bands, checks and papers at the side."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.audit.readings import ReadingRow, readings
from db.clarification.queries import clarification_card, clearing_bodies
from db.clarification.rows import ClarificationCard
from db.clarification.workflow import CLARIFICATION, CLEARABLE
from db.clarification.workflow import NAME as TRACK
from db.core.clock import civil_time
from db.core.errors import ZhengmingError
from desktop.appeals.marks import due_mark
from desktop.appeals.pane import masked
from desktop.clarification.deeds import LATE, ClarificationDeeds, in_order
from desktop.clarification.papers import PaperPanel
from desktop.clarification.parts import (
    WAITING,
    CaseParts,
    day_words,
    hairline,
    lock_line,
    pairs,
    scrolled,
    section,
    stack_of,
    standing,
)
from desktop.deeds import run
from desktop.office.case_desk import CaseDesk
from desktop.shell import CasePage, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, Tag
from desktop.widgets.cells import Pill
from desktop.widgets.frames import Bar, Panel
from desktop.widgets.labels import IconLabel, StageLabel, StatusPill, rule, text_label
from desktop.widgets.layouts import FlowLayout, clear_layout
from desktop.widgets.moves import MoveBar, MoveOffer
from desktop.widgets.signs import Sign
from desktop.widgets.stepper import Step, Stepper, StepState
from desktop.widgets.tabs import ViewTab, ViewTabs
from desktop.widgets.timeline import Timeline

NOW = {
    "applied": 1,
    "waiting_conclusion": 1,
    "proposed": 2,
    "assessing": 2,
    "seeking_opinion": 3,
    "approval_pending": 4,
    "returned_for_supplement": 4,
    "approved": 5,
    "carrying_out": 5,
    "carried_out": 6,
    "follow_up": 6,
    "new_evidence": 6,
}
"""Step at which a state stands, counted from 0."""
BACK = ("returned_for_supplement", "new_evidence")
DECIDE = "decide"
SUBMITS = ("submit_for_approval", "resubmit")
UNTIL_SUBMITTED = ("assessing", "seeking_opinion", "returned_for_supplement")


class ClarificationCardPage(CasePage):
    """One clarification."""

    track = TRACK
    watches = frozenset({"clarification", "finding", "approval", "event", "document", "attachment"})

    def __init__(
        self, store: Store, shell: Shell, case_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(store, shell, case_id, parent)
        self._card: ClarificationCard | None = None
        self._desk = CaseDesk(store, shell, self)
        self._bodies: tuple[tuple[int, str], ...] = ()
        self._readings: tuple[ReadingRow, ...] = ()
        theme = shell.theme
        self._parts = CaseParts(store, shell, TRACK, case_id, self)
        self._number = text_label("", "secondary", parent=self)
        self._title = text_label("", "case", wrap=True, parent=self)
        self._tags = QHBoxLayout()
        self._tags.setSpacing(8)
        self._moves = MoveBar(theme, most=4, parent=self)
        self._stepper = Stepper(theme, parent=self)
        self._bar_place = QVBoxLayout()
        self._tabs = ViewTabs(theme, tall=False, parent=self)
        self._stack = QStackedWidget(self)
        self._facts = scrolled(self)
        self._timeline = Timeline(theme, parent=self)
        self._opened = scrolled(self)
        for page in (self._facts, self._timeline, self._opened):
            self._stack.addWidget(page)
        self._side = scrolled(self)
        self._papers = PaperPanel(store, shell, case_id, self)
        self._papers.hide()
        self._lay_out()
        self._moves.chosen.connect(self._on_moves_chosen)
        self._tabs.chosen.connect(self._on_tabs_chosen)
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self.shell.theme
        head = QFrame(self)
        head.setProperty("kind", "head")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._number)
        line.addLayout(self._tags)
        line.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(line)
        left.addWidget(self._title)
        top = QHBoxLayout(head)
        top.setContentsMargins(20, 10, 20, 10)
        top.setSpacing(16)
        top.addLayout(left, 1)
        top.addWidget(self._moves, 1, Qt.AlignmentFlag.AlignVCenter)
        steps = QFrame(self)
        steps.setProperty("kind", "raised")
        step_row = QHBoxLayout(steps)
        step_row.setContentsMargins(20, 8, 20, 8)
        step_row.addWidget(self._stepper)
        middle = QWidget(self)
        middle.setProperty("kind", "page")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(10, 0, 10, 0)
        tabs.addWidget(self._tabs)
        tabs.addStretch(1)
        column.addLayout(tabs)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        self._side.setMinimumWidth(theme.px(300))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(middle)
        splitter.addWidget(self._side)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([780, theme.px(350)])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(head)
        page.addWidget(steps)
        page.addWidget(rule())
        page.addLayout(self._bar_place)
        page.addWidget(splitter, 1)

    def tab_title(self) -> str:
        """Return number and person for the tab."""
        if self._card is None:
            return ""
        return f"{self._card.row.number} {self._card.row.person_name}".strip()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._tabs.set_tabs(
            [
                ViewTab("facts", self.tr("Matter")),
                ViewTab("timeline", self.tr("Course")),
                ViewTab("opened", self.tr("Opened by")),
            ]
        )
        for area, words in (
            (self._facts, self.tr("Matter")),
            (self._opened, self.tr("Opened by")),
            (self._side, self.tr("What the person may be told")),
        ):
            area.setAccessibleName(words)
        self._timeline.setAccessibleName(self.tr("Course"))
        if self._card is not None:
            self._show(self._card)
            self._papers.show_again()

    def reload(self) -> None:
        """Ask for the card and what hangs on it."""
        self.store.read(
            partial(clarification_card, clarification_id=self.case_id),
            self._on_card,
            seat="card",
            owner=self,
            failed=self._on_card_failed,
        )
        self._papers.reload()
        if not self._bodies:
            self.store.read(clearing_bodies, self._on_bodies, seat="bodies", owner=self)
        if self._tabs.current_key() == "opened":
            self._ask_readings()

    def _ask_readings(self) -> None:
        self.store.read(
            partial(readings, track=TRACK, case_id=self.case_id),
            self._on_readings,
            seat="readings",
            owner=self,
        )

    def _on_card(self, found: ClarificationCard) -> None:
        self._card = found
        self._show(found)
        self.tab_title_changed.emit()
        self._desk.look()

    def _on_card_failed(self, error: ZhengmingError) -> None:
        self.shell.fail(error)
        self.shell.close_case(TRACK, self.case_id)

    def _on_bodies(self, found: tuple[tuple[int, str], ...]) -> None:
        self._bodies = found

    def _on_readings(self, found: tuple[ReadingRow, ...]) -> None:
        self._readings = found
        self._show_readings()

    # -- the head --------------------------------------------------------------------------

    def _show(self, card: ClarificationCard) -> None:
        labels, theme, row = self.shell.labels, self.shell.theme, card.row
        self._number.setText(row.number)
        who = row.person_name or self.tr("Party organization")
        self._title.setText(f"{who}　{card.unit_full}{card.post}".strip())
        clear_layout(self._tags)
        self._tags.addWidget(StatusPill(theme, labels.pill(TRACK, row.pill)))
        self._tags.addWidget(Tag(theme, labels.code("clarification_origin", row.origin)))
        self._show_moves(card)
        self._stepper.set_steps(self._steps(card))
        self._show_suspension(card)
        self._show_facts(card)
        self._timeline.set_items([self._parts.timeline_item(event) for event in card.events])
        self._tabs.set_count("timeline", len(card.events))
        self._show_side(card)

    def _show_moves(self, card: ClarificationCard) -> None:
        words = self._parts.words
        offers = []
        filled = False
        decision = self._parts.decidable(card.approvals)
        if decision is not None:
            offers.append(MoveOffer(DECIDE, self.tr("Decide"), primary=True, asks=True))
            filled = True
        for name in in_order(card.moves, card):
            plain = name.removeprefix("behalf:")
            label = words.deed(plain)
            if name != plain:
                label = self.tr("{0} (on behalf)").format(label)
            blocked = ""
            if plain in SUBMITS and not card.person_opinion:
                blocked = self.tr("The person's opinion is not recorded")
            primary = not filled and not blocked and plain not in LATE
            filled = filled or primary
            offers.append(MoveOffer(name, label, primary=primary, asks=True, blocked=blocked))
        lacking = "；".join(words.lack(code) for code in card.lacks)
        offers += self._desk.offers(is_open=card.row.state not in CLARIFICATION.terminal)
        self._moves.set_moves(offers, lacking)

    def _steps(self, card: ClarificationCard) -> list[Step]:
        row = card.row
        opened = self.tr("applied") if row.origin == "applied" else self.tr("proposed")
        finding_on = card.finding.issued_on if card.finding else None
        notes = (
            f"{row.applied_on.isoformat()} {opened}",
            day_words(finding_on or card.passed_on),
            day_words(card.assessed_on),
            day_words(card.person_opinion_on or card.asked_on),
            day_words(row.approved_on),
            day_words(row.carried_out_on or card.started_on),
            day_words(card.revisit_on or card.revisit_planned_on),
        )
        names = (
            self.tr("Brought in"),
            self.tr("Answer"),
            self.tr("Assessment"),
            self.tr("Opinion"),
            self.tr("Approval"),
            self.tr("Carrying out"),
            self.tr("Visit"),
        )
        reached = (
            True,
            card.finding is not None,
            card.assessed_on is not None,
            bool(card.person_opinion),
            row.approved_on is not None,
            row.carried_out_on is not None,
            card.revisit_on is not None,
        )
        now = NOW.get(row.state, -1)
        if row.state == "seeking_opinion" and card.person_opinion:
            now = 4
        found = []
        for place, name in enumerate(names):
            state = StepState.DONE if reached[place] else StepState.AHEAD
            due = None
            if place == now:
                state = StepState.RETURNED if row.state in BACK else StepState.NOW
                if row.light is not None:
                    due = due_mark(row.light, provisional=row.provisional)
            note = notes[place] if reached[place] or place == now else ""
            found.append(Step(name, state, note, due))
        return found

    def _show_suspension(self, card: ClarificationCard) -> None:
        clear_layout(self._bar_place)
        if not card.row.letter_suspended:
            return
        bar = Bar(
            self.shell.theme,
            "wait",
            self.tr("The clarification letters are suspended"),
            detail=self.tr("New facts are being checked, letter {number} of {day}").format(
                number=card.new_evidence_number, day=day_words(card.new_evidence_on)
            ),
            closable=False,
            parent=self,
        )
        self._bar_place.addWidget(bar)

    # -- the bands -------------------------------------------------------------------------

    def _show_facts(self, card: ClarificationCard) -> None:
        bands: list[QWidget] = []
        for made in (
            self._application(card),
            self._finding(card),
            self._assessment(card),
            self._modes_and_scope(card),
            self._opinion(card),
            self._approval(card),
            self._carrying_out(card),
            self._afterwards(card),
        ):
            if made is None:
                continue
            if bands:
                bands.append(hairline())
            bands.append(made)
        self._facts.setWidget(stack_of(*bands))

    def _band(
        self, title: str, status: Pill | None = None, *, note: str = ""
    ) -> tuple[QFrame, QVBoxLayout]:
        return section(self.shell.theme, title, status, note=note)

    def _application(self, card: ClarificationCard) -> QFrame | None:
        if card.row.origin != "applied":
            return None
        done = standing(self.tr("Registered"), done=True)
        band, column = self._band(self.tr("Application"), done)
        column.addLayout(
            pairs(
                [
                    (self.tr("In own words"), card.stated_content),
                    (self.tr("Wish"), card.wish),
                    (self.tr("Registered by"), card.opened_by),
                ]
            )
        )
        if card.phone:
            line = QHBoxLayout()
            line.addWidget(text_label(self.tr("Telephone"), "secondary"))
            line.addWidget(text_label(masked(card.phone)))
            reveal = Button(
                self.shell.theme, self.tr("Show number (noted)"), kind="link", icon="eye"
            )
            reveal.clicked.connect(partial(self._on_reveal_clicked, reveal))
            line.addWidget(reveal)
            line.addStretch(1)
            column.addLayout(line)
        return band

    def _finding(self, card: ClarificationCard) -> QFrame:
        labels, theme, finding = self.shell.labels, self.shell.theme, card.finding
        if finding is None:
            waits = standing(self.tr("None yet"), done=False)
            band, column = self._band(self.tr("Conclusion"), waits)
            words = self.tr("No written conclusion of the competent organ is recorded")
            column.addWidget(text_label(words, "secondary", wrap=True))
        else:
            done = standing(self.tr("Recorded"), done=True)
            band, column = self._band(self.tr("Conclusion"), done)
            line = FlowLayout(spacing=theme.px(12))
            stage = Pill(labels.code("finding", finding.category, short=True), Sign.DASH, "neutral")
            line.addWidget(StatusPill(theme, stage))
            line.addWidget(text_label(finding.letter_number, "strong"))
            line.addWidget(text_label(f"{finding.issued_on.isoformat()}，{finding.organ}"))
            column.addLayout(line)
            column.addLayout(pairs([(self.tr("May be said"), finding.sayable)]))
        sentence = self.tr(
            "Only conclusion, letter, date and this sentence are recorded; the report of the check "
            "and the approval form stay with the organ"
        )
        column.addLayout(lock_line(theme, sentence, icon="shield-check"))
        return band

    def _assessment(self, card: ClarificationCard) -> QFrame | None:
        if card.finding is None:
            return None
        labels = self.shell.labels
        if card.assessed_on is None:
            band, column = self._band(
                self.tr("Assessment"), standing(self.tr("None yet"), done=False)
            )
            words = self.tr("Effect caused or possible, on what, and whether to clear the name")
            column.addWidget(text_label(words, "secondary", wrap=True))
            return band
        clears = bool(card.row.should_clear)
        result = self.tr("To be cleared") if clears else self.tr("Not to clear")
        band, column = self._band(self.tr("Assessment"), standing(result, done=True))
        kinds = "、".join(labels.code("effect_kind", kind) for kind in card.effect_kinds)
        column.addLayout(
            pairs(
                [
                    (self.tr("Effect"), labels.code("effect", card.effect)),
                    (self.tr("On what"), kinds),
                    (self.tr("Risk"), card.risk_note),
                    (
                        self.tr("Reason (inside only)"),
                        labels.code("not_clear_reason", card.not_clear_reason),
                    ),
                    (self.tr("Assessed on"), day_words(card.assessed_on)),
                ]
            )
        )
        return band

    def _modes_and_scope(self, card: ClarificationCard) -> QFrame | None:
        if not card.row.modes:
            return None
        labels, theme = self.shell.labels, self.shell.theme
        band, column = self._band(
            self.tr("Modes and scope"), standing(self.tr("With a letter"), done=True)
        )
        line = FlowLayout(spacing=theme.px(8))
        for option in labels.options("clarification_mode"):
            if option.code in card.row.modes:
                line.addWidget(Tag(theme, option.label))
        column.addLayout(line)
        if len(card.row.modes) > 1:
            sentence = self.tr("Face-to-face, meeting or circular needs a letter as well")
            hint = QHBoxLayout()
            hint.addWidget(IconLabel(theme, "info", stage="info", size=14))
            words = text_label(sentence, "label", wrap=True)
            words.setProperty("stage", "info")
            hint.addWidget(words, 1)
            column.addLayout(hint)
        scope = labels.code("clarification_scope", card.row.scope)
        column.addLayout(
            pairs(
                [
                    (self.tr("Scope"), "，".join(x for x in (scope, card.scope_units) if x)),
                    (self.tr("Risk"), card.risk_note),
                ]
            )
        )
        return band

    def _opinion(self, card: ClarificationCard) -> QFrame | None:
        if card.asked_on is None and not card.person_opinion:
            return None
        labels = self.shell.labels
        if not card.person_opinion:
            band, column = self._band(
                self.tr("Person's opinion"), standing(self.tr("Awaited"), done=False)
            )
            asked = self.tr("Asked on {0}").format(day_words(card.asked_on))
            column.addWidget(text_label(asked, "secondary"))
            return band
        short = labels.code("person_opinion", card.person_opinion, short=True)
        band, column = self._band(self.tr("Person's opinion"), standing(short, done=True))
        signed = day_words(card.person_opinion_on)
        column.addLayout(
            pairs(
                [
                    (self.tr("Opinion"), labels.code("person_opinion", card.person_opinion)),
                    (self.tr("As written"), card.person_opinion_text),
                    (self.tr("Signed on"), signed),
                    (self.tr("Told in writing"), self.tr("Yes") if card.privately_told else ""),
                ]
            )
        )
        return band

    def _approval(self, card: ClarificationCard) -> QFrame | None:
        asked = [a for a in card.approvals if a.state != "lapsed"]
        if not asked:
            return None
        open_ones = [a for a in asked if a.state in WAITING]
        done = not open_ones
        words = self.tr("Decided") if done else self.tr("Waiting")
        band, column = self._band(self.tr("Approval"), standing(words, done=done))
        for approval in open_ones:
            column.addWidget(self._parts.decision(approval, card.files))
        for approval in asked:
            if approval.state in WAITING:
                continue
            outcome = self._parts.words.act(f"{approval.state}_{approval.act}")
            who = " ".join(
                x
                for x in (
                    approval.approver_name,
                    approval.approver_post,
                    day_words(approval.decided_on),
                    approval.approver_number,
                )
                if x
            )
            proposed = self.tr("Proposed by {name}, {day}").format(
                name=approval.proposer_name, day=approval.proposed_on.isoformat()
            )
            rows = [(outcome, who), (self.tr("Opinion"), approval.opinion), ("", proposed)]
            column.addLayout(pairs(rows))
        number = card.approval_number
        if number:
            column.addLayout(pairs([(self.tr("Number of the approval"), number)]))
        sentence = self.tr(
            "Nobody approves what he proposed; the head of the center never approves this"
        )
        column.addLayout(lock_line(self.shell.theme, sentence))
        return band

    def _carrying_out(self, card: ClarificationCard) -> QFrame | None:
        row = card.row
        if not row.organ:
            return None
        done = row.carried_out_on is not None
        word = self.tr("Carried out") if done else ""
        status = standing(word, done=True) if done else None
        band, column = self._band(
            self.tr("Carrying out"), status, note="" if done else self.tr("Who checked, clears")
        )
        count = self.tr("{0} people").format(card.audience_count) if card.audience_count else ""
        letter = " ".join(x for x in (card.letter_number, day_words(card.letter_on)) if x)
        delivered = " ".join(x for x in (day_words(card.delivered_on), card.delivery_signer) if x)
        column.addLayout(
            pairs(
                [
                    (self.tr("Organ"), row.organ),
                    (self.tr("Begun"), day_words(card.started_on)),
                    (self.tr("Done on"), day_words(row.carried_out_on)),
                    (self.tr("Place"), card.carried_out_place),
                    (self.tr("Audience"), count),
                    (self.tr("Letter"), letter),
                    (self.tr("Delivered"), delivered),
                ]
            )
        )
        return band

    def _afterwards(self, card: ClarificationCard) -> QFrame | None:
        if card.revisit_planned_on is None and not card.new_evidence_number:
            return None
        labels = self.shell.labels
        done = card.revisit_on is not None
        words = self.tr("Visited") if done else self.tr("To visit")
        band, column = self._band(self.tr("Visit, archive"), standing(words, done=done))
        planned = " ".join(
            x for x in (day_words(card.revisit_planned_on), card.revisit_way, card.revisitor) if x
        )
        evidence = f"{card.new_evidence_number} {day_words(card.new_evidence_on)}".strip()
        recheck = f"{card.recheck_number} {day_words(card.recheck_on)}".strip()
        result = labels.code("revisit_result", card.revisit_result)
        column.addLayout(
            pairs(
                [
                    (self.tr("Planned"), planned),
                    (self.tr("Visited on"), day_words(card.revisit_on)),
                    (self.tr("Result"), result),
                    (self.tr("Note"), card.revisit_note),
                    (self.tr("Asked to file on"), day_words(card.filed_on)),
                    (self.tr("New facts"), evidence),
                    (self.tr("After the recheck"), recheck),
                ]
            )
        )
        return band

    # -- the side --------------------------------------------------------------------------

    def _show_side(self, card: ClarificationCard) -> None:
        parts: list[QWidget] = []
        if card.row.state in UNTIL_SUBMITTED:
            parts.append(self._checks(card))
        clocks = self._parts.clocks(card.clocks)
        if clocks:
            panel = self._panel(self.tr("Deadlines"))
            for clock in clocks:
                panel.body.addWidget(clock)
            parts.append(panel)
        parts.append(self._told(card))
        self._papers.setParent(None)
        papers = self._panel(self.tr("Papers"))
        papers.body.addWidget(self._papers)
        self._papers.show()
        parts.append(papers)
        buttons = self._parts.comparisons(card.events)
        if buttons:
            compare = self._panel(self.tr("To be compared with paper"))
            for button in buttons:
                compare.body.addWidget(button)
            parts.append(compare)
        files = self._panel(self.tr("Files"))
        files.body.addLayout(self._parts.files(card.files))
        parts.append(files)
        if card.links:
            linked = self._panel(self.tr("Linked"))
            for widget in self._parts.links(card.links):
                linked.body.addWidget(widget)
            parts.append(linked)
        body = stack_of(*parts, kind="scrolled", margin=12, spacing=10)
        old = self._side.takeWidget()
        self._side.setWidget(body)
        if old is not None:
            old.deleteLater()

    def _panel(self, title: str, note: str = "") -> Panel:
        return Panel(self.shell.theme, title, note=note)

    def _checks(self, card: ClarificationCard) -> Panel:
        clearable = card.finding is not None and card.finding.category in CLEARABLE
        finding_on = day_words(card.finding.issued_on) if card.finding else ""
        points = (
            (self.tr("Written conclusion of the organ"), card.finding is not None, finding_on),
            (self.tr("After it a name may be cleared"), clearable, ""),
            (
                self.tr("Effect and scope assessed"),
                bool(card.row.should_clear),
                day_words(card.assessed_on),
            ),
            (
                self.tr("The person's opinion signed"),
                bool(card.person_opinion),
                day_words(card.person_opinion_on),
            ),
            (self.tr("A letter beside any other mode"), True, self.tr("by itself")),
            (self.tr("Approved by another"), True, self.tr("by the rights")),
        )
        fit = sum(1 for _, done, _ in points if done)
        note = self.tr("{n} of {m} fit").format(n=fit, m=len(points))
        panel = self._panel(self.tr("Before it is sent for approval"), note)
        for words, done, aside in points:
            line = QHBoxLayout()
            line.addWidget(StageLabel(self.shell.theme, standing(words, done=done)), 1)
            line.addWidget(text_label(aside, "secondary"))
            panel.body.addLayout(line)
        return panel

    def _told(self, card: ClarificationCard) -> Panel:
        chinese = self.shell.labels.chinese
        panel = self._panel(self.tr("What the person may be told"))
        sentence = card.applicant_zh if chinese else card.applicant_en
        words = text_label(sentence or "—", "strong", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        panel.body.addWidget(words)
        hint = self.tr("Receipt, query and desk say this sentence and nothing else")
        panel.body.addWidget(text_label(hint, "hint", wrap=True))
        copy = Button(self.shell.theme, self.tr("Copy"), small=True, icon="copy")
        copy.setAccessibleName(self.tr("Copy the sentence"))
        copy.clicked.connect(partial(self._on_copy_clicked, sentence))
        copy.setEnabled(bool(sentence))
        panel.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _show_readings(self) -> None:
        lines: list[Any] = []
        for row in self._readings:
            line = QHBoxLayout()
            line.addWidget(text_label(civil_time(row.at).strftime("%Y-%m-%d %H:%M"), "secondary"))
            line.addWidget(text_label(row.actor_name))
            line.addWidget(text_label(self._parts.words.act(row.act), "secondary"))
            line.addStretch(1)
            lines.append(line)
        if not self._readings:
            lines.append(text_label(self.tr("Nobody has opened it yet"), "hint"))
        self._opened.setWidget(stack_of(*lines, margin=18, spacing=8))

    # -- deeds -----------------------------------------------------------------------------

    def _on_reveal_clicked(self, button: Button) -> None:
        if self._card is not None:
            self.store.note("reveal_phone", TRACK, self.case_id)
            button.setText(self._card.phone)
            button.setEnabled(False)

    def _on_copy_clicked(self, sentence: str) -> None:
        QApplication.clipboard().setText(sentence)
        self.shell.bar("good", self.tr("Copied"))

    def _on_tabs_chosen(self, key: str) -> None:
        self._stack.setCurrentIndex(("facts", "timeline", "opened").index(key))
        if key == "opened":
            self._ask_readings()

    def _on_moves_chosen(self, name: str) -> None:
        if self._card is None:
            return
        if self._desk.chose(name, self._card.row.number):
            return
        decision = self._parts.decidable(self._card.approvals)
        if name == DECIDE and decision is not None:
            self._parts.decide(decision)
            return
        made = ClarificationDeeds(self.shell, self._card, self._bodies, self).make(name)

        def send(dialog: Any, values: dict[str, Any]) -> None:
            self.store.submit(
                made.command(values), dialog.done_well, owner=dialog, failed=dialog.refused
            )

        run(self.shell, made.deed, send, self)
