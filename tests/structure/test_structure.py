"""The house is in order: moves, commands, tables, pure files."""

import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import db
import db.schema
from db.codes import code_lists
from db.core.engine import open_engine
from db.core.moves import Track
from db.core.permissions import Permission
from db.core.upgrade import build, head, revision, triggers
from tests.conftest import Center

ROOT = Path(db.__file__).parent
PURE = ("workflow", "deadlines", "rows", "permissions", "matching", "measures", "errors", "clock")


def modules() -> Iterator[str]:
    for found in pkgutil.walk_packages([str(ROOT)], "db."):
        if not found.ispkg and "migrations" not in found.name:
            yield found.name


def tracks() -> list[Track]:
    found = []
    for name in modules():
        if name.endswith(".workflow"):
            found += [
                v for v in vars(importlib.import_module(name)).values() if isinstance(v, Track)
            ]
    return found


TRACKS = tracks()


@pytest.mark.parametrize("track", TRACKS, ids=lambda t: t.name)
def test_every_state_is_reached_and_left(track: Track) -> None:
    reached = {m.target for m in track.moves if m.source is None}
    while True:
        further = {m.target for m in track.moves if m.source in reached} - reached
        if not further:
            break
        reached |= further
    assert track.states() <= reached
    left = {m.source for m in track.moves if m.source}
    assert track.states() - track.terminal <= left


@pytest.mark.parametrize("track", TRACKS, ids=lambda t: t.name)
def test_no_move_stands_twice(track: Track) -> None:
    names = [(m.source, m.name) for m in track.moves]
    assert len(names) == len(set(names))
    assert all(isinstance(m.permission, Permission) for m in track.moves)


def test_every_state_of_a_shown_track_has_its_words() -> None:
    for track in TRACKS:
        if track.name in ("ordinary_appeal", "clarification", "care_talk"):
            for state in track.states() | track.derived:
                assert code_lists.state_label(track.name, state).pill_zh


def commands() -> list[type]:
    found = []
    for name in modules():
        for value in vars(importlib.import_module(name)).values():
            mine = isinstance(value, type) and value.__module__ == name
            if mine and isinstance(vars(value).get("permission"), Permission):
                found.append(value)
    return found


def test_every_command_names_its_right_and_is_frozen() -> None:
    found = commands()
    assert len(found) > 60
    for command in found:
        assert isinstance(vars(command)["permission"], Permission), command
        assert command.__dataclass_params__.frozen, command  # type: ignore[attr-defined]


THROUGH = {
    "StartBatch": "import_file(",
    "WriteChunk": "import_file(",
    "PublishBatch": "import_file(",
    "AbandonBatch": "import_file(",
    "AddLabels": "add_codes=True",
}
"""Commands that only one function gives, and how a test calls it."""


def test_every_command_is_used_by_a_test() -> None:
    source = "\n".join(
        p.read_text(encoding="utf-8") for p in Path(__file__).parents[1].rglob("*.py")
    )
    names = [c.__name__ for c in commands()]
    unused = [n for n in names if n not in source.replace(f'"{n}"', "") and n not in THROUGH]
    assert all(call in source for call in THROUGH.values())
    assert unused == []


def test_the_migrations_make_the_tables_of_the_models(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "x.zm", b"k" * 32)
    build(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _parents: (
                    kind != "table" or not str(name).startswith("appeal_search")
                )
            },
        )
        assert compare_metadata(context, db.schema.metadata) == []
        made = connection.execute(
            text("SELECT count(*) FROM sqlite_master WHERE type='trigger'")
        ).scalar_one()
    assert made == len(triggers()) > 8
    assert revision(engine) == head()
    engine.dispose()


def test_pure_files_import_only_the_standard_library_and_each_other() -> None:
    allowed = set(sys.stdlib_module_names) | {"db"}
    for path in ROOT.rglob("*.py"):
        if path.stem not in PURE or (path.parent.name, path.stem) == ("people", "matching"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [a.name for a in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                assert name.split(".")[0] in allowed, (path, name)
                assert not name.endswith(".tables"), (path, name)


def test_nobody_but_the_clock_knows_the_time() -> None:
    for path in ROOT.rglob("*.py"):
        if path.name == "clock.py":
            continue
        source = path.read_text(encoding="utf-8")
        assert "datetime.now(" not in source, path
        assert "date.today(" not in source, path


def test_the_database_itself_holds_the_hardest_lines(center: Center) -> None:
    gate = center.gate("manager")
    key = center.key()
    engine = open_engine(center.path, key)
    for statement in (
        "UPDATE trail_entry SET act = 'x'",
        "DELETE FROM trail_entry",
    ):
        with pytest.raises(Exception, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))
    engine.dispose()
    assert gate.read(lambda r: r.actor.login) == "manager"
