"""Remedy windows: twelve kinds of persons × eight matters → body, last day, in time or not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes.code_lists import codes
from db.codes.deadlines import Unit
from db.codes.remedies import Limit, Remedies, RemedyFacts, person_kind, remedies, sentence
from db.codes.remedy_table import remedy_table
from db.codes.rules import shipped_rules
from db.codes.seed_calendar import seed_rows
from db.codes.working_days import Calendar
from db.core.errors import RefusedError

CALENDAR = Calendar.from_rows(seed_rows())
RULES = {(rule.identifier, rule.profile): rule for rule in shipped_rules()}
TABLE = remedy_table()
KNEW = date(2026, 3, 2)
"""Thirty days later is Wednesday 1 April, a month later Thursday 2 April: nothing rolls."""

JUST_KNOWN = RemedyFacts(knew_on=KNEW)

PERSONS = {
    "civil_servant": ("civil_servant", "county_managed"),
    "civil_servant_of_city": ("civil_servant", "city_managed"),
    "managed_as_civil_servant": ("managed_as_civil_servant", "unit_managed"),
    "institution_leader": ("institution_management", "county_managed"),
    "institution_management": ("institution_management", "unit_managed"),
    "institution_technical": ("institution_technical", "unit_managed"),
    "worker": ("worker", "unit_managed"),
    "state_enterprise": ("state_enterprise", "county_managed"),
    "village_community": ("village_community", "unit_managed"),
    "retired": ("retired", "county_managed"),
    "other": ("other", "unit_managed"),
    "vertical": ("civil_servant", "vertical"),
}
MATTERS = [
    "punishment",
    "removal_demotion",
    "assessment",
    "treatment",
    "dismissal",
    "party_punishment",
    "organization_measure",
    "supervision_punishment",
]

CIVIL = "original_organ 04-01, civil_service_authority 04-01, civil_service_authority, upper_organ"
CITY = (
    "original_organ 04-01, city_civil_service_authority 04-01, city_civil_service_authority,"
    " upper_organ"
)
STAFF = "original_organ 04-01, institution_authority, upper_organ"
COMMON = {
    "party_punishment": "party_organ any",
    "organization_measure": "measure_organ",
    "supervision_punishment": "supervision_organ 04-02, upper_supervision_organ",
}
FIVE = MATTERS[:5]
EXPECTED: dict[str, dict[str, str]] = {
    "civil_servant": dict.fromkeys(FIVE, CIVIL) | COMMON,
    "civil_servant_of_city": dict.fromkeys(FIVE, CITY) | COMMON,
    "managed_as_civil_servant": dict.fromkeys(FIVE, CIVIL) | COMMON,
    "institution_leader": dict.fromkeys(FIVE, "cadre_authority") | COMMON,
    "institution_management": dict.fromkeys(FIVE, STAFF)
    | {"dismissal": "arbitration, original_organ 04-01"}
    | COMMON,
    "institution_technical": dict.fromkeys(FIVE, STAFF)
    | {"dismissal": "arbitration, original_organ 04-01"}
    | COMMON,
    "worker": dict.fromkeys(FIVE, STAFF) | {"dismissal": "arbitration"} | COMMON,
    "state_enterprise": dict.fromkeys(FIVE, "enterprise_authority")
    | dict.fromkeys(("treatment", "dismissal"), "arbitration, enterprise_authority")
    | COMMON,
    "village_community": dict.fromkeys(FIVE, "center") | COMMON,
    "retired": dict.fromkeys(FIVE, "original_organ") | COMMON,
    "other": dict.fromkeys(FIVE, "original_organ") | COMMON,
    "vertical": dict.fromkeys(MATTERS, "vertical_authority"),
}


def ask(kind: str, matter: str, facts: RemedyFacts = JUST_KNOWN, today: date = KNEW) -> Remedies:
    category, administration = PERSONS[kind]
    return remedies(
        category,
        administration,
        matter,
        facts,
        table=TABLE,
        rules=RULES,
        calendar=CALENDAR,
        today=today,
    )


@pytest.mark.parametrize("matter", MATTERS)
@pytest.mark.parametrize("kind", PERSONS)
def test_every_kind_and_matter_has_its_bodies_and_last_days(kind: str, matter: str) -> None:
    found = ask(kind, matter)
    assert found.kind == kind
    told = []
    for path in found.paths:
        day = f" {path.last_day:%m-%d}" if path.last_day else ""
        told.append(path.body.key + (" any" if path.limit is Limit.NONE else day))
    assert ", ".join(told) == EXPECTED[kind][matter]
    assert found.note_words.zh
    assert found.note_words.en


def test_the_table_is_whole() -> None:
    assert {kind.kind for kind in TABLE.kinds} == set(PERSONS)
    assert [entry.value for entry in codes("remedy_matter")] == MATTERS
    assert set(TABLE.cells) == {(kind, matter) for kind in PERSONS for matter in MATTERS}
    routes = {entry.value for entry in codes("redirect_route")}
    for cell in TABLE.cells.values():
        for path in cell.paths:
            assert path.step == "internal" or path.route in routes
            assert (path.limit is Limit.RULE) == bool(path.rule)
            assert not path.rule or RULES[path.rule, path.profile].right_of_person
            assert path.rule or path.basis.zh


@pytest.mark.parametrize("category", [entry.value for entry in codes("person_category")])
@pytest.mark.parametrize("administration", [entry.value for entry in codes("administration")])
def test_every_person_of_the_lists_falls_into_one_kind(category: str, administration: str) -> None:
    kind = person_kind(category, administration, TABLE).kind
    assert (kind == "vertical") == (administration == "vertical")
    if administration == "city_managed" and "civil_servant" in category:
        assert kind == "civil_servant_of_city"


def test_somebody_without_a_category_is_checked_first() -> None:
    assert person_kind("", "", TABLE).kind == "other"


@pytest.mark.parametrize(
    ("today", "in_time", "left"),
    [("2026-03-31", True, 1), ("2026-04-01", True, 0), ("2026-04-02", False, -1)],
)
def test_day_thirty_is_in_time_and_day_thirty_one_is_not(
    today: str, in_time: bool, left: int
) -> None:
    first = ask("civil_servant", "treatment", today=date.fromisoformat(today)).paths[0]
    assert (first.in_time, first.days_left) == (in_time, left)
    assert (first.length, first.unit) == (30, Unit.CALENDAR_DAYS)
    assert (first.tag, first.statutory) == ("V", True)


@pytest.mark.parametrize(
    ("kind", "matter", "fact", "start", "last"),
    [
        ("civil_servant", "punishment", "knew_on", "2026-02-10", "2026-03-12"),
        ("civil_servant", "punishment", "knew_on", "2026-01-30", "2026-03-02"),
        ("civil_servant", "punishment", "knew_on", "2026-09-01", "2026-10-08"),
        ("civil_servant", "assessment", "review_received_on", "2026-01-30", "2026-02-14"),
        ("civil_servant", "assessment", "review_received_on", "2026-09-18", "2026-10-08"),
        ("worker", "treatment", "review_received_on", "2026-09-18", "2026-10-19"),
        ("village_community", "supervision_punishment", "received_on", "2026-01-31", "2026-02-28"),
        ("retired", "supervision_punishment", "reexam_received_on", "2026-01-15", "2026-02-24"),
    ],
)
def test_windows_count_calendar_days_and_months_and_roll_off_rest_days(
    kind: str, matter: str, fact: str, start: str, last: str
) -> None:
    found = ask(kind, matter, RemedyFacts(**{fact: date.fromisoformat(start)}))
    days = {path.last_day for path in found.paths if path.start == fact}
    assert days == {date.fromisoformat(last)}


def test_the_window_of_treatment_is_that_of_any_personnel_decision() -> None:
    for kind in ("civil_servant", "managed_as_civil_servant", "institution_technical"):
        assert ask(kind, "treatment").paths == ask(kind, "punishment").paths


def test_an_unknown_period_stays_blank_and_no_date_is_invented() -> None:
    for kind in PERSONS:
        found = ask(kind, "organization_measure")
        assert [path.last_day for path in found.paths] == [None]
        assert found.paths[0].in_time is None
    second = ask("civil_servant", "punishment").paths[-1]
    assert (second.step, second.limit, second.length) == ("second_appeal", Limit.UNKNOWN, None)


def test_a_party_member_may_appeal_at_any_time_and_hears_in_three_months() -> None:
    path = ask("civil_servant", "party_punishment", today=date(2036, 1, 1)).paths[0]
    assert (path.limit, path.in_time, path.last_day) == (Limit.NONE, True, None)
    assert (path.decides_length, path.decides_unit) == (3, Unit.MONTHS)


def test_the_vertically_managed_are_out_of_scope() -> None:
    found = ask("vertical", "punishment")
    assert not found.is_in_scope
    assert found.proposed is not None
    assert found.proposed.route == "vertical_authority"


def test_what_is_proposed_is_still_in_time() -> None:
    late = date(2026, 5, 1)
    reviewed = RemedyFacts(knew_on=KNEW, review_received_on=date(2026, 4, 20))
    proposed = ask("civil_servant", "punishment", reviewed, late).proposed
    assert proposed is not None
    assert (proposed.step, proposed.last_day) == ("appeal", date(2026, 5, 6))
    fresh = ask("civil_servant", "punishment").proposed
    assert fresh is not None
    assert fresh.step == "review"
    nothing = ask("village_community", "treatment").proposed
    assert nothing is None, "what the center handles itself is no redirect"


def test_an_unknown_matter_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        ask("civil_servant", "weather")
    assert caught.value.code == "unknown_value"


def test_sentences_name_body_day_and_only_what_was_read() -> None:
    def words(kind: str, matter: str, today: date = KNEW, index: int = 0) -> str:
        path = ask(kind, matter, today=today).paths[index]
        day = f"{path.last_day.month}月{path.last_day.day}日" if path.last_day else ""
        return sentence(path, TABLE, body=path.body.words.zh, length="三十日", last_day=day)

    assert words("civil_servant", "treatment") == (
        "您可在4月1日前（含当日）向原处理机关（单位）申请复核（《公务员法》第九十五条）。"
    )
    assert "已于4月1日届满" in words("civil_servant", "treatment", date(2026, 4, 2))
    assert words("civil_servant", "treatment", index=2) == (
        "您可自收到复核决定之日起三十日内向同级公务员主管部门对复核决定提出申诉"
        "（《公务员法》第九十五条）。"
    )
    assert "不受时限限制" in words("retired", "party_punishment")
    for kind in PERSONS:
        for matter in MATTERS:
            for index, path in enumerate(ask(kind, matter).paths):
                told = words(kind, matter, index=index)
                assert "待核" not in told, "what was not read is not cited"
                assert "{" not in told
                assert "复查" not in told
                if path.limit is Limit.UNKNOWN and path.step != "internal":
                    assert "以受理机关答复为准" in told


@given(
    st.sampled_from(sorted(PERSONS)),
    st.sampled_from(MATTERS),
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    st.integers(0, 80),
)
def test_in_time_exactly_until_the_last_day(kind: str, matter: str, knew: date, later: int) -> None:
    today = knew + timedelta(days=later)
    for path in ask(kind, matter, RemedyFacts(knew_on=knew), today).paths:
        if path.last_day is None:
            assert path.in_time is not False
        else:
            assert path.in_time == (today <= path.last_day)
            assert CALENDAR.is_working(path.last_day)
            assert path.last_day >= knew + timedelta(days=15)
