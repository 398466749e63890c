"""Balances hold whatever happened: random histories of matters as facts."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.statistics.balance import check_balance

UNITS = ("hr", "petition", "organization", "discipline")
CATEGORIES = ("treatment", "health_psych", "family_difficulty")
CHANNELS = ("window", "letter")

matters = st.fixed_dictionaries(
    {
        "received": st.integers(0, 320),
        "category": st.sampled_from(CATEGORIES),
        "channel": st.sampled_from(CHANNELS),
        "imported": st.sampled_from(["no", "no", "no", "open", "adopted", "answered"]),
        "screened": st.sampled_from(
            ["stays", "accepted", "accepted", "accepted", "redirected", "not_accepted", "merged",
             "moved_out", "withdrawn_before"]
        ),
        "gaps": st.lists(st.integers(0, 60), min_size=6, max_size=6),
        "units": st.lists(st.sampled_from(UNITS), min_size=0, max_size=3),
        "returned": st.booleans(),
        "end": st.sampled_from(
            ["open", "answered", "answered", "withdrawn", "redirected", "merged", "moved_out"]
        ),
        "recategorised": st.booleans(),
    }
)  # fmt: skip


def facts_of(case, matter):
    """Yield the facts of a matter in their order."""
    on = date(2025, 10, 1) + timedelta(days=matter["received"])
    place = {"category": matter["category"], "channel": matter["channel"]}
    gaps = iter(matter["gaps"])

    def later():
        nonlocal on
        on += timedelta(days=next(gaps, 1))
        return on

    yield "received", on, place
    if matter["imported"] == "answered":
        yield "accepted", on, {**place, "unit": "hr"}
        yield "handled", later(), {**place, "unit": "hr"}
        return
    if matter["imported"] in ("open", "adopted"):
        yield "imported_open", on, place
        if matter["imported"] == "open":
            return
        later()
        yield "accepted", on, {**place, "unit": "hr"}
        yield "imported_open", on, {**place, "amount": -1, "unit": "hr"}
    elif matter["screened"] != "accepted":
        if matter["screened"] != "stays":
            yield matter["screened"], later(), place
        return
    else:
        yield "accepted", later(), place
    unit = None
    for name in matter["units"]:
        if unit is not None:
            yield "passed_out", on, {**place, "unit": unit}
        unit = name
        yield "passed_in", later(), {**place, "unit": unit}
    if unit is not None and matter["returned"]:
        yield "passed_out", later(), {**place, "unit": unit}
        unit = None
    if matter["end"] == "answered":
        yield "handled", later(), {**place, "unit": unit, "outcome": "explained"}
    elif matter["end"] == "withdrawn":
        yield "handled", later(), {**place, "unit": unit, "outcome": "withdrawn"}
    elif matter["end"] != "open":
        yield "other_exit", later(), {**place, "unit": unit, "outcome": matter["end"]}


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(matters, min_size=1, max_size=12))
def test_every_table_foots_in_every_month(new_desk, histories):
    desk = new_desk()
    for case, matter in enumerate(histories, start=1):
        told = list(facts_of(case, matter))
        for kind, on, rest in told:
            desk.mark(kind, case, on, **rest)
        if matter["recategorised"]:
            desk.revoke(case)
            for kind, on, rest in told:
                desk.mark(kind, case, on, **{**rest, "category": "other"})
    for month in ("2025-12", "2026-03", "2026-08", "2026-10"):
        figures = desk.month(month)
        assert check_balance(figures) == []
        held = sum(unit["open_count"] for unit in figures.current.by_unit)
        assert held == figures.current["open_count"]
