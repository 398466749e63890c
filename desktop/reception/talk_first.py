"""先接谈: the office's own card at once, and three words to keep; the appeal is typed tomorrow."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.care.queries import talkers
from db.care.rows import TalkerRow
from db.core.clock import civil_time
from db.core.tx import Read
from db.reception.queries import reception_card
from db.reception.talking import TalkFirst, Talking
from db.reception.workflow import PERSON
from desktop.deeds import Ask, Deed, DeedDialog
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.editors import Option
from desktop.widgets.labels import text_label

USUAL_LEVEL = "attention"


class TalkFirstFlow(QObject):
    """Opens the card with its few fields, and keeps them."""

    done = Signal()

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page
        self._given: dict[str, str] = {}

    def open(self, *, name: str = "", phone: str = "", line: str = "") -> None:
        """Show the card and what is typed already."""
        self._given = {"person_name": name, "phone": phone, "line": line}
        self._store.read(_what_is_needed, self._on_read, seat="talk_first", owner=self)

    def _on_read(self, found: tuple[str, tuple[TalkerRow, ...]]) -> None:
        card, people = found
        self._show(card, people)

    def _show(self, card: str, people: tuple[TalkerRow, ...]) -> DeedDialog:
        labels, me = self._shell.labels, self._shell.actor.account_id
        known = [Option(str(row.account_id), row.name, row.unit) for row in people]
        deed = Deed(
            self.tr("Talk first"),
            self.tr("Keep, and talk"),
            (
                Ask(
                    "person_name",
                    self.tr("Name"),
                    required=True,
                    half=True,
                    value=self._given["person_name"],
                ),
                Ask("phone", self.tr("Phone"), half=True, value=self._given["phone"]),
                Ask(
                    "line",
                    self.tr("One line"),
                    most=200,
                    value=self._given["line"],
                    help=self.tr("What the visit is about; nothing on health here"),
                ),
                Ask(
                    "level",
                    self.tr("Level"),
                    "radio",
                    required=True,
                    options=labels.options("attention_level"),
                    value=USUAL_LEVEL,
                ),
                Ask(
                    "talker_id",
                    self.tr("Talker"),
                    "choice",
                    required=True,
                    options=known,
                    value=str(me),
                    half=True,
                ),
                Ask("second_id", self.tr("With him"), "choice", options=known, half=True),
            ),
        )
        dialog = DeedDialog(self._shell, deed, self._page)
        dialog.body.insertWidget(0, card_frame(card, self.tr("The office's card"), dialog))
        dialog.setModal(True)
        dialog.sent.connect(partial(self._send, dialog))
        dialog.open()
        return dialog

    def _send(self, dialog: DeedDialog, values: dict[str, Any]) -> None:
        command = TalkFirst(
            values["person_name"],
            values["level"],
            values["line"],
            values["phone"],
            int(values["talker_id"]) if values["talker_id"] else None,
            int(values["second_id"]) if values["second_id"] else None,
        )
        self._store.submit(
            command, partial(self._on_kept, dialog), owner=dialog, failed=dialog.refused
        )

    def _on_kept(self, dialog: DeedDialog, kept: Talking) -> None:
        dialog.done_well()
        text = self.tr("Kept as {0}; the appeal can be typed later").format(kept.held_number)
        if kept.revisit_by is not None:
            until = civil_time(kept.revisit_by).strftime("%m-%d %H:%M")
            text = self.tr("Kept as {0}. Visit again before {1}").format(kept.held_number, until)
        self._shell.bar(
            "good",
            text,
            self.tr("Open"),
            partial(self._shell.open_case, PERSON, kept.entry_id),
        )
        self.done.emit()


def _what_is_needed(read: Read) -> tuple[str, tuple[TalkerRow, ...]]:
    return reception_card(read), talkers(read)


def card_frame(text: str, title: str, parent: QWidget) -> QFrame:
    """Return the office's own card, framed."""
    box = QFrame(parent)
    box.setProperty("kind", "card")
    box.setObjectName("reception_card")
    column = QVBoxLayout(box)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(4)
    column.addWidget(text_label(title, "strong", parent=box))
    column.addWidget(text_label(text, wrap=True, parent=box))
    return box
