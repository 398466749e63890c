"""What the cards of clarifications and talks share: words, decisions, history, files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.appeals.rows import ApprovalRow, ClockRow, EventRow, LinkRow
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.clarification.rows import FileRow
from db.codes.act_labels import act_label
from db.codes.clocks import reckon_clock
from db.codes.deadlines import Due
from db.core.clock import civil_time
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.documents.filing import Attach, attachment_content
from desktop.appeals.marks import due_mark
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.shell import Shell
from desktop.store import Store
from desktop.theme import Theme
from desktop.why import DateReasons
from desktop.widgets.buttons import Button
from desktop.widgets.cells import DueMark, Pill
from desktop.widgets.clock import Clock, ClockCard, WhyThisDate
from desktop.widgets.editors import Option
from desktop.widgets.labels import IconLabel, StageLabel, StatusPill, rule, text_label
from desktop.widgets.signs import Light, Sign
from desktop.widgets.timeline import TimelineItem

ICONS = {
    "apply": "note-pencil",
    "propose": "note-pencil",
    "plan": "note-pencil",
    "refer": "envelope-simple",
    "record_finding": "envelope-simple-open",
    "make_paper": "file-text",
    "release_paper": "file-text",
    "attach": "paperclip",
    "record_held": "chats",
    "hold_at_once": "chats",
    "write_record": "note-pencil",
}
PREFIXES = ("propose_", "agreed_", "refused_", "returned_")
WAITING = ("pending", "recorded")


class TrackWords(QObject):
    """Words for what can happen to a clarification or a talk, in the present language."""

    def __init__(self, shell: Shell, track: str, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._track = track

    def act(self, name: str) -> str:
        """Return the words of an act on the timeline."""
        own = self._own()
        if name in own:
            return own[name]
        for prefix in PREFIXES:
            inner = name.removeprefix(prefix)
            if inner != name and inner in own:
                return self._prefixed(prefix).format(own[inner])
        try:
            return act_label(self._track, name, chinese=self._shell.labels.chinese)
        except RefusedError:
            # An act without words is a fault of ours; it never keeps a card from opening.
            return name

    def deed(self, name: str) -> str:
        """Return the office's verb of a deed, as its button says it."""
        own = self._own()
        return own[name] if name in own else self._shell.labels.move(self._track, name)

    def lack(self, code: str) -> str:
        """Return what the next deed still lacks."""
        if code.startswith("waits_for_"):
            act = self.act(code.removeprefix("waits_for_"))
            return self.tr("Waits for the decision: {0}").format(act)
        words = {
            "no_finding": self.tr("The written conclusion of the competent organ is not recorded"),
            "finding_not_clearable": self.tr("After this conclusion a name is not cleared"),
            "not_assessed": self.tr("Effect and scope are not assessed"),
            "missing_person_opinion": self.tr("The person's opinion is not recorded"),
            "missing_talker": self.tr("Nobody is named to hold the talk"),
            "missing_difficulties_done": self.tr("Difficulties are still open"),
        }
        return words.get(code, code)

    def _own(self) -> dict[str, str]:
        if self._track == "clarification":
            return {
                "assess": self.tr("Assess"),
                "record_person_opinion": self.tr("Record the person's opinion"),
                "clear": self.tr("Clearing the name"),
            }
        if self._track != "care_talk":
            return {}
        return {
            "set_level": self.tr("Who may read it"),
            "correct": self.tr("Correct the record"),
            "solve_difficulty": self.tr("Difficulty solved"),
            "explain_difficulty": self.tr("Difficulty explained"),
            "read_talk": self.tr("Contents read"),
        }

    def _prefixed(self, prefix: str) -> str:
        if prefix == "propose_":
            return self.tr("Decision asked: {0}")
        if prefix == "agreed_":
            return self.tr("Agreed: {0}")
        if prefix == "refused_":
            return self.tr("Disagreed: {0}")
        return self.tr("Returned: {0}")


class CaseParts(QObject):
    """Builds the parts of a card for the person at the window, and does what their buttons say."""

    def __init__(self, store: Store, shell: Shell, track: str, case_id: int, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._track = track
        self._case_id = case_id
        self._page = page
        self._cards: dict[str, ClockCard] = {}
        self._reasons = DateReasons(shell, self)
        self._why = WhyThisDate(shell.theme, page)
        self._why.hide()
        self.words = TrackWords(shell, track, self)

    # -- decisions -------------------------------------------------------------------------

    def decision(self, approval: ApprovalRow, files: Sequence[FileRow]) -> QFrame:
        """Return a box with one decision and what the person may do about it."""
        box = QFrame()
        box.setProperty("kind", "card")
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        column = QVBoxLayout()
        column.setSpacing(2)
        head = self.tr("Decision asked: {0}").format(self.words.act(approval.act))
        column.addWidget(text_label(head, "strong"))
        words = self.tr("Proposed by {name}, {day}").format(
            name=approval.proposer_name, day=approval.proposed_on.isoformat()
        )
        column.addWidget(text_label(words, "secondary", wrap=True))
        if approval.state == "recorded":
            paper = self.tr("From paper: {name}, {post}; waits for a second person").format(
                name=approval.approver_name, post=approval.approver_post
            )
            column.addWidget(text_label(paper, "guard", wrap=True))
        if approval.proposer_id == self._shell.actor.account_id:
            sentence = self.tr("The proposer cannot approve this; send it to another leader")
            column.addLayout(lock_line(self._shell.theme, sentence))
        row.addLayout(column, 1)
        for button in self._decision_buttons(approval, files):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return box

    def _decision_buttons(self, approval: ApprovalRow, files: Sequence[FileRow]) -> list[Button]:
        theme, actor = self._shell.theme, self._shell.actor
        found: list[Button] = []
        mine = approval.proposer_id == actor.account_id
        may = self._may_decide(approval)
        if approval.state == "pending" and may:
            button = Button(theme, self.tr("Decide"), small=True)
            button.setObjectName("decide")
            button.clicked.connect(partial(self.decide, approval))
            found.append(button)
        if approval.state == "pending" and actor.may(Permission.RECORD_ON_BEHALF) and not may:
            button = Button(theme, self.tr("Record from paper"), small=True)
            button.setObjectName("record_decision")
            button.clicked.connect(partial(self._record_decision, approval, tuple(files)))
            found.append(button)
        can_confirm = actor.may(Permission.CONFIRM_RECORDED) and not mine
        if (
            approval.state == "recorded"
            and can_confirm
            and approval.entered_by_id != actor.account_id
        ):
            button = Button(theme, self.tr("Compare and confirm"), kind="primary", small=True)
            button.setObjectName("confirm_decision")
            button.clicked.connect(partial(self._confirm_decision, approval))
            found.append(button)
        return found

    def decidable(self, approvals: Sequence[ApprovalRow]) -> ApprovalRow | None:
        """Return the decision that the person may take by log-in, if one waits."""
        for approval in approvals:
            if approval.state == "pending" and self._may_decide(approval):
                return approval
        return None

    def _may_decide(self, approval: ApprovalRow) -> bool:
        actor = self._shell.actor
        own_unit = approval.unit_id is None or approval.unit_id == actor.unit_id
        mine = approval.proposer_id == actor.account_id
        return actor.may(Permission(approval.needed_permission)) and own_unit and not mine

    def _decisions(self) -> list[Option]:
        return [
            Option("agreed", self.tr("Agree")),
            Option("returned", self.tr("Return for changes")),
            Option("refused", self.tr("Disagree")),
        ]

    def decide(self, approval: ApprovalRow) -> None:
        """Ask for the decision and send it."""
        deed = Deed(
            self.tr("Decide: {0}").format(self.words.act(approval.act)),
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

        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            command = Decide(approval.id, values["decision"], values["opinion"], approval.version)
            self._submit(command, dialog)

        run(self._shell, deed, send, self._page)

    def _record_decision(self, approval: ApprovalRow, files: tuple[FileRow, ...]) -> None:
        asks = [
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
                value=self._shell.today(),
            ),
            Ask("number", self.tr("Number of the paper")),
            Ask("opinion", self.tr("Opinion as written"), "area", lines=3),
        ]
        if files:
            scans = [Option(str(each.id), each.name) for each in files]
            asks.append(Ask("attachment_id", self.tr("Scan"), "choice", options=scans))
        deed = Deed(
            self.tr("Record a decision from paper"),
            self.tr("Record"),
            tuple(asks),
            consequence=self.tr("A second person compares it with the scan before it counts"),
        )

        def send(dialog: DeedDialog, v: dict[str, Any]) -> None:
            scan = v.get("attachment_id")
            command = RecordDecision(
                approval.id,
                v["decision"],
                v["approver_name"],
                v["approver_post"],
                v["paper_on"],
                v["number"],
                v["opinion"],
                attachment_id=int(scan) if scan else None,
                seen=approval.version,
            )
            self._submit(command, dialog)

        run(self._shell, deed, send, self._page)

    def _confirm_decision(self, approval: ApprovalRow) -> None:
        day = approval.paper_on.isoformat() if approval.paper_on else ""
        parts = (approval.approver_name, approval.approver_post, approval.approver_number, day)
        typed = "，".join(part for part in (*parts, approval.opinion) if part)
        typed = self.tr("Typed: {0}").format(typed)
        deed = Deed(
            self.tr("Compare with the paper: {0}").format(self.words.act(approval.act)),
            self.tr("Confirm"),
            (
                Ask(
                    "fits",
                    self.tr("Compared with the paper"),
                    "radio",
                    required=True,
                    options=[
                        Option("yes", self.tr("It says the same")),
                        Option("no", self.tr("It differs; to be typed again")),
                    ],
                ),
            ),
            consequence="\n".join(part for part in (approval.summary, typed) if part),
        )

        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            command = ConfirmDecision(approval.id, values["fits"] == "yes", approval.version)
            self._submit(command, dialog)

        run(self._shell, deed, send, self._page)

    def _submit(self, command: Any, dialog: DeedDialog) -> None:
        self._store.submit(command, dialog.done_well, owner=dialog, failed=dialog.refused)

    # -- history ---------------------------------------------------------------------------

    def timeline_item(self, event: EventRow) -> TimelineItem:
        """Return one event as the timeline shows it; 代录 says so for ever."""
        tags, facts = [], [event.note] if event.note else []
        if event.behalf_of:
            tags.append(self.tr("On behalf"))
            if event.needs_confirmation:
                tags.append(self.tr("To be compared"))
            day = event.behalf_on.isoformat() if event.behalf_on else ""
            parts = (event.behalf_of, event.behalf_post, event.behalf_number, day)
            paper = " ".join(part for part in parts if part)
            facts.append(self.tr("Paper: {0}").format(paper))
        if event.backdated_reason:
            tags.append(self.tr("Back-dated"))
        if event.confirmed_by:
            facts.append(self.tr("Compared by {0}").format(event.confirmed_by))
        if event.happened_on != civil_time(event.recorded_at).date():
            facts.append(self.tr("Happened on {0}").format(event.happened_on.isoformat()))
        return TimelineItem(
            key=str(event.id),
            actor="・".join(part for part in (event.actor_name, event.unit) if part),
            act=self.words.act(event.act),
            time=civil_time(event.recorded_at).strftime("%m-%d %H:%M"),
            fact="；".join(facts),
            icon=ICONS.get(event.act, "check"),
            tags=tuple(tags),
        )

    def comparisons(self, events: Sequence[EventRow]) -> list[Button]:
        """Return a button for every move from paper that the person may compare."""
        actor = self._shell.actor
        if not actor.may(Permission.CONFIRM_RECORDED):
            return []
        found = []
        for event in events:
            if not event.needs_confirmation or event.actor_id == actor.account_id:
                continue
            words = f"{self.words.act(event.act)} {event.behalf_of}".strip()
            button = Button(self._shell.theme, words, small=True, icon="check")
            button.setObjectName("confirm_event")
            button.clicked.connect(partial(self._confirm_event, event.id))
            found.append(button)
        return found

    def _confirm_event(self, event_id: int) -> None:
        self._store.submit(ConfirmEvent(event_id), owner=self)

    # -- clocks ----------------------------------------------------------------------------

    def clocks(self, rows: Sequence[ClockRow]) -> list[ClockCard]:
        """Return the clocks of a case as cards that say why."""
        self._cards.clear()
        self._why.hide()
        for row in rows:
            if row.cancelled:
                continue
            card = ClockCard(self._shell.theme, self._clock(row), self._page)
            card.opened.connect(self._on_clock_opened)
            self._cards[str(row.id)] = card
        return list(self._cards.values())

    def _clock(self, row: ClockRow) -> Clock:
        if row.stopped_on is not None:
            words = self.tr("Done on {0}").format(row.stopped_on.isoformat())
            mark = DueMark(Light.DONE, words=words)
        else:
            mark = due_mark(row.light, provisional=row.provisional)
        kind = self.tr("Statutory") if row.is_statutory else self.tr("Own limit")
        return Clock(
            key=str(row.id),
            name=row.clock_zh if self._shell.labels.chinese else row.clock_en,
            due=mark,
            date_words=row.due_on.isoformat(),
            term_words=f"{kind} · {self._reasons.term(row.length, row.unit)}",
        )

    def _on_clock_opened(self, key: str) -> None:
        self._store.read(
            partial(reckon_clock, clock_id=int(key)),
            partial(self._on_reckoned, key),
            seat="why",
            owner=self,
        )

    def _on_reckoned(self, key: str, due: Due) -> None:
        card = self._cards.get(key)
        if card is not None:
            self._why.explain(self._reasons.reckoning(due), card)

    # -- files and links -------------------------------------------------------------------

    def files(self, rows: Sequence[FileRow], *, adds: bool = True) -> QVBoxLayout:
        """Return the files of a case, each to be saved, and a button that adds some."""
        theme = self._shell.theme
        column = QVBoxLayout()
        column.setSpacing(4)
        for row in rows:
            line = QHBoxLayout()
            button = Button(theme, row.name, kind="link", icon="file-text", elides=True)
            button.clicked.connect(partial(self._save_file, row.id, row.name))
            line.addWidget(button)
            line.addStretch(1)
            line.addWidget(text_label(row.added_on.isoformat(), "hint"))
            column.addLayout(line)
        if not rows:
            column.addWidget(text_label(self.tr("No files"), "hint"))
        if adds:
            add = Button(theme, self.tr("Add files"), icon="plus", small=True)
            add.clicked.connect(self._on_add_clicked)
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _on_add_clicked(self) -> None:
        self._shell.ask_open_paths(self.tr("All files (*)"), self._attach)

    def _attach(self, paths: list[Path]) -> None:
        for path in paths:
            try:
                content = path.read_bytes()
            except OSError as fault:
                words = self.tr("Could not be read: {0}").format(fault.strerror or "")
                self._shell.bar("bad", words)
                continue
            command = Attach(self._track, self._case_id, path.name, content)
            self._store.submit(command, owner=self)

    def _save_file(self, file_id: int, name: str) -> None:
        self._shell.ask_save_path(name, self.tr("All files (*)"), partial(self._read, file_id))

    def _read(self, file_id: int, path: Path) -> None:
        self._store.read(
            partial(attachment_content, attachment_id=file_id),
            partial(self._write, path),
            seat="file",
            owner=self,
        )

    def _write(self, path: Path, found: tuple[str, bytes]) -> None:
        try:
            path.write_bytes(found[1])
        except OSError as fault:
            words = self.tr("Could not be written: {0}").format(fault.strerror or "")
            self._shell.bar("bad", words)
            return
        self._shell.bar("good", self.tr("Saved as {0}").format(path.name))

    def links(self, rows: Sequence[LinkRow]) -> list[QWidget]:
        """Return the linked cases, each to be opened."""
        found: list[QWidget] = []
        for row in rows:
            box = QWidget()
            line = QHBoxLayout(box)
            line.setContentsMargins(0, 0, 0, 0)
            button = Button(self._shell.theme, f"{row.number} {row.title}", kind="link")
            button.clicked.connect(partial(self._shell.open_case, row.track, row.case_id))
            line.addWidget(button)
            line.addStretch(1)
            pill = self._shell.labels.pill(row.track, row.state)
            line.addWidget(StatusPill(self._shell.theme, pill))
            found.append(box)
        return found


def section(
    theme: Theme, title: str, status: Pill | None = None, *, note: str = ""
) -> tuple[QFrame, QVBoxLayout]:
    """Return a band of a card: its name and where it stands at the left, its contents right."""
    band = QFrame()
    band.setProperty("kind", "page")
    band.setAccessibleName(title)
    row = QHBoxLayout(band)
    row.setContentsMargins(20, 14, 20, 14)
    row.setSpacing(18)
    left = QWidget()
    left.setFixedWidth(theme.px(104))
    names = QVBoxLayout(left)
    names.setContentsMargins(0, 0, 0, 0)
    names.setSpacing(3)
    names.addWidget(text_label(title, "section", wrap=True))
    if status is not None:
        names.addWidget(StageLabel(theme, status, size=12))
    if note:
        names.addWidget(text_label(note, "label", wrap=True))
    names.addStretch(1)
    column = QVBoxLayout()
    column.setSpacing(theme.px(8))
    right = QVBoxLayout()
    right.addLayout(column)
    right.addStretch(1)
    row.addWidget(left)
    row.addLayout(right, 1)
    return band, column


def standing(word: str, *, done: bool) -> Pill:
    """Return a word with a tick where it is done, with a ring where it is not."""
    return Pill(word, Sign.CHECK if done else Sign.RING, "good" if done else "neutral")


def pairs(rows: Sequence[tuple[str, str]], *, selectable: bool = True) -> QGridLayout:
    """Return labels and values under each other; empty values are left out."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for place, (name, words) in enumerate(row for row in rows if row[1]):
        grid.addWidget(text_label(name, "secondary"), place, 0, Qt.AlignmentFlag.AlignTop)
        label = text_label(words, wrap=True)
        if selectable:
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(f"{name} {words}")
        grid.addWidget(label, place, 1)
    return grid


def lock_line(theme: Theme, sentence: str, *, icon: str = "lock") -> QHBoxLayout:
    """Return a sentence of a rule behind a lock (or a shield)."""
    line = QHBoxLayout()
    line.setSpacing(6)
    line.addWidget(IconLabel(theme, icon, size=14), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text_label(sentence, "label", wrap=True), 1)
    return line


def scrolled(page: QWidget) -> QScrollArea:
    """Return an empty scroll area without a frame."""
    area = QScrollArea(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def stack_of(
    *parts: QWidget | QLayout, kind: str = "page", margin: int = 0, spacing: int = 0
) -> QWidget:
    """Return a body for a scroll area with parts under each other."""
    body = QWidget()
    body.setProperty("kind", kind)
    body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(body)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    return body


def hairline() -> QFrame:
    """Return the line between two bands."""
    return rule("rule")


def day_words(on: Any) -> str:
    """Return a day as fields show it, empty for none."""
    return on.isoformat() if on is not None else ""
