"""The papers of a clarification: drafted, checked, released by another, then printed or saved."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from db.clarification.workflow import NAME as TRACK
from db.core.permissions import Permission
from db.documents.letters import builtin_template, load_manifest, render
from db.documents.outgoing import Mark, MarkKind
from db.documents.release import ReleasePaper
from db.documents.releasing import (
    CheckedText,
    DraftPaper,
    PaperDraft,
    PaperStanding,
    Printable,
    clarification_papers,
    printable,
)
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.documents.forms import draw
from desktop.documents.paper_words import PaperWords
from desktop.documents.printing import PrintPreview, save_pdf
from desktop.shell import Shell
from desktop.store import Store
from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Pill
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import TextArea
from desktop.widgets.field import Field
from desktop.widgets.labels import StatusPill, text_label
from desktop.widgets.layouts import FlowLayout, clear_layout
from desktop.widgets.signs import Sign

MOST_TEXT = {"text": 200, "matter": 200}


class FieldWords(QObject):
    """Names of what can be typed into a paper."""

    def label(self, name: str) -> str:
        """Return the label of a field."""
        words = {
            "number": self.tr("Number of the paper"),
            "addressee": self.tr("Addressee"),
            "period": self.tr("Period"),
            "matter": self.tr("The question that is cleared up"),
            "feedback_by": self.tr("Answer asked by"),
            "contact": self.tr("Contact"),
            "phone": self.tr("Telephone"),
            "copies": self.tr("Copies to"),
            "issued_on": self.tr("Date of the paper"),
            "objection_days": self.tr("Days for the person's answer"),
            "text": self.tr("Text to be read out"),
            "audience": self.tr("Who takes part"),
            "scope": self.tr("Scope"),
        }
        return words.get(name, name)

    def mark(self, kind: MarkKind) -> str:
        """Return what a mark says."""
        words = {
            MarkKind.NAME: self.tr("name"),
            MarkKind.PHONE: self.tr("telephone"),
            MarkKind.ID_NUMBER: self.tr("identity number"),
            MarkKind.CONTACT: self.tr("contact"),
            MarkKind.UNIT: self.tr("unit"),
            MarkKind.PHRASE: self.tr("phrase about a report"),
        }
        return words[kind]


class CheckDialog(FormDialog):
    """外发核对: the typed texts of a draft with what the check marked; releases it or not."""

    def __init__(
        self, theme: Theme, draft: PaperDraft, title: str, parent: QWidget | None = None
    ) -> None:
        heading = self.tr("Check before it leaves: {0}").format(title)
        super().__init__(
            theme, heading, deed=self.tr("Release"), cancel=self.tr("Back"), parent=parent
        )
        self._words = FieldWords(self)
        self.add_widget(text_label(self._sentence(draft), wrap=True, parent=self))
        made = self.tr("Drafted by {name}, {day}").format(
            name=draft.made_by, day=draft.made_on.isoformat()
        )
        self.add_widget(text_label(made, "secondary", parent=self))
        for checked in draft.texts:
            self.add_widget(self._shown(checked))
        if not draft.is_current:
            changed = self.tr("The record changed since; draft it again")
            self.add_widget(text_label(changed, "error", wrap=True, parent=self))
        self.deed_button.setVisible(draft.may_release and draft.is_current)
        if draft.state == "draft" and not draft.may_release:
            waits = self.tr("Another person releases it; not who drafted it")
            self.add_widget(text_label(waits, "guard", wrap=True, parent=self))
        self.setMinimumWidth(theme.px(560))
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentence(self, draft: PaperDraft) -> str:
        if draft.marks:
            words = self.tr("{n} names, numbers, units or phrases stand outside the list (marked)")
            return words.format(n=draft.marks)
        return self.tr("No name, number, unit or phrase outside the list")

    def _shown(self, checked: CheckedText) -> QWidget:
        area = TextArea(self.theme, checked.text, lines=min(6, 1 + len(checked.text) // 34))
        area.setReadOnly(True)
        area.setObjectName(checked.field)
        area.setExtraSelections([self._selection(area, mark) for mark in checked.marks])
        found = dict.fromkeys(f"{m.text}（{self._words.mark(m.kind)}）" for m in checked.marks)
        help_text = self.tr("Please check: {0}").format("、".join(found)) if found else ""
        return Field(
            self.theme,
            self._words.label(checked.field),
            area,
            help_text=help_text,
            parent=self,
        )

    def _selection(self, area: TextArea, mark: Mark) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setBackground(self.theme.color("mark"))
        look.setForeground(self.theme.color("on_mark"))
        look.setFontUnderline(True)
        text = area.toPlainText()
        cursor = QTextCursor(area.document())
        cursor.setPosition(_units(text[: mark.start]))
        cursor.setPosition(_units(text[: mark.end]), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.format = look
        selection.cursor = cursor
        return selection


class PaperPanel(QWidget):
    """文书: every paper that the case can make now, where it stands, and what one may do."""

    def __init__(self, store: Store, shell: Shell, case_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._case_id = case_id
        self._words = PaperWords(self)
        self._fields = FieldWords(self)
        self._found: tuple[PaperStanding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(shell.theme.px(10))

    def reload(self) -> None:
        """Ask where the papers stand."""
        self._store.read(
            partial(clarification_papers, clarification_id=self._case_id),
            self._on_papers,
            seat="papers",
            owner=self,
        )

    def show_again(self) -> None:
        """Show the same papers in another language."""
        self._on_papers(self._found)

    @property
    def papers(self) -> tuple[PaperStanding, ...]:
        """Where the papers stand, as last read."""
        return self._found

    def _on_papers(self, found: Sequence[PaperStanding]) -> None:
        self._found = tuple(found)
        clear_layout(self._column)
        for standing in self._found:
            self._column.addWidget(self._line(standing))
        if not self._found:
            self._column.addWidget(text_label(self.tr("No papers yet"), "hint"))
        else:
            blank = self.tr("The place of the seal stays blank; nothing is stamped here")
            self._column.addWidget(text_label(blank, "hint", wrap=True))

    def _line(self, standing: PaperStanding) -> QFrame:
        theme = self._shell.theme
        box = QFrame()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        title = self._words.title(standing.kind)
        head.addWidget(text_label(title, wrap=True), 1)
        head.addWidget(StatusPill(theme, self._pill(standing)))
        column.addLayout(head)
        if standing.draft is not None and standing.needs_release:
            column.addWidget(text_label(self._remark(standing.draft), "hint", wrap=True))
        deeds = FlowLayout(spacing=theme.px(6))
        for name, words, act in self._offers(standing):
            button = Button(theme, words, small=True)
            button.setObjectName(f"{name}_{standing.kind}")
            button.setAccessibleName(f"{words} {title}")
            button.clicked.connect(act)
            deeds.addWidget(button)
        column.addLayout(deeds)
        return box

    def _pill(self, standing: PaperStanding) -> Pill:
        if not standing.needs_release:
            return Pill(self.tr("Ready"), Sign.CHECK, "good")
        draft = standing.draft
        if draft is None:
            return Pill(self.tr("Not drafted"), Sign.RING, "neutral")
        if not draft.is_current:
            return Pill(self.tr("Outdated"), Sign.BACK, "today")
        if draft.state == "released":
            return Pill(self.tr("Released"), Sign.CHECK, "good")
        return Pill(self.tr("To be released"), Sign.PEN, "guard")

    def _remark(self, draft: PaperDraft) -> str:
        if not draft.is_current:
            return self.tr("The record changed since; draft it again")
        if draft.state == "released":
            return self.tr("Released by {0}").format(draft.released_by)
        if draft.marks:
            return self.tr("{n} marks; another person releases it").format(n=draft.marks)
        return self.tr("No marks; another person releases it")

    def _offers(self, standing: PaperStanding) -> list[tuple[str, str, Any]]:
        found: list[tuple[str, str, Any]] = []
        kind, draft = standing.kind, standing.draft
        if standing.needs_release and self._shell.actor.may(Permission.DOCUMENT_WRITE):
            words = self.tr("Draft…") if draft is None else self.tr("Draft again…")
            found.append(("draft", words, partial(self._draft, standing)))
        if draft is not None:
            found.append(("check", self.tr("Check…"), partial(self._check, draft)))
        if standing.may_print:
            found.append(("preview", self.tr("Preview"), partial(self.make, kind, "preview")))
            found.append(("pdf", self.tr("PDF"), partial(self.make, kind, "pdf")))
            if kind in load_manifest():
                found.append(("docx", self.tr(".docx"), partial(self.make, kind, "docx")))
        return found

    # -- drafting --------------------------------------------------------------------------

    def _draft(self, standing: PaperStanding) -> None:
        typed = dict(standing.typed)
        if standing.draft is not None:
            paper = standing.draft.paper
            typed = {name: getattr(paper, name) for name in typed}
        deed = Deed(
            self._words.title(standing.kind),
            self.tr("Draft"),
            tuple(self._ask(name, value) for name, value in typed.items()),
            consequence=self.tr(
                "A draft for the organ that issues it. Name nobody but the cadre, "
                "the addressee and the contact"
            ),
        )

        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            command = DraftPaper(TRACK, self._case_id, standing.kind, _typed(values))
            self._store.submit(command, dialog.done_well, owner=dialog, failed=dialog.refused)

        run(self._shell, deed, send, self)

    def _ask(self, name: str, value: Any) -> Ask:
        label = self._fields.label(name)
        if name in ("issued_on", "feedback_by"):
            return Ask(name, label, "day", value=value, past=False)
        if name in MOST_TEXT:
            return Ask(name, label, "area", value=value, lines=4, most=MOST_TEXT[name])
        return Ask(name, label, value="" if value is None else str(value))

    def _check(self, draft: PaperDraft) -> None:
        dialog = CheckDialog(self._shell.theme, draft, self._words.title(draft.kind), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._release, draft))
        dialog.open()

    def _release(self, draft: PaperDraft) -> None:
        self._store.submit(ReleasePaper(draft.id, draft.version), owner=self)

    # -- out of the house ------------------------------------------------------------------

    def make(self, kind: str, how: str) -> None:
        """Preview a paper, or save it as PDF or .docx; the record says whether it may leave."""
        self._store.read(
            partial(printable, track=TRACK, case_id=self._case_id, kind=kind),
            partial(self._deliver, kind, how),
            seat="make",
            owner=self,
        )

    def _deliver(self, kind: str, how: str, found: Printable) -> None:
        title = self._words.title(kind)
        if how == "preview":
            self._store.note("print_paper", TRACK, self._case_id)
            preview = PrintPreview(draw(found.paper, found.template), self)
            preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            preview.open()
        elif how == "pdf":
            self._shell.ask_save_path(f"{title}.pdf", "PDF (*.pdf)", partial(self._save_pdf, found))
        else:
            self._shell.ask_save_path(
                f"{title}.docx", "Word (*.docx)", partial(self._save_docx, found)
            )

    def _save_pdf(self, found: Printable, path: Path) -> None:
        self._write(path, partial(save_pdf, draw(found.paper, found.template), path))

    def _save_docx(self, found: Printable, path: Path) -> None:
        letter = render(found.template or builtin_template(found.paper.kind), found.paper)
        self._write(path, partial(path.write_bytes, letter.docx))

    def _write(self, path: Path, write: Any) -> None:
        try:
            write()
        except OSError as fault:
            words = self.tr("Could not be written: {0}").format(fault.strerror or "")
            self._shell.bar("bad", words)
            return
        self._store.note("save_paper", TRACK, self._case_id)
        self._shell.bar("good", self.tr("Saved as {0}").format(path.name))


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    typed = dict(values)
    days = typed.get("objection_days")
    if isinstance(days, str):
        cleaned = days.strip()
        typed["objection_days"] = int(cleaned) if cleaned.isascii() and cleaned.isdigit() else None
    for name in ("issued_on", "feedback_by"):
        if name in typed and not isinstance(typed[name], date):
            typed[name] = None
    return typed


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: rare characters are two."""
    return len(text.encode("utf-16-le")) // 2
