"""Fixtures of the window's tests: no screen is needed and the theme is the real one."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

import pytest
from PySide6.QtWidgets import QApplication

from desktop.theme import Look, Theme, apply
from tests.support.program import running_program


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A light theme at 100 %, put on the application."""
    made = Theme(Look.LIGHT)
    apply(qapp, made)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture(autouse=True)
def program(qapp: QApplication) -> Iterator[None]:
    """Every test here may ask for a font, which aborts the process without an application."""
    yield from running_program()
