"""Deeds that bring a case of tolerance to a state, for the tests of this room."""

from collections.abc import Callable
from datetime import date
from typing import Any

from db.approvals.deciding import ConfirmDecision, Decide, RecordDecision
from db.books.commands import Open, Take
from db.books.queries import entry_card, entry_rows
from db.books.rows import EntryCard, EntryRow
from db.books.writing import Written
from db.core.gate import Gate
from db.office.unit_rows import units
from db.shelves import book as book_of
from db.tolerance.book import ANSWERS

Gates = Callable[[str], Gate]
CASE = "error_tolerance"
LIST = "tolerance_list"
ITEM = "tolerance_list_item"
CORRECTION = "tolerance_correction"
FILING = "risk_filing"
EXAMPLE = "tolerance_example"
DAY = date(2026, 3, 2)


def today(gate: Gates) -> date:
    return gate("clerk").read(lambda r: r.today)


def unit(gate: Gates, department: str) -> int:
    return next(u.id for u in gate("clerk").read(units) if u.member_department == department)


def dated(gate: Gates, book: str, move: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return what is typed, with today where the form shows today."""
    if "happened_on" not in book_of(book).asks.get(move, ()):
        return values
    return {"happened_on": today(gate), **values}


def taken(gate: Gates, book: str, entry_id: int, move: str, by: str, **values: Any) -> Written:
    command = Take(book, entry_id, move, dated(gate, book, move, values))
    found: Written = gate(by).write(command).value
    return found


def opened(
    gate: Gates, book: str, move: str, by: str, *, backdated: str = "", **values: Any
) -> int:
    command = Open(book, move, dated(gate, book, move, values), backdated_reason=backdated)
    return int(gate(by).write(command).value.entry_id)


def card(gate: Gates, book: str, entry_id: int, by: str = "manager") -> EntryCard:
    return gate(by).read(lambda r: entry_card(r, book, entry_id))


def row(gate: Gates, book: str, entry_id: int, by: str = "manager") -> EntryRow:
    return gate(by).read(lambda r: entry_rows(r, book, [entry_id]))[entry_id]


def agreed(gate: Gates, waiting: Written, by: str = "manager") -> None:
    assert waiting.approval_id is not None
    gate(by).write(Decide(waiting.approval_id, "agreed"))


# --- lists ---------------------------------------------------------------------------------------


def add_item(gate: Gates, list_id: int, side: str, wording: str, **more: Any) -> int:
    values = {"side": side, "wording": wording, "basis": "区委发〔2026〕3号", **more}
    done = gate("organization").write(Open(ITEM, "add", values, parent_id=list_id))
    return int(done.value.entry_id)


def a_draft(gate: Gates) -> int:
    list_id = opened(
        gate,
        LIST,
        "draft",
        "organization",
        title="容错纠错正负面清单",
        organ_id=unit(gate, "organization"),
    )
    add_item(gate, list_id, "positive", "先行先试中因缺乏经验出现失误的")
    add_item(gate, list_id, "positive", "因不可抗力未达预期目标的")
    add_item(gate, list_id, "negative", "发生重特大安全责任事故的")
    add_item(gate, list_id, "negative", "为本人或者亲属谋取私利的")
    return list_id


def publish(gate: Gates, list_id: int) -> None:
    agreed(
        gate,
        taken(gate, LIST, list_id, "publish", "organization", document_number="区委发〔2026〕3号"),
    )


def a_list(gate: Gates) -> int:
    list_id = a_draft(gate)
    publish(gate, list_id)
    return list_id


# --- filings -------------------------------------------------------------------------------------


def a_filing(gate: Gates, **changes: Any) -> int:
    values = {
        "unit_id": unit(gate, "hr"),
        "matter": "试行乡镇工作人员轮岗补贴",
        "rule_conflict": "现行办法未规定轮岗期间的标准",
        "expected_risk": "标准可能前后不一",
        "safeguards": "集体研究，先试一个季度",
        "receiving_unit_id": unit(gate, "organization"),
        "planned_on": date(2026, 3, 20),
        **changes,
    }
    return opened(gate, FILING, "file", "clerk", **values)


# --- cases ---------------------------------------------------------------------------------------


def an_application(gate: Gates, **changes: Any) -> dict[str, Any]:
    return {
        "applicant_kind": "person",
        "person_name": "王䶮",
        "unit_id": unit(gate, "hr"),
        "organ_id": unit(gate, "organization"),
        "matter": "试行轮岗补贴时未及时报批",
        "accountability_state": "decided",
        "accountability_paper": "泽组问〔2026〕4号",
        "known_on": date(2026, 2, 26),
        "acted_on": date(2026, 1, 20),
        "own_motive": "为稳定基层队伍",
        "request": "请予免责",
        **changes,
    }


def applied(gate: Gates, **changes: Any) -> int:
    return opened(gate, CASE, "apply", "clerk", **an_application(gate, **changes))


def to_pre_check(
    gate: Gates, hit: str = "no", department: str = "organization", **changes: Any
) -> int:
    case_id = applied(gate, **changes)
    taken(
        gate,
        CASE,
        case_id,
        "pre_check",
        "clerk",
        handling_unit_id=unit(gate, department),
        pre_check_opinion="拟请问责机关受理。",
    )
    numbers = {"negative_numbers": "2"} if hit == "yes" else {}
    taken(
        gate,
        CASE,
        case_id,
        "check_list",
        department,
        positive_numbers="1" if hit == "no" else "",
        negative_hit=hit,
        **numbers,
    )
    return case_id


def to_verifying(gate: Gates, hit: str = "no", **changes: Any) -> int:
    case_id = to_pre_check(gate, hit, **changes)
    taken(gate, CASE, case_id, "accept", "organization", document_number="泽组函〔2026〕7号")
    taken(
        gate,
        CASE,
        case_id,
        "start_verifying",
        "organization",
        verifier="陶然",
        second_verifier="沈一舟",
        no_conflict=True,
        plan="调阅会议纪要，听取单位意见。",
    )
    return case_id


def answers(**changes: str) -> dict[str, str]:
    found = {}
    for name in ANSWERS:
        found[name] = "yes"
        found[f"{name}_text"] = "经查阅会议纪要属实。"
    return found | changes


def to_consulting(gate: Gates, hit: str = "no", **changes: Any) -> int:
    case_id = to_verifying(gate, hit, **changes)
    taken(gate, CASE, case_id, "verify", "organization", **answers())
    taken(gate, CASE, case_id, "consult", "organization", report="六要素均已核实。")
    hold(gate, case_id)
    return case_id


def hold(gate: Gates, case_id: int) -> None:
    taken(
        gate,
        CASE,
        case_id,
        "hold_consultation",
        "organization",
        consulted_on=today(gate),
        participants="组织部、纪委监委、人社局",
        consultation="一致认为可以免责。",
    )


def proposed(gate: Gates, case_id: int, result: str = "exempted", **changes: Any) -> Written:
    values = {
        "grounds": "属先行先试，程序基本合规。",
        "collective_body": "区委专题会议",
        "collective_on": today(gate),
        "accountability_state": "decided",
        "accountability_paper": "泽组问〔2026〕4号",
        **changes,
    }
    if result == "not_tolerated":
        return taken(gate, CASE, case_id, "determine_not_tolerated", "organization", **values)
    return taken(gate, CASE, case_id, "determine", "organization", result=result, **values)


def signed(gate: Gates, waiting: Written, number: str = "泽容认〔2026〕1号") -> None:
    assert waiting.approval_id is not None
    gate("clerk").write(
        RecordDecision(waiting.approval_id, "agreed", "史文远", "区委副书记", today(gate), number)
    )
    gate("manager").write(ConfirmDecision(waiting.approval_id))


def to_determined(gate: Gates, result: str = "exempted", **changes: Any) -> int:
    case_id = to_consulting(gate, **changes)
    signed(gate, proposed(gate, case_id, result))
    return case_id


def communicate(gate: Gates, case_id: int) -> None:
    taken(
        gate,
        CASE,
        case_id,
        "communicate",
        "clerk",
        person_told_on=today(gate),
        unit_told_on=today(gate),
        told_by="林可",
        made_known="person_and_unit",
    )


def to_communicated(gate: Gates, result: str = "exempted", **changes: Any) -> int:
    case_id = to_determined(gate, result, **changes)
    communicate(gate, case_id)
    return case_id


def add_correction(gate: Gates, case_id: int, **changes: Any) -> int:
    values = {
        "measure": "补办报批手续",
        "unit_id": unit(gate, "hr"),
        "responsible": "何俊贤",
        "due_on": date(2026, 3, 20),
        **changes,
    }
    done = gate("clerk").write(Open(CORRECTION, "add", values, parent_id=case_id))
    return int(done.value.entry_id)


def finish_correction(gate: Gates, correction_id: int) -> None:
    taken(
        gate,
        CORRECTION,
        correction_id,
        "finish",
        "clerk",
        outcome="已补报并公示。",
        finished_on=today(gate),
        checked_by="陶然",
    )


def close(gate: Gates, case_id: int, by: str = "clerk") -> Written:
    return taken(
        gate,
        CASE,
        case_id,
        "close",
        by,
        effect_assessment="unaffected",
        effect_promotion="unaffected",
        effect_award="not_applicable",
        copied_discipline_on=today(gate),
        copied_organization_on=today(gate),
    )
