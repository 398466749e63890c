"""Checks that the figures of a month foot (pure); nothing is printed before they do."""

from collections.abc import Mapping
from itertools import pairwise

from db.statistics.measures import DIMENSION_FLOWS
from db.statistics.rows import MonthFigures, PeriodFigures


def check_balance(figures: MonthFigures) -> list[str]:
    """Return what does not foot, nothing where all does; checked before anything is printed.

    opening + accepted − handled − other exits = open in total, by category, by channel and by
    unit; screening at the start + received = what left screening + screening at the end; parts
    add up to their wholes (SETTLED §3, OFFICE §6.3).
    """
    found = []
    for name in ("current", "previous", "last_year", "year_to_date", "last_year_to_date"):
        found += [f"{name}: {fault}" for fault in _faults(figures.period(name))]
    if figures.trend and figures.trend[-1].open != figures.current["open_count"]:
        found.append("trend: open_count")
    for before, after in pairwise(figures.trend):
        if before.open + after.accepted - after.handled < after.open:
            found.append(f"trend: {after.month}")
    return found


_SCREENING_EXITS = (
    "accepted_count",
    "redirected_count",
    "not_accepted_count",
    "merged_count",
    "moved_out_count",
    "withdrawn_before_count",
    "imported_open_count",
)


def _faults(told: PeriodFigures) -> list[str]:
    found = _balance_faults("total", told.values)
    for dimension, rows in (("category", told.by_category), ("channel", told.by_channel)):
        for key, row in rows.items():
            found += _balance_faults(f"{dimension} {key}", row)
        for name in (
            *(name for name, _ in DIMENSION_FLOWS),
            "opening_count",
            "open_count",
            "overdue_count",
            "screening_count",
        ):
            if sum(row[name] for row in rows.values()) != told.values[name]:
                found.append(f"{dimension}: {name}")
    found += _unit_faults(told)
    if told["handled_unstated_count"] < 0:
        found.append("total: outcomes")
    if told["untimed_handled_count"] < 0 or told["late_handled_count"] < 0:
        found.append("total: terms")
    if told["overdue_count"] > told["open_count"]:
        found.append("total: overdue")
    return found


def _balance_faults(where: str, row: Mapping[str, int]) -> list[str]:
    found = []
    come = row["opening_count"] + row["accepted_count"]
    if come - row["handled_count"] - row["other_exit_count"] != row["open_count"]:
        found.append(f"{where}: balance")
    seen = row["screening_opening_count"] + row["received_count"]
    if seen != sum(row[name] for name in _SCREENING_EXITS) + row["screening_count"]:
        found.append(f"{where}: receipts")
    stocks = ("opening_count", "open_count", "screening_opening_count", "screening_count")
    found += [f"{where}: {name} below 0" for name in stocks if row[name] < 0]
    return found


def _unit_faults(told: PeriodFigures) -> list[str]:
    found = []
    for unit in told.by_unit:
        come = unit["opening_count"] + unit["passed_in_count"] + unit["accepted_count"]
        gone = unit["passed_out_count"] + unit["handled_count"] + unit["other_exit_count"]
        if come - gone != unit["open_count"]:
            found.append(f"unit {unit.key}: balance")
        if unit["open_count"] < 0 or unit["opening_count"] < 0:
            found.append(f"unit {unit.key}: below 0")
    wholes = (
        "opening_count",
        "handled_count",
        "other_exit_count",
        "open_count",
        "overdue_count",
        "timed_handled_count",
    )
    found += [
        f"unit: {name}"
        for name in wholes
        if sum(unit[name] for unit in told.by_unit) != told.values[name]
    ]
    return found
