"""我的工作台: what waits for the person at the desk today, by role (OFFICE §4.2, look b-today)."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.appeals.lights import UnitLights, lights_by_unit
from db.appeals.rows import DueRow
from db.appeals.workflow import NAME as APPEALS
from db.attention.notes import attention_notes
from db.attention.rows import AttentionNote
from db.books.working import BookWork, book_work
from db.care.rows import TalkRow
from db.codes.deadlines import Stage
from db.core.permissions import ADMIN_ROLES, Permission, Role
from db.shelves import SHELVES
from desktop.attention.words import AttentionWords
from desktop.books.names import go_on
from desktop.office.board_panels import LightsPanel
from desktop.office.daily import DailyChores
from desktop.office.deciding import Decisions
from desktop.office.due_panel import DuePanel
from desktop.office.lines import Line, LinesPanel
from desktop.office.side_panels import BackupPanel, TasksPanel, YearPanel
from desktop.office.work import (
    BOUNCED,
    DESK_LISTS,
    BackupLine,
    Decided,
    DeskList,
    Due,
    Tracks,
    Typed,
    UnitWork,
    Work,
    YearSoFar,
    backup_line,
    decided_work,
    desk_work,
    due_work,
    is_desk,
    tracks_work,
    typed_work,
    unit_work,
    year_so_far,
)
from desktop.office.workbench_figures import FigureWriter
from desktop.office.workbench_lines import LineWriter
from desktop.registers.reception_panel import ReceptionPanel
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.figures import FigureStrip
from desktop.widgets.frames import PageHead
from desktop.widgets.tabs import ViewTab
from desktop.widgets.words import DayWords

NARROW = 1000
SIDE = 352
_DRAFT_PAGES = {"intake": "intake"}
"""Pages that go on with a draft of a kind; the others are named as their kind."""


class WorkbenchPage(Page):
    """The first page of everybody.

    Args:
        path: The store's file, for the line about its backups; without it there is none.
    """

    watches = frozenset(
        {
            "appeal",
            "ordinary_appeal",
            "hand_over",
            "approval",
            "event",
            "clarification",
            "care_talk",
            "difficulty",
            "suggestion",
            "held_note",
            "consultation",
            "draft",
            "import_batch",
            "attention_note",
            *SHELVES,
        }
    )

    def __init__(
        self,
        store: Store,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        path: Path | None = None,
    ) -> None:
        super().__init__(store, shell, parent)
        self._chores = DailyChores(store, shell, self)
        self._path = path
        self._work = Work()
        self._year: YearSoFar | None = None
        self._backup: BackupLine | None = None
        self._has_chosen = False
        self._is_admin = shell.actor.role in ADMIN_ROLES
        self._write = LineWriter(shell, self)
        self._count = FigureWriter(shell, self)
        self._days = DayWords(self)
        self._decisions = Decisions(store, shell, self)
        self._build()
        self._connect()
        self.retranslate()

    # -- building --------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.shell.theme
        self._head = PageHead(theme, "", parent=self)
        self._figures = FigureStrip(theme, columns=6, size=26, parent=self)
        self.approvals = LinesPanel(theme, most=8, parent=self)
        self.on_the_spot = LinesPanel(theme, most=50, parent=self)
        self._confirm = Button(theme, "", kind="default", small=True, parent=self)
        self.on_the_spot.add_to_head(self._confirm)
        self.papers = LinesPanel(theme, most=12, parent=self)
        self.lists = LinesPanel(theme, most=6, parent=self)
        self.due = DuePanel(self.shell, self)
        self.talks = LinesPanel(theme, wide=False, most=6, parent=self)
        self.clarifications = LinesPanel(theme, wide=False, most=6, parent=self)
        self.notes = LinesPanel(theme, wide=False, most=6, parent=self)
        self.meetings = LinesPanel(theme, wide=False, most=4, parent=self)
        self.books = LinesPanel(theme, wide=False, most=8, parent=self)
        self.attention = LinesPanel(theme, wide=False, most=6, parent=self)
        self.attention.hide()
        self._attention = AttentionWords(self)
        self.lights = LightsPanel(self.shell, self)
        self.reception = ReceptionPanel(self.store, self.shell, self)
        self.year = YearPanel(self.shell, self)
        self.held = LinesPanel(theme, wide=False, most=6, parent=self)
        self.drafts = LinesPanel(theme, wide=False, most=6, parent=self)
        self.links = TasksPanel(self.shell, self)
        self.backups = BackupPanel(self.shell, self)
        self._lay_out()

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        self._left, self._right = QVBoxLayout(left), QVBoxLayout(right)
        for column in (self._left, self._right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
        above: list[QWidget] = [self.approvals, self.on_the_spot, self.papers, self.links]
        below: list[QWidget] = [self.lists]
        if self.shell.actor.role is not Role.MANAGER:
            above, below = [*above, *below], []
        for panel in above:
            self._left.addWidget(panel)
        self._left.addWidget(self.due, 1)
        for panel in below:
            self._left.addWidget(panel)
        self._left.addStretch(1 if self._is_admin else 0)
        manages = self.shell.actor.role is Role.MANAGER
        for side in (
            self.reception,
            *((self.notes, self.lights, self.meetings, self.attention) if manages else ()),
            self.talks,
            self.clarifications,
            *(() if manages else (self.notes, self.meetings)),
            self.books,
            self.year,
            self.held,
            self.drafts,
            self.backups,
        ):
            self._right.addWidget(side)
        self._right.addStretch(1)
        self._side = right
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(12)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(right)
        body = QWidget(self)
        body.setProperty("kind", "scrolled")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(20, 14, 20, 14)
        inner.setSpacing(12)
        inner.addWidget(self._figures)
        inner.addLayout(self._columns, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(area, 1)
        self._fold()

    def _connect(self) -> None:
        self._figures.opened.connect(self._on_figures_opened)
        self.year.opened.connect(self._on_year_opened)
        self.lights.opened.connect(self._on_lights_opened)
        self.links.opened.connect(self._on_link_opened)
        self.attention.opened.connect(self._on_attention_opened)
        self._confirm.clicked.connect(self._on_confirm_clicked)
        self.on_the_spot.ticked.connect(self._show_confirm)
        self.lists.chosen.connect(self._on_lists_chosen)
        self.due.opened.connect(self._on_due_opened)
        self.due.ledger_wanted.connect(self._on_due_ledger_wanted)
        for panel in (
            self.approvals,
            self.on_the_spot,
            self.papers,
            self.lists,
            self.talks,
            self.clarifications,
            self.notes,
            self.meetings,
            self.books,
            self.held,
            self.drafts,
        ):
            panel.opened.connect(partial(self._on_panel_opened, panel))
            panel.deed.connect(self._on_panel_deed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side panels below where there is no room beside."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        theme = self.shell.theme
        narrow = self.width() < theme.px(NARROW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._side.setMinimumWidth(0 if narrow else theme.px(SIDE))
        self._side.setMaximumWidth(16_777_215 if narrow else theme.px(SIDE))
        self._figures.set_columns(3 if self.width() < theme.px(860) else 6)

    # -- asking ----------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask every room what waits; each answer shows itself when it comes."""
        read = self.store.read
        read(typed_work, self._on_typed, seat="typed", owner=self)
        if self._path is not None:
            read(partial(backup_line, path=self._path), self._on_backup, seat="backup", owner=self)
        if self._is_admin:
            return
        self._chores.look()
        read(due_work, self._on_due, seat="due", owner=self)
        read(decided_work, self._on_decided, seat="decided", owner=self)
        read(desk_work, self._on_desk, seat="desk", owner=self)
        read(unit_work, self._on_unit, seat="unit", owner=self)
        read(tracks_work, self._on_tracks, seat="tracks", owner=self)
        read(book_work, self._on_books, seat="books", owner=self)
        read(lights_by_unit, self._on_lights, seat="lights", owner=self)
        self.reception.reload()
        if self.shell.actor.may(Permission.ATTENTION_READ):
            read(attention_notes, self._on_attention, seat="attention", owner=self)
        read(year_so_far, self._on_year, seat="year", owner=self)

    def _on_typed(self, found: Typed) -> None:
        self._work.typed = found
        self._show_typed()

    def _on_backup(self, found: BackupLine) -> None:
        self._backup = found
        self.backups.show_backup(found)

    def _on_due(self, found: Due) -> None:
        self._work.due = found
        self.due.set_due(found)
        self._show_figures()
        self._show_decided()
        self._show_lists()

    def _on_decided(self, found: Decided) -> None:
        self._work.decided = found
        self._show_decided()
        self._show_figures()

    def _on_desk(self, found: dict[str, DeskList]) -> None:
        self._work.desk = found
        self._show_lists()
        self._show_figures()

    def _on_unit(self, found: UnitWork) -> None:
        self._work.unit = found
        self._show_lists()
        self._show_figures()

    def _on_tracks(self, found: Tracks) -> None:
        self._work.tracks = found
        self._show_tracks()
        self._show_figures()

    def _on_books(self, found: BookWork) -> None:
        self._work.books = found
        self._show_books()

    def _on_attention(self, found: tuple[AttentionNote, ...]) -> None:
        self._work.attention = found
        self._show_attention()

    def _on_lights(self, found: tuple[UnitLights, ...]) -> None:
        self.lights.show_lights(found)

    def _on_year(self, found: YearSoFar | None) -> None:
        self._year = found
        self.year.show_year(found)

    # -- showing ---------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every word anew."""
        today = self.shell.today()
        self._head.set_title(self.tr("My workbench"))
        self._head.set_note(
            self.tr("{day} {weekday}").format(
                day=self._days.long(today), weekday=self._days.weekday(today.isoweekday())
            )
        )
        self._confirm.setText(self.tr("Confirm"))
        self.due.retranslate()
        self.reception.retranslate()
        self._offer_lists()
        self._show_figures()
        self._show_decided()
        self._show_lists()
        self._show_tracks()
        self._show_attention()
        self._show_books()
        self.lights.retranslate()
        self._show_typed()
        self.year.show_year(self._year)
        self.backups.show_backup(self._backup)
        self.links.retranslate()
        self.links.setVisible(self._is_admin)
        for panel in (self._figures, self.due, self.lists, self.talks):
            panel.setVisible(not self._is_admin)

    def _due_by_case(self) -> dict[int, DueRow]:
        found: dict[int, DueRow] = {}
        for row in self._work.due.rows:
            found.setdefault(row.case_id, row)
        return found

    def _late(self) -> int:
        """Of what waits for the person, that whose case is overdue; the rest is the ledger's."""
        overdue = set(self._work.due.cases(Stage.BAD))
        waiting = self._work.decided.approvals
        return sum(a.track == APPEALS and a.case_id in overdue for a in waiting)

    def _show_figures(self) -> None:
        if self._is_admin:
            return
        work, today = self._work, self.shell.today()
        self._figures.set_figures(self._count.figures(work, today))
        self.shell.set_count("workbench", work.waiting or None, self._late())

    def _show_decided(self) -> None:
        due = self._due_by_case()
        decided = self._work.decided
        decides = any(
            self.shell.actor.may(p)
            for p in (
                Permission.APPEAL_APPROVE,
                Permission.APPEAL_SIGN_OFF,
                Permission.CLARIFICATION_APPROVE,
            )
        )
        self.approvals.setVisible(decides and not self._is_admin)
        self.approvals.set_title(
            self.tr("Waiting for my decision"),
            self.tr("{0} items; my own proposals are not among them").format(
                len(decided.approvals)
            ),
        )
        self.approvals.set_lines(
            [
                self._write.approval(a, due.get(a.case_id) if a.track == APPEALS else None)
                for a in decided.approvals
            ],
            empty=self.tr("Nothing waits for a decision."),
            more=self.tr("All of them"),
        )
        kept = set(self.on_the_spot.ticked_keys())
        lines = [self._write.on_the_spot(row) for row in decided.on_the_spot]
        shown_before = {line.key for line in self.on_the_spot.lines}
        lines = [
            line if line.key not in shown_before or line.key in kept else _unticked(line)
            for line in lines
        ]
        self.on_the_spot.setVisible(bool(lines))
        self.on_the_spot.set_title(
            self.tr("Settled on the spot"), self.tr("{0} cases to be confirmed").format(len(lines))
        )
        self.on_the_spot.set_lines(lines)
        self._show_confirm()
        papers = [self._write.paper(a) for a in decided.papers]
        papers += [self._write.recorded(m) for m in decided.moves]
        self.papers.setVisible(bool(papers))
        mine = sum(m.is_mine for m in decided.moves)
        note = self.tr("{0} items, compared by a second person").format(len(papers))
        if mine:
            note = self.tr("{0} items, {1} of them typed by myself").format(len(papers), mine)
        self.papers.set_title(self.tr("Recorded from paper, to be compared"), note)
        self.papers.set_lines(papers)

    def _show_confirm(self) -> None:
        self._confirm.setEnabled(bool(self.on_the_spot.ticked_keys()))

    def _list_names(self) -> list[tuple[str, str]]:
        if is_desk(self.shell.actor.role):
            decides = self.shell.actor.may(Permission.APPEAL_APPROVE)
            return [
                *([(BOUNCED, self.tr("Returned too often"))] if decides else []),
                ("returned", self.tr("Returned by units")),
                ("to_screen", self.tr("To be screened")),
                ("awaiting", self.tr("Awaiting papers")),
                ("to_hand_over", self.tr("To be handed over")),
                ("to_deliver", self.tr("To be delivered")),
                ("to_visit", self.tr("To be followed up")),
            ]
        return [
            ("to_sign", self.tr("To be signed in")),
            ("running", self.tr("In handling")),
            ("co", self.tr("Opinions to give")),
            ("returned", self.tr("Returned by us")),
        ]

    def _offer_lists(self) -> None:
        self.lists.set_tabs([ViewTab(key, label) for key, label in self._list_names()])

    def _list_counts(self) -> dict[str, int]:
        if is_desk(self.shell.actor.role):
            return {name: found.count for name, found in self._work.desk.items()}
        unit = self._work.unit
        return {
            "to_sign": len(unit.to_sign),
            "running": len(unit.running),
            "co": len(unit.co),
            "returned": len(unit.returned),
        }

    def _show_lists(self) -> None:
        counts = self._list_counts()
        for name, count in counts.items():
            self.lists.tabs.set_count(name, count)
        key = self.lists.tabs.current_key()
        if not counts.get(key) and not self._has_chosen:
            # The first list that holds something is shown until the person chooses another.
            filled = next((name for name, _ in self._list_names() if counts.get(name)), key)
            if filled != key:
                self.lists.tabs.blockSignals(True)
                self.lists.tabs.choose(filled)
                self.lists.tabs.blockSignals(False)
                key = filled
        self.lists.set_lines(
            self._list_lines(key),
            empty=self.tr("Nothing waits here."),
            more=self.tr("All {0}").format(counts.get(key, 0)),
        )

    def _list_lines(self, key: str) -> list[Line]:
        if is_desk(self.shell.actor.role):
            return [self._write.appeal(row) for row in self._work.desk.get(key, DeskList()).rows]
        due = self._due_by_case()
        rows = getattr(self._work.unit, key, ())
        return [self._write.inbox(r, due.get(r.hand_over.appeal_id)) for r in rows]

    def _show_tracks(self) -> None:
        today = self.shell.today()
        work = self._work.tracks.talks
        held_today = self._work.tracks.talks_on(today)
        late = sorted((t for t in work.to_hold if t not in held_today), key=_arranged)
        lines = [
            self._write.talk(t, today)
            for t in (*held_today, *work.to_record, *late, *work.to_visit, *work.to_arrange)
        ]
        note = self.tr("{0} today").format(len(held_today))
        if self._work.tracks.talks_overdue:
            note = self.tr("{0} today, {1} overdue").format(
                len(held_today), self._work.tracks.talks_overdue
            )
        self.talks.set_title(self.tr("Talks"), note)
        self.talks.set_lines(
            lines,
            empty=self.tr("No talk is planned."),
            more=self.tr("All {0}").format(len(lines)),
        )
        tracks = self._work.tracks
        clearing = self._write.clarifications(tracks.clarifications)
        known = {row.id for row in tracks.clarifications.to_assess}
        clearing += self._write.undecided(tracks.undecided, known)
        self.clarifications.setVisible(bool(clearing))
        self.clarifications.set_title(
            self.tr("Clarifications to go on with"), self.tr("{0} cases").format(len(clearing))
        )
        self.clarifications.set_lines(clearing, more=self.tr("All {0}").format(len(clearing)))

    def _show_books(self) -> None:
        notes, near = self._work.books.notes, self._work.books.near
        self.notes.setVisible(bool(notes))
        self.notes.set_title(self.tr("Leaders' notes"), self.tr("{0} in hand").format(len(notes)))
        self.notes.set_lines(
            [self._write.entry(work) for work in notes],
            more=self.tr("All {0}").format(len(notes)),
        )
        meetings = self._work.books.meetings
        self.meetings.setVisible(bool(meetings))
        self.meetings.set_title(
            self.tr("Meetings"), self.tr("{0} to be held or minuted").format(len(meetings))
        )
        self.meetings.set_lines(
            [self._write.meeting(work) for work in meetings],
            more=self.tr("All {0}").format(len(meetings)),
        )
        self.books.setVisible(bool(near))
        self.books.set_title(
            self.tr("Other matters due"), self.tr("{0} within a week or late").format(len(near))
        )
        self.books.set_lines(
            [self._write.entry(work) for work in near],
            more=self.tr("All {0}").format(len(near)),
        )

    def _show_attention(self) -> None:
        notes = self._work.attention
        self.attention.setVisible(bool(notes))
        self.attention.set_title(
            self.tr("Attention notes"), self.tr("{0} notes").format(len(notes))
        )
        self.attention.set_lines(
            [self._attention.short(note) for note in notes],
            more=self.tr("All {0}").format(len(notes)),
        )

    def _show_typed(self) -> None:
        now = self.store.now()
        held = [self._write.held(row, now) for row in self._work.typed.held]
        self.held.setVisible(bool(held))
        self.held.set_title(self.tr("Notes held"), self.tr("{0} notes").format(len(held)))
        self.held.set_lines(held)
        drafts = [
            self._write.draft(row, now, place) for place, row in enumerate(self._work.typed.drafts)
        ]
        self.drafts.setVisible(bool(drafts))
        self.drafts.set_title(self.tr("Drafts"), self.tr("{0} forms").format(len(drafts)))
        self.drafts.set_lines(drafts)

    # -- doing -----------------------------------------------------------------------------

    def _on_figures_opened(self, key: str) -> None:
        stages = {"overdue": Stage.BAD, "today": Stage.TODAY, "soon": Stage.WAIT}
        titles = {
            "overdue": self.tr("Overdue"),
            "today": self.tr("Due today"),
            "soon": self.tr("Due soon"),
            "talks": self.tr("Talks today"),
        }
        if key in stages:
            self.shell.open_page("ledger", ids=self._work.due.cases(stages[key]), title=titles[key])
        elif key == "waiting":
            self.approvals.setFocus(Qt.FocusReason.OtherFocusReason)
            first = self.approvals.lines[0].key if self.approvals.lines else ""
            button = self.approvals.button(first, "decide")
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == "talks":
            talks = self._work.tracks.talks_on(self.shell.today())
            self.shell.open_page("care", ids=tuple(t.id for t in talks), title=titles[key])
        else:
            self.lists.tabs.choose(key)
            self.lists.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_lists()

    def _on_year_opened(self, month: str) -> None:
        self.shell.open_page("statistics", month=month)

    def _on_lights_opened(self, unit_id: int) -> None:
        self.shell.open_page("ledger", unit_ids=(unit_id,))

    def _on_link_opened(self, key: str) -> None:
        self.shell.open_page(key)

    def _on_lists_chosen(self, _key: str) -> None:
        self._has_chosen = True
        self._show_lists()

    def _on_due_opened(self, case_id: int) -> None:
        self.shell.open_case(APPEALS, case_id)

    def _on_due_ledger_wanted(self) -> None:
        cases = self._work.due.cases(Stage.BAD, Stage.TODAY, Stage.WAIT)
        self.shell.open_page("ledger", ids=cases, title=self.tr("Overdue, due today, due soon"))

    def _on_confirm_clicked(self) -> None:
        ids = tuple(int(key.split(":")[1]) for key in self.on_the_spot.ticked_keys())
        if ids:
            self._decisions.confirm_on_the_spot(ids)

    def _on_attention_opened(self, _key: str) -> None:
        self.shell.open_page("attention")

    def _on_panel_opened(self, panel: LinesPanel, key: str) -> None:
        if not key:
            self._open_whole(panel)
            return
        track, case, _row = key.split(":")
        if track == "held":
            self._go_on_held(int(case))
        elif track == "draft":
            self._go_on_draft(int(case))
        else:
            self.shell.open_case(track, int(case))

    def _open_whole(self, panel: LinesPanel) -> None:
        if panel is self.talks:
            self.shell.open_page("care")
        elif panel is self.clarifications:
            self.shell.open_page("clarification")
        elif panel is self.notes:
            self.shell.open_page("leader_notes")
        elif panel in (self.books, self.meetings):
            panel.show_all()
        elif panel is self.lists and is_desk(self.shell.actor.role):
            key = self.lists.tabs.current_key()
            titles = dict(self._list_names())
            pills = DESK_LISTS.get(key, DESK_LISTS["returned"])
            self.shell.open_page("ledger", pills=pills, title=titles[key])
        elif panel is self.lists:
            self.shell.open_page("transfer", box=self.lists.tabs.current_key())
        else:
            cases = tuple(
                dict.fromkeys(a.case_id for a in self._work.decided.approvals if a.track == APPEALS)
            )
            self.shell.open_page("ledger", ids=cases, title=self.tr("Waiting for my decision"))

    def _on_panel_deed(self, key: str, name: str) -> None:
        track, case, row = key.split(":")
        if name in ("decide", "compare") and track in SHELVES:
            # What the move would write stands on the card: it is read before it is decided.
            self.shell.open_case(track, int(case))
        elif name == "decide":
            found = next((a for a in self._work.decided.approvals if str(a.id) == row), None)
            if found is not None:
                self._decisions.decide(found)
        elif name == "compare":
            paper = next((a for a in self._work.decided.papers if str(a.id) == row), None)
            if paper is not None:
                self._decisions.compare_decision(paper)
        elif name == "compare_move":
            move = next((m for m in self._work.decided.moves if str(m.event_id) == row), None)
            if move is not None:
                self._decisions.compare_move(move)
        elif track == "held":
            self._go_on_held(int(case))
        elif track == "draft":
            self._go_on_draft(int(case))
        else:
            self.shell.open_case(track, int(case))

    def _go_on_held(self, note_id: int) -> None:
        self.shell.open_page("intake", held=note_id)

    def _go_on_draft(self, place: int) -> None:
        if place >= len(self._work.typed.drafts):
            return
        row = self._work.typed.drafts[place]
        kind, _, book = row.kind.partition(":")
        if kind == "book":
            go_on(self.shell, book, row.key)
            return
        self.shell.open_page(_DRAFT_PAGES.get(row.kind, row.kind), draft=row.key)


def _arranged(talk: TalkRow) -> str:
    return talk.scheduled_at.isoformat() if talk.scheduled_at is not None else "9"


def _unticked(line: Line) -> Line:
    return replace(line, ticked=False)
