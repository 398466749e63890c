"""The demo center's plan: exact counts, lawful order, every state, clean wording."""

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise

import chinese_calendar
import pytest

from db.appeals.wording import reporter_guesses, state_secret_marks
from db.demo.content import PersonSpec, load, people, suits, texts_of
from db.demo.script import TRACKS, Plan, Step, build_plan, expected, final_states
from tests.demo.states import APPEAL_STATES, CLEARING_STATES, TALK_STATES

DAYS = (date(2026, 11, 20), date(2027, 1, 5), date(2026, 2, 17), date(2028, 2, 29))
BAD_WORDS = re.findall(
    r"\S+",
    """
    案件 结案 立案 涉案 嫌疑 被告 原告 举报人 反映人 黑名单 失信名单 上访 闹访 缠访 刁难
    客户 工单 投诉 审讯 讯问 问话 认罪 悔过 疑似诬告 恶意 甄别 驳回 销案 处置率 经理 后台
    提交成功 举报 诬告 苗头 绝密 机密
    """,
)


def is_working(day: date) -> bool:
    """The real calendar where there is one, weekends and fixed holidays beyond it."""
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        fixed = {(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)}
        return day.weekday() < 5 and (day.month, day.day) not in fixed


@cache
def plan_of(today: date) -> Plan:
    return build_plan(today, is_working)


def steps_of(plan: Plan, act: str) -> list[Step]:
    return [step for step in plan.steps if step.act == act]


def by_case(plan: Plan) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for step in plan.steps:
        found.setdefault(step.case, []).append(step)
    return found


def roll(day: date) -> date:
    while not is_working(day):
        day += timedelta(days=1)
    return day


def plus_working(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= is_working(day)
    return day


# ------------------------------------------------------------------------------------ content


def test_units_form_a_tree_in_the_countys_own_order() -> None:
    content = load()
    keys = [u.key for u in content.units]
    assert len(keys) == len(set(keys)) >= 45
    orders = [u.order_number for u in content.units]
    assert orders == sorted(set(orders))
    members = {u.member_department: u.key for u in content.units if u.member_department}
    assert set(members) == {"organization", "discipline", "hr", "petition"}
    assert [u.key for u in content.units if not u.counts_time] == ["discipline"]
    assert all(u.parent in keys for u in content.units if u.parent)
    assert any(u.former for u in content.units)
    assert {u.key for u in content.units if u.is_vertical} == {"tax", "weather"}
    for unit in content.units:
        assert unit.party_address.endswith("：")
        assert unit.full_name != unit.short_name
        if unit.kind == "town":
            assert re.search(r"(委员会|工作委员会)：$", unit.party_address)


def test_accounts_are_those_settled() -> None:
    content = load()
    assert " ".join(a.login for a in content.accounts) == (
        "clerk organization organization_leader discipline discipline_head hr hr_leader "
        "petition petition_leader manager sysadmin secadmin auditor"
    )
    roles = Counter(a.role for a in content.accounts)
    assert roles["officer"] == roles["dept_leader"] == 4
    keys = {u.key for u in content.units}
    assert all(a.unit in keys for a in content.accounts)
    assert all(h.unit in keys for h in content.handlers)


@pytest.mark.parametrize("today", DAYS)
def test_people_are_many_and_told_apart(today: date) -> None:
    cast = plan_of(today).people
    assert len(cast) >= 420
    assert len({p.key for p in cast}) == len(cast)
    assert len({p.phone for p in cast}) == len(cast)
    assert len({(p.name, p.birth_month, p.unit, p.post) for p in cast}) == len(cast)
    names = Counter(p.name for p in cast)
    assert names["王艳"] == 3
    assert len(names) >= 420
    joined = "".join(names)
    assert all(rare in joined for rare in "䶮𬭎㛃犇喆·")
    assert any(name.startswith("欧阳") for name in names)
    for person in cast:
        assert re.fullmatch(
            r"19[3-9]\d\.(0[1-9]|1[0-2])|200[0-9]\.(0[1-9]|1[0-2])", person.birth_month
        )
        assert person.phone.startswith("190 0000 ")
    assert {p.administration for p in cast} == {"county_managed", "unit_managed", "vertical"}
    assert {p.person_category for p in cast} >= {
        "civil_servant",
        "managed_as_civil_servant",
        "institution_management",
        "institution_technical",
        "state_enterprise",
        "village_community",
        "retired",
    }


def test_each_category_has_fourteen_topics_somebody_can_raise() -> None:
    content = load()
    assert len(content.categories) == 12
    cast = plan_of(DAYS[0]).people
    abouts: list[str] = []
    for category in content.categories.values():
        assert len(category.topics) >= 14, category.key
        for topic in category.topics:
            abouts.append(topic.about)
            assert len(f"关于{topic.about}问题的诉求") <= 30
            assert 1 <= len(topic.asks) <= 3
            assert any(suits(topic, p, content.unit(p.unit), DAYS[0].year) for p in cast), (
                topic.about
            )
            if category.key not in {"clarification", "tolerance", "personnel_decision"}:
                assert topic.ok
                assert topic.why
                assert topic.no
    assert len(abouts) == len(set(abouts))
    says = content.texts["clarification"]["say"]
    assert set(says) == {t.about for t in content.categories["clarification"].topics}
    assert all(len(say) <= 190 for say in says.values())


def test_nothing_written_uses_a_word_the_office_forbids() -> None:
    content = load()
    cast = plan_of(DAYS[0]).people
    texts = [*texts_of(content.texts), *texts_of([p.post for p in cast])]
    for category in content.categories.values():
        for topic in category.topics:
            texts += texts_of((topic.about, topic.facts, topic.asks, topic.ok, topic.why, topic.no))
        texts += texts_of((category.closing, category.proposed))
    for unit in content.units:
        texts += texts_of((unit.full_name, unit.short_name, unit.sections))
    for text in texts:
        assert not [word for word in BAD_WORDS if word in text], text
        assert not re.search(r"亲(?!属|自|戚|友)(?<!父亲)(?<!母亲)(?<!探亲)", text), text


def test_people_fit_any_year() -> None:
    import random

    content = load()
    one = people(content, random.Random(1), 2026)
    two = people(content, random.Random(1), 2026)
    assert one == two
    assert isinstance(one[0], PersonSpec)


# --------------------------------------------------------------------------------------- plan


def test_the_same_day_gives_the_same_plan() -> None:
    again = build_plan(DAYS[0], is_working)
    assert again == plan_of(DAYS[0])
    assert build_plan(DAYS[0], is_working, seed=7).steps != again.steps


@pytest.mark.parametrize("today", [*DAYS, date(2027, 1, 2), date(2026, 1, 6), date(2026, 12, 31)])
def test_steps_run_forward_in_working_hours_before_today(today: date) -> None:
    plan = plan_of(today)
    assert all(a.at < b.at for a, b in pairwise(plan.steps))
    assert plan.steps[0].at.year == today.year - 1
    assert plan.steps[-1].at.date() < today
    logins = {a.login for a in load().accounts}
    for step in plan.steps:
        assert is_working(step.at.date())
        clock = step.at.time()
        assert time(8, 30) <= clock < time(12, 1) or time(14) <= clock < time(17, 31)
        assert step.at.utcoffset() == timedelta(hours=8)
        assert step.actor in logins - {"sysadmin", "secadmin", "auditor"}
    assert len(plan.steps) <= 12_900


@pytest.mark.parametrize("today", DAYS)
def test_a_plan_stays_small(today: date) -> None:
    assert len(plan_of(today).steps) <= 12_300


@pytest.mark.parametrize("today", [*DAYS, date(2027, 1, 2), date(2026, 1, 6), date(2026, 12, 31)])
def test_the_last_complete_year_counts_as_settled(today: date) -> None:
    plan = plan_of(today)
    figures = expected(plan)
    year = figures["years"][str(plan.year)]
    assert year["accepted_count"] == 508
    assert year["handled_count"] == 507
    assert year["care_talk_person_times"] == 352
    assert year["other_exit_count"] == 0
    assert year["opening_count"] == 0
    assert year["open_count"] == 1
    assert year["handled_count"] == sum(
        year[kind] for kind in ("supported", "explained", "not_supported", "withdrawn")
    )
    steps = by_case(plan)[plan.open_case]
    acts = {s.act: s.at.year for s in steps}
    assert acts["accept"] == plan.year
    assert acts.get("deliver_reply", today.year) > plan.year
    assert steps[0].data["subject"] == plan.open_subject


@pytest.mark.parametrize("today", DAYS)
def test_months_are_plausible_and_foot(today: date) -> None:
    plan = plan_of(today)
    months = expected(plan)["months"]
    opening = 0
    for name, row in months.items():
        assert row["opening_count"] == opening
        opening += row["accepted_count"] - row["handled_count"] - row["other_exit_count"]
        assert row["open_count"] == opening >= 0
        if name.startswith(str(plan.year)):
            assert 24 <= row["accepted_count"] <= 60
            assert row["handled_count"] >= 12
            assert row["care_talk_person_times"] >= 15
            assert row["on_the_spot_count"] >= 1
            assert row["consultation_person_times"] >= 1
        elif name < f"{today:%Y-%m}" and today.month > 2:
            assert 38 <= row["received_count"] <= 48
    share = expected(plan)["years"][str(plan.year)]["on_the_spot_count"] / 508
    assert 0.11 <= share <= 0.2


@pytest.mark.parametrize("today", DAYS)
def test_every_state_is_there_today(today: date) -> None:
    states = final_states(plan_of(today))
    for track, wanted in (("A", APPEAL_STATES), ("C", CLEARING_STATES), ("T", TALK_STATES)):
        assert set(states[track]) == wanted
        for name, cases in states[track].items():
            assert len(cases) >= 2, (track, name)


def test_a_new_year_without_a_working_day_still_builds() -> None:
    plan = plan_of(date(2027, 1, 2))
    assert len(final_states(plan)["A"]["screening"]) >= 2
    assert expected(plan)["years"].keys() == {"2026"}


def test_an_unlawful_order_is_noticed() -> None:
    plan = plan_of(DAYS[0])
    late = [s for s in plan.steps if s.act != "accept"]
    broken = Plan(
        plan.today, plan.seed, plan.year, plan.people, tuple(late), plan.open_case, "", frozenset()
    )
    with pytest.raises(ValueError, match="assign from"):
        final_states(broken)


@pytest.mark.parametrize("today", DAYS)
def test_work_lists_are_full_today(today: date) -> None:
    """Of each office something waits, and where today is a working day something is due on it."""
    plan = plan_of(today)
    states = final_states(plan)
    cases = by_case(plan)
    leads: dict[str, set[str]] = {}
    for state in ("assigned", "in_progress", "reply_draft", "reply_approved", "follow_up"):
        for case in states["A"][state]:
            sent = [s for s in cases[case] if s.act in {"assign", "reassign"}]
            leads.setdefault(state, set()).update(str(s.data["lead"]) for s in sent[-1:])
    for state, wanted in (
        ("assigned", {"hr", "organization", "petition", "discipline", "finance"}),
        ("in_progress", {"hr", "organization", "petition", "discipline", "finance"}),
        ("reply_draft", {"hr", "organization", "petition"}),
        ("reply_approved", {"hr", "organization", "petition"}),
    ):
        assert leads[state] >= wanted, state
    pending = [s for s in plan.steps if s.data.get("approval") == "pending"]
    assert {s.act for s in pending} >= {"assign", "not_accept", "redirect", "close"}
    held = {s.case for s in steps_of(plan, "hold")}
    registered = {s.data.get("held") for s in steps_of(plan, "register")}
    assert len(held - registered) >= 2


def test_clocks_end_today_and_have_run_out() -> None:
    today = DAYS[0]
    plan = plan_of(today)
    states, cases = final_states(plan)["A"], by_case(plan)
    due: dict[str, set[date]] = {}
    for state, act, reckon in (
        ("screening", "register", lambda d: roll(d + timedelta(days=15))),
        ("assigned", "assign", lambda d: plus_working(d, 2)),
        ("in_progress", "accept", lambda d: roll(d + timedelta(days=60))),
        ("follow_up", "deliver_reply", lambda d: roll(d + timedelta(days=30))),
    ):
        for case in states[state]:
            day = next(s.at.date() for s in cases[case] if s.act == act)
            due.setdefault(state, set()).add(reckon(day))
    for state, days in due.items():
        assert today in days, state
        assert any(day < today for day in days), state
    talks = final_states(plan)["T"]
    planned = {plus_working(cases[c][0].at.date(), 10) for c in talks["planned"]}
    assert today in planned
    assert min(planned) < today
    scheduled = {
        at.date()
        for c in talks["scheduled"]
        for s in cases[c]
        if isinstance(at := s.data.get("scheduled_at"), datetime)
    }
    assert today in scheduled


@pytest.mark.parametrize("today", DAYS)
def test_letters_are_unlike_but_for_the_meant_repeats(today: date) -> None:
    plan = plan_of(today)
    written = [s for s in plan.steps if s.act in {"register", "settle_on_the_spot"}]
    facts = Counter(str(s.data["facts"]) for s in written if s.case not in plan.repeats)
    assert max(facts.values()) == 1
    repeats = [s for s in written if s.case in plan.repeats]
    exact = [s for s in repeats if facts[str(s.data["facts"])]]
    assert len(exact) >= 3
    near = [s for s in repeats if s not in exact]
    assert near
    for step in near:
        assert max(jaccard(str(step.data["facts"]), text) for text in facts) >= 0.8
    for step in written:
        text = str(step.data["facts"])
        assert 80 <= len(text) <= 400
        assert len(str(step.data["subject"])) <= 30
        assert str(step.data["subject"]).startswith("关于")
        assert step.data["received_on"] <= step.at.date()


def jaccard(one: str, two: str) -> float:
    def grams(text: str) -> set[str]:
        bare = re.sub(r"[\W_]+", "", text)
        return {bare[i : i + 5] for i in range(len(bare) - 4)}

    a, b = grams(one), grams(two)
    return len(a & b) / len(a | b)


@pytest.mark.parametrize("today", DAYS[:2])
def test_planned_texts_are_clean(today: date) -> None:
    plan = plan_of(today)
    names = {p.name for p in plan.people}
    for step in plan.steps:
        for text in texts_of(step.data):
            assert "{" not in text, text
            assert not [word for word in BAD_WORDS if word in text], text
        for field in ("facts", "reply", "reason", "report", "note", "stated_content"):
            told = str(step.data.get(field) or "")
            assert not reporter_guesses(told), told
            assert not state_secret_marks(told)
        if step.act == "register":
            assert not any(name in str(step.data["facts"]) for name in names if len(name) > 2)


@pytest.mark.parametrize("today", DAYS)
def test_only_the_petition_procedure_knows_a_review(today: date) -> None:
    plan = plan_of(today)
    for case, steps in by_case(plan).items():
        if not case.startswith("A"):
            continue
        procedure = next((s.data["procedure"] for s in steps if s.act == "accept"), "internal")
        category = steps[0].data["category"]
        assert procedure in {"petition", "internal", "suggestion", "special"}
        assert (procedure == "special") == (category in {"clarification", "tolerance"}) or not any(
            s.act == "accept" for s in steps
        )
        for step in steps:
            if step.act == "draft_reply" and procedure != "petition":
                assert "复查" not in str(step.data["reply"])
                assert "复核" not in str(step.data["reply"])
            if step.act.startswith("record_re"):
                assert procedure == "petition"
            if step.act == "deliver_reply":
                assert bool(step.data["reply_number"]) == (procedure == "petition")
            if step.act == "accept":
                assert category != "personnel_decision"
                assert steps[0].data["administration"] != "vertical"


@pytest.mark.parametrize("today", DAYS)
def test_steps_keep_the_rules_a_store_enforces(today: date) -> None:
    plan = plan_of(today)
    for case, steps in by_case(plan).items():
        last = {s.act: s for s in steps}
        if "object" in last:
            sent = last["assign"].at.date()
            assert last["object"].at.date() <= plus_working(sent, 5)
        if "request_extension" in last:
            accepted = last["accept"].at.date()
            assert last["request_extension"].at.date() <= roll(accepted + timedelta(days=60))
            assert 1 <= int(str(last["request_extension"].data["days"])) <= 30
        if "record_review_request" in last:
            got = last["deliver_reply"].at.date()
            assert last["record_review_request"].at.date() <= got + timedelta(days=30)
        if "record_recheck_request" in last:
            got = last["record_review_opinion"].at.date()
            assert last["record_recheck_request"].at.date() <= got + timedelta(days=30)
        if "close" in last and steps[0].data["channel"] == "assigned_above":
            assert "report_back" in last
        if "submit_for_approval" in last:
            modes = last["submit_for_approval"].data["modes"]
            assert isinstance(modes, tuple)
            assert "written" in modes
        for opinion in (s for s in steps if s.act == "approve_reply"):
            assert opinion.actor != last["draft_reply"].actor or opinion.actor == "clerk"
        if case.startswith("T") and "talk_close" in last:
            assert last["talk_close"].actor != "manager"


def test_linked_cases_happen_in_order() -> None:
    plan = plan_of(DAYS[0])
    cases = by_case(plan)
    seen: set[str] = set()
    talked: list[str] = []
    for step in plan.steps:
        for key in ("held", "target", "duplicate_of", "appeal", "linked"):
            other = step.data.get(key)
            if isinstance(other, str):
                assert other in seen, (step.act, key)
        if step.data.get("trigger") in {"after_appeal", "after_clarification"}:
            linked = str(step.data["linked"])
            talked.append(linked)
            assert step.act == "talk_plan"
            done = {"close", "record_carried_out"}
            assert any(s.act in done and s.at < step.at for s in cases[linked])
        seen.add(step.case)
    assert len(talked) == len(set(talked))
    assert len(talked) > 100


def test_other_units_answer_on_paper() -> None:
    plan = plan_of(DAYS[0])
    content = load()
    papers = [s for s in plan.steps if "on_behalf" in s.data]
    assert len(papers) > 150
    for step in papers:
        assert step.actor == "clerk"
        paper = step.data["on_behalf"]
        assert isinstance(paper, dict)
        assert paper["signer"]
        assert paper["post"]
        assert paper["on"] <= step.at.date()
        assert paper["confirmed_by"] in {"manager", None}
    units = {str(s.data["on_behalf"]["unit"]) for s in papers}  # type: ignore[index]
    assert {"finance", "education", "establishment"} <= units
    for unit in units:
        assert content.handler(unit) is not None or content.member(unit)


def test_every_deed_of_the_tracks_is_planned() -> None:
    acts = {s.act for s in plan_of(DAYS[0]).steps}
    assert {name for moves in TRACKS.values() for name in moves} <= acts
    assert {"hold", "consult", "close_month"} <= acts
