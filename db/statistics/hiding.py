"""Which figures of a month the 通报版 hides (pure): every relation a reader could reckon with.

A figure is hidden in all tables and in the text alike. What was hidden in an earlier month of the
year stays out of the year's sum, else two reports would tell it (SETTLED §9.9).
"""

from collections.abc import Callable, Iterable

from db.statistics.rows import PERIODS, MonthFigures, PeriodFigures
from db.statistics.small_cells import Key, Relation, adds_up, hide
from db.statistics.text import Hides

Place = tuple[str, str, str]
"""Measure, dimension (empty, category, channel or unit), value."""

WAITING = "waiting"
_OUTCOMES = (
    "handled_supported_count",
    "handled_explained_count",
    "handled_not_supported_count",
    "handled_withdrawn_count",
    "handled_unstated_count",
)
_TALKS = (
    "talk_key_moment_person_times",
    "talk_after_appeal_person_times",
    "talk_after_clarification_person_times",
    "talk_after_punishment_person_times",
    "talk_heart_to_heart_person_times",
)
_SCREENED = (
    "accepted_count",
    "redirected_count",
    "not_accepted_count",
    "merged_count",
    "moved_out_count",
    "withdrawn_before_count",
    "imported_open_count",
    "screening_count",
)
_TOTALS = (
    "received_count",
    "screening_opening_count",
    *_SCREENED,
    "opening_count",
    "handled_count",
    *_OUTCOMES,
    "other_exit_count",
    "open_count",
    "overdue_count",
    "extended_count",
    "due_soon_count",
    "closed_count",
    "on_the_spot_count",
    "notice_due_count",
    "notice_on_time_count",
    "timed_handled_count",
    "untimed_handled_count",
    "timely_handled_count",
    "late_handled_count",
    "statutory_handled_count",
    "statutory_timely_count",
    "internal_handled_count",
    "internal_timely_count",
    "substantive_handled_count",
    "repeated_count",
    "fast_handled_count",
    "fast_timely_count",
    "follow_up_due_count",
    "followed_up_count",
    "satisfied_count",
    "basically_satisfied_count",
    "unsatisfied_count",
    "service_satisfied_count",
    "service_basically_satisfied_count",
    "service_unsatisfied_count",
    "consultation_person_times",
    "clearing_opening_count",
    "finding_received_count",
    "assessed_count",
    "should_clear_count",
    "cleared_case_count",
    "cleared_person_count",
    "cleared_written_count",
    "cleared_face_to_face_count",
    "cleared_meeting_count",
    "cleared_circular_count",
    "kept_private_count",
    "clearing_dropped_count",
    "clearing_open_count",
    "clarification_revisited_count",
    "talk_planned_count",
    "care_talk_person_times",
    "care_talk_person_count",
    *_TALKS,
    "difficulty_count",
    "difficulty_done_count",
    "talk_revisited_count",
)
_LISTED = (
    "opening_count",
    "accepted_count",
    "handled_count",
    *_OUTCOMES[:4],
    "other_exit_count",
    "open_count",
    "overdue_count",
)
_BY_UNIT = (
    "opening_count",
    "handled_count",
    "other_exit_count",
    "open_count",
    "overdue_count",
    "timely_handled_count",
)
_UNIT_FLOWS = (
    "passed_in_count",
    "passed_in_co_count",
    "passed_out_count",
    "signed_on_time_count",
    "objected_count",
)


def _values(told: PeriodFigures) -> dict[Place, int]:
    values: dict[Place, int] = {(name, "", ""): told[name] for name in _TOTALS}
    for dimension, rows in (("category", told.by_category), ("channel", told.by_channel)):
        for key, row in rows.items():
            for name in _LISTED:
                values[name, dimension, key] = row[name]
            values["handled_unstated_count", dimension, key] = row["handled_count"] - sum(
                row[name] for name in _OUTCOMES[:4]
            )
    for unit in told.by_unit:
        key = str(unit.unit_id or WAITING)
        for name in (*_BY_UNIT, *_UNIT_FLOWS):
            values[name, "unit", key] = unit[name]
        if unit.unit_id is None:
            # The table prints what was accepted and what came back as one number.
            values["passed_in_count", "unit", key] = (
                unit["passed_in_count"] + unit["accepted_count"]
            )
    for name in _UNIT_FLOWS:
        values[name, "unit", "total"] = sum(
            values[name, "unit", str(unit.unit_id or WAITING)] for unit in told.by_unit
        )
    return values


def _relations(told: PeriodFigures) -> list[Relation]:
    found: list[Relation] = [
        (
            (1, ("screening_opening_count", "", "")),
            (1, ("received_count", "", "")),
            *((-1, (name, "", "")) for name in _SCREENED),
        ),
        _balance("", ""),
        _whole("handled_count", _OUTCOMES),
        _whole("handled_count", ("timed_handled_count", "untimed_handled_count")),
        _whole(
            "handled_count",
            ("substantive_handled_count", "handled_withdrawn_count", "handled_unstated_count"),
        ),
        _whole("timed_handled_count", ("timely_handled_count", "late_handled_count")),
        _whole("timed_handled_count", ("statutory_handled_count", "internal_handled_count")),
        _whole("timely_handled_count", ("statutory_timely_count", "internal_timely_count")),
        _whole("care_talk_person_times", _TALKS),
        (
            (1, ("clearing_opening_count", "", "")),
            (1, ("should_clear_count", "", "")),
            (-1, ("cleared_case_count", "", "")),
            (-1, ("kept_private_count", "", "")),
            (-1, ("clearing_dropped_count", "", "")),
            (-1, ("clearing_open_count", "", "")),
        ),
    ]
    for dimension, rows in (("category", told.by_category), ("channel", told.by_channel)):
        for key in rows:
            found.append(_balance(dimension, key))
            found.append(
                adds_up(
                    ("handled_count", dimension, key),
                    ((name, dimension, key) for name in _OUTCOMES),
                )
            )
        found += [
            adds_up((name, "", ""), ((name, dimension, key) for key in rows))
            for name in (*_LISTED, "handled_unstated_count")
        ]
    return found + _unit_relations(told)


def _unit_relations(told: PeriodFigures) -> list[Relation]:
    keys = [str(unit.unit_id or WAITING) for unit in told.by_unit]
    found: list[Relation] = [
        (
            (1, ("opening_count", "unit", key)),
            (1, ("passed_in_count", "unit", key)),
            *(
                (-1, (name, "unit", key))
                for name in (
                    "passed_out_count",
                    "handled_count",
                    "other_exit_count",
                    "open_count",
                )
            ),
        )
        for key in keys
    ]
    found += [adds_up((name, "", ""), ((name, "unit", key) for key in keys)) for name in _BY_UNIT]
    found += [
        adds_up((name, "unit", "total"), ((name, "unit", key) for key in keys))
        for name in _UNIT_FLOWS
    ]
    return found


def _whole(whole: str, parts: Iterable[str]) -> Relation:
    return adds_up((whole, "", ""), ((part, "", "") for part in parts))


def _balance(dimension: str, key: str) -> Relation:
    return (
        (1, ("opening_count", dimension, key)),
        (1, ("accepted_count", dimension, key)),
        (-1, ("handled_count", dimension, key)),
        (-1, ("other_exit_count", dimension, key)),
        (-1, ("open_count", dimension, key)),
    )


_PRINTED_OF_YEAR = ("accepted_count", "handled_count")
"""What the lists print of the year so far; of other periods they print nothing."""

_SAME_AT_END = (
    "open_count",
    "screening_count",
    "overdue_count",
    "extended_count",
    "due_soon_count",
    "clearing_open_count",
)
_CARRIED_OVER = (
    ("open_count", "opening_count"),
    ("screening_count", "screening_opening_count"),
    ("clearing_open_count", "clearing_opening_count"),
)


def hidden_places(told: PeriodFigures) -> frozenset[Place]:
    """Return what the report of a period hides of its own figures."""
    values: dict[Key, int] = {place: value for place, value in _values(told).items()}  # noqa: C416
    return frozenset(hide(values, _relations(told)))  # type: ignore[arg-type]


def hidden_figures(
    figures: MonthFigures, earlier: Iterable[frozenset[Place]] = ()
) -> frozenset[tuple[str, str, str, str]]:
    """Return what the 通报版 of a month hides: period, measure, dimension, value.

    Args:
        figures: The month.
        earlier: What the months of the year before it hid, each.
    """
    values: dict[Key, int] = {}
    relations: list[Relation] = []
    for name in PERIODS:
        told = figures.period(name)
        is_printed = _printed(name)
        found = {place: value for place, value in _values(told).items() if is_printed(place)}
        values |= {(name, *place): value for place, value in found.items()}
        relations += [
            tuple((sign, (name, *_place(key))) for sign, key in relation)
            for relation in _relations(told)
            if all(key in found for _, key in relation)
        ]
    relations += _between_periods()
    before = frozenset[Place]().union(*earlier, hidden_places(figures.current))
    also = [("year_to_date", *place) for place in before if _is_flow(place)]
    return frozenset(hide(values, relations, also=also))  # type: ignore[arg-type]


def _place(key: Key) -> Place:
    assert isinstance(key, tuple)
    figure, dimension, value = key
    return str(figure), str(dimension), str(value)


def _printed(period: str) -> Callable[[Place], bool]:
    def is_printed(place: Place) -> bool:
        figure, dimension, _ = place
        if not dimension or period == "current":
            return True
        listed = dimension in ("category", "channel") and figure in _PRINTED_OF_YEAR
        return period == "year_to_date" and listed

    return is_printed


def _is_flow(place: Place) -> bool:
    """Return whether a year's figure grows by each month's, so that two reports tell it."""
    return not any(place[0] == figure for pair in _CARRIED_OVER for figure in pair) and (
        place[0] not in _SAME_AT_END
    )


def _between_periods() -> list[Relation]:
    """Return what is the same figure twice: the end of one period and the start of the next."""
    found: list[Relation] = [
        ((1, ("previous", end, "", "")), (-1, ("current", start, "", "")))
        for end, start in _CARRIED_OVER
    ]
    for month, year in (("current", "year_to_date"), ("last_year", "last_year_to_date")):
        found += [
            ((1, (month, figure, "", "")), (-1, (year, figure, "", ""))) for figure in _SAME_AT_END
        ]
    return found


def hider(hidden: frozenset[tuple[str, str, str, str]]) -> Hides:
    """Return the question whether a cell is hidden."""

    def hides(period: str, figure: str, dimension: str, value: str) -> bool:
        return (period, figure, dimension, value) in hidden

    return hides
