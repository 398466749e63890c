"""What leaves as a workbook or a table: only what is seen, never a formula, and it comes back."""

import csv
import io
import tempfile
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from db.appeals.ledger import ledger_ids
from db.appeals.rows import LedgerFilter
from db.core.errors import NotAllowedError
from db.exchange.export import columns, ledger_csv, ledger_workbook
from db.exchange.importing import import_file
from db.exchange.mapping import parse_bytes

DATA = Path(__file__).parents[1] / "data"


def ids(gate):
    return list(gate.read(partial(ledger_ids, wanted=LedgerFilter())))


def sheet(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).active


@pytest.fixture
def manager(gate):
    import_file(gate("manager"), DATA / "mailbox.csv")
    return gate("manager")


def test_the_ledger_leaves_in_its_order_with_labels(manager):
    wanted = ids(manager)
    rows = list(sheet(manager.read(partial(ledger_workbook, ids=wanted))).values)
    assert rows[0] == tuple(column.zh for column in columns())
    assert len(rows) == 7
    told = dict(zip(rows[0], rows[-2], strict=True))
    assert told["办理状态"] in {"已销号", "导入未办"}
    assert told["诉求方式"] == "部门转来"
    english = list(sheet(manager.read(partial(ledger_workbook, ids=wanted, chinese=False))).values)
    assert english[0][0] == "Number"
    assert english[1][5] == "Transferred"


def test_columns_may_be_chosen(manager):
    data = manager.read(partial(ledger_csv, ids=ids(manager), keys=("number", "subject")))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["受理编号", "诉求事由"]
    assert len(rows) == 7


def test_no_text_becomes_a_formula(gate, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text('编号,姓名,内容\n1,=1+1,"=HYPERLINK(""http://x"")"\n', encoding="utf-8")
    manager = gate("manager")
    import_file(manager, file)
    found = sheet(manager.read(partial(ledger_workbook, ids=ids(manager))))
    cell = next(c for c in found[2] if str(c.value).startswith("=HYPER"))
    assert cell.data_type != "f"
    raw = manager.read(partial(ledger_csv, ids=ids(manager))).decode("utf-8-sig")
    assert "'=HYPERLINK" in raw
    assert "'=1+1" in raw


def test_what_was_taken_out_is_understood_when_brought_in(manager):
    data = manager.read(partial(ledger_workbook, ids=ids(manager)))
    parsed = parse_bytes(data, "ledger.xlsx")
    assert set(parsed.sheets[0].fields) >= {
        "source_number", "person_name", "unit_name", "subject", "facts", "received_on",
        "reply", "replied_on", "source_label", "channel", "handling_unit",
    }  # fmt: skip
    assert len(parsed.rows) == 6


def test_no_plain_copy_is_laid_down_on_the_way(manager, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert manager.read(partial(ledger_workbook, ids=ids(manager)))


def test_exporting_needs_its_right(manager, gate):
    for login in ("clerk", "hr", "auditor"):
        with pytest.raises(NotAllowedError):
            gate(login).read(partial(ledger_workbook, ids=ids(manager)))
