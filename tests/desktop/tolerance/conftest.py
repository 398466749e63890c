"""A center with a published list, and people at its pages."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import Center
from tests.desktop.clarification.desk import Desk
from tests.tolerance.cases import a_list


@pytest.fixture
def center(center: Center) -> Center:
    """The small center with its list."""
    a_list(center.gate)
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
