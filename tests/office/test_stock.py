"""A store made by an older program gets what a newer one ships, and keeps what the office chose."""

from pathlib import Path

from alembic import command
from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from db.codes.tables import CodeRow
from db.core import upgrade
from db.core.engine import open_engine
from db.core.tables import Setting
from db.office.stock import KNOWN_BEFORE, NAME, top_up
from db.office.tables import Grant
from tests.conftest import Center

KEY = b"k" * 32


def test_new_lists_and_rights_come_and_what_was_taken_away_stays_away(center: Center) -> None:
    engine = open_engine(center.path, center.key())
    with Session(engine) as session:
        session.execute(delete(Setting).where(Setting.name.in_([NAME, KNOWN_BEFORE])))
        session.execute(delete(CodeRow).where(CodeRow.list == "leader_note_kind"))
        new = Grant.permission == "register_write"
        taken = (Grant.role == "clerk") & (Grant.permission == "duplicates")
        session.execute(delete(Grant).where(new | taken))
        session.commit()
    assert top_up(engine)
    with Session(engine) as session:

        def count(*where: object) -> int:
            return session.scalar(select(func.count()).where(*where)) or 0  # type: ignore[arg-type]

        assert count(CodeRow.list == "leader_note_kind") == 6
        assert count(Grant.permission == "register_write", Grant.role == "clerk") == 1
        assert count(taken) == 0
    assert not top_up(engine)
    engine.dispose()


def test_a_store_of_the_first_shape_comes_to_the_newest(tmp_path: Path) -> None:
    path = tmp_path / "old.zm"
    engine = open_engine(path, KEY)
    with engine.begin() as connection:
        command.upgrade(upgrade.config(connection), "0001")
        connection.exec_driver_sql(upgrade.SEARCH_TABLE)
        connection.execute(
            text("INSERT INTO setting(name, value) VALUES ('office_name', '\"泽川\"')")
        )
    engine.dispose()
    assert upgrade.migrate(path, KEY)
    engine = open_engine(path, KEY)
    assert upgrade.revision(engine) == upgrade.head()
    assert top_up(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT value FROM setting WHERE name='office_name'")).all()
        assert connection.execute(text("SELECT count(*) FROM leader_note")).scalar_one() == 0
        made = connection.execute(
            text("SELECT count(*) FROM sqlite_master WHERE type='trigger'")
        ).scalar_one()
    assert made == len(upgrade.triggers())
    engine.dispose()
