"""A center that keeps the invented book, and people at its pages."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy.schema import CreateTable

from db.codes import act_labels, book_labels, code_lists
from db.shelves import SHELVES
from tests.conftest import Center
from tests.desktop.books import trial
from tests.desktop.clarification.desk import Desk

WORDS = {
    "books": trial.BOOK_WORDS,
    "states": trial.STATE_WORDS,
    "moves": trial.MOVE_WORDS,
}
CACHED: tuple[Any, ...] = (
    code_lists.state_labels,
    code_lists.move_labels,
    code_lists._states_by_key,
    code_lists._moves_by_key,
    book_labels._source,
    act_labels._source,
)


def forget() -> None:
    for cached in CACHED:
        cached.cache_clear()


@pytest.fixture(autouse=True, scope="package")
def words() -> Iterator[None]:
    """The labels of the invented book stand beside those that are shipped.

    For all tests of this folder at once: a window is still translated while it is taken down.
    """
    monkeypatch = pytest.MonkeyPatch()
    shipped = code_lists.code_tables

    def with_trial(stem: str, first: tuple[str, ...] = ()) -> dict[str, Any]:
        return shipped(stem, first) | copy.deepcopy(WORDS.get(stem, {}))

    for module in (code_lists, book_labels):
        monkeypatch.setattr(module, "code_tables", with_trial)
    forget()
    yield
    monkeypatch.undo()
    forget()


@pytest.fixture(autouse=True, scope="package")
def shelves(words: None) -> Iterator[None]:
    """The invented books stand with the others."""
    monkeypatch = pytest.MonkeyPatch()
    for shelf in (trial.LOAN_SHELF, trial.NOTE_SHELF):
        monkeypatch.setitem(SHELVES, shelf.name, shelf)
    yield
    monkeypatch.undo()


@pytest.fixture
def center(shelves: None, center: Center) -> Center:
    """A center whose store has the tables of the invented books."""
    with center.gate("manager")._writer.connect() as connection:
        for table in trial.APART.metadata.sorted_tables:
            connection.execute(CreateTable(table))
        connection.commit()
    return center


@pytest.fixture
def desk(qtbot: Any, theme: Any, center: Center) -> Iterator[Callable[[str], Desk]]:
    """Open a page for a log-in."""
    made: list[Desk] = []

    def sit(login: str) -> Desk:
        made.append(Desk(qtbot, theme, center, login))
        return made[-1]

    yield sit
    for each in made:
        each.close()
