"""即时移送: PRODUCT §3-5 and OFFICE §1-7. Nothing but number, time, pieces, from and to."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Boolean, Date, DateTime, Integer, String, text
from sqlalchemy.exc import IntegrityError

from db.accusation.book import ENVELOPES
from db.accusation.tables import Envelope
from db.books.commands import Amend, Open, Take
from db.books.entry import Entry
from db.books.queries import entry_card, entry_ids, entry_rows
from db.books.rows import EntryFilter
from db.codes.code_lists import codes
from db.core.books import FieldKind
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.tx import Behalf
from db.documents.filing import Attach
from tests.conftest import Center

Gates = Callable[[str], Gate]
BOOK = "envelope"
DAY = date(2026, 3, 2)
LONGEST = 40
"""Characters of an office's name."""


def received(gate: Gates, **changes: Any) -> int:
    values = {
        "office": "discipline",
        "pieces": 2,
        "origin": "visit",
        "same_day": False,
        "happened_on": DAY,
        "received_time": "9:05",
        **changes,
    }
    return gate("clerk").write(Open(BOOK, "receive", values)).value.entry_id


def test_office_1_7_no_field_of_an_envelope_holds_more_than_an_offices_name() -> None:
    typed = [f for f in ENVELOPES.fields if f.kind in (FieldKind.LINE, FieldKind.AREA)]
    assert typed == [], "nothing is typed but numbers, days and times"
    own = set(Envelope.__table__.c.keys()) - set(Entry.__annotations__)
    for name in own - {"id", "version"}:
        kind = Envelope.__table__.c[name].type
        assert isinstance(kind, Integer | Boolean | Date | DateTime | String), name
        if isinstance(kind, String):
            assert kind.length is not None, name
            assert kind.length <= LONGEST, name
    for listed in ("envelope_origin", "envelope_office"):
        assert all(len(code.zh) <= LONGEST for code in codes(listed))
    for asked in ENVELOPES.asks.values():
        assert not {"reason", "note"} & set(asked)


def test_an_envelope_is_handed_over_the_next_working_day_against_a_signature(
    center: Center, gate: Gates
) -> None:
    entry_id = received(gate)
    card = gate("manager").read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.row.number == "诉封〔2026〕0001号"
    assert (card.row.due_on, card.row.due_rule) == (date(2026, 3, 3), "envelope_hand_over")
    center.clock.set(datetime(2026, 3, 3, 2, 0, tzinfo=UTC))
    day = {"happened_on": date(2026, 3, 3)}
    clerk = gate("clerk")
    clerk.write(Take(BOOK, entry_id, "hand_over", {"handed_time": "10:10", **day}))
    clerk.write(Take(BOOK, entry_id, "record_signature", {"signed_time": "10:40", **day}))
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.row.state == "signed"
    assert card.row.values["handed_on"] == card.row.values["signed_on"] == date(2026, 3, 3)
    assert card.row.texts["carrier_id"] == "林可"
    assert [c.stopped_on for c in card.clocks] == [date(2026, 3, 3)]


def test_what_is_to_go_the_same_day_is_due_that_day(gate: Gates) -> None:
    entry_id = received(gate, same_day=True)
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.row.due_on == DAY


def test_a_friday_envelope_is_due_on_monday(center: Center, gate: Gates) -> None:
    center.clock.set(datetime(2026, 3, 6, 8, 0, tzinfo=UTC))
    entry_id = received(gate, happened_on=date(2026, 3, 6))
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.row.due_on == date(2026, 3, 9)


def test_a_wrong_count_is_corrected_without_a_word(gate: Gates) -> None:
    entry_id = received(gate)
    again = {"office": "organization", "pieces": 3, "origin": "post"}
    gate("clerk").write(Take(BOOK, entry_id, "correct", again))
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert (card.row.values["pieces"], card.row.values["office"]) == (3, "organization")
    assert [e.note for e in card.events] == ["", ""]


def test_an_envelope_typed_later_is_marked_and_needs_no_words(center: Center, gate: Gates) -> None:
    center.clock.set(datetime(2026, 3, 20, 8, 0, tzinfo=UTC))
    entry_id = received(gate)
    assert gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id)).is_backfilled


WORDS = "王某某反映张某某收受礼金"


def test_nothing_is_written_filed_or_amended_beside_an_envelope(gate: Gates) -> None:
    entry_id = received(gate)
    clerk = gate("clerk")
    paper = Behalf("某人", "某职", "1", DAY)
    day = {"happened_on": DAY}
    for command, code in (
        (Open(BOOK, "receive", {}, backdated_reason=WORDS), "nothing_written_here"),
        (Open(BOOK, "receive", {}, behalf=paper), "not_permitted"),
        (Take(BOOK, entry_id, "hand_over", {}, backdated_reason=WORDS), "nothing_written_here"),
        (Attach(BOOK, entry_id, f"{WORDS}.txt", WORDS.encode()), "no_files_here"),
        (Amend(BOOK, entry_id, {"office": "law"}, WORDS), "not_permitted"),
        (Open(BOOK, "receive", {"office": WORDS, "pieces": 1}), "unknown_value"),
        (Open(BOOK, "receive", {"office": "law", "pieces": 1, "origin": WORDS}), "unknown_value"),
        (Take(BOOK, entry_id, "hand_over", {**day, "handed_time": WORDS}), "bad_time"),
        (
            Open(BOOK, "receive", {"office": "law", "pieces": 0, "origin": "post", **day}),
            "no_pieces",
        ),
    ):
        with pytest.raises((RefusedError, NotAllowedError)) as caught:
            clerk.write(command)
        assert caught.value.code == code, command
    clerk.write(Take(BOOK, entry_id, "hand_over", {**day, "note": WORDS, "reason": WORDS}))
    with gate("manager")._writer.connect() as connection:
        assert WORDS not in whole(connection)


def whole(connection: Any) -> str:
    """Return every value of every table, search index and trail included, as one text."""
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type='table'")).scalars()
    parts = []
    for name in list(names):
        for row in connection.execute(text(f'SELECT * FROM "{name}"')):
            for value in row:
                kept = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
                parts.append(str(kept))
    found = "\n".join(parts)
    return found + found.encode().decode("unicode_escape", "ignore")


def test_the_database_itself_keeps_words_away_from_an_envelope(gate: Gates) -> None:
    entry_id = received(gate)
    for statement in (
        "INSERT INTO event(track, case_id, act, happened_on, recorded_at, actor_name, note, inner,"
        f" needs_confirmation) VALUES('envelope', {entry_id}, 'note', '2026-03-02',"
        " '2026-03-02 01:00:00', 'x', 'words', 0, 0)",
        "INSERT INTO attachment(track, case_id, name, kind, size, copies, is_original, sha256,"
        f" added_on, added_by_id, removed_reason, version) VALUES('envelope', {entry_id}, 'a',"
        " 'scan', 1, 1, 0, 'x', '2026-03-02', 1, '', 1)",
        "INSERT INTO draft(account_id, kind, key, title, body, saved_at) VALUES(1, 'book',"
        " 'envelope:1', 't', '{}', '2026-03-02 01:00:00')",
        "UPDATE envelope SET received_time = 'Zhang San reported Li Si'",
        f"UPDATE envelope SET office = '{'x' * 41}'",
        "UPDATE envelope SET pieces = 0",
        "UPDATE envelope SET state = 'signed'",
    ):
        with gate("manager")._writer.connect() as connection, pytest.raises(IntegrityError):
            connection.execute(text(statement))


def test_only_the_center_knows_of_envelopes_and_their_numbers_have_no_gap(gate: Gates) -> None:
    ids = [received(gate) for _ in range(3)]
    for login in ("hr", "discipline", "discipline_leader", "petition_leader", "auditor"):
        assert list(gate(login).read(lambda r: entry_ids(r, BOOK, EntryFilter()))) == []
        with pytest.raises(NotAllowedError):
            gate(login).read(lambda r: entry_card(r, BOOK, ids[0]))
    numbers = [gate("clerk").read(lambda r, i=i: entry_card(r, BOOK, i)).row.number for i in ids]
    assert numbers == [f"诉封〔2026〕{n:04d}号" for n in (1, 2, 3)]


def test_office_2_5_what_is_carried_sealed_stands_in_the_register_of_carried_papers(
    gate: Gates,
) -> None:
    entry_id = received(gate)
    received(gate)
    day = {"happened_on": DAY}
    gate("clerk").write(Take(BOOK, entry_id, "hand_over", day))
    gate("clerk").write(Take(BOOK, entry_id, "record_signature", day))

    def lines(login: str) -> list[tuple[Any, ...]]:
        ids = gate(login).read(lambda r: list(entry_ids(r, "carried_paper", EntryFilter())))
        rows = gate(login).read(lambda r: entry_rows(r, "carried_paper", ids))
        return [
            (
                row.number,
                row.state,
                row.values["is_sealed"],
                row.values["copies"],
                row.texts.get("unit_id"),
                row.values["messenger"],
                row.values["receiver"],
            )
            for row in rows.values()
        ]

    assert lines("clerk") == [("诉封〔2026〕0001号", "signed", True, 2, "纪委监委", "林可", "")]
    assert lines("discipline") == lines("hr") == []
