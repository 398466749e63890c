"""领导要件: ready lists with names, a paragraph of figures on top, and one matter on one page.

Computed from the store as the actor may see it; what leaves, leaves in numbered copies that
another person has approved (OFFICE §1-25, §2.6).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select

from db.appeals.counter import appeal_by_number
from db.appeals.filters import reach
from db.appeals.ledger import ledger_ids, ledger_rows, light
from db.appeals.queries import events_of
from db.appeals.rows import AppealRow, LedgerFilter
from db.appeals.tables import TRACK, Appeal
from db.appeals.workflow import BEFORE_ACCEPTANCE, BEFORE_ANSWER, SHOWN_OPEN
from db.books.filters import reach as entry_reach
from db.codes.act_labels import act_label
from db.codes.code_lists import state_label
from db.codes.deadlines import Stage
from db.core.clock import civil_time
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Read
from db.documents.dates_text import comrade, long_date, table_date
from db.documents.filling import label, office
from db.documents.papers import Column, Ledger, OnePage, Section
from db.office.tables import Unit
from db.people.matching import normalise_name
from db.people.tables import Person
from db.registers.note_shelf import LEADER_NOTE_SHELF
from db.registers.tables import LeaderNote

LISTS = ("open", "overdue", "unit", "category", "person", "week", "notes")
"""Ready lists, in the order of the page; `one_page` stands beside them."""
MOST = 500
"""Lines of a list for a leader."""
A4_LINES = 18
"""More lines than this are printed on A3."""
SOON = (Stage.WAIT, Stage.TODAY)
COMPLETIONS = ("ordinary_completion", "internal_completion")
UNANSWERED = (*BEFORE_ACCEPTANCE, *BEFORE_ANSWER, "returned", "extension_pending")
STEPS = ("register", "accept", "assign", "reassign", "sign_in", "deliver_reply", "close")
COLUMNS = (
    Column("序号", 0.75, "center"),
    Column("受理编号", 2.3),
    Column("受理日期", 1.45, "center"),
    Column("诉求人", 0.95, "center"),
    Column("单位及职务", 1.9),
    Column("主要诉求", 2.9),
    Column("类别", 1.2),
    Column("承办单位", 1.3),
    Column("办理期限", 1.45, "center"),
    Column("剩余（超期）", 1.4, "center"),
    Column("目前进展", 1.7),
    Column("备注", 0.75),
)
NOTE_COLUMNS = (
    Column("序号", 0.75, "center"),
    Column("批示件编号", 1.8),
    Column("来件标题", 2.6),
    Column("批示领导", 1.0, "center"),
    Column("批示日期", 1.45, "center"),
    Column("批示内容（原文）", 3.0),
    Column("承办单位", 1.3),
    Column("要求时限", 1.45, "center"),
    Column("办理进展", 2.6),
    Column("状态", 1.0, "center"),
)


@dataclass(frozen=True, slots=True)
class ListWish:
    """Which list is wanted.

    Attributes:
        name: One of `LISTS`, or `one_page`.
        unit_id: For `unit`.
        category: For `category`.
        person_name: For `person`: everybody of that name, told apart by unit and post.
        person_id: For `person`, where the register knows who.
        number: For `one_page`: number of the appeal as people type it.
        appeal_id: For `one_page`.
        next_steps: 下步打算 in the asker's words, for `one_page`.
        size: "A4", "A3" or empty for whichever holds the lines.
    """

    name: str
    unit_id: int | None = None
    category: str = ""
    person_name: str = ""
    person_id: int | None = None
    number: str = ""
    appeal_id: int | None = None
    next_steps: str = ""
    size: str = ""


def leader_paper(read: Read, wish: ListWish) -> Ledger | OnePage:
    """Return what is wanted as a paper without a copy number.

    Raises:
        NotAllowedError: `not_permitted`, `not_found`.
        RefusedError: `unknown_value`, `missing_unit_id`, `missing_category`, `missing_person`,
            `missing_appeal_id`.
    """
    read.require(Permission.LEADER_LIST)
    if wish.name == "one_page":
        return _one_page(read, wish)
    if wish.name == "notes":
        return _notes(read, wish)
    if wish.name not in LISTS:
        raise RefusedError("unknown_value", field="list_name", value=wish.name)
    return _appeals(read, wish)


def _appeals(read: Read, wish: ListWish) -> Ledger:
    rows = _rows(read, wish)
    posts = _posts(read, [row.id for row in rows])
    return Ledger(
        title=_title(read, wish),
        office=office(read),
        period=long_date(read.today),
        as_of=read.now,
        columns=COLUMNS,
        rows=tuple(
            _line(read, place, row, posts.get(row.id, "")) for place, row in enumerate(rows, 1)
        ),
        summary=_summary(read, wish, rows),
        size=wish.size or ("A4" if len(rows) <= A4_LINES else "A3"),
        filled_by=read.actor.name,
        filled_on=read.today,
    )


def _rows(read: Read, wish: ListWish) -> list[AppealRow]:
    """Return the lines with the handling clock as their due date, soonest first."""
    ids = list(ledger_ids(read, _filter(read, wish), sort="due", descending=False)[:MOST])
    found = ledger_rows(read, ids)
    rows = _handling(read, [found[one] for one in ids if one in found])
    if wish.name == "overdue":
        rows = [row for row in rows if row.light is not None and row.light.stage is Stage.BAD]
    return sorted(rows, key=lambda row: (row.next_due_on is None, row.next_due_on or read.today))


def _handling(read: Read, rows: Sequence[AppealRow]) -> list[AppealRow]:
    # A leader's list is about 办理期限 alone, as the monthly figures are (DECISIONS 11).
    statement = select(
        ClockEntry.case_id, ClockEntry.due_on, ClockEntry.rule, ClockEntry.profile
    ).where(
        ClockEntry.track == TRACK,
        ClockEntry.case_id.in_([row.id for row in rows]),
        ClockEntry.rule.in_(COMPLETIONS),
        ClockEntry.stopped_on.is_(None),
    )
    due: dict[int, tuple[date | None, str | None, str]] = {
        case_id: (on, rule, profile)
        for case_id, on, rule, profile in read.session.execute(statement)
    }
    found = []
    for row in rows:
        on, rule, profile = due.get(row.id, (None, None, "default"))
        timed = on if row.counts_time else None
        level = light(read, timed, rule, profile)
        found.append(replace(row, next_due_on=timed, next_due_rule=rule, light=level))
    return found


def _filter(read: Read, wish: ListWish) -> LedgerFilter:
    match wish.name:
        case "open":
            return LedgerFilter(pills=UNANSWERED)
        case "overdue":
            return LedgerFilter(pills=SHOWN_OPEN, overdue=True)
        case "unit":
            if wish.unit_id is None:
                raise RefusedError("missing_unit_id", field="unit_id")
            return LedgerFilter(pills=UNANSWERED, unit_ids=(wish.unit_id,))
        case "category":
            if not wish.category:
                raise RefusedError("missing_category", field="category")
            return LedgerFilter(pills=UNANSWERED, categories=(wish.category,))
        case "person":
            return _of_person(read, wish)
        case _:
            return LedgerFilter(received_from=monday(read.today), received_to=read.today)


def _of_person(read: Read, wish: ListWish) -> LedgerFilter:
    if wish.person_id is not None:
        return LedgerFilter(person_id=wish.person_id)
    name = normalise_name(wish.person_name)
    if not name:
        raise RefusedError("missing_person", field="person_name")
    found = select(Appeal.id).where(Appeal.person_name == name, reach(read)).limit(MOST)
    return LedgerFilter(ids=tuple(read.session.scalars(found)))


def monday(on: date) -> date:
    """Return the first day of a week (周一)."""
    return on - timedelta(days=on.weekday())


def _title(read: Read, wish: ListWish) -> str:
    match wish.name:
        case "unit":
            return f"{read.session.get_one(Unit, wish.unit_id).short_name}在办干部诉求清单"
        case "category":
            return f"{label(read, 'appeal_category', wish.category)}类在办干部诉求清单"
        case "person":
            return f"{comrade(_person_name(read, wish))}诉求清单"
        case "overdue":
            return "超期干部诉求清单"
        case "week":
            return "本周新增干部诉求清单"
        case _:
            return "在办干部诉求清单"


def _person_name(read: Read, wish: ListWish) -> str:
    if wish.person_id is None:
        return normalise_name(wish.person_name)
    return read.session.get_one(Person, wish.person_id).name


def _posts(read: Read, ids: Sequence[int]) -> dict[int, str]:
    statement = (
        select(Appeal.id, Appeal.unit_text, Unit.short_name, Person.post)
        .outerjoin(Unit, Unit.id == Appeal.unit_id)
        .outerjoin(Person, Person.id == Appeal.person_id)
        .where(Appeal.id.in_(ids), reach(read))
    )
    return {
        appeal_id: f"{unit or text}{post or ''}"
        for appeal_id, text, unit, post in read.session.execute(statement)
    }


def _line(read: Read, place: int, row: AppealRow, post: str) -> tuple[str, ...]:
    timed = row.counts_time and row.next_due_on is not None
    state = state_label(TRACK, row.pill or row.state)
    return (
        str(place),
        row.number or row.source_number,
        table_date(row.accepted_on or row.received_on),
        row.person_name,
        post or row.unit_text,
        row.subject[:40],
        label(read, "appeal_category", row.category),
        row.lead_unit or "待转办",
        table_date(row.next_due_on) if timed else "—",
        _left(row) if timed else "—",
        state.full_zh,
        "快办" if row.is_fast else "",
    )


def _left(row: AppealRow) -> str:
    if row.light is None:
        return ""
    unit = "个工作日" if row.light.unit.value == "wd" else "天"
    days = row.light.remaining
    return "今日到期" if days == 0 else f"剩{days}{unit}" if days > 0 else f"超期{-days}{unit}"


def until_words(read: Read) -> str:
    """Return 截至3月2日9时 in Shanghai time."""
    now = civil_time(read.now)
    return f"截至{now.month}月{now.day}日{now.hour}时"


def _summary(read: Read, wish: ListWish, rows: Sequence[AppealRow]) -> str:
    head = until_words(read)
    if not rows:
        return f"{head}，无此类诉求件。"
    timed = [row for row in rows if row.counts_time and row.light is not None]
    late = sum(row.light is not None and row.light.stage is Stage.BAD for row in timed)
    soon = sum(row.light is not None and row.light.stage in SOON for row in timed)
    what = {"week": "本周新增", "person": "共有"}.get(wish.name, "在办")
    text = f"{head}，{what}干部诉求{len(rows)}件"
    text += f"，其中超期{late}件、临期{soon}件。"
    states = Counter(state_label(TRACK, row.pill or row.state).pill_zh for row in rows)
    text += "按办理状态，" + _listed(states, 4) + "。"
    if wish.name != "category":
        kinds = Counter(label(read, "appeal_category", row.category) for row in rows)
        text += f"主要涉及{_listed(kinds, 3)}。"
    return text


def _listed(counts: Counter[str], most: int) -> str:
    return "、".join(f"{name}{count}件" for name, count in counts.most_common(most))


def _notes(read: Read, wish: ListWish) -> Ledger:
    entries = list(
        read.session.scalars(
            select(LeaderNote)
            .where(entry_reach(read, LEADER_NOTE_SHELF), LeaderNote.state != "closed")
            .order_by(LeaderNote.due_on.is_(None), LeaderNote.due_on, LeaderNote.id)
            .limit(MOST)
        )
    )
    found = read.session.execute(select(Unit.id, Unit.short_name))
    units = {int(key): str(name) for key, name in found}
    late = sum(e.due_on is not None and e.due_on < read.today for e in entries)
    rows = tuple(
        (
            str(place),
            e.number,
            e.subject,
            e.leader,
            table_date(e.noted_on),
            e.wording,
            units.get(e.unit_id or 0, ""),
            table_date(e.due_on) or "—",
            e.progress,
            state_label("leader_note", e.state).pill_zh,
        )
        for place, e in enumerate(entries, 1)
    )
    summary = f"{until_words(read)}，未办结领导批示件{len(entries)}件，其中超过要求时限{late}件。"
    return Ledger(
        title="领导批示件办理清单",
        office=office(read),
        period=long_date(read.today),
        as_of=read.now,
        columns=NOTE_COLUMNS,
        rows=rows,
        summary=summary,
        size=wish.size or ("A4" if len(rows) <= A4_LINES // 2 else "A3"),
        filled_by=read.actor.name,
        filled_on=read.today,
    )


def _one_page(read: Read, wish: ListWish) -> OnePage:
    wanted = wish.appeal_id
    if wanted is None:
        if not wish.number.strip():
            raise RefusedError("missing_appeal_id", field="number")
        named_so = appeal_by_number(read, wish.number)
        wanted = named_so.id if named_so is not None else None
    appeal = read.session.scalar(select(Appeal).where(Appeal.id == wanted, reach(read)))
    if appeal is None:
        raise NotAllowedError("not_found")
    read.note_read("open_card", TRACK, appeal.id)
    (row,) = _handling(read, [ledger_rows(read, [appeal.id])[appeal.id]])
    return OnePage(
        title=f"关于{comrade(appeal.person_name)}诉求办理情况",
        office=office(read),
        sections=(
            Section("基本情况", _basics(read, appeal)),
            Section("主要诉求", _shortened(appeal.requests or appeal.facts or appeal.subject, 220)),
            Section("办理经过", _course(read, appeal.id)),
            Section("目前情况", _present(read, row)),
            Section("下步打算", _shortened(wish.next_steps, 200) or _next(row)),
        ),
        as_of=read.now,
        filled_on=read.today,
    )


def _basics(read: Read, appeal: Appeal) -> str:
    post = _posts(read, [appeal.id]).get(appeal.id, "")
    parts = [f"{comrade(appeal.person_name)}，{post}" if post else comrade(appeal.person_name)]
    kind = label(read, "person_category", appeal.person_category)
    manager = label(read, "administration", appeal.administration)
    parts += [part for part in (kind, manager) if part]
    way = label(read, "intake_channel", appeal.channel)
    came = f"{long_date(appeal.received_on)}以{way}方式提出" if appeal.received_on else ""
    number = f"受理编号{appeal.number}" if appeal.number else ""
    kinds = f"类别为{label(read, 'appeal_category', appeal.category)}"
    return "，".join([*parts, *(part for part in (came, number) if part), kinds]) + "。"


def _course(read: Read, appeal_id: int) -> str:
    steps = [
        event
        for event in reversed(events_of(read, TRACK, appeal_id))
        if not event.inner and event.act in STEPS
    ]
    told = [
        f"{event.happened_on.month}月{event.happened_on.day}日"
        f"{act_label(TRACK, event.act, chinese=True)}"
        f"{f'（{event.unit}）' if event.unit else ''}"
        for event in steps[-10:]
    ]
    return "；".join(told) + "。" if told else "已登记。"


def _present(read: Read, row: AppealRow) -> str:
    text = state_label(TRACK, row.pill or row.state).full_zh
    if row.lead_unit:
        text += f"，由{row.lead_unit}承办"
    if row.counts_time and row.next_due_on is not None:
        text += f"，办理期限为{long_date(row.next_due_on)}（{_left(row)}）"
    if row.outcome:
        text += f"，办理结果为{label(read, 'appeal_outcome', row.outcome)}"
    return text + "。"


def _next(row: AppealRow) -> str:
    if row.ended_on is not None:
        return "已销号，继续做好跟踪回访。"
    if row.issued_on is not None:
        return "按期回访，听取本人意见，落实后审结销号。"
    who = row.lead_unit or "中心"
    late = row.light is not None and row.light.stage is Stage.BAD
    by = f"于{long_date(row.next_due_on)}前" if row.next_due_on and not late else "抓紧"
    return f"由{who}{by}办结并答复本人，中心做好协调。"


def _shortened(text: str, most: int) -> str:
    line = "；".join(part.strip().rstrip("。；;") for part in text.splitlines() if part.strip())
    line = line if len(line) <= most else f"{line[: most - 1]}…"
    return f"{line}。" if line and not line.endswith(("。", "…")) else line


def named(as_of: datetime) -> str:
    """Return the instant as a short civil time for titles: 3月2日9时."""
    local = civil_time(as_of)
    return f"{local.month}月{local.day}日{local.hour}时"
