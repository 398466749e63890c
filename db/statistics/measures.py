"""Every measure of the center, defined once (pure): SETTLED §3, DOMAIN §8.2, OFFICE §6.

A measure is counted from facts (`kinds`, with `outcomes` or `terms`), is a stock (what flowed in
less what flowed out since the beginning), a sum of others, a share of others, or is read off
running deadlines. Names and definitions in words are in `resources/statistics/measures.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

APPEAL = "ordinary_appeal"
CLARIFICATION = "clarification"
TALK = "care_talk"
CONSULTATION = "consultation"
IMPACT = "impact"
TOLERANCE = "error_tolerance"


class CountUnit(StrEnum):
    """What is counted; printed beside every figure."""

    CASES = "case"
    """件"""
    PERSONS = "person"
    """人"""
    PERSON_TIMES = "person_time"
    """人次"""
    ITEMS = "item"
    """个"""
    SHARE = "share"
    """%, from 0 to 1"""


class How(StrEnum):
    """How facts become a number."""

    AMOUNTS = "amounts"
    """Sum of their amounts."""
    FACTS = "facts"
    """Number of facts, whatever their amount."""
    PERSONS = "persons"
    """Distinct persons; a case without a person counts as one."""


class Edge(StrEnum):
    """At which end of a period a stock is told."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    Attributes:
        identifier: Key in JSON, reports and lists.
        unit: What it counts.
        track: Kind of the cases that its list opens.
        decides: The date that decides the month, by its name in the record.
        kinds: Facts that are counted.
        outcomes: Only facts with one of these outcomes; None for all.
        terms: Only answers with one of these verdicts on their term.
        how: How facts are added up.
        edge: For a stock, at which end.
        inflow: For a stock, kinds that enter.
        outflow: For a stock, kinds that leave.
        parts: For a sum, the measures added.
        less: For a sum, the measures taken off.
        numerator: For a share, the measures above the line.
        denominator: For a share, the measures below it.
        from_clocks: Read off the deadlines running at the end of the period.
    """

    identifier: str
    unit: CountUnit
    track: str
    decides: str
    kinds: tuple[str, ...] = ()
    outcomes: tuple[str, ...] | None = None
    terms: tuple[str, ...] | None = None
    how: How = How.AMOUNTS
    edge: Edge | None = None
    inflow: tuple[str, ...] = ()
    outflow: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    from_clocks: bool = False

    @property
    def is_rate(self) -> bool:
        """Return whether it is a share from 0 to 1, or None over 0."""
        return self.unit is CountUnit.SHARE


OPEN_IN = ("accepted",)
OPEN_OUT = ("handled", "other_exit")
SCREENING_IN = ("received",)
SCREENING_OUT = (
    "accepted",
    "redirected",
    "not_accepted",
    "merged",
    "moved_out",
    "withdrawn_before",
    "imported_open",
)
FOLLOW_UP_IN = ("follow_up_due",)
FOLLOW_UP_OUT = ("followed_up",)
IMPORTED_IN = ("imported_open",)
CLEARING_IN = ("should_clear",)
CLEARING_OUT = ("cleared", "kept_private", "clearing_dropped")
"""`clearing_dropped` is derived: what ends a matter that was assessed as 应予澄清 otherwise."""

CLEARING_ENDS = ("not_cleared", "withdrawn")

COMPLETION_RULES = ("ordinary_completion", "internal_completion")
"""办理期限, the only term that makes an open appeal overdue in the statistics."""

STATUTORY = ("statutory_on_time", "statutory_late")
INTERNAL = ("internal_on_time", "internal_late")
SATISFIED = ("satisfied", "basically_satisfied")
RATED = (*SATISFIED, "unsatisfied")

_CASES, _SHARE = CountUnit.CASES, CountUnit.SHARE


def _count(
    identifier: str,
    *kinds: str,
    decides: str,
    outcomes: tuple[str, ...] | None = None,
    terms: tuple[str, ...] | None = None,
    track: str = APPEAL,
    unit: CountUnit = _CASES,
    how: How = How.AMOUNTS,
) -> Measure:
    return Measure(
        identifier,
        unit,
        track,
        decides,
        kinds=kinds,
        outcomes=outcomes,
        terms=terms,
        how=how,
    )


def _stock(
    identifier: str,
    edge: Edge,
    inflow: tuple[str, ...],
    outflow: tuple[str, ...],
    *,
    track: str = APPEAL,
) -> Measure:
    return Measure(
        identifier,
        _CASES,
        track,
        "period_start" if edge is Edge.START else "period_end",
        edge=edge,
        inflow=inflow,
        outflow=outflow,
    )


def _sum(
    identifier: str,
    *parts: str,
    decides: str,
    less: tuple[str, ...] = (),
    track: str = APPEAL,
) -> Measure:
    return Measure(identifier, _CASES, track, decides, parts=parts, less=less)


def _rate(
    identifier: str,
    numerator: tuple[str, ...],
    denominator: tuple[str, ...],
    *,
    decides: str,
    track: str = APPEAL,
) -> Measure:
    return Measure(identifier, _SHARE, track, decides, numerator=numerator, denominator=denominator)


def _from_clocks(identifier: str) -> Measure:
    return Measure(identifier, _CASES, APPEAL, "period_end", from_clocks=True)


def _appeals() -> tuple[Measure, ...]:
    return (
        _count("received_count", "received", decides="received_on"),
        _count("accepted_count", "accepted", decides="accepted_on"),
        _count("redirected_count", "redirected", decides="decided_on"),
        _count("not_accepted_count", "not_accepted", decides="decided_on"),
        _count("merged_count", "merged", decides="decided_on"),
        _count("moved_out_count", "moved_out", decides="decided_on"),
        _count("withdrawn_before_count", "withdrawn_before", decides="withdrawn_on"),
        _count("imported_open_count", "imported_open", decides="received_on"),
        _stock("screening_opening_count", Edge.START, SCREENING_IN, SCREENING_OUT),
        _stock("screening_count", Edge.END, SCREENING_IN, SCREENING_OUT),
        _stock("opening_count", Edge.START, OPEN_IN, OPEN_OUT),
        _count("handled_count", "handled", decides="issued_on"),
        *(
            _count(f"handled_{name}_count", "handled", decides="issued_on", outcomes=(name,))
            for name in ("supported", "explained", "not_supported", "withdrawn")
        ),
        _sum(
            "handled_unstated_count",
            "handled_count",
            less=(
                "handled_supported_count",
                "handled_explained_count",
                "handled_not_supported_count",
                "handled_withdrawn_count",
            ),
            decides="issued_on",
        ),
        _count("other_exit_count", "other_exit", decides="decided_on"),
        _stock("open_count", Edge.END, OPEN_IN, OPEN_OUT),
        _from_clocks("overdue_count"),
        _from_clocks("extended_count"),
        _from_clocks("due_soon_count"),
        _stock("imported_open_total", Edge.END, IMPORTED_IN, ()),
        _count("closed_count", "closed", decides="closed_on"),
        _count("on_the_spot_count", "on_the_spot", decides="received_on"),
        _count("notice_on_time_count", "notice_on_time", decides="accepted_on"),
        _count("notice_due_count", "notice_on_time", "notice_late", decides="accepted_on"),
        _count("repeated_count", "repeated", decides="received_on"),
        _count("fast_handled_count", "fast_on_time", "fast_late", decides="issued_on"),
        _count("fast_timely_count", "fast_on_time", decides="issued_on"),
    )


def _answers() -> tuple[Measure, ...]:
    return (
        _count(
            "timed_handled_count", "handled", decides="issued_on", terms=(*STATUTORY, *INTERNAL)
        ),
        _count(
            "timely_handled_count",
            "handled",
            decides="issued_on",
            terms=("statutory_on_time", "internal_on_time"),
        ),
        _count("statutory_handled_count", "handled", decides="issued_on", terms=STATUTORY),
        _count(
            "statutory_timely_count", "handled", decides="issued_on", terms=("statutory_on_time",)
        ),
        _count("internal_handled_count", "handled", decides="issued_on", terms=INTERNAL),
        _count(
            "internal_timely_count", "handled", decides="issued_on", terms=("internal_on_time",)
        ),
        _sum(
            "untimed_handled_count",
            "handled_count",
            less=("timed_handled_count",),
            decides="issued_on",
        ),
        _sum(
            "late_handled_count",
            "timed_handled_count",
            less=("timely_handled_count",),
            decides="issued_on",
        ),
        _sum(
            "substantive_handled_count",
            "handled_supported_count",
            "handled_explained_count",
            "handled_not_supported_count",
            decides="issued_on",
        ),
        _stock("follow_up_opening_count", Edge.START, FOLLOW_UP_IN, FOLLOW_UP_OUT),
        _count("follow_up_planned_count", "follow_up_due", decides="follow_up_planned_on"),
        _sum(
            "follow_up_due_count",
            "follow_up_opening_count",
            "follow_up_planned_count",
            decides="follow_up_planned_on",
        ),
        _count("followed_up_count", "followed_up", decides="followed_up_on"),
        *(
            _count(f"{name}_count", "followed_up", decides="followed_up_on", outcomes=(name,))
            for name in RATED
        ),
        *(
            _count(
                f"service_{name}_count", "service_rated", decides="followed_up_on", outcomes=(name,)
            )
            for name in RATED
        ),
    )


def _clarifications() -> tuple[Measure, ...]:
    track = CLARIFICATION
    return (
        _count("clarification_applied_count", "applied", decides="applied_on", track=track),
        _count(
            "finding_received_count", "finding_received", decides="finding_received_on", track=track
        ),
        _count("assessed_count", "assessed", decides="assessed_on", track=track),
        _count("should_clear_count", "should_clear", decides="assessed_on", track=track),
        _stock("clearing_opening_count", Edge.START, CLEARING_IN, CLEARING_OUT, track=track),
        _count("cleared_case_count", "cleared", decides="carried_out_on", track=track),
        _count(
            "cleared_person_count",
            "cleared",
            decides="carried_out_on",
            track=track,
            unit=CountUnit.PERSONS,
            how=How.PERSONS,
        ),
        *(
            _count(
                f"cleared_{mode}_count",
                "cleared",
                decides="carried_out_on",
                track=track,
                outcomes=(mode,),
            )
            for mode in ("written", "face_to_face", "meeting", "circular", "media")
        ),
        _count("kept_private_count", "kept_private", decides="told_on", track=track),
        _count("clearing_dropped_count", "clearing_dropped", decides="decided_on", track=track),
        _stock("clearing_open_count", Edge.END, CLEARING_IN, CLEARING_OUT, track=track),
        _count("not_cleared_count", "not_cleared", decides="decided_on", track=track),
        _count("clarification_withdrawn_count", "withdrawn", decides="withdrawn_on", track=track),
        _count("clarification_revisited_count", "revisited", decides="revisited_on", track=track),
    )


KEY_MOMENTS = ("position_change", "award", "assessment", "setback")
"""重要节点谈话."""

HEART_TO_HEART = ("mood", "public_report", "request", "ordinary")
"""谈心谈话: talks planned by hand, never told apart (SETTLED §9.4)."""


def _talks() -> tuple[Measure, ...]:
    held = {"decides": "held_on", "track": TALK}
    times = CountUnit.PERSON_TIMES
    groups = {
        "key_moment": KEY_MOMENTS,
        "after_appeal": ("after_appeal",),
        "after_clarification": ("after_clarification",),
        "after_punishment": ("after_punishment",),
        "heart_to_heart": HEART_TO_HEART,
    }
    return (
        _count("talk_planned_count", "talk_planned", decides="planned_on", track=TALK),
        _count("care_talk_count", "talk_held", how=How.FACTS, **held),  # type: ignore[arg-type]
        _count("care_talk_person_times", "talk_held", unit=times, **held),  # type: ignore[arg-type]
        _count(
            "care_talk_person_count",
            "talk_held",
            unit=CountUnit.PERSONS,
            how=How.PERSONS,
            **held,  # type: ignore[arg-type]
        ),
        *(
            _count(
                f"talk_{name}_person_times",
                "talk_held",
                unit=times,
                outcomes=triggers,
                **held,  # type: ignore[arg-type]
            )
            for name, triggers in groups.items()
        ),
        _count(
            "difficulty_count",
            "difficulty_listed",
            decides="held_on",
            track=TALK,
            unit=CountUnit.ITEMS,
        ),
        _count(
            "difficulty_done_count",
            "difficulty_solved",
            decides="done_on",
            track=TALK,
            unit=CountUnit.ITEMS,
        ),
        _count("talk_revisited_count", "talk_revisited", decides="revisited_on", track=TALK),
        _count(
            "consultation_person_times",
            "consultation",
            decides="happened_on",
            track=CONSULTATION,
            unit=times,
        ),
    )


IMPACT_IN = ("impact_entered",)
IMPACT_OUT = ("impact_ended", "impact_lifted")
HELPED_IN = ("impact_helper_named",)
HELPED_OUT = ("impact_helper_ended",)


def _impacts() -> tuple[Measure, ...]:
    persons = CountUnit.PERSONS
    return (
        Measure(
            "impact_person_count",
            persons,
            IMPACT,
            "period_end",
            edge=Edge.END,
            inflow=IMPACT_IN,
            outflow=IMPACT_OUT,
        ),
        Measure(
            "impact_helped_count",
            persons,
            IMPACT,
            "period_end",
            edge=Edge.END,
            inflow=HELPED_IN,
            outflow=HELPED_OUT,
        ),
        _count("impact_ended_count", "impact_ended", decides="ends_on", track=IMPACT, unit=persons),
        _count(
            "impact_reviewed_count",
            "impact_reviewed",
            decides="reviewed_on",
            track=IMPACT,
            unit=persons,
            how=How.PERSONS,
        ),
        _count(
            "impact_reappointed_count",
            "impact_reappointed",
            decides="reappointed_on",
            track=IMPACT,
            unit=persons,
        ),
    )


TRACKED_IN = ("tolerance_tracked",)
TRACKED_OUT = ("tolerance_tracking_ended",)


def _tolerances() -> tuple[Measure, ...]:
    track = TOLERANCE
    return (
        _count("tolerance_applied_count", "tolerance_applied", decides="applied_on", track=track),
        _count(
            "tolerance_accepted_count", "tolerance_accepted", decides="accepted_on", track=track
        ),
        *(
            measure
            for result in ("exempted", "mitigated")
            for measure in (
                _count(
                    f"tolerance_{result}_count",
                    "tolerance_determined",
                    decides="determined_on",
                    outcomes=(result,),
                    track=track,
                ),
                _count(
                    f"tolerance_{result}_person_count",
                    "tolerance_determined",
                    decides="determined_on",
                    outcomes=(result,),
                    track=track,
                    unit=CountUnit.PERSONS,
                    how=How.PERSONS,
                ),
            )
        ),
        _count(
            "tolerance_refused_count",
            "tolerance_determined",
            decides="determined_on",
            outcomes=("not_tolerated",),
            track=track,
        ),
        _stock("tolerance_tracking_count", Edge.END, TRACKED_IN, TRACKED_OUT, track=track),
    )


def _rates() -> tuple[Measure, ...]:
    return (
        _rate(
            "handling_rate",
            ("handled_count",),
            ("opening_count", "accepted_count"),
            decides="issued_on",
        ),
        _rate(
            "timely_completion_rate",
            ("timely_handled_count",),
            ("timed_handled_count",),
            decides="issued_on",
        ),
        _rate(
            "statutory_timely_rate",
            ("statutory_timely_count",),
            ("statutory_handled_count",),
            decides="issued_on",
        ),
        _rate(
            "internal_timely_rate",
            ("internal_timely_count",),
            ("internal_handled_count",),
            decides="issued_on",
        ),
        _rate(
            "timely_notice_rate",
            ("notice_on_time_count",),
            ("notice_due_count",),
            decides="accepted_on",
        ),
        _rate(
            "substantive_rate",
            ("substantive_handled_count",),
            ("handled_count",),
            decides="issued_on",
        ),
        _rate("repeat_rate", ("repeated_count",), ("received_count",), decides="received_on"),
        _rate(
            "follow_up_rate",
            ("followed_up_count",),
            ("follow_up_due_count",),
            decides="followed_up_on",
        ),
        _rate(
            "satisfaction_rate",
            tuple(f"{name}_count" for name in SATISFIED),
            tuple(f"{name}_count" for name in RATED),
            decides="followed_up_on",
        ),
        _rate(
            "service_satisfaction_rate",
            tuple(f"service_{name}_count" for name in SATISFIED),
            tuple(f"service_{name}_count" for name in RATED),
            decides="followed_up_on",
        ),
        _rate(
            "clearing_rate",
            ("cleared_case_count", "kept_private_count"),
            ("clearing_opening_count", "should_clear_count"),
            decides="carried_out_on",
            track=CLARIFICATION,
        ),
        _rate(
            "assessment_rate",
            ("assessed_count",),
            ("finding_received_count",),
            decides="assessed_on",
            track=CLARIFICATION,
        ),
    )


MEASURES: tuple[Measure, ...] = (
    *_appeals(),
    *_answers(),
    *_clarifications(),
    *_talks(),
    *_impacts(),
    *_tolerances(),
    *_rates(),
)
BY_IDENTIFIER: Mapping[str, Measure] = MappingProxyType({m.identifier: m for m in MEASURES})

YEAR_RATES = frozenset({"handling_rate"})
"""Shares that are told for the year so far even in a month's own column (SETTLED §3)."""

KIND_TRACKS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *SCREENING_IN,
                *SCREENING_OUT,
                *OPEN_OUT,
                *FOLLOW_UP_IN,
                *FOLLOW_UP_OUT,
                "closed",
                "on_the_spot",
                "notice_on_time",
                "notice_late",
                "fast_on_time",
                "fast_late",
                "repeated",
                "service_rated",
                "passed_in",
                "passed_in_co",
                "passed_out",
                "signed_on_time",
                "signed_late",
                "objected",
            ),
            APPEAL,
        ),
        **{kind: m.track for m in (*_clarifications(), *_talks()) for kind in m.kinds},
        **dict.fromkeys(
            (*IMPACT_IN, *IMPACT_OUT, *HELPED_IN, *HELPED_OUT, "impact_reviewed"), IMPACT
        ),
        "impact_reappointed": IMPACT,
        **{kind: TOLERANCE for m in _tolerances() for kind in m.kinds},
        **dict.fromkeys((*TRACKED_IN, *TRACKED_OUT), TOLERANCE),
    }
)
"""To which track a kind of fact belongs; the counting index does not hold the track."""


DIMENSION_FLOWS = (
    ("received_count", "received"),
    ("accepted_count", "accepted"),
    ("handled_count", "handled"),
    ("handled_supported_count", "handled:supported"),
    ("handled_explained_count", "handled:explained"),
    ("handled_not_supported_count", "handled:not_supported"),
    ("handled_withdrawn_count", "handled:withdrawn"),
    ("other_exit_count", "other_exit"),
    ("redirected_count", "redirected"),
    ("not_accepted_count", "not_accepted"),
    ("merged_count", "merged"),
    ("moved_out_count", "moved_out"),
    ("withdrawn_before_count", "withdrawn_before"),
    ("imported_open_count", "imported_open"),
)
"""Counts told by category and channel, with the kind, or kind and outcome, that each sums."""


def ratio(above: int, below: int) -> float | None:
    """Return a share, None where nothing was to be shared ("—", never 0 % or 100 %)."""
    return above / below if below else None


def work_out(values: dict[str, int]) -> None:
    """Add the sums of other measures to counted values."""
    for measure in MEASURES:
        if measure.parts:
            values[measure.identifier] = sum(values[name] for name in measure.parts) - sum(
                values[name] for name in measure.less
            )


def rate_of(measure: Measure, values: Mapping[str, int]) -> float | None:
    """Return a share from counted values."""
    return ratio(
        sum(values[name] for name in measure.numerator),
        sum(values[name] for name in measure.denominator),
    )
