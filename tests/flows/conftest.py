"""Fixtures of the flows: people who come to the window one after another."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import Center
from tests.desktop.page_kit import Chinese
from tests.flows.window import Person
from tests.support.program import running_program

Sit = Callable[[str], Person]


@pytest.fixture(autouse=True)
def program(qapp: QApplication) -> Iterator[None]:
    """What the program does for its whole process."""
    yield from running_program()


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[Chinese]:
    """Let the program speak the tables of translations, newer than any compiled file."""
    made = Chinese(qapp)
    yield made
    qapp.removeTranslator(made)


@pytest.fixture
def sit(qtbot: Any, qapp: QApplication, center: Center, chinese: Chinese) -> Iterator[Sit]:
    """Let somebody sit down at the window; whoever sat there before leaves it."""
    seated: list[Person] = []

    def down(login: str) -> Person:
        if seated:
            seated.pop().lock_out()
        qapp.removeTranslator(chinese)
        person = Person(qtbot, center, login, translator=chinese)
        seated.append(person)
        return person

    yield down
    if seated:
        seated.pop().lock_out()
    qapp.setStyleSheet("")
