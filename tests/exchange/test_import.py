"""Ledgers brought into a store, undone, given up: the table of SETTLED §5."""

import csv
import os
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.appeals.filters import reach
from db.appeals.ledger import ledger_ids, ledger_rows
from db.appeals.queries import card
from db.appeals.rows import LedgerFilter
from db.appeals.screening import Adopt
from db.appeals.tables import Appeal
from db.core import trail
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.tables import Event, Milestone, TrailDetail, TrailEntry
from db.exchange import importing
from db.exchange.importing import AbandonStale, StartBatch, import_file
from db.exchange.queries import batch_report, batches, raw_cells
from db.exchange.tables import ImportBatch
from db.exchange.undoing import UndoBatch
from db.statistics.queries import monthly
from tests.support.letters import write_ledger

DATA = Path(__file__).parents[1] / "data"


def run(gate, name, **options):
    return import_file(gate("manager"), DATA / name, **options)


def ids(gate: Gate, query="", **wanted):
    return list(gate.read(partial(ledger_ids, wanted=LedgerFilter(query=query, **wanted))))


def by_number(gate: Gate):
    return {
        row.source_number: row
        for row in gate.read(lambda r: ledger_rows(r, ledger_ids(r, LedgerFilter()))).values()
    }


def facts(gate: Gate, kind: str):
    statement = select(Milestone.happened_on).where(
        Milestone.kind == kind, Milestone.revoked_at.is_(None)
    )
    return sorted(map(str, gate.read(lambda r: r.session.scalars(statement).all())))


def whole_rows(gate: Gate) -> int:
    return gate.read(lambda r: r.session.scalar(select(func.count()).select_from(Appeal)))


def write(path: Path, *rows: list[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return path


# --- one file ----------------------------------------------------------------------------------


def test_a_file_without_replies_is_imported_open(gate):
    report = run(gate, "letters.xlsx")
    assert (report.read, report.imported, report.rejected) == (4, 4, 0)
    row = by_number(gate("manager"))["100201"]
    assert (row.state, row.pill, row.number) == ("imported_open", "imported_open", "")
    assert row.category == "other"
    assert row.channel == importing.CHANNEL
    assert row.accepted_on is None
    assert facts(gate("manager"), "received") == facts(gate("manager"), "imported_open")
    assert facts(gate("manager"), "accepted") == []


def test_answered_rows_are_closed_on_the_day_of_the_answer(gate):
    report = run(gate, "mailbox.csv")
    rows = by_number(gate("manager"))
    done = rows["20210511008"]
    assert (done.state, str(done.accepted_on), str(done.issued_on), done.outcome) == (
        "closed", "2021-05-11", "2021-05-13", "explained",
    )  # fmt: skip
    before_asked = rows["20210729001"]
    assert "answered_before_asked" in before_asked.flags
    assert str(before_asked.issued_on) == "2020-07-30"
    assert str(before_asked.ended_on) == "2021-07-29"  # handled in the receipt month
    assert rows["20111128001"].state == "imported_open"  # a reply without a date
    assert "2021-07-29" in facts(gate("manager"), "handled")
    assert len(facts(gate("manager"), "received")) == 5  # the undated one is in no month
    assert [(e.row, e.reason) for e in report.errors] == [(10, "no_text_no_id")]
    assert {f.reason for f in report.flagged} >= {"answered_before_asked", "no_date", "no_body"}


def test_the_months_of_imported_history_foot(gate):
    run(gate, "mailbox.csv")
    figures = gate("manager").read(partial(monthly, month="2021-05"))
    value = figures.current.value
    assert value("received_count") == 3
    assert value("accepted_count") == 2
    assert value("handled_count") == 2
    assert value("imported_open_count") == 1
    assert value("open_count") == 0
    assert value("overdue_count") == 0


def test_texts_are_cleaned_for_people_and_kept_raw(gate):
    run(gate, "letters.xlsx")
    manager = gate("manager")
    assert len(ids(manager, "公积金 基数没有调整", fields=("facts",))) == 1
    stored = manager.read(
        lambda r: r.session.scalars(select(Appeal).where(Appeal.source_number == "100202")).one()
    )
    assert stored.facts == "公积金 基数没有调整\n请核实"
    assert manager.read(partial(card, appeal_id=stored.id)).facts == stored.facts
    cells = manager.read(partial(raw_cells, appeal_id=stored.id))
    assert "\u00a0基数\u200b" in cells["留言详情"]
    with pytest.raises(NotAllowedError):
        gate("hr").read(partial(raw_cells, appeal_id=stored.id))


def test_ids_repeated_inside_a_file_are_all_kept(gate):
    report = run(gate, "letters_labelled_blank_tail.xlsx")
    assert (report.read, report.imported, report.repeated) == (4, 4, ("37042",))
    assert len(ids(gate("manager"), "37042", fields=("number",))) == 2


def test_known_ids_are_never_overwritten_whatever_the_order_of_columns(gate):
    run(gate, "letters.xlsx")
    before = by_number(gate("manager"))
    again = run(gate, "letters_swapped_columns.xlsx")
    assert (again.read, again.imported) == (3, 0)
    assert again.repeated == ("100201", "100202", "100203")
    assert [(c.id, c.fields) for c in again.changed] == [("100201", ("点赞数",))]
    assert again.batch_id is None
    assert by_number(gate("manager")) == before


def test_a_field_that_was_empty_and_is_filled_has_changed(gate, tmp_path):
    header = ["编号", "姓名", "内容", "来信日期", "回复内容", "回复日期"]
    first = write(tmp_path / "a.csv", header, ["1", "甲", "请核实", "2025-01-02", "", ""])
    later = write(
        tmp_path / "b.csv", header, ["1", "甲", "请核实", "2025-01-02", "已核实", "2025-01-09"]
    )
    import_file(gate("manager"), first)
    report = import_file(gate("manager"), later)
    assert report.imported == 0
    assert [c.fields for c in report.changed] == [("replied_on", "reply")]


def test_two_sources_may_use_the_same_ids(gate, tmp_path):
    one = write(tmp_path / "a.csv", ["编号", "内容"], ["1", "请核实工龄"])
    other = write(tmp_path / "b.csv", ["信件编号", "诉求内容"], ["1", "请核实补贴"])
    assert import_file(gate("manager"), one).imported == 1
    report = import_file(gate("manager"), other)
    assert (report.imported, report.repeated) == (1, ())


def test_rows_without_ids_are_known_by_text_and_day(gate):
    first = run(gate, "letters_no_id.csv")
    assert (first.read, first.imported, first.repeated) == (4, 3, ("#4",))
    again = run(gate, "letters_no_id.csv")
    assert (again.read, again.imported) == (4, 0)
    assert set(again.repeated) == {"#2", "#3", "#4", "#5"}


def test_unknown_labels_become_other_and_may_be_added(gate):
    dry = run(gate, "letters_labelled_blank_tail.xlsx", dry_run=True, add_codes=True)
    assert not dry.unknown_labels
    assert whole_rows(gate("manager")) == 0
    report = run(gate, "letters_labelled_blank_tail.xlsx", add_codes=True)
    assert "稀奇类别" in report.added_labels
    assert not {f.reason for f in report.flagged} & {"unknown_label"}
    row = by_number(gate("manager"))["51"]
    assert row.category == report.added_labels["稀奇类别"]
    assert len(ids(gate("manager"), "类别:稀奇类别")) == 1


def test_a_known_label_is_its_code(gate):
    run(gate, "letters_labelled_blank_tail.xlsx")
    manager = gate("manager")
    assert len(ids(manager, categories=("treatment",))) == 1
    assert len(ids(manager, categories=("other",))) == 3
    assert len(ids(manager, "标签:城乡建设")) == 2


def test_a_dry_run_tells_the_same_and_writes_nothing(gate):
    dry = run(gate, "mailbox.csv", dry_run=True, with_lines=True)
    assert whole_rows(gate("manager")) == 0
    assert gate("manager").read(batches) == ()
    assert len(dry.lines) == dry.read
    assert {line.verdict for line in dry.lines} == {"new", "error"}
    done = run(gate, "mailbox.csv")
    assert (dry.imported, dry.repeated, dry.flagged, dry.errors) == (
        done.imported, done.repeated, done.flagged, done.errors,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("form_merged.xlsx", "merged_cells"),
        ("ledger_merged.xlsx", "merged_cells"),
        ("nowhere.xlsx", "file_missing"),
    ],
)
def test_a_refused_file_leaves_nothing(gate, name, code):
    with pytest.raises(RefusedError) as refused:
        run(gate, name)
    assert refused.value.code == code
    assert whole_rows(gate("manager")) == 0
    assert gate("manager").read(batches) == ()


def test_only_who_may_import_imports(gate):
    for login in ("clerk", "hr", "discipline_leader", "auditor"):
        with pytest.raises(NotAllowedError):
            import_file(gate(login), DATA / "letters.xlsx")


def test_imported_rows_follow_the_same_row_scope(gate):
    run(gate, "mailbox.csv")
    assert len(ids(gate("manager"))) == 6
    assert ids(gate("hr")) == []


def test_an_imported_open_row_can_be_adopted(gate, center):
    run(gate, "letters.xlsx")
    row = by_number(gate("manager"))["100201"]
    center.clock.advance(days=3)
    gate("manager").write(Adopt(row.id, "internal"))
    now = by_number(gate("manager"))["100201"]
    assert now.state == "accepted"
    assert facts(gate("manager"), "accepted") == [str(now.accepted_on)]


# --- batches -----------------------------------------------------------------------------------


def test_a_batch_is_one_entry_of_the_trail_with_its_hashes(gate):
    manager = gate("manager")
    before = manager.read(lambda r: trail.verify(r.session)).entries
    report = run(gate, "mailbox.csv")
    found = manager.read(lambda r: trail.verify(r.session))
    assert found.entries == before + 1
    assert found.broken_at is None
    detail = manager.read(
        lambda r: r.session.scalars(
            select(TrailDetail.changes).order_by(TrailDetail.entry_id.desc())
        ).first()
    )
    batch = manager.read(batches)[0]
    assert report.file_hash in detail
    assert batch.rows_hash in detail
    assert "路灯" not in detail
    entry = manager.read(
        lambda r: r.session.scalars(select(TrailEntry).order_by(TrailEntry.id.desc())).first()
    )
    assert entry.act == "publish_batch"


def test_a_batch_remembers_its_reasons(gate):
    report = run(gate, "mailbox.csv")
    kept = gate("manager").read(partial(batch_report, batch_id=report.batch_id))
    assert (kept.flagged, kept.errors, kept.repeated) == (
        report.flagged, report.errors, report.repeated,
    )  # fmt: skip
    row = gate("manager").read(batches)[0]
    assert (row.imported, row.read, row.state, row.can_undo) == (6, 7, "published", True)
    assert row.imported_by == "周敏"


def test_every_row_has_a_line_in_its_timeline(gate):
    run(gate, "mailbox.csv")
    acts = gate("manager").read(
        lambda r: r.session.execute(
            select(Event.act, func.count()).group_by(Event.act).order_by(Event.act)
        ).all()
    )
    assert [tuple(a) for a in acts] == [("import_answered", 4), ("import_open", 2)]


def test_undo_takes_everything_back_and_frees_the_ids(gate, center):
    manager = gate("manager")
    report = run(gate, "mailbox.csv")
    center.clock.advance(hours=1)
    undone = manager.write(UndoBatch(report.batch_id, "导错文件")).value
    assert undone == 6
    assert ids(manager) == []
    assert ids(manager, "路灯") == []
    assert facts(manager, "received") == []
    texts = manager.read(lambda r: set(r.session.scalars(select(Appeal.facts))))
    assert texts == {""}
    assert manager.read(batches)[0].state == "undone"
    again = run(gate, "mailbox.csv")
    assert (again.imported, again.repeated) == (6, ("20210511009",))
    assert manager.read(lambda r: trail.verify(r.session)).broken_at is None


def test_undo_is_refused_once_somebody_worked_on_a_row(gate):
    report = run(gate, "letters.xlsx")
    row = by_number(gate("manager"))["100201"]
    gate("manager").write(Adopt(row.id, "internal"))
    with pytest.raises(RefusedError) as refused:
        gate("manager").write(UndoBatch(report.batch_id, "导错"))
    assert refused.value.code == "batch_worked_on"
    assert not gate("manager").read(batches)[0].can_undo
    with pytest.raises(RefusedError) as refused:
        gate("manager").write(UndoBatch(report.batch_id, " "))
    assert refused.value.code == "missing_reason"


def test_nothing_of_a_batch_is_seen_before_it_is_published(gate, tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "CHUNK", 10)
    path = write_ledger(tmp_path / "many.csv", 45)
    manager = gate("manager")
    seen = []

    def look(doing, done, whole):
        if doing == "writing":
            seen.append(
                (len(ids(manager)), len(ids(manager, "工作")), len(facts(manager, "received")))
            )

    report = import_file(manager, path, progress=look)
    assert seen == [(0, 0, 0)] * 5
    assert report.imported == 45
    assert len(ids(manager)) == 45


def test_a_cancelled_import_leaves_nothing(gate, tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "CHUNK", 10)
    path = write_ledger(tmp_path / "many.csv", 45)
    manager = gate("manager")

    def cancel(doing, done, whole):
        if done >= 20:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        import_file(manager, path, progress=cancel)
    assert whole_rows(manager) == 0
    assert [b.state for b in manager.read(batches)] == ["abandoned"]
    assert import_file(manager, path).imported == 45


def test_batches_of_killed_imports_are_cleared_away_later(gate, center):
    manager = gate("manager")
    manager.write(StartBatch("half.csv", "s"))
    manager.write(AbandonStale())
    assert [b.state for b in manager.read(batches)] == ["writing"]
    center.clock.advance(minutes=6)
    assert manager.write(AbandonStale()).value == 1
    assert [b.state for b in manager.read(batches)] == ["abandoned"]


def test_two_imports_of_one_file_at_a_time_do_not_double_it(gate, tmp_path):
    path = write_ledger(tmp_path / "many.csv", 20)
    manager = gate("manager")
    started = []

    def overtake(doing, done, whole):
        if doing == "writing" and not started:
            started.append(True)
            assert import_file(manager, path).imported == 20

    with pytest.raises(RefusedError) as refused:
        import_file(manager, path, progress=overtake)
    assert refused.value.code == "import_overtaken"
    assert len(ids(manager)) == 20


KILLED = """
import os, signal, sys
from pathlib import Path
from db.core.clock import FixedClock
from db.core.keys import KeyFile
from db.exchange import importing
from db.office.opening import key_path, open_store
from tests.conftest import PASSWORD, START
importing.CHUNK = 10
store = Path(sys.argv[1])
clock = FixedClock(START)
unlocked = KeyFile.open(key_path(store)).unlock("manager", PASSWORD, at=START)
gate = open_store(store, unlocked, clock=clock)
def stop(doing, done, whole):
    if done >= 30:
        os.kill(os.getpid(), signal.SIGKILL)
importing.import_file(gate, Path(sys.argv[2]), progress=stop)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a word of POSIX")
def test_a_killed_import_is_no_half_import(center, gate, tmp_path):
    path = write_ledger(tmp_path / "many.csv", 60)
    root = Path(__file__).parents[2]
    store = tmp_path / "killed" / "center.zm"
    store.parent.mkdir()
    for source in tmp_path.glob("center.zm*"):
        shutil.copy2(source, store.parent / source.name)
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(store), str(path)],
        cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=False, timeout=120,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL
    center.path = store
    manager = center.gate("manager")
    assert manager.read(batches)[0].state == "writing"
    assert ids(manager) == []
    assert ids(manager, "工作") == []
    assert facts(manager, "received") == []
    visible = manager.read(
        lambda r: r.session.scalar(select(func.count()).select_from(Appeal).where(reach(r)))
    )
    assert visible == 0
    center.clock.advance(minutes=6)
    assert import_file(manager, path).imported == 60
    states = manager.read(lambda r: list(r.session.scalars(select(ImportBatch.state))))
    assert states == ["abandoned", "published"]
    assert whole_rows(manager) == 60
    assert manager.read(lambda r: trail.verify(r.session)).broken_at is None
