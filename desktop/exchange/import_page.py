"""台账导入: look at foreign ledgers row by row, then bring them in whole or not at all."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.codes.listing import CodeItem, code_items
from db.core.errors import ZhengmingError
from db.core.gate import Gate
from db.exchange.rows import ImportReport, Line
from desktop.exchange.batches_panel import BatchesPanel
from desktop.exchange.drop_zone import DropZone, dropped
from desktop.exchange.labels_panel import LabelsPanel
from desktop.exchange.words import ImportWords
from desktop.exchange.work import ADD, CATEGORIES, KEEP, Outcome, run_files
from desktop.office.list_model import ListModel
from desktop.shell import Page, Shell
from desktop.store import Errand, Store, Tell
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, Pill, TextCell
from desktop.widgets.frames import EmptyState, PageHead, ProgressRow
from desktop.widgets.labels import text_label
from desktop.widgets.signs import Sign
from desktop.widgets.table import Column, Table
from desktop.widgets.tabs import ViewTab, ViewTabs

CHANGES = frozenset({"appeal", "ordinary_appeal", "import_batch", "code"})
MOST_FILE_ROWS = 5
VIEWS = ("all", "new", "known", "changed", "flagged", "error")


class ImportPage(Page):
    """Files at the top, the rows of the chosen one below, the two deeds at the foot."""

    watches = frozenset({"import_batch", "code"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._paths: tuple[Path, ...] = ()
        self._outcomes: dict[Path, Outcome] = {}
        self._is_dry = True
        self._errand: Errand | None = None
        self._words = ImportWords(self)
        self.setAcceptDrops(True)
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- building --------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.shell.theme
        self._head = PageHead(theme, "", parent=self)
        self.tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self.tabs)
        self.choose = Button(theme, "", icon="file-plus", parent=self)
        self._head.add_action(self.choose)
        self.zone = DropZone(theme, self)
        self.file_model: ListModel[Path] = ListModel((), self._file_cell, self)
        self.files = Table(
            theme, (), name="import_files", settings=self.shell.settings, parent=self
        )
        self.files.setModel(self.file_model)
        self.progress = ProgressRow(theme, parent=self)
        self.progress.hide()
        self.views = ViewTabs(theme, tall=False, parent=self)
        self.line_model: ListModel[Line] = ListModel((), self._line_cell, self)
        self.lines = Table(
            theme, (), name="import_lines", settings=self.shell.settings, parent=self
        )
        self.lines.setModel(self.line_model)
        self.said = EmptyState(theme, "", icon="file-text", parent=self)
        self.labels_panel = LabelsPanel(self.shell, self)
        self.understood = text_label("", "hint", wrap=True, parent=self)
        self.try_out = Button(theme, "", parent=self)
        self.bring_in = Button(theme, "", kind="primary", parent=self)
        self.clear_files = Button(theme, "", kind="quiet", parent=self)
        self.summary = text_label("", "secondary", wrap=True, parent=self)
        self.batches = BatchesPanel(self.store, self.shell, self)

    def _lay_out(self) -> None:
        preview = QWidget(self)
        preview.setProperty("kind", "page")
        self._preview = QStackedWidget(preview)
        self._preview.addWidget(self.lines)
        self._preview.addWidget(self.said)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(12, 0, 12, 0)
        tabs.addWidget(self.views)
        tabs.addStretch(1)
        column = QVBoxLayout(preview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tabs)
        column.addWidget(self._preview, 1)
        self.understood.setContentsMargins(20, 6, 20, 6)
        column.addWidget(self.understood)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(preview)
        self._splitter.addWidget(self.labels_panel)
        self._splitter.setStretchFactor(0, 1)
        self.labels_panel.setMinimumWidth(self.shell.theme.px(300))
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        for button in (self.bring_in, self.try_out, self.clear_files):
            row.addWidget(button)
        row.addWidget(self.summary, 1)
        work = QWidget(self)
        inner = QVBoxLayout(work)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.files)
        progress = QVBoxLayout()
        progress.setContentsMargins(20, 6, 20, 6)
        progress.addWidget(self.progress)
        inner.addLayout(progress)
        inner.addWidget(self._splitter, 1)
        inner.addWidget(foot)
        empty = QWidget(self)
        around = QVBoxLayout(empty)
        around.setContentsMargins(20, 20, 20, 20)
        around.addWidget(self.zone)
        self._stack = QStackedWidget(self)
        for page in (empty, work, self.batches):
            self._stack.addWidget(page)
        self._empty, self._work = empty, work
        page_column = QVBoxLayout(self)
        page_column.setContentsMargins(0, 0, 0, 0)
        page_column.setSpacing(0)
        page_column.addWidget(self._head)
        page_column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tabs_chosen)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.zone.wanted.connect(self._on_choose_clicked)
        self.zone.files_dropped.connect(self.add_files)
        self.files.selectionModel().currentRowChanged.connect(self._on_file_changed)
        self.views.chosen.connect(self._on_views_chosen)
        self.labels_panel.changed.connect(self._on_labels_changed)
        self.try_out.clicked.connect(self._on_try_out_clicked)
        self.bring_in.clicked.connect(self._on_bring_in_clicked)
        self.clear_files.clicked.connect(self._on_clear_files_clicked)
        self.progress.cancelled.connect(self._on_progress_cancelled)

    # -- words -----------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Import of ledgers"))
        self.tabs.set_tabs(
            [ViewTab("import", self.tr("Import")), ViewTab("batches", self.tr("Batches"))]
        )
        self.choose.setText(self.tr("Choose files"))
        self.zone.say(
            self.tr("Drop ledgers here"),
            self.tr("xlsx, xls, csv, json. Nothing is written before you have seen every row."),
            self.tr("Choose files"),
        )
        columns = (
            Column("state", self.tr("State"), 104, locked=True, sortable=False),
            Column("file", self.tr("File"), 240, stretch=True, sortable=False),
            Column("read", self.tr("Read"), 74, sortable=False, right=True),
            Column("new", self.tr("New"), 74, sortable=False, right=True),
            Column("repeated", self.tr("Known"), 74, sortable=False, right=True),
            Column("changed", self.tr("Changed"), 78, sortable=False, right=True),
            Column("flagged", self.tr("To check"), 78, sortable=False, right=True),
            Column("rejected", self.tr("Left out"), 78, sortable=False, right=True),
        )
        self.file_model.set_columns(columns)
        self.files.set_columns(columns)
        self.files.setAccessibleName(self.tr("Files"))
        lines = (
            Column("verdict", self.tr("What becomes of it"), 100, locked=True, sortable=False),
            Column("row", self.tr("Row"), 64, sortable=False, right=True),
            Column("id", self.tr("Number"), 110, sortable=False),
            Column("person", self.tr("Name"), 84, sortable=False),
            Column("subject", self.tr("Subject"), 240, stretch=True, sortable=False),
            Column("received", self.tr("Received"), 96, sortable=False),
            Column("category", self.tr("Category"), 130, sortable=False),
            Column("reasons", self.tr("To check"), 200, sortable=False),
        )
        self.line_model.set_columns(lines)
        self.lines.set_columns(lines)
        self.lines.setAccessibleName(self.tr("Rows of the file"))
        self.try_out.setText(self.tr("Try out"))
        self.bring_in.setText(self.tr("Import"))
        self.clear_files.setText(self.tr("Put the files away"))
        self.labels_panel.retranslate()
        self.batches.retranslate()
        self._show_file()
        self._show_deeds()

    def _file_cell(self, key: str, path: Path) -> Cell:
        outcome = self._outcomes.get(path)
        if key == "file":
            words = ""
            if outcome is not None and outcome.error is not None:
                words = self.shell.sentence(outcome.error)
            return TextCell(path.name, aside=words)
        if key == "state":
            return self._file_state(outcome)
        report = outcome.report if outcome else None
        if report is None:
            return TextCell("—", tone="text2", right=True)
        numbers = {
            "read": report.read,
            "new": report.imported,
            "repeated": len(report.repeated),
            "changed": len(report.changed),
            "flagged": len({flag.row for flag in report.flagged}),
            "rejected": report.rejected,
        }
        return TextCell(str(numbers[key]), right=True)

    def _file_state(self, outcome: Outcome | None) -> Pill:
        if outcome is None:
            return Pill(self.tr("Reading"), Sign.HALF, "info")
        if outcome.cancelled:
            return Pill(self.tr("Cancelled"), Sign.DASH, "neutral")
        report = outcome.report
        if report is None:
            return Pill(self.tr("Refused"), Sign.BANG, "bad")
        if report.dry_run:
            if report.imported:
                return Pill(self.tr("Ready"), Sign.RING, "neutral")
            return Pill(self.tr("Nothing new"), Sign.PAUSE, "neutral")
        if report.batch_id is None:
            return Pill(self.tr("Nothing new"), Sign.PAUSE, "neutral")
        return Pill(self.tr("Imported"), Sign.CHECK, "good")

    def _line_cell(self, key: str, line: Line) -> Cell:
        if key == "verdict":
            return self._words.verdict(line.verdict)
        if key == "row":
            return TextCell(str(line.row), tone="text2", right=True)
        if key == "category":
            return TextCell(self._category(line), tone="text2")
        if key == "reasons":
            return TextCell(self._reasons(line), tone="text2")
        texts = {
            "id": line.id,
            "person": line.person_name,
            "subject": " ".join(line.subject.split()),
            "received": line.received_on.isoformat() if line.received_on else "",
        }
        return TextCell(texts[key])

    def _category(self, line: Line) -> str:
        choice = self.labels_panel.choices().get(line.source_label, KEEP)
        if choice == ADD:
            return line.source_label
        code = choice or line.category
        label = self.shell.labels.code(CATEGORIES, code, short=True)
        if line.source_label and code == "other":
            return f"{label}（{line.source_label}）"
        return label

    def _reasons(self, line: Line) -> str:
        choices = self.labels_panel.choices()
        settled = choices.get(line.source_label, KEEP) != KEEP
        reasons = [
            self._words.reason(code)
            for code in line.reasons
            if not (code == "unknown_label" and settled)
        ]
        if line.differing:
            reasons.append(self.tr("differs in {0}").format(self._words.fields(line.differing)))
        return "；".join(reasons)

    # -- files -----------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask for the batches, and for the lists that an import may have added to."""
        self.batches.reload()
        self.store.read(code_items, self._on_codes, seat="codes", owner=self)

    def _on_codes(self, found: tuple[CodeItem, ...]) -> None:
        self.shell.labels.take(found)
        self.labels_panel.retranslate()

    def apply_filters(self, **filters: object) -> None:
        """Take `paths`, files to look at, or `view`, `batches`."""
        paths = filters.get("paths")
        if isinstance(paths, Sequence) and not isinstance(paths, str):
            self.add_files([Path(str(path)) for path in paths])
        if filters.get("view") == "batches":
            self.tabs.choose("batches")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the page."""
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take files anywhere on the page."""
        self.add_files(dropped(event))

    def _on_choose_clicked(self) -> None:
        kinds = self.tr("Ledgers ({0})").format("*.xlsx *.xls *.csv *.json *.jsonl *.txt")
        self.shell.ask_open_paths(kinds, self.add_files)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files and read them at once, writing nothing."""
        if self._errand is not None:
            return
        done = [p for p, o in self._outcomes.items() if o.report and not o.report.dry_run]
        kept = [p for p in self._paths if p not in done]
        fresh = [p for p in dict.fromkeys(paths) if p not in kept]
        self._paths = (*kept, *fresh)
        self._outcomes = {p: o for p, o in self._outcomes.items() if p in kept}
        self.tabs.choose("import")
        self._show_files()
        if fresh:
            self._run(tuple(fresh), dry_run=True)

    def _on_clear_files_clicked(self) -> None:
        self._paths, self._outcomes = (), {}
        self._show_files()

    def _on_try_out_clicked(self) -> None:
        for path in self._paths:
            self._outcomes.pop(path, None)
        self._show_files()
        self._run(self._paths, dry_run=True)

    def _ready(self) -> tuple[Path, ...]:
        found = []
        for path in self._paths:
            outcome = self._outcomes.get(path)
            report = outcome.report if outcome else None
            if report is not None and report.dry_run and report.imported:
                found.append(path)
        return tuple(found)

    def _on_bring_in_clicked(self) -> None:
        ready = self._ready()
        if ready:
            self._run(ready, dry_run=False)

    def _run(self, paths: tuple[Path, ...], *, dry_run: bool) -> None:
        self._is_dry = dry_run
        choices = {} if dry_run else self.labels_panel.choices()

        def work(gate: Gate, tell: Tell) -> tuple[Outcome, ...]:
            return run_files(gate, tell, paths, dry_run=dry_run, choices=choices)

        self.progress.start(self._doing(paths, 0, "reading"))
        self._errand = self.store.errand(
            work,
            self._on_done,
            owner=self,
            failed=self._on_failed,
            progress=partial(self._on_progress, paths),
            changes=frozenset() if dry_run else CHANGES,
        )
        self._show_deeds()

    def _doing(self, paths: tuple[Path, ...], place: int, step: str) -> str:
        name = paths[place].name
        if step == "writing":
            return self.tr("Importing {0}; cancelling leaves nothing of it").format(name)
        if step == "publishing":
            return self.tr("Finishing {0}").format(name)
        return self.tr("Reading {0}").format(name)

    def _on_progress(self, paths: tuple[Path, ...], doing: str, done: int, whole: int) -> None:
        place, _, step = doing.partition(":")
        known = whole if step == "writing" else 0
        self.progress.set_progress(done, known, sentence=self._doing(paths, int(place), step))

    def _on_progress_cancelled(self) -> None:
        if self._errand is not None:
            self._errand.cancel()

    def _on_done(self, found: tuple[Outcome, ...]) -> None:
        self._end_errand()
        for outcome in found:
            self._outcomes[outcome.path] = outcome
        if any(outcome.cancelled for outcome in found):
            # What was not reached stays as it was looked at, or is as good as not chosen.
            self._paths = tuple(p for p in self._paths if p in self._outcomes)
        self._show_labels()
        self._show_files(found[0].path if found else None)
        if not self._is_dry:
            self._tell(found)

    def _tell(self, found: tuple[Outcome, ...]) -> None:
        rows = sum(o.report.imported for o in found if o.report and o.report.batch_id)
        files = sum(1 for o in found if o.report and o.report.batch_id)
        if files:
            self.shell.bar(
                "good",
                self.tr("{0} cases from {1} files were imported").format(rows, files),
            )
        if any(o.cancelled for o in found):
            self.shell.bar("info", self.tr("Cancelled; nothing of the open file was imported"))

    def _on_failed(self, error: ZhengmingError) -> None:
        self._end_errand()
        self.shell.fail(error)
        self._show_files()

    def _end_errand(self) -> None:
        self._errand = None
        self.progress.finish()

    # -- showing ---------------------------------------------------------------------------

    def _show_files(self, chosen: Path | None = None) -> None:
        wanted = chosen or self.chosen()
        self.file_model.set_rows(self._paths)
        theme = self.shell.theme
        rows = min(max(1, len(self._paths)), MOST_FILE_ROWS)
        self.files.setFixedHeight(theme.header_height + rows * theme.row_height + 2)
        if self._paths:
            self.files.selectRow(self._paths.index(wanted) if wanted in self._paths else 0)
        self._on_tabs_chosen(self.tabs.current_key())
        self._show_file()
        self._show_deeds()

    def chosen(self) -> Path | None:
        """Return the file whose rows are shown."""
        return self.file_model.row(self.files.currentIndex())

    def _outcome(self) -> Outcome | None:
        path = self.chosen()
        return self._outcomes.get(path) if path is not None else None

    def _show_file(self) -> None:
        outcome = self._outcome()
        report = outcome.report if outcome else None
        self._offer_views(report)
        if report is None:
            self.line_model.set_rows(())
            self._preview.setCurrentWidget(self.said)
            self._say(outcome)
            self.understood.setText("")
        else:
            self._show_lines(report)
            self.understood.setText(self._understanding(report))
        self.understood.setVisible(bool(self.understood.text()))

    def _say(self, outcome: Outcome | None) -> None:
        if outcome is None:
            self.said.say(self.tr("The file is being read."))
        elif outcome.cancelled:
            self.said.say(self.tr("Cancelled. Nothing of this file was imported."))
        elif outcome.error is not None:
            self.said.say(
                self.shell.sentence(outcome.error),
                following=self.tr("Nothing of this file was imported."),
            )

    def _offer_views(self, report: ImportReport | None) -> None:
        names = {
            "all": self.tr("All"),
            "new": self.tr("New"),
            "known": self.tr("Known"),
            "changed": self.tr("Changed"),
            "flagged": self.tr("To check"),
            "error": self.tr("Left out"),
        }
        lines = report.lines if report else ()
        self.views.setVisible(report is not None)
        self.views.set_tabs(
            [
                ViewTab(view, names[view], sum(_shows(view, line) for line in lines))
                for view in VIEWS
            ]
        )

    def _show_lines(self, report: ImportReport) -> None:
        view = self.views.current_key() or "all"
        lines = [line for line in report.lines if _shows(view, line)]
        self.line_model.set_rows(lines)
        self._preview.setCurrentWidget(self.lines if lines else self.said)
        if not lines:
            self.said.say(self.tr("No such rows in this file."))

    def _understanding(self, report: ImportReport) -> str:
        found = []
        for sheet in report.sheets:
            pairs = "，".join(
                f"{column} → {self._words.field(name)}" for name, column in sheet.fields.items()
            )
            words = self.tr("Columns: {0}").format(pairs)
            if sheet.extra:
                words += self.tr("; kept as they are: {0}").format("、".join(sheet.extra))
            if sheet.missing:
                words += self.tr("; missing: {0}").format(self._words.fields(sheet.missing))
            if sheet.withheld:
                words += self.tr("; not read because they name somebody: {0}").format(
                    "、".join(sheet.withheld)
                )
            found.append(f"{sheet.sheet} {words}".strip() if len(report.sheets) > 1 else words)
        if report.skipped:
            found.append(self.tr("Sheets without a header: {0}").format("、".join(report.skipped)))
        return "\n".join(found)

    def _show_labels(self) -> None:
        counted: dict[str, int] = {}
        for outcome in self._outcomes.values():
            report = outcome.report
            if report is not None and report.dry_run:
                for label, number in report.unknown_labels.items():
                    counted[label] = counted.get(label, 0) + number
        self.labels_panel.set_labels(counted)
        self.labels_panel.setVisible(bool(counted))

    def _show_deeds(self) -> None:
        busy = self._errand is not None
        ready = self._ready()
        self.labels_panel.setVisible(bool(self.labels_panel.choices()))
        self.bring_in.setEnabled(bool(ready) and not busy)
        self.try_out.setEnabled(bool(self._paths) and not busy)
        self.clear_files.setEnabled(not busy)
        self.choose.setEnabled(not busy)
        self.labels_panel.setEnabled(not busy)
        reports = [o.report for o in self._outcomes.values() if o.report is not None]
        words = ""
        if ready:
            rows = sum(r.imported for r in reports if r.dry_run)
            words = self.tr("{0} new cases in {1} files; each file becomes a batch").format(
                rows, len(ready)
            )
        elif reports and all(not r.dry_run for r in reports):
            words = self.tr("Done. A batch can be taken back whole under “Batches”.")
        self.summary.setText(words)

    def _on_tabs_chosen(self, key: str) -> None:
        if key == "batches":
            self._stack.setCurrentWidget(self.batches)
        else:
            self._stack.setCurrentWidget(self._work if self._paths else self._empty)

    def _on_file_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_file()

    def _on_views_chosen(self, _key: str) -> None:
        outcome = self._outcome()
        if outcome is not None and outcome.report is not None:
            self._show_lines(outcome.report)

    def _on_labels_changed(self) -> None:
        last = max(0, len(self.line_model.rows) - 1)
        columns = self.line_model.columnCount() - 1
        self.line_model.dataChanged.emit(
            self.line_model.index(0, 0), self.line_model.index(last, columns)
        )


def _shows(view: str, line: Line) -> bool:
    if view == "all":
        return True
    if view == "known":
        return line.verdict in ("repeated", "changed")
    if view == "flagged":
        return line.verdict == "new" and bool(line.reasons)
    return line.verdict == view
