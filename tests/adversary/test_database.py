"""The hardest lines, held by the database itself against whoever bypasses the program."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import db.migrations
from db.accusation.workflow import COURSE, ENVELOPE, REFERRAL
from db.appeals.handling import DraftReply
from db.appeals.routing import ProposeAssign, SignIn, Target
from db.appeals.workflow import APPEAL, EXTENSION, HAND_OVER, REVIEW
from db.approvals.deciding import Decide
from db.care.workflow import CARE_TALK
from db.clarification.workflow import CLARIFICATION
from db.core.gate import Gate
from db.core.moves import Track
from db.meetings.workflow import MEETING, MEETING_PARTICIPANT, MEETING_TASK, MEETING_TOPIC
from db.supervision.workflow import FEEDBACK_REQUEST, SUPERVISION
from tests.appeals.test_flow import assign, hand_over, show, to_accepted, unit_id
from tests.conftest import Center

Gates = Callable[[str], Gate]
TABLES = {
    "appeal": APPEAL,
    "hand_over": HAND_OVER,
    "extension": EXTENSION,
    "review": REVIEW,
    "supervision": SUPERVISION,
    "feedback_request": FEEDBACK_REQUEST,
    "meeting": MEETING,
    "meeting_topic": MEETING_TOPIC,
    "meeting_participant": MEETING_PARTICIPANT,
    "meeting_task": MEETING_TASK,
    "clarification": CLARIFICATION,
    "care_talk": CARE_TALK,
    "envelope": ENVELOPE,
    "false_accusation_referral": REFERRAL,
    "referral_course": COURSE,
}
FILE = Path(db.migrations.__file__).parent / "triggers.sql"


def section(table: str, track: Track) -> str:
    """Return the triggers that hold a track's moves, as triggers.sql must hold them."""
    pairs = sorted({f"{m.source}>{m.target}" for m in track.moves if m.source is not None})
    first = sorted({m.target for m in track.moves if m.source is None})

    def listed(values: list[str]) -> str:
        lines, line = [], "   "
        for place, value in enumerate(values):
            word = f" '{value}'" + ("," if place < len(values) - 1 else "")
            if len(line) + len(word) > 98:
                lines.append(line)
                line = "   "
            line += word
        return "\n".join([*lines, line])

    return (
        f"CREATE TRIGGER {table}_begins BEFORE INSERT ON {table}\n"
        f"WHEN NEW.state NOT IN (\n{listed(first)}\n)\n"
        "BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;\n\n"
        f"CREATE TRIGGER {table}_moves AFTER UPDATE OF state ON {table}\n"
        "WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (\n"
        f"{listed(pairs)}\n)\n"
        "BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;\n"
    )


@pytest.mark.parametrize("table", TABLES)
def test_the_database_knows_the_same_moves_as_the_tracks(table: str) -> None:
    wanted = section(table, TABLES[table])
    assert wanted in FILE.read_text(encoding="utf-8"), f"put this into triggers.sql:\n{wanted}"


def refused(gate: Gate, *statements: str) -> None:
    """Every statement is refused by the database."""
    for statement in statements:
        with gate._writer.connect() as connection, pytest.raises(IntegrityError):
            connection.execute(text(statement))


def in_progress(gate: Gates) -> tuple[int, int]:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(SignIn(row))
    return appeal_id, row


def test_no_statement_jumps_over_a_move(gate: Gates) -> None:
    appeal_id, _ = in_progress(gate)
    legal = {m.target for m in APPEAL.moves if m.source == "in_progress"}
    for state in sorted({*APPEAL.states(), "nonsense", ""} - legal - {"in_progress"}):
        refused(
            gate("manager"),
            f"UPDATE appeal SET state = '{state}', issued_on = '2026-03-02' WHERE id = {appeal_id}",
        )
    refused(gate("manager"), "UPDATE appeal SET state = NULL")
    refused(
        gate("manager"),
        "INSERT INTO appeal SELECT 999, number, 'reply_approved', "
        + ", ".join(columns(gate)[3:])
        + " FROM appeal",
    )


def test_no_statement_jumps_over_a_move_of_a_hand_over_or_answers_without_opinions(
    gate: Gates,
) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr", "petition")
    lead = next(h for h in show(gate("manager"), appeal_id).hand_overs if h.role == "lead")
    gate("hr").write(SignIn(lead.id))
    refused(
        gate("manager"),
        f"UPDATE hand_over SET state = 'objected' WHERE id = {lead.id}",
        f"UPDATE hand_over SET state = 'nonsense' WHERE id = {lead.id}",
        "UPDATE hand_over SET state = 'waived' WHERE role = 'co'",
        f"UPDATE appeal SET state = 'reply_draft' WHERE id = {appeal_id}",
    )


def columns(gate: Gates) -> list[str]:
    rows = gate("manager").read(
        lambda r: (
            r.session.execute(text("SELECT name FROM pragma_table_info('appeal')")).scalars().all()
        )
    )
    return list(rows)


def test_no_statement_lets_anybody_decide_his_own(gate: Gates) -> None:
    _, row = in_progress(gate)
    gate("hr").write(DraftReply(row, "已核实。", "supported"))
    waiting = "WHERE act = 'reply'"
    refused(
        gate("manager"),
        f"UPDATE approval SET decider_id = proposer_id {waiting}",
        f"UPDATE approval SET decider_id = 1, entered_by_id = 1 {waiting}",
        f"UPDATE approval SET state = 'agreed' {waiting}",
        f"UPDATE approval SET proposer_id = 99 {waiting}",
        f"DELETE FROM approval {waiting}",
        "UPDATE approval SET state = 'refused' WHERE act = 'assign'",
        "UPDATE approval SET decider_id = 2 WHERE act = 'assign'",
        "UPDATE approval SET state = 'pending' WHERE act = 'assign'",
    )


def test_no_statement_rewrites_what_was_counted_numbered_told_or_traced(
    gate: Gates, center: Center
) -> None:
    in_progress(gate)
    refused(
        gate("manager"),
        "UPDATE milestone SET kind = 'handled'",
        "UPDATE milestone SET happened_on = '2020-01-01'",
        "UPDATE milestone SET amount = 5",
        "UPDATE milestone SET revoked_at = NULL, kind = 'x'",
        "DELETE FROM milestone",
        "UPDATE issued_number SET sequence = 99",
        "UPDATE issued_number SET text = 'x'",
        "DELETE FROM issued_number",
        "UPDATE event SET act = 'x'",
        "UPDATE event SET note = 'x'",
        "UPDATE event SET inner = 1",
        "UPDATE event SET happened_on = '2020-01-01'",
        "UPDATE event SET behalf_of = 'x'",
        "DELETE FROM event",
        "UPDATE trail_entry SET act = 'x'",
        "DELETE FROM trail_entry",
        "UPDATE trail_detail SET changes = '{}'",
        "DELETE FROM trail_detail",
        "DELETE FROM appeal",
        "INSERT INTO purge(track, case_id, purged_at, proposer_id, decider_id) "
        "VALUES ('ordinary_appeal', 1, '2026-03-02', 5, 5)",
        "INSERT INTO extension(appeal_id, state, requested_on, days, reason, old_due_on, version) "
        "VALUES (1, 'pending', '2026-03-02', 31, 'x', '2026-03-02', 1)",
    )


def test_a_purge_does_not_open_what_is_not_purged(gate: Gates) -> None:
    appeal_id, _ = in_progress(gate)
    with gate("manager")._writer.connect() as connection:
        connection.execute(
            text(
                "INSERT INTO purge(track, case_id, purged_at, proposer_id, decider_id) "
                "VALUES ('ordinary_appeal', 999, '2026-03-02', 1, 2)"
            )
        )
        connection.commit()
    refused(
        gate("manager"),
        f"DELETE FROM event WHERE case_id = {appeal_id}",
        "DELETE FROM trail_detail",
        "DELETE FROM purge",
        f"UPDATE purge SET case_id = {appeal_id}",
    )


def test_the_triggers_parse_to_as_many_statements_as_the_file_makes(center: Center) -> None:
    source = FILE.read_text(encoding="utf-8")
    names = re.findall(r"^CREATE TRIGGER (\w+)", source, re.MULTILINE)
    assert len(names) == len(set(names))
    with center.gate("manager")._reader.connect() as connection:
        made = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ).scalars()
        assert sorted(made) == sorted(names)


def test_the_walk_of_a_case_needs_no_way_around(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    target = Target(unit_id(gate("clerk"), "hr"))
    asked = gate("clerk").write(ProposeAssign(appeal_id, (target,))).value
    gate("manager").write(Decide(asked, "agreed"))
    assert date(2026, 3, 2)
