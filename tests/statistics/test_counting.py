"""Months counted from facts written by hand."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

import pytest

from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx
from db.statistics.counting import BALANCE_KINDS, UNIT_KINDS
from db.statistics.lists import case_ids
from db.statistics.measures import BY_IDENTIFIER, KIND_TRACKS, MEASURES
from db.statistics.queries import month_json, monthly

OCTOBER = date(2026, 10, 12)
END = date(2026, 10, 30)


@dataclass(frozen=True, slots=True)
class SetPeriods:
    """Write the setting of periods."""

    permission: ClassVar[Permission] = Permission.SETTING_WRITE

    value: list[dict[str, object]]

    def __call__(self, tx: Tx) -> None:
        tx.set_setting("statistics_periods", self.value)


@pytest.fixture(autouse=True)
def _november(desk):
    desk.at(date(2026, 11, 2))


def ids(desk, figure, **rest):
    return desk.gate.read(partial(case_ids, figure=figure, month="2026-10", **rest)).ids


def test_nothing_counts_as_nothing_and_shares_of_nothing_are_null(desk):
    figures = desk.foots("2026-10")
    told = month_json(figures)
    assert set(figures.current.values.values()) == {0}
    assert all(told[m.identifier] is None for m in MEASURES if m.is_rate)
    assert told["year_to_date"]["handling_rate"] is None


def test_the_json_has_the_identifiers_of_the_office(desk):
    told = month_json(desk.month("2026-10"))
    names = (
        "received_count accepted_count handled_count opening_count open_count overdue_count "
        "closed_count cleared_person_count cleared_case_count care_talk_person_times "
        "consultation_person_times handling_rate timely_completion_rate timely_notice_rate "
        "repeat_rate follow_up_rate satisfaction_rate"
    )
    for name in names.split():
        assert name in told
        assert name in told["year_to_date"]
    assert {"by_category", "by_channel", "by_unit"} <= told.keys()
    assert set(told["by_unit"]) == {"organization", "discipline", "hr", "petition", "waiting"}
    assert told["by_unit"]["discipline"]["timed_handled_count"] is None


def test_one_matter_through_its_months(desk):
    desk.mark("received", 1, date(2026, 9, 28))
    desk.mark("accepted", 1, date(2026, 10, 8))
    desk.mark("passed_in", 1, date(2026, 10, 9), unit="hr")
    desk.mark(
        "handled",
        1,
        date(2026, 11, 1),
        unit="hr",
        outcome="explained",
        on_time="internal_on_time",
        days=24,
    )
    september, october = desk.foots("2026-09").current, desk.foots("2026-10").current
    november = desk.foots("2026-11").current
    assert (september["received_count"], september["screening_count"]) == (1, 1)
    assert (october["screening_opening_count"], october["accepted_count"]) == (1, 1)
    assert (october["open_count"], october["handled_count"]) == (1, 0)
    assert (november["opening_count"], november["handled_explained_count"]) == (1, 1)
    assert november.value("timely_completion_rate") == 1.0
    assert november.value("statutory_timely_rate") is None
    hr = next(u for u in november.by_unit if u.key == "hr")
    assert (hr["opening_count"], hr["handled_count"], hr["open_count"]) == (1, 1, 0)
    assert hr.average_days == 24


def test_the_year_rate_counts_what_was_carried_over(desk):
    for case in (1, 2):
        desk.mark("received", case, date(2025, 12, 1))
        desk.mark("accepted", case, date(2025, 12, 2))
    desk.mark("handled", 1, date(2026, 1, 5), outcome="supported")
    desk.mark("received", 3, date(2026, 3, 1))
    desk.mark("accepted", 3, date(2026, 3, 1))
    told = month_json(desk.foots("2026-10"))
    assert told["year_to_date"]["opening_count"] == 2
    assert told["handling_rate"] == pytest.approx(1 / 3)


def test_a_case_that_changes_its_unit_is_held_by_one_unit(desk):
    desk.mark("received", 1, OCTOBER)
    desk.mark("accepted", 1, OCTOBER)
    desk.mark("passed_in", 1, OCTOBER, unit="hr")
    desk.mark("objected", 1, OCTOBER, unit="hr")
    desk.mark("passed_out", 1, OCTOBER, unit="hr")
    told = desk.foots("2026-10").current
    waiting = told.by_unit[-1]
    assert (waiting["accepted_count"], waiting["open_count"]) == (1, 1)
    assert (waiting["passed_in_count"], waiting["passed_out_count"]) == (1, 1)
    desk.mark("passed_in", 1, date(2026, 10, 20), unit="petition")
    told = desk.foots("2026-10").current
    held = {u.key: u["open_count"] for u in told.by_unit}
    assert held == {"organization": 0, "discipline": 0, "hr": 0, "petition": 1, "": 0}
    assert ids(desk, "open_count", unit_id=4) == ()  # invented case 1 is no appeal: not visible


def test_imported_history_foots_by_unit(desk):
    desk.mark("received", 1, OCTOBER)
    desk.mark("accepted", 1, OCTOBER, unit="hr")
    desk.mark("handled", 1, date(2026, 10, 20), unit="hr")
    desk.mark("closed", 1, date(2026, 10, 20))
    desk.mark("received", 2, OCTOBER)
    desk.mark("imported_open", 2, OCTOBER)
    told = desk.foots("2026-10").current
    assert (told["received_count"], told["accepted_count"]) == (2, 1)
    assert told["handled_unstated_count"] == 1
    assert (told["imported_open_count"], told["imported_open_total"]) == (1, 1)
    assert (told["open_count"], told["screening_count"], told["overdue_count"]) == (0, 0, 0)
    hr = next(u for u in told.by_unit if u.key == "hr")
    assert (hr["passed_in_count"], hr["handled_count"], hr["open_count"]) == (1, 1, 0)


def test_adopting_moves_an_imported_matter_into_the_balance(desk):
    desk.mark("received", 2, date(2026, 9, 3))
    desk.mark("imported_open", 2, date(2026, 9, 3))
    desk.mark("accepted", 2, OCTOBER, unit="hr")
    desk.mark("imported_open", 2, OCTOBER, amount=-1, unit="hr")
    told = desk.foots("2026-10")
    assert (told.current["imported_open_count"], told.current["accepted_count"]) == (-1, 1)
    assert (told.current["open_count"], told.current["imported_open_total"]) == (1, 0)
    assert told.year_to_date["imported_open_count"] == 0
    assert told.current.by_unit[-1]["open_count"] == 1
    desk.mark("handled", 2, date(2026, 10, 30), unit="hr", outcome="withdrawn")
    assert desk.foots("2026-10").current["open_count"] == 0


def test_a_month_is_told_again_as_it_was_known(desk):
    desk.at(date(2026, 10, 31))
    desk.mark("received", 1, OCTOBER)
    desk.mark("accepted", 1, OCTOBER)
    desk.at(date(2026, 11, 5))
    desk.mark("handled", 1, END, outcome="supported")
    desk.revoke(1)
    for kind, on in (("received", OCTOBER), ("accepted", OCTOBER), ("handled", END)):
        desk.mark(kind, 1, on, category="health_psych", outcome="supported")
    before, after = desk.foots("2026-10", date(2026, 11, 1)), desk.foots("2026-10")
    assert (before.current["open_count"], after.current["open_count"]) == (1, 0)
    assert (before.current["handled_count"], after.current["handled_count"]) == (0, 1)
    assert before.current.category("treatment")["received_count"] == 1


def test_other_tracks_stay_out_of_the_balance(desk):
    desk.mark("finding_received", 1, OCTOBER, track="clarification")
    desk.mark("assessed", 1, OCTOBER, track="clarification")
    desk.mark("should_clear", 1, OCTOBER, track="clarification")
    desk.mark(
        "cleared", 1, OCTOBER, track="clarification", outcome="meeting,written", person_id=None
    )
    desk.mark("talk_held", 1, OCTOBER, track="care_talk", outcome="request", amount=3)
    desk.mark("consultation", 1, OCTOBER, track="consultation", amount=17)
    told = desk.foots("2026-10").current
    assert (told["cleared_case_count"], told["cleared_person_count"]) == (1, 1)
    assert (told["cleared_written_count"], told["cleared_meeting_count"]) == (1, 1)
    assert (told["cleared_circular_count"], told.value("clearing_rate")) == (0, 1.0)
    assert (told["care_talk_person_times"], told["care_talk_count"]) == (3, 1)
    assert told["consultation_person_times"] == 17
    assert told["received_count"] == told["accepted_count"] == told["handled_count"] == 0


def test_persons_are_counted_once(desk):
    for case, person in ((1, 7), (2, 7), (3, 8)):
        desk.mark("cleared", case, OCTOBER, track="clarification", person_id=person)
    told = desk.month("2026-10").current
    assert (told["cleared_case_count"], told["cleared_person_count"]) == (3, 2)


def test_what_was_not_cleared_after_all_leaves_the_stock(desk):
    desk.mark("should_clear", 1, OCTOBER, track="clarification")
    desk.mark("not_cleared", 1, date(2026, 10, 20), track="clarification")
    desk.mark("not_cleared", 2, date(2026, 10, 20), track="clarification")
    told = desk.month("2026-10").current
    assert (told["clearing_open_count"], told["clearing_dropped_count"]) == (0, 1)
    assert told["not_cleared_count"] == 2


def test_follow_ups_are_shared_out_over_what_was_due(desk):
    for case in (1, 2):
        desk.mark("follow_up_due", case, date(2026, 9, 20))
    desk.mark("followed_up", 1, date(2026, 9, 25), outcome="satisfied")
    desk.mark("follow_up_due", 3, OCTOBER)
    desk.mark("followed_up", 2, OCTOBER, outcome="unsatisfied")
    desk.mark("followed_up", 3, OCTOBER, outcome="not_rated")
    told = desk.month("2026-10").current
    assert (told["follow_up_due_count"], told["followed_up_count"]) == (2, 2)
    assert told.value("follow_up_rate") == 1.0
    assert told.value("satisfaction_rate") == 0.0


def test_a_period_may_run_from_the_26th(desk):
    desk.gate.write(SetPeriods([{"from": "2026-03", "first_day": 26}]))
    desk.mark("received", 1, date(2026, 9, 26))
    desk.mark("received", 2, date(2026, 10, 25))
    desk.mark("received", 3, date(2026, 10, 26))
    told = desk.foots("2026-10").current
    assert (told.start, told.end) == (date(2026, 9, 26), date(2026, 10, 25))
    assert told["received_count"] == 2
    march = desk.month("2026-03").current
    assert (march.start, march.end) == (date(2026, 3, 1), date(2026, 3, 25))


def test_only_who_may_read_statistics_reads_them(gate):
    for login in ("clerk", "hr", "secadmin"):
        with pytest.raises(NotAllowedError):
            gate(login).read(partial(monthly, month="2026-10"))
    with pytest.raises(RefusedError, match="bad_month"):
        gate("manager").read(partial(monthly, month="2026-13"))


def test_every_kind_belongs_to_one_track_and_every_measure_counts_known_kinds():
    for measure in MEASURES:
        for kind in (*measure.kinds, *measure.inflow, *measure.outflow):
            assert kind in KIND_TRACKS
        for name in (*measure.parts, *measure.less, *measure.numerator, *measure.denominator):
            assert not BY_IDENTIFIER[name].is_rate
    assert {KIND_TRACKS[k] for k in (*BALANCE_KINDS, *UNIT_KINDS)} == {"ordinary_appeal"}
