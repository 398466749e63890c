"""Makes a store's shape: the first one, and each later step on a copy that is then swapped in."""

import re
import shutil
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError

import db.migrations
from db.core.engine import open_engine, unavailable
from db.core.errors import RefusedError, UnavailableError

HOME = Path(db.migrations.__file__).parent

SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE appeal_search USING fts5("
    "subject, facts, reply, people, unit, number, "
    "content='', contentless_delete=1, tokenize='ascii')"
)


def config(connection: Connection | None = None) -> Config:
    """Return alembic's configuration for a connection."""
    made = Config()
    made.set_main_option("script_location", str(HOME).replace("%", "%%"))
    if connection is not None:
        made.attributes["connection"] = connection
    return made


def head() -> str:
    """Return the newest step that this program knows."""
    found = ScriptDirectory.from_config(config()).get_current_head()
    if found is None:
        raise UnavailableError("program_incomplete")
    return found


def revision(engine: Engine) -> str | None:
    """Return the step that a store is at, None for an empty file."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def build(engine: Engine) -> None:
    """Bring an empty store to the newest shape, with its triggers and search table."""
    with engine.begin() as connection:
        command.upgrade(config(connection), "head")
        connection.exec_driver_sql(SEARCH_TABLE)
        make_triggers(connection)


def triggers() -> list[str]:
    """Return the statements of `triggers.sql`."""
    source = (HOME / "triggers.sql").read_text(encoding="utf-8")
    source = re.sub(r"^--.*$", "", source, flags=re.MULTILINE)
    return [part.strip() + " END;" for part in source.split(" END;") if part.strip()]


def make_triggers(connection: Connection) -> None:
    """Drop and make again every trigger of the file."""
    for (name,) in connection.execute(
        text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    ).all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in triggers():
        connection.exec_driver_sql(statement)


def migrate(path: Path, key: bytes, *, wait: float = 5.0) -> bool:
    """Bring an older store to the newest shape on a copy; the old file stays until the swap.

    SETTLED §8: `foreign_keys=OFF` before the transaction, triggers from one file, then
    `foreign_key_check` and equal row counts, then the swap.

    Args:
        path: The store.
        key: Its key.
        wait: Seconds to wait for others who have it open.

    Returns:
        Whether anything was to do.

    Raises:
        RefusedError: `store_newer` for a store of a later program.
        UnavailableError: `migration_failed`, or `store_busy` while somebody else has it open; the
            store is untouched.
    """
    engine = open_engine(path, key)
    try:
        present = revision(engine)
        if present == head():
            return False
        known = {s.revision for s in ScriptDirectory.from_config(config()).walk_revisions()}
        if present not in known:
            raise RefusedError("store_newer")
        _close_to_others(engine, wait)
    finally:
        engine.dispose()
    copy = path.with_name(path.name + ".migrating")
    stood = _stamp(path)
    try:
        shutil.copyfile(path, copy)
        _migrate_copy(copy, key)
    except Exception as fault:
        _throw_away(copy)
        raise UnavailableError("migration_failed") from fault
    if _stamp(path) != stood:
        _throw_away(copy)
        raise UnavailableError("store_busy")
    copy.replace(path)
    for tail in ("-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    return True


def _close_to_others(engine: Engine, wait: float) -> None:
    """Fold the log into the file; only who is alone with the store may leave WAL.

    Swapping the file under another process would lose what it writes afterwards.
    """
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql(f"PRAGMA busy_timeout={int(wait * 1000)}")
        try:
            mode = connection.exec_driver_sql("PRAGMA journal_mode=DELETE").scalar()
        except DatabaseError as fault:
            raise unavailable(fault) or UnavailableError("store_busy") from fault
        if mode != "delete":
            raise UnavailableError("store_busy")


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _throw_away(copy: Path) -> None:
    for tail in ("", "-wal", "-shm"):
        copy.with_name(copy.name + tail).unlink(missing_ok=True)


def _migrate_copy(copy: Path, key: bytes) -> None:
    engine = open_engine(copy, key)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            before = row_counts(connection)
            command.upgrade(config(connection), "head")
            make_triggers(connection)
            after = row_counts(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            lost = [name for name, count in before.items() if after.get(name, -1) < count]
            if broken or lost:
                raise UnavailableError("migration_failed")
            connection.commit()
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()


def row_counts(connection: Connection) -> dict[str, int]:
    """Return the number of rows of every plain table."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'appeal_search%'"
    ).scalars()
    return {
        name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())
        for name in list(names)
    }
