"""One entry of a book: its moves, its facts, what belongs to it, its dates, files and papers."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.appeals.rows import ApprovalRow, EventRow
from db.approvals.deciding import ConfirmEvent
from db.audit.readings import ReadingRow, readings
from db.books.proposals import Proposal, proposals
from db.books.queries import entry_card
from db.books.rows import EntryCard
from db.core.books import Book, FieldKind
from db.core.clock import civil_time
from db.core.errors import ZhengmingError
from db.core.permissions import Permission
from db.core.tx import Read
from db.shelves import book as book_of
from desktop.books.children import ChildOpenings, ChildTable
from desktop.books.deeds import EntryDeeds
from desktop.books.facts import Fact, FactGrid
from desktop.books.names import SHARED, watched
from desktop.books.papers import EntryPapers
from desktop.books.words import EntryWords, shortened, spec_of
from desktop.clarification.parts import (
    WAITING,
    CaseParts,
    day_words,
    hairline,
    pairs,
    scrolled,
    section,
    stack_of,
    standing,
)
from desktop.deeds import Ask, Deed, run
from desktop.office.case_desk import CaseDesk
from desktop.shell import CasePage, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, Tag
from desktop.widgets.frames import Panel
from desktop.widgets.labels import StatusPill, rule, text_label
from desktop.widgets.layouts import clear_layout
from desktop.widgets.moves import MoveBar, MoveOffer
from desktop.widgets.tabs import ViewTab, ViewTabs
from desktop.widgets.timeline import Timeline

DECIDE = "decide"
AMEND = "amend"
BEHALF = "behalf:"
NARROW = 860
"""Width at 100 % below which the side stands under the facts."""
MANY_RESTRICTED = 4
"""So many restricted fields in a row are told in one line."""


class EntryCardPage(CasePage):
    """One entry.

    Args:
        case_id: The entry.
        book: Name of its book.
    """

    def __init__(
        self,
        store: Store,
        shell: Shell,
        case_id: int,
        parent: QWidget | None = None,
        *,
        book: str,
    ) -> None:
        super().__init__(store, shell, case_id, parent)
        self._book: Book = book_of(book)
        self.track = book
        self.watches = watched((book,), with_children=True) | SHARED
        self._card: EntryCard | None = None
        self._desk = CaseDesk(store, shell, self)
        self._readings: tuple[ReadingRow, ...] = ()
        self._proposals: dict[int, Proposal] = {}
        self._is_narrow = False
        self._did_deed = False
        theme = shell.theme
        self.deeds = EntryDeeds(store, shell, self)
        self._words: EntryWords = self.deeds.words
        self._parts = CaseParts(store, shell, book, case_id, self)
        self._papers = EntryPapers(store, shell, self)
        self._number = text_label("", "secondary", parent=self)
        self._title = text_label("", "case", wrap=True, parent=self)
        self._tags = QHBoxLayout()
        self._tags.setSpacing(8)
        self._moves = MoveBar(theme, most=4, parent=self)
        self._tabs = ViewTabs(theme, tall=False, parent=self)
        self._stack = QStackedWidget(self)
        self._facts = scrolled(self)
        self._timeline = Timeline(theme, parent=self)
        self._opened = scrolled(self)
        for page in (self._facts, self._timeline, self._opened):
            self._stack.addWidget(page)
        self._side = scrolled(self)
        self._lay_out()
        self._moves.chosen.connect(self._on_moves_chosen)
        self._tabs.chosen.connect(self._on_tabs_chosen)
        self.deeds.done.connect(self._on_deeds_done)
        self.deeds.opened.connect(self._on_deeds_opened)
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
        top.addWidget(self._moves, 0, Qt.AlignmentFlag.AlignVCenter)
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
        self._side.setMinimumWidth(theme.px(290))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(middle)
        splitter.addWidget(self._side)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([820, theme.px(320)])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(head)
        page.addWidget(rule())
        page.addWidget(splitter, 1)

    def tab_title(self) -> str:
        """Return number and title for the tab."""
        if self._card is None:
            return ""
        row = self._card.row
        title = shortened(self._words.title(self._book, row), 16)
        return title if title == row.number else f"{row.number} {title}".strip()

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
            (self._timeline, self.tr("Course")),
            (self._opened, self.tr("Opened by")),
            (self._side, self.tr("Deadlines, papers, files")),
        ):
            area.setAccessibleName(words)
        if self._card is not None:
            self._show(self._card)

    def reload(self) -> None:
        """Ask for the card and what its dialogs choose from."""
        self.store.read(
            self._ask_card,
            self._on_card,
            seat="card",
            owner=self,
            failed=self._on_card_failed,
        )
        self.deeds.reload()
        if self._tabs.current_key() == "opened":
            self._ask_readings()

    def _ask_readings(self) -> None:
        self.store.read(
            partial(readings, track=self.track, case_id=self.case_id),
            self._on_readings,
            seat="readings",
            owner=self,
        )

    def _ask_card(self, read: Read) -> tuple[EntryCard, dict[int, Proposal]]:
        name = self._book.name
        card = entry_card(read, name, self.case_id)
        waits = any(approval.state in WAITING for approval in card.approvals)
        return card, proposals(read, name, self.case_id) if waits else {}

    def _on_card(self, asked: tuple[EntryCard, dict[int, Proposal]]) -> None:
        found, self._proposals = asked
        # What others change is often not on this card: nothing moves under the reader then.
        if found != self._card:
            self._card = found
            self._show(found)
            self.tab_title_changed.emit()
            self._desk.look()
        self._focus_on()

    def _on_card_failed(self, error: ZhengmingError) -> None:
        self.shell.fail(error)
        self.shell.close_case(self.track, self.case_id)

    def _on_readings(self, found: tuple[ReadingRow, ...]) -> None:
        self._readings = found
        self._show_readings()

    # -- the head --------------------------------------------------------------------------

    def _show(self, card: EntryCard) -> None:
        labels, theme, row = self.shell.labels, self.shell.theme, card.row
        self._number.setText(row.number)
        self._number.setVisible(bool(row.number))
        self._title.setText(shortened(self._words.title(self._book, row), 90))
        clear_layout(self._tags)
        self._tags.addWidget(StatusPill(theme, labels.pill(self.track, row.state)))
        self._tags.addWidget(Tag(theme, labels.book(self.track, short=True)))
        if card.is_backfilled:
            self._tags.addWidget(Tag(theme, self.tr("Backfilled")))
        self._show_moves(card)
        self._show_bodies(card)
        newest_first = sorted(card.events, key=lambda event: event.id, reverse=True)
        self._timeline.set_items([self._parts.timeline_item(event) for event in newest_first])
        self._tabs.set_count("timeline", len(card.events))

    def _show_moves(self, card: EntryCard) -> None:
        offers: list[MoveOffer] = []
        filled = self._parts.decidable(card.approvals) is not None
        if filled:
            offers.append(MoveOffer(DECIDE, self.tr("Decide"), primary=True, asks=True))
        lacking = ""
        late = self._book.late
        for name in sorted(card.moves, key=lambda move: move in late):
            blocked = self._blocked(card, name)
            primary = not filled and not blocked and name not in late
            filled = filled or primary
            label = self.shell.labels.move(self.track, name)
            offers.append(MoveOffer(name, label, primary=primary, asks=True, blocked=blocked))
            if blocked and not lacking and name not in late:
                lacking = self.tr("{move}: {lack}").format(move=label, lack=blocked)
        for name in card.behalf_moves:
            label = self.shell.labels.move(self.track, name)
            words = self.tr("{0} (on behalf)").format(label)
            blocked = self._blocked(card, name)
            offers.append(MoveOffer(f"{BEHALF}{name}", words, asks=True, blocked=blocked))
        if card.amendable:
            offers.append(MoveOffer(AMEND, self.tr("Correct"), asks=True))
        if not self._book.sealed:
            offers += self._desk.offers(is_open=card.row.state not in self._book.track.terminal)
        self._moves.set_moves(offers, lacking)

    def _blocked(self, card: EntryCard, name: str) -> str:
        code = card.refused.get(name, "")
        return self._words.lack(self.track, code) if code else ""

    def _focus_on(self) -> None:
        """After a deed the keyboard goes on with what can be done next."""
        if not self._did_deed:
            return
        self._did_deed = False
        if not self._moves.focus_first():
            self._tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the bands -------------------------------------------------------------------------

    def _show_bodies(self, card: EntryCard) -> None:
        at = self._facts.verticalScrollBar().value()
        bands: list[QWidget] = []
        for made in (
            self._decisions(card),
            self._matter(card),
            *(self._children(card, name) for name in card.children),
            self._decided(card),
        ):
            if made is None:
                continue
            if bands:
                bands.append(hairline())
            bands.append(made)
        side = self._side_parts(card)
        self._side.setHidden(self._is_narrow or not side)
        if self._is_narrow and side:
            bands.append(hairline())
            bands.append(stack_of(*side, kind="scrolled", margin=12, spacing=10))
        _put(self._facts, stack_of(*bands))
        if not self._is_narrow:
            _put(self._side, stack_of(*side, kind="scrolled", margin=12, spacing=10))
        self._facts.verticalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side under the facts where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < self.shell.theme.px(NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            if self._card is not None:
                self._show_bodies(self._card)

    def _decisions(self, card: EntryCard) -> QFrame | None:
        waiting = [a for a in card.approvals if a.state in WAITING]
        if not waiting:
            return None
        status = standing(self.tr("Waiting"), done=False)
        band, column = section(self.shell.theme, self.tr("Approval"), status)
        for approval in waiting:
            asked = self._with_proposal(approval)
            column.addWidget(self._parts.decision(asked, card.files))
            facts = self._proposed(approval)
            if facts:
                column.addWidget(FactGrid(self.shell.theme, facts))
        return band

    def _proposed(self, approval: ApprovalRow) -> list[Fact]:
        """Return what a proposed move would write, for the one who decides."""
        proposal = self._proposals.get(approval.id)
        found: list[Fact] = []
        for name, value in proposal.values.items() if proposal is not None else ():
            spec = spec_of(self._book, name)
            if spec is None or proposal is None:
                continue
            words = self._words.say(spec, value, proposal.texts)
            if words:
                long = spec.kind is FieldKind.AREA
                label = self.shell.labels.field(self.track, name)
                found.append(Fact(f"proposed_{name}", label, words, long=long))
        return found

    def _with_proposal(self, approval: ApprovalRow) -> ApprovalRow:
        """Return a decision whose dialog says in full what is decided."""
        colon = "：" if self.shell.labels.chinese else ": "
        lines = [f"{fact.label}{colon}{fact.words}" for fact in self._proposed(approval)]
        return replace(approval, summary="\n".join(lines)) if lines else approval

    def _matter(self, card: EntryCard) -> QFrame:
        band, column = section(self.shell.theme, self.tr("Matter"))
        facts = self._gathered(self._fact_rows(card))
        column.addWidget(FactGrid(self.shell.theme, facts))
        return band

    def _gathered(self, facts: list[Fact]) -> list[Fact]:
        """Return the facts with a long run of restricted ones told in one line."""
        found: list[Fact] = []
        for restricted, several in groupby(facts, key=lambda fact: fact.restricted):
            some = list(several)
            if restricted and len(some) >= MANY_RESTRICTED:
                words = self.tr("Restricted ({0} fields)").format(len(some))
                found.append(Fact(some[0].name, self.tr("Kept inside"), words, restricted=True))
            else:
                found += some
        return found

    def _fact_rows(self, card: EntryCard) -> list[Fact]:
        labels, row = self.shell.labels, card.row
        found: list[Fact] = []
        for spec in self._book.fields:
            label = labels.field(self.track, spec.name)
            if spec.name in card.hidden:
                words = self.tr("Restricted")
                found.append(Fact(spec.name, label, words, restricted=True))
                continue
            words = self._words.value(spec, row)
            if words:
                long = spec.kind is FieldKind.AREA
                found.append(Fact(spec.name, label, words, long=long))
        entered = civil_time(card.entered_at).strftime("%Y-%m-%d %H:%M")
        by = f"{row.entered_by}　{entered}"
        found.append(Fact("entered_by", labels.field(self.track, "entered_by"), by))
        if row.entered_on != civil_time(card.entered_at).date():
            on = row.entered_on.isoformat()
            found.append(Fact("entered_on", labels.field(self.track, "entered_on"), on))
        return found

    def _children(self, card: EntryCard, name: str) -> QFrame:
        rows = card.children[name]
        book = book_of(name)
        note = self.tr("{0} entries").format(len(rows)) if rows else ""
        band, column = section(self.shell.theme, self.shell.labels.book(name), note=note)
        table = ChildTable(self.shell, self._words, book, rows)
        table.opened.connect(self.shell.open_case)
        column.addWidget(table)
        moves = card.openings.get(name, ())
        if moves:
            column.addWidget(ChildOpenings(self.shell, name, moves, self._begin_child))
        return band

    def _begin_child(self, book: str, move: str) -> None:
        self.deeds.when_ready(partial(self.deeds.open, book, move, parent_id=self.case_id))

    def _decided(self, card: EntryCard) -> QFrame | None:
        decided = [a for a in card.approvals if a.state not in (*WAITING, "lapsed")]
        if not decided:
            return None
        status = standing(self.tr("Decided"), done=True)
        band, column = section(self.shell.theme, self.tr("Approval"), status)
        for approval in decided:
            column.addLayout(pairs(self._decision_rows(approval)))
        return band

    def _decision_rows(self, approval: ApprovalRow) -> list[tuple[str, str]]:
        outcome = self._parts.words.act(f"{approval.state}_{approval.act}")
        parts = (
            approval.approver_name,
            approval.approver_post,
            day_words(approval.decided_on),
            approval.approver_number,
        )
        proposed = self.tr("{name}, {day}").format(
            name=approval.proposer_name, day=approval.proposed_on.isoformat()
        )
        return [
            (outcome, " ".join(part for part in parts if part) or "—"),
            (self.tr("Opinion"), approval.opinion),
            (self.tr("Proposed by"), proposed),
        ]

    # -- the side --------------------------------------------------------------------------

    def _side_parts(self, card: EntryCard) -> list[QWidget]:
        parts: list[QWidget] = []
        clocks = self._parts.clocks(card.clocks)
        if clocks:
            parts.append(self._panel(self.tr("Deadlines"), clocks))
        compare = self._comparisons(card)
        if compare:
            parts.append(self._panel(self.tr("To be compared with paper"), compare))
        papers = self._papers.lines(self._book, card.row)
        if papers:
            parts.append(self._panel(self.tr("Papers"), papers))
        if not self._book.sealed:
            files = Panel(self.shell.theme, self.tr("Files"))
            adds = self._book.is_written_by(self.shell.actor.grants.keys())
            files.body.addLayout(self._parts.files(card.files, adds=adds))
            parts.append(files)
        if card.links:
            parts.append(self._panel(self.tr("Linked"), self._links(card)))
        return parts

    def _panel(self, title: str, widgets: Sequence[QWidget]) -> Panel:
        panel = Panel(self.shell.theme, title)
        for widget in widgets:
            panel.body.addWidget(widget)
        return panel

    def _links(self, card: EntryCard) -> list[QWidget]:
        found: list[QWidget] = []
        for track, case_id, words in card.links:
            kind = self.shell.labels.track(track)
            said = f"{kind} {words}".strip()
            button = Button(self.shell.theme, said, kind="link", icon="link", elides=True)
            button.setObjectName(f"link:{track}:{case_id}")
            button.clicked.connect(partial(self._on_link_clicked, track, case_id))
            found.append(_at_left(button))
        return found

    def _on_link_clicked(self, track: str, case_id: int, _checked: bool = False) -> None:
        self.shell.open_case(track, case_id)

    def _comparisons(self, card: EntryCard) -> list[QWidget]:
        actor = self.shell.actor
        if not actor.may(Permission.CONFIRM_RECORDED):
            return []
        found: list[QWidget] = []
        for event in card.events:
            if not event.needs_confirmation or event.actor_id in actor.people:
                continue
            words = f"{self._parts.words.act(event.act)} {event.behalf_of}…".strip()
            button = Button(self.shell.theme, words, small=True, icon="check", elides=True)
            button.setObjectName("confirm_event")
            button.clicked.connect(partial(self._compare, event))
            found.append(_at_left(button))
        return found

    def _compare(self, event: EventRow, _checked: bool = False) -> None:
        """Show what was typed from a paper, and ask whether it says the same."""
        card = self._card
        if card is None:
            return
        day = event.behalf_on.isoformat() if event.behalf_on else ""
        parts = (event.behalf_of, event.behalf_post, event.behalf_number, day)
        lines = [
            self.tr("On the paper: {0}").format("，".join(part for part in parts if part)),
            event.note,
            self.tr("Typed by {name}, {day}").format(
                name=event.actor_name, day=civil_time(event.recorded_at).strftime("%Y-%m-%d")
            ),
        ]
        if card.files:
            names = "、".join(each.name for each in card.files[-5:])
            lines.append(self.tr("Scans are among the files: {0}").format(names))
        deed = Deed(
            self.tr("Compare with the paper: {0}").format(self._parts.words.act(event.act)),
            self.tr("It says the same"),
            (
                Ask(
                    "compared",
                    self.tr("Compared with the paper, line by line"),
                    "tick",
                ),
            ),
            consequence="\n".join(line for line in lines if line),
        )

        def send(dialog: Any, values: dict[str, Any]) -> None:
            if not values["compared"]:
                dialog.deed_button.setEnabled(True)
                dialog.set_trouble(self.tr("Compare it first, then tick"))
                return
            self.store.submit(
                ConfirmEvent(event.id), dialog.done_well, owner=dialog, failed=dialog.refused
            )
            self._did_deed = True

        run(self.shell, deed, send, self)

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
        _put(self._opened, stack_of(*lines, margin=18, spacing=8))

    # -- deeds -----------------------------------------------------------------------------

    def _on_tabs_chosen(self, key: str) -> None:
        self._stack.setCurrentIndex(("facts", "timeline", "opened").index(key))
        if key == "opened":
            self._ask_readings()

    def _on_moves_chosen(self, name: str) -> None:
        card = self._card
        if card is None:
            return
        if self._desk.chose(name, card.row.number):
            return
        if name == DECIDE:
            decision = self._parts.decidable(card.approvals)
            if decision is not None:
                self._did_deed = True
                self._parts.decide(self._with_proposal(decision))
        elif name == AMEND:
            self.deeds.when_ready(partial(self.deeds.amend, card))
        else:
            behalf = name.startswith(BEHALF)
            move = name.removeprefix(BEHALF)
            self.deeds.when_ready(partial(self.deeds.take, card, move, behalf=behalf))

    def _on_deeds_done(self, _book: str, _entry_id: int) -> None:
        self._did_deed = True

    def _on_deeds_opened(self, book: str, _entry_id: int, number: str) -> None:
        words = self.tr("Saved. Number {0}").format(number) if number else self.tr("Saved")
        self.shell.bar("good", f"{self.shell.labels.book(book)}　{words}")
        self._did_deed = True


def _at_left(widget: QWidget) -> QWidget:
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(widget)
    line.addStretch(1)
    return box


def _put(area: Any, body: QWidget) -> None:
    old = area.takeWidget()
    area.setWidget(body)
    if old is not None:
        old.deleteLater()
