"""A window for the tests of 诉求登记: a shell that records what pages ask of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from db.codes.listing import code_items
from db.core.errors import ZhengmingError
from db.core.gate import Gate
from db.core.permissions import Actor
from desktop import messages
from desktop.labels import Labels
from desktop.settings import Settings
from desktop.store import Store
from desktop.theme import Theme


class RecordingShell:
    """Answers every question with yes and writes down what it was asked."""

    def __init__(self, theme: Theme, store: Store, gate: Gate, *, chinese: bool = True) -> None:
        self.theme = theme
        self.settings = Settings()
        self.labels = Labels(chinese=chinese)
        self.labels.take(gate.read(code_items))
        self.actor: Actor = gate.actor
        self._store = store
        self.bars: list[tuple[str, str]] = []
        self.links: list[Callable[[], None] | None] = []
        self.opened: list[tuple[str, object]] = []
        self.failures: list[ZhengmingError] = []
        self.questions: list[str] = []
        self.says_yes = True
        self.save_to: Path | None = None
        self.files: list[Path] = []
        self.kept: list[object] = []

    def today(self) -> date:
        return self._store.today()

    def open_case(self, track: str, case_id: int) -> None:
        self.opened.append((track, case_id))

    def open_page(self, key: str, **filters: object) -> None:
        self.opened.append((key, filters))

    def has_page(self, key: str) -> bool:
        return True

    def bar(self, kind, text, link="", on_link=None) -> None:
        self.bars.append((kind, text))
        self.links.append(on_link)

    def sentence(self, error: ZhengmingError) -> str:
        return messages.sentence(error)

    def fail(self, error: ZhengmingError) -> None:
        self.failures.append(error)

    def confirm(self, question, consequence, deed, then, *, danger=False, asks_reason=False):
        self.questions.append(question)
        if self.says_yes:
            then("because" if asks_reason else "")

    def ask_save_path(self, suggested, kinds, then) -> None:
        if self.save_to is not None:
            then(self.save_to / suggested)

    def ask_open_paths(self, kinds, then) -> None:
        then(self.files)

    def keep(self, form) -> None:
        self.kept.append(form)

    def drop(self, form) -> None:
        self.kept.remove(form)

    def set_count(self, key, count, overdue=0) -> None: ...

    def close_case(self, track: str, case_id: int) -> None: ...


def settle(qtbot, store: Store) -> None:
    """Wait until nothing is queued, running or on its way back."""
    qtbot.waitUntil(lambda: store.is_idle, timeout=5000)
