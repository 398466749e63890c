"""A center with a published list and, for later steps, a case already in consultation."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Center
from tests.tolerance.cases import a_list


def copied(source: Path, folder: Path) -> Path:
    """Return a copy of a store with its companions."""
    for part in source.parent.iterdir():
        shutil.copy2(part, folder / part.name)
    return folder / source.name


@pytest.fixture(scope="session")
def listed_store(template_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the store with a published list that the tests of this room copy."""
    center = Center(copied(template_store, tmp_path_factory.mktemp("listed")))
    a_list(center.gate)
    center.close()
    return center.path


@pytest.fixture
def center(listed_store: Path, tmp_path: Path) -> Iterator[Center]:
    """A fresh copy of the small center with its list."""
    made = Center(copied(listed_store, tmp_path))
    yield made
    made.close()


@pytest.fixture
def bare(template_store: Path, tmp_path: Path) -> Iterator[Center]:
    """A center without any list."""
    folder = tmp_path / "bare"
    folder.mkdir()
    made = Center(copied(template_store, folder))
    yield made
    made.close()


@pytest.fixture
def bare_gate(bare: Center) -> Callable[[str], object]:
    """Open gates of the center without a list."""
    return bare.gate
