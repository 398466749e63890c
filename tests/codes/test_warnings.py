"""Warning levels: one profile in use, thresholds as rows, cards only where they are chosen."""

from datetime import date

import pytest

from db.appeals.ledger import light
from db.codes.deadlines import Level, Stage, Thresholds, Unit, level
from db.codes.rules import identifiers
from db.codes.seed_calendar import seed_rows
from db.codes.warnings import (
    EVERY_RULE,
    ChooseWarnings,
    ForgetWarningLevel,
    SetWarningLevel,
    shipped_profiles,
    thresholds,
    warning_profiles,
)
from db.codes.working_days import Calendar
from db.core.errors import NotAllowedError, RefusedError

CALENDAR = Calendar.from_rows(seed_rows())
TODAY = date(2026, 3, 2)


def at(due_on: date, wanted: Thresholds) -> Level:
    return level(due_on, TODAY, CALENDAR, unit=Unit.WORKING_DAYS, thresholds=wanted)


def test_the_levels_of_a_new_store_are_those_of_the_office() -> None:
    lights, cards = shipped_profiles()
    assert lights.levels[EVERY_RULE] == Thresholds(3, 0, 0)
    assert not lights.levels[EVERY_RULE].cards
    assert cards.tag == "R", "practice elsewhere, only reported"
    assert set(cards.levels) <= {EVERY_RULE, *identifiers()}
    assert cards.of("sign_in") is cards.levels[EVERY_RULE]


@pytest.mark.parametrize(
    ("due_on", "stage", "left"),
    [
        ("2026-03-13", Stage.GOOD, 9),
        ("2026-03-09", Stage.WAIT, 5),
        ("2026-03-04", Stage.TODAY, 2),
        ("2026-03-02", Stage.TODAY, 0),
        ("2026-02-27", Stage.BAD, -2),
    ],
)
def test_each_level_begins_where_it_is_set(due_on: str, stage: Stage, left: int) -> None:
    found = at(date.fromisoformat(due_on), Thresholds(5, 2))
    assert (found.stage, found.remaining) == (stage, left)


def test_a_red_card_waits_and_the_red_light_does_not() -> None:
    wanted = Thresholds(3, 0, 3, ((Stage.WAIT, "yellow"), (Stage.BAD, "red")))
    soon, late, later = (
        at(date(2026, 3, day) if day < 20 else date(2026, 2, day), wanted) for day in (4, 27, 25)
    )
    assert (soon.stage, soon.card) == (Stage.WAIT, "yellow")
    assert (late.stage, late.card) == (Stage.BAD, "")
    assert (later.stage, later.card) == (Stage.BAD, "red")


def test_the_office_sets_a_level_for_all_and_for_one_rule(gate) -> None:
    keeper = gate("secadmin")
    near = date(2026, 3, 10)

    def stage(rule: str) -> Stage:
        found = gate("clerk").read(lambda read: light(read, near, rule))
        assert found is not None
        return found.stage

    assert stage("sign_in") is Stage.GOOD
    keeper.write(SetWarningLevel("lights", EVERY_RULE, 6, 1, 0))
    assert stage("sign_in") is Stage.WAIT
    keeper.write(SetWarningLevel("lights", "sign_in", 8, 6, 2))
    assert stage("sign_in") is Stage.TODAY
    assert stage("co_opinion") is Stage.WAIT
    keeper.write(ForgetWarningLevel("lights", "sign_in"))
    assert stage("sign_in") is Stage.WAIT
    keeper.write(ForgetWarningLevel("lights", EVERY_RULE))
    keeper.write(ForgetWarningLevel("lights", EVERY_RULE))
    assert stage("sign_in") is Stage.GOOD


def test_cards_show_only_once_they_are_chosen(gate) -> None:
    keeper, clerk = gate("secadmin"), gate("clerk")
    late = date(2026, 2, 26)

    def cards() -> tuple[str, str]:
        found = [
            clerk.read(lambda read, rule=rule: light(read, late, rule))
            for rule in ("internal_completion", "dispatch_blue_card")
        ]
        return tuple(one.card for one in found if one is not None)

    assert cards() == ("", "")
    keeper.write(ChooseWarnings("three_cards"))
    assert cards() == ("red", "blue")
    assert keeper.read(warning_profiles).used == "three_cards"
    keeper.write(ChooseWarnings("lights"))
    assert cards() == ("", "")


def test_wrong_levels_are_refused_and_only_keepers_set_them(gate) -> None:
    keeper = gate("secadmin")
    for command, code in (
        (SetWarningLevel("lights", EVERY_RULE, 1, 2, 0), "warning_levels_out_of_order"),
        (SetWarningLevel("lights", EVERY_RULE, 3, -1, 0), "warning_levels_out_of_order"),
        (SetWarningLevel("lights", EVERY_RULE, 99, 0, 0), "warning_levels_out_of_order"),
        (SetWarningLevel("lights", "weather", 3, 0, 0), "unknown_rule"),
        (SetWarningLevel("weather", EVERY_RULE, 3, 0, 0), "unknown_profile"),
        (ChooseWarnings("weather"), "unknown_profile"),
    ):
        with pytest.raises(RefusedError, match=code):
            keeper.write(command)
    with pytest.raises(NotAllowedError):
        gate("clerk").write(ChooseWarnings("three_cards"))
    with pytest.raises(NotAllowedError):
        gate("clerk").read(warning_profiles)
    assert gate("clerk").read(lambda read: thresholds(read, "sign_in")) == Thresholds()
