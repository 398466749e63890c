"""People at their desks."""

from collections.abc import Callable, Iterator

import pytest

from tests.conftest import Center
from tests.desktop.clarification.desk import Desk


@pytest.fixture
def desk(qtbot, theme, center: Center) -> Iterator[Callable[[str], Desk]]:
    """Open a page for a log-in."""
    made: list[Desk] = []

    def sit(login: str) -> Desk:
        made.append(Desk(qtbot, theme, center, login))
        return made[-1]

    yield sit
    for each in made:
        each.close()
