"""The invented month of the office's own example, as facts: they add up."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

Fact = dict[str, Any]

CHANNELS = (
    ("window",) * 21
    + ("phone",) * 9
    + ("letter",) * 6
    + ("transferred",) * 5
    + ("online",) * 3
    + ("leader_visit",) * 2
)
CATEGORIES = (
    ("treatment",) * 12
    + ("position_transfer",) * 9
    + ("clarification",) * 6
    + ("assessment",) * 5
    + ("family_difficulty",) * 5
    + ("health_psych",) * 4
    + ("work_condition",) * 3
    + ("other",) * 2
)
OUTCOMES = ("supported",) * 19 + ("explained",) * 19 + ("not_supported",) * 4 + ("withdrawn",) * 2


def fact(kind: str, case: int, on: date, **rest: Any) -> Fact:
    return {"kind": kind, "case_id": case, "happened_on": on, "track": "ordinary_appeal", **rest}


def _matter(case: int, on: date, **rest: Any) -> Iterator[Fact]:
    yield fact("received", case, on, **rest)
    yield fact("accepted", case, on, **rest)


def facts() -> list[Fact]:
    return [*_last_year(), *_this_year(), *_october(), *_tracks()]


def _last_year() -> Iterator[Fact]:
    # 397 accepted from January to October, 39 of them in October; two stay open over the year.
    place = {"category": "treatment", "channel": "window", "unit_id": None}
    for case in range(397):
        on = date(2025, 10, 10) if case < 39 else date(2025, 1, 1) + timedelta(days=case % 270)
        yield from _matter(10_000 + case, on, **place)
        if case >= 2:
            yield fact(
                "handled", 10_000 + case, on + timedelta(days=20), outcome="explained", **place
            )


def _this_year() -> Iterator[Fact]:
    # 382 accepted before October, 41 of them in September (8 on pay); nine are open at its end.
    for case in range(382):
        on = date(2026, 9, 10) if case < 41 else date(2026, 1, 5) + timedelta(days=case % 230)
        paid = case >= 41 or case < 8
        place = {"category": "treatment" if paid else "other", "channel": "window"}
        yield from _matter(20_000 + case, on, **place)
        if case >= 7:
            yield fact(
                "handled", 20_000 + case, on + timedelta(days=5), outcome="explained", **place
            )


def _october() -> Iterator[Fact]:
    on = date(2026, 10, 12)
    for case in range(46):
        yield from _matter(case + 1, on, channel=CHANNELS[case], category=CATEGORIES[case])
    for case in range(5):
        yield fact("received", 100 + case, on, channel="letter", category="personnel_decision")
        yield fact("redirected", 100 + case, on, channel="letter", category="personnel_decision")
    for case in range(2):
        yield fact("received", 200 + case, on, channel="letter", category="treatment")
        yield fact("merged", 200 + case, on, channel="letter", category="treatment")
    end = date(2026, 10, 28)
    for case in range(44):
        term = "internal_on_time" if case < 30 else "internal_late" if case == 30 else None
        yield fact(
            "handled",
            case + 1,
            end,
            outcome=OUTCOMES[case],
            on_time=term,
            days=16,
            channel=CHANNELS[case],
            category=CATEGORIES[case],
        )
    for case in range(8):
        yield fact("on_the_spot", case + 1, on)
    rated = ("satisfied",) * 29 + ("basically_satisfied",) * 8 + ("unsatisfied",)
    for case, outcome in enumerate(rated):
        yield fact("follow_up_due", case + 1, end)
        yield fact("followed_up", case + 1, end, outcome=outcome)
        yield fact("service_rated", case + 1, end, outcome="satisfied")


def _tracks() -> Iterator[Fact]:
    on = date(2026, 10, 20)
    yield fact("consultation", 1, on, track="consultation", amount=17)
    for case in range(5):
        for kind in ("finding_received", "assessed", "should_clear"):
            yield fact(kind, case + 1, on, track="clarification", person_id=case + 1)
    modes = ("face_to_face,written", "face_to_face,written", "meeting,written", "written")
    for case, mode in enumerate(modes):
        yield fact("cleared", case + 1, on, track="clarification", outcome=mode, person_id=case + 1)
    yield fact("kept_private", 5, on, track="clarification", person_id=5)
    talks = (("after_appeal", 19), ("after_clarification", 4), ("position_change", 8))
    for case, (trigger, times) in enumerate(talks):
        yield fact("talk_held", case + 1, on, track="care_talk", outcome=trigger, amount=times)
    yield fact("talk_held", 50, date(2026, 5, 6), track="care_talk", outcome="setback", amount=266)
    yield fact("difficulty_listed", 1, on, track="care_talk", amount=14)
    yield fact("difficulty_solved", 1, on, track="care_talk", amount=11)
