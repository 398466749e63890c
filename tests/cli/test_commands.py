"""The commands without a window: JSON, exit codes, and never a traceback (SETTLED §6)."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from db.codes.code_lists import code as code_of
from db.codes.rules import profiles, shipped_rule
from db.core.keys import KeyFile
from db.office.opening import key_path
from desktop.cli import main
from tests.codes.test_rules import TABLE
from tests.conftest import PASSWORD

DATA = Path(__file__).parents[1] / "data"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(center, capsys, monkeypatch):
    """Run a command on the small center; return exit code, JSON or text, and the sentences."""
    monkeypatch.setenv("ZHENGMING_STORE", str(center.path))
    monkeypatch.setenv("ZHENGMING_PASSWORD", PASSWORD)

    def command(*arguments, store=center.path):
        code = main([str(a) for a in arguments], clock=center.clock)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        out = json.loads(said.out) if "--json" in arguments else said.out
        return code, out, said.err

    return command


# --- import ------------------------------------------------------------------------------------


def test_import_tells_what_it_did(run):
    code, told, _ = run("import", DATA / "mailbox.csv", "--json")
    assert code == 0
    assert list(told) == [
        "read", "imported", "rejected", "repeated", "changed", "flagged", "errors",
    ]  # fmt: skip
    assert (told["read"], told["imported"], told["rejected"]) == (7, 6, 1)
    assert told["repeated"] == ["20210511009"]
    assert told["errors"] == [{"row": 10, "reason": "no_text_no_id"}]
    assert {"id": "20210729001", "row": 5, "reason": "answered_before_asked"} in told["flagged"]


def test_a_dry_run_writes_nothing_and_names_the_differences(run):
    run("import", DATA / "letters.xlsx")
    code, told, _ = run("import", DATA / "letters_swapped_columns.xlsx", "--dry-run", "--json")
    assert code == 0
    assert (told["imported"], told["changed"]) == (0, ["100201"])
    assert told["differences"] == {"100201": ["点赞数"]}
    code, told, _ = run("import", DATA / "mailbox.csv", "--dry-run", "--json")
    assert told["imported"] == 6
    assert run("search", "路灯", "--json")[1]["count"] == 0


def test_several_files_are_several_reports_and_a_bad_one_stops_none(run):
    code, told, said = run(
        "import", DATA / "form_merged.xlsx", DATA / "letters.xlsx", DATA / "nowhere.csv", "--json"
    )
    assert code == 1
    assert [f["file"] for f in told["files"]] == ["form_merged.xlsx", "letters.xlsx", "nowhere.csv"]
    assert [f.get("error") for f in told["files"]] == ["merged_cells", None, "file_missing"]
    assert [f["imported"] for f in told["files"]] == [0, 4, 0]
    assert "nowhere.csv" in said


def test_a_refused_file_tells_zeros_in_json_and_a_sentence_beside(run):
    code, told, said = run("import", DATA / "form_merged.xlsx", "--json")
    assert code == 1
    assert told["error"] == "merged_cells"
    assert (told["read"], told["imported"], told["errors"]) == (0, 0, [])
    assert told["message"] in said
    assert "form_merged.xlsx" in told["message"]


@pytest.mark.parametrize("name", ["", "letters.xlsx/inside", "wording_innocent.txt"])
def test_what_is_no_ledger_is_refused(run, name):
    code, told, _ = run("import", DATA / name, "--json")
    assert code == 1
    assert told["imported"] == 0


def test_columns_may_be_named_by_hand(run, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("甲,乙\n1,请核实工龄\n", encoding="utf-8")
    assert run("import", file, "--json")[1]["error"] == "no_header"
    code, told, _ = run("import", file, "--map", "facts=乙", "--map", "source_number=甲", "--json")
    assert (code, told["imported"]) == (0, 1)
    assert run("import", file, "--map", "facts", "--json")[0] == 2


def test_words_for_people_name_every_row(run):
    code, out, _ = run("import", DATA / "mailbox.csv")
    assert code == 0
    assert "读取7行，导入6件" in out
    assert "第10行未导入：既无正文也无编号" in out
    assert "答复早于来信" in out


def test_labels_are_added_on_demand(run):
    before = run("import", DATA / "letters_labelled_blank_tail.xlsx", "--dry-run", "--json")[1]
    assert "unknown_label" in {f["reason"] for f in before["flagged"]}
    after = run("import", DATA / "letters_labelled_blank_tail.xlsx", "--add-codes", "--json")[1]
    assert "unknown_label" not in {f["reason"] for f in after["flagged"]}
    assert run("search", "类别:稀奇类别", "--json")[1]["ids"] == ["51"]


# --- search, duplicates, month -----------------------------------------------------------------


def test_search_counts_all_and_lists_the_newest_first(run):
    run("import", DATA / "letters.xlsx")
    code, told, _ = run("search", "请", "--json", "--limit", "1")
    assert code == 0
    assert told == {"count": 2, "ids": ["100202"]}
    assert run("search", "请", "--in", "subject", "--json")[1]["count"] == 0
    assert run("search", "王䶮", "--in", "people", "--json")[1]["ids"] == ["100204"]
    assert run("search", "😀", "--json")[1]["ids"] == ["100204"]
    assert run("search", "请", "AND", "公积金", "--json")[1]["ids"] == ["100202"]
    assert run("search", "请 -公积金", "--json")[1]["ids"] == ["100203"]


@pytest.mark.parametrize(("query", "error"), [("(请", "query_bracket_open"), ("-请 x:", None)])
def test_a_query_that_cannot_be_read_is_told_where(run, query, error):
    code, told, said = run("search", query, "--json")
    if error is None:
        assert code in (0, 1)
        return
    assert (code, told["error"], told["count"], told["ids"]) == (1, error, 0, [])
    assert said.strip() == told["message"]


def test_duplicates_tell_numbers_and_the_largest_group(run):
    assert run("duplicates", "--exact", "--json")[1] == {
        "groups": 0, "rows": 0, "pairs": 0, "top": [],
    }  # fmt: skip
    run("import", DATA / "letters_labelled_blank_tail.xlsx")
    assert run("duplicates", "--near", "0.8", "--json") == (
        0, {"groups": 1, "rows": 2, "pairs": 1, "top": ["37042", "37042"]}, "",
    )  # fmt: skip


def test_a_month_is_told_with_its_year(run):
    run("import", DATA / "mailbox.csv")
    code, told, _ = run("month", "2021-05", "--json")
    assert code == 0
    assert (told["received_count"], told["accepted_count"], told["handled_count"]) == (3, 2, 2)
    assert told["year_to_date"]["received_count"] == 3
    assert told.keys() >= {"by_category", "by_channel", "by_unit", "care_talk_person_times"}
    # Recorded today: a cut-off of yesterday knows nothing of it.
    assert run("month", "2021-05", "--as-of", "2026-03-01", "--json")[1]["received_count"] == 0


# --- due ---------------------------------------------------------------------------------------


def test_due_needs_no_store(run, monkeypatch):
    monkeypatch.delenv("ZHENGMING_STORE")
    monkeypatch.delenv("ZHENGMING_PASSWORD")
    code, told, _ = run("due", "ordinary_completion", "2026-03-02", "--json")
    assert code == 0
    assert list(told) == ["due_on", "internal_target_on", "provisional", "excluded", "basis"]
    assert (told["due_on"], told["internal_target_on"]) == ("2026-05-06", "2026-04-30")
    assert told["excluded"][0] == {"date": "2026-05-01", "reason": "holiday"}
    assert told["provisional"] is False
    assert (
        run("due", "petition_review_request", "2026-03-02", "--json")[1]["internal_target_on"]
        is None
    )
    assert run("due", "sign_in", "2031-03-03", "--json")[1]["provisional"] is True


def test_due_answers_for_every_rule_of_the_table(run, monkeypatch):
    monkeypatch.delenv("ZHENGMING_STORE")
    for line in TABLE.strip().splitlines():
        identifier = line.split()[0]
        for profile in profiles(identifier):
            asked = ("due", identifier, "2026-02-10", "--profile", profile, "--json")
            code, told, _ = run(*asked)
            assert code == 0, identifier
            assert told["due_on"] > "2026-02-10"
            assert told["basis"]
            assert (told["internal_target_on"] is None) == identifier.endswith("_request")
            rule = shipped_rule(identifier, profile)
            kind = "法定时限" if rule.statutory else "内部时限"
            words = run(*asked[:-1])[1]
            assert kind in words
            assert code_of("confidence", rule.tag.lower()).zh in words


def test_due_in_a_store_counts_with_its_calendar(run):
    assert run("due", "ordinary_completion", "2026-03-02", "--json")[1]["due_on"] == "2026-05-06"


def test_due_knows_what_it_does_not_know(run):
    assert run("due", "nothing", "2026-03-02", "--json")[1]["error"] == "unknown_rule"
    code, told, _ = run("due", "ordinary_completion", "2026-03-02", "--profile", "x", "--json")
    assert (code, told["error"]) == (1, "unknown_profile")


# --- new, verify, backup, restore --------------------------------------------------------------


def test_new_makes_a_store_with_its_manager_and_two_half_sheets(run, tmp_path):
    path = tmp_path / "fresh" / "office.zm"
    code, told, _ = run("--store", path, "new", "--office", "泽川县受理中心", "--json")
    assert code == 0
    sheets = [Path(sheet) for sheet in told["recovery"]]
    assert [s.name for s in sheets] == ["office.zm.recovery-1.txt", "office.zm.recovery-2.txt"]
    if sys.platform != "win32":
        assert {stat.S_IMODE(s.stat().st_mode) for s in (*sheets, path)} == {0o600}
    keys = KeyFile.open(key_path(path))
    assert set(keys.accounts) == {"manager", "sysadmin", "secadmin", "auditor"}
    assert not keys.recovery_confirmed
    halves = [s.read_text(encoding="utf-8").split()[-1] for s in sheets]
    keys.confirm_recovery(*halves)
    assert run("--store", path, "verify", "--json")[1]["ok"] is True
    code, told, _ = run("--store", path, "new", "--json")
    assert (code, told["error"]) == (1, "store_exists")


def test_new_asks_for_a_password_and_leaves_nothing_behind(run, tmp_path, monkeypatch):
    path = tmp_path / "office.zm"
    monkeypatch.setenv("ZHENGMING_PASSWORD", "short")
    assert run("--store", path, "new", "--json")[1]["error"] == "password_too_short"
    monkeypatch.delenv("ZHENGMING_PASSWORD")
    code, told, _ = run("--store", path, "new", "--json")
    assert (code, told["error"]) == (2, "password_needed")
    assert list(tmp_path.glob("office.zm*")) == []


def test_verify_finds_a_changed_entry(run, center):
    run("import", DATA / "letters.xlsx")
    code, told, _ = run("verify", "--json")
    assert (code, told["ok"], told["broken_at"]) == (0, True, None)
    unlocked = KeyFile.open(key_path(center.path)).unlock(
        "manager", PASSWORD, at=center.clock.now()
    )
    from db.core.engine import open_engine

    engine = open_engine(center.path, unlocked.store_key)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER trail_entry_no_update")
        connection.exec_driver_sql("UPDATE trail_entry SET actor_name = 'x' WHERE id = 1")
    engine.dispose()
    code, told, said = run("verify", "--json")
    assert (code, told["error"], told["ok"], told["broken_at"]) == (1, "chain_broken", False, 1)
    assert told["message"] == said.strip()


def test_a_restored_backup_holds_the_same(run, center, tmp_path):
    run("import", DATA / "mailbox.csv")
    code, made, _ = run("backup", "--json")
    assert code == 0
    assert Path(made["folder"]).is_dir()
    assert run("restore", "--json")[1]["error"] == "store_exists"
    to = tmp_path / "again" / "center.zm"
    code, told, _ = run("restore", "--to", to, "--json")
    assert code == 0
    assert (told["head"], told["counts"]) == (made["head"], made["counts"])
    assert run("--store", to, "search", "路灯", "--json")[1] == run("search", "路灯", "--json")[1]
    assert run("restore", tmp_path, "--to", tmp_path / "x.zm", "--json")[1]["error"] == (
        "backup_incomplete"
    )


# --- who ---------------------------------------------------------------------------------------


def test_the_password_of_a_file_comes_first(run, tmp_path, monkeypatch):
    file = tmp_path / "password.txt"
    file.write_text(PASSWORD + "\n", encoding="utf-8")
    monkeypatch.setenv("ZHENGMING_PASSWORD", "wrong wrong")
    assert run("search", "请", "--json")[1]["error"] == "wrong_password"
    assert run("--password-file", file, "search", "请", "--json")[0] == 0
    assert run("search", "请", "--password-file", file, "--json")[0] == 0
    code, told, _ = run("search", "请", "--password-file", tmp_path / "none", "--json")
    assert (code, told["error"]) == (2, "password_file")
    monkeypatch.delenv("ZHENGMING_PASSWORD")
    assert run("search", "请", "--json")[1]["error"] == "password_needed"


def test_every_command_asks_for_its_right(run, monkeypatch):
    monkeypatch.setenv("ZHENGMING_USER", "hr")
    for arguments in (
        ("import", DATA / "letters.xlsx"),
        ("duplicates", "--exact"),
        ("month", "2026-01"),
        ("verify",),
        ("backup",),
    ):
        code, told, _ = run(*arguments, "--json")
        assert (code, told["error"]) == (1, "not_permitted")
    assert run("--user", "manager", "verify", "--json")[0] == 0
    assert run("--user", "nobody", "verify", "--json")[1]["error"] == "wrong_password"
    assert run("--user", "sysadmin", "verify", "--json")[1]["error"] == "no_store_key"


def test_what_is_no_store_is_refused(run, tmp_path):
    (tmp_path / "file.zm").write_text("no store")
    for path, error in (
        (tmp_path, "store_missing"),
        (tmp_path / "none.zm", "store_missing"),
        (tmp_path / "file.zm", "key_file_missing"),
    ):
        code, told, _ = run("--store", path, "verify", "--json")
        assert (code, told["error"]) == (1, error)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("fly",),
        ("search",),
        ("duplicates",),
        ("duplicates", "--near", "2"),
        ("duplicates", "--exact", "--near", "0.8"),
        ("month", "2026-13"),
        ("month", "2026-01", "--as-of", "yesterday"),
        ("due", "sign_in", "2026-02-30"),
        ("search", "x", "--in", "secrets"),
        ("search", "x", "--limit", "-1"),
        ("import",),
    ],
)
def test_wrong_use_ends_with_two(run, arguments):
    code, told, said = run(*arguments, "--json")
    assert (code, told["error"]) == (2, "usage")
    assert said


def test_help_is_no_fault(run, capsys):
    assert main(["--help"]) == 0
    assert "import" in capsys.readouterr().out


def test_english_where_the_machine_is_english(run, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    assert "rows, imported 4" in run("import", DATA / "letters.xlsx")[1]
    assert run("due", "nothing", "2026-03-02")[2].isascii()


def test_a_reader_who_goes_away_is_no_traceback(center):
    environment = {
        **os.environ,
        "ZHENGMING_STORE": str(center.path),
        "ZHENGMING_PASSWORD": PASSWORD,
    }
    zhengming = [sys.executable, "-m", "desktop.cli"]
    with subprocess.Popen(
        [*zhengming, "verify", "--json"],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as child:  # fmt: skip
        child.stdout.close()
        said = child.stderr.read().decode()
        assert child.wait(60) in (0, 1)
    assert "Traceback" not in said
    assert "Exception" not in said


def test_no_window_library_is_loaded_for_what_is_done(center):
    probe = (
        "import sys; from desktop.cli import main; code = main(sys.argv[1:]); "
        "assert not [m for m in sys.modules if m.startswith('PySide6')]; sys.exit(code)"
    )
    for arguments in (["due", "sign_in", "2026-03-02"], ["search", "请"], ["verify"]):
        subprocess.run(
            [sys.executable, "-c", probe, "--store", center.path, *arguments],
            cwd=ROOT, check=True, capture_output=True,
            env={**os.environ, "ZHENGMING_PASSWORD": PASSWORD},
        )  # fmt: skip
