"""Impact periods of punishments: last days, leap years, several punishments, unknown lengths."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes.code_lists import codes
from db.codes.impact import (
    ImpactNote,
    ImpactPeriod,
    ImpactStart,
    ImpactSystem,
    Punishment,
    impact_period,
)
from db.codes.impact_rules import impact_rules
from db.core.errors import RefusedError

RULES = impact_rules()


def period(*found: Punishment) -> ImpactPeriod:
    return impact_period(found, RULES)


def one(kind: str, day: str, **more: object) -> Punishment:
    return Punishment(kind, date.fromisoformat(day), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "day", "last"),
    [
        ("government_warning", "2025-03-05", "2025-09-05"),
        ("government_warning", "2025-08-31", "2026-02-28"),
        ("government_warning", "2023-08-31", "2024-02-29"),
        ("government_demerit", "2024-02-29", "2025-02-28"),
        ("government_demerit", "2025-12-31", "2026-12-31"),
        ("government_major_demerit", "2025-08-31", "2027-02-28"),
        ("government_major_demerit", "2026-08-31", "2028-02-29"),
        ("government_demotion", "2024-02-29", "2026-02-28"),
        ("government_removal", "2026-02-28", "2028-02-28"),
        ("institution_warning", "2025-10-31", "2026-04-30"),
        ("institution_demerit", "2025-10-31", "2026-10-31"),
        ("institution_lower_grade", "2025-10-31", "2027-10-31"),
        ("party_warning", "2024-02-29", "2025-02-28"),
        ("party_serious_warning", "2025-05-31", "2026-11-30"),
        ("party_post_removal", "2025-01-15", "2027-01-15"),
    ],
)
def test_a_single_punishment_ends_on_the_same_day_of_the_month_or_its_end(
    kind: str, day: str, last: str
) -> None:
    found = period(one(kind, day))
    assert found.ends_on == date.fromisoformat(last)
    assert found.notes == ()


def test_the_last_day_is_not_rolled_off_a_holiday() -> None:
    assert period(one("government_warning", "2025-04-04")).ends_on == date(2025, 10, 4)


def test_two_systems_give_the_later_last_day() -> None:
    found = period(one("government_warning", "2026-01-10"), one("party_warning", "2026-01-08"))
    assert found.ends_on == date(2027, 1, 8)
    assert found.review_from == date(2026, 12, 8)
    assert [span.system for span in found.spans] == [ImpactSystem.PARTY, ImpactSystem.GOVERNMENT]


def test_of_several_kinds_given_together_the_heaviest_is_carried_out() -> None:
    found = period(
        one("government_warning", "2026-03-31", decision="1号"),
        one("government_major_demerit", "2026-03-31", decision="1号"),
    )
    (span,) = found.spans
    assert (span.kind, span.ends_on) == ("government_major_demerit", date(2027, 9, 30))


def test_several_of_one_kind_stay_open_until_the_decision_is_read() -> None:
    twice = [one("government_removal", "2026-03-31")] * 2
    found = period(*twice)
    (span,) = found.spans
    assert (found.ends_on, found.known_until) == (None, None)
    assert (span.least_months, span.most_months) == (24, 48)
    assert found.notes == (ImpactNote.LENGTH_IN_DECISION,)
    fixed = period(one("government_removal", "2026-03-31", months=40), twice[1])
    assert fixed.ends_on == date(2029, 7, 31)


@pytest.mark.parametrize(
    ("kind", "count", "most"),
    [
        ("government_warning", 2, 12),
        ("government_demerit", 3, 36),
        ("government_major_demerit", 3, 48),
        ("government_removal", 5, 48),
    ],
)
def test_several_of_one_kind_never_pass_their_sum_nor_48_months(
    kind: str, count: int, most: int
) -> None:
    others = [one(kind, "2026-01-05", decision="1号")] * (count - 1)
    allowed = period(one(kind, "2026-01-05", decision="1号", months=most), *others)
    assert allowed.spans[0].months == most
    for months in (most + 1, RULES[kind].months or 0):
        longer = one(kind, "2026-01-05", decision="1号", months=months - (months <= most))
        with pytest.raises(RefusedError) as caught:
            period(longer, *others)
        assert caught.value.code == "impact_months_out_of_range"


def test_a_single_length_of_the_law_cannot_be_changed() -> None:
    with pytest.raises(RefusedError):
        period(one("government_warning", "2026-01-05", months=12))
    with pytest.raises(RefusedError):
        period(one("party_warning", "2026-01-05", months=24))


def test_a_second_decision_within_the_first_is_marked_for_a_look_at_the_paper() -> None:
    first = one("government_major_demerit", "2026-01-05", decision="1号")
    found = period(first, one("government_warning", "2026-06-05", decision="2号"))
    assert found.ends_on == date(2027, 7, 5), "the later last day of the two"
    assert found.notes == (ImpactNote.SEPARATE_DECISIONS,)
    as_decided = period(first, one("government_warning", "2026-06-05", decision="2号", months=20))
    assert as_decided.ends_on == date(2028, 2, 5)
    after = period(first, one("government_warning", "2027-08-05", decision="2号"))
    assert after.notes == ()


@pytest.mark.parametrize("kind", ["admonishment", "organization_measure"])
def test_an_unknown_length_leaves_the_last_day_blank(kind: str) -> None:
    found = period(one(kind, "2026-01-05"), one("government_warning", "2026-01-05"))
    assert found.ends_on is None
    assert found.known_until == date(2026, 7, 5)
    assert found.notes == (ImpactNote.LENGTH_UNKNOWN,)
    assert found.lasts_on(date(2026, 7, 5)) is True
    assert found.lasts_on(date(2026, 7, 6)) is None
    named = period(one(kind, "2026-01-05", months=6))
    assert named.ends_on == date(2026, 7, 5)


def test_probation_in_the_party_counts_from_the_restored_rights() -> None:
    assert RULES["party_probation"].starts is ImpactStart.RIGHTS_RESTORED
    waiting = period(Punishment("party_probation", None))
    assert (waiting.ends_on, waiting.notes) == (None, (ImpactNote.START_MISSING,))
    assert period(one("party_probation", "2026-02-28")).ends_on == date(2028, 2, 28)


def test_nobody_punished_has_no_period() -> None:
    found = period()
    assert (found.ends_on, found.spans, found.lasts_on(date(2026, 1, 1))) == (None, (), False)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        period(one("dismissal", "2026-01-05"))
    assert caught.value.code == "unknown_punishment"


def test_every_kind_of_the_list_has_its_rule_with_basis_start_and_confidence() -> None:
    assert {entry.value for entry in codes("punishment_kind")} == set(RULES)
    for rule in RULES.values():
        assert rule.basis_zh
        assert rule.basis_en
        if rule.system is ImpactSystem.PARTY:
            assert rule.starts is not ImpactStart.EFFECT
            assert rule.tag == "R"
            assert "第" not in rule.basis_zh, "a reported rule prints no article number"
        if rule.months is None:
            assert rule.system is ImpactSystem.OTHER


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(RULES)),
            st.dates(date(2015, 1, 1), date(2035, 12, 31)),
            st.sampled_from(["", "1号", "2号"]),
        ),
        max_size=5,
    )
)
def test_the_last_day_covers_every_span_and_no_order_matters(
    found: list[tuple[str, date, str]],
) -> None:
    given_ = [Punishment(kind, day, number) for kind, day, number in found]
    forward, backward = period(*given_), period(*reversed(given_))
    assert forward == backward
    for span in forward.spans:
        assert span.ends_on is None or (
            forward.known_until is not None and span.ends_on <= forward.known_until
        )
    assert (forward.ends_on is None) == (
        not forward.spans or any(span.ends_on is None for span in forward.spans)
    )
