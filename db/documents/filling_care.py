"""Fills 关爱谈话记录表 from the record, as far as its reader may read it (OFFICE §7.4).

The question that shows the talk on the screen also feeds the paper, so that no print says more
than the card: family and health stand only in the copies of talker and recorder.
"""

from datetime import date, datetime

from db.care.queries import TRIGGERS, talk_card
from db.care.rows import DifficultyRow, TalkCard
from db.care.workflow import HEART_TO_HEART
from db.codes.queries import codes
from db.core.clock import civil_time, instant
from db.core.errors import NotAllowedError
from db.core.tx import Read
from db.documents.filling import label, office
from db.documents.papers import CareTalkRecord, TalkTask

AFTER_RECORD = ("recorded", "action_open", "follow_up_due", "followed_up", "closed")
APPEALS = "ordinary_appeal"


def talk_record(read: Read, talk_id: int, *, full: bool = False) -> CareTalkRecord:
    """Return the record of a talk.

    Args:
        read: Who asks; what he may not read stays empty.
        talk_id: The talk.
        full: The full copy, with family and health; for talker and recorder alone.

    Raises:
        NotAllowedError: `not_found`; `not_permitted` for a full copy of somebody who was no party.
    """
    card = talk_card(read, talk_id)
    if full and not card.row.is_mine:
        raise NotAllowedError("not_permitted")
    row, texts = card.row, card.texts
    turned = [link for link in card.links if link.kind == "from_talk"]
    return CareTalkRecord(
        office=office(read),
        number=row.number,
        scope=label(read, "talk_level", row.level),
        name=row.person_name,
        gender=label(read, "sex", card.sex),
        birth_on=_month(card.birth_month),
        political_status=label(read, "political_status", card.political_status),
        unit_and_post=card.unit_full + card.post,
        rank=label(read, "rank", card.rank),
        started_at=_at(row.held_on, card.held_from),
        ended_at=_at(row.held_on, card.held_to),
        place=row.place,
        talkers=row.talker_name,
        attendants=card.others,
        recorder=row.recorder_name,
        occasion=_occasion(read, row.trigger_zh),
        ordinal=card.ordinal if row.held_on else None,
        linked_numbers="、".join(link.number for link in card.links),
        mode=label(read, "talk_way", card.way) if row.held_on else "",
        initiative=label(read, "talk_initiative", "organized" if row.organized else "requested"),
        thinking=texts.thoughts if texts else "",
        work=texts.work if texts else "",
        life=(texts.life or "") if texts and full else "",
        full_copy=full,
        requests=_lines(texts.wishes) if texts else (),
        response=texts.response if texts else card.conclusion or "",
        tasks=tuple(_task(each) for each in card.todos or ()),
        becomes_appeal=bool(turned) if row.state in AFTER_RECORD else None,
        appeal_number="、".join(link.number for link in turned),
        person_agreed=True if turned else None,
        visit_on=row.revisit_due_on,
        visit_by=card.revisitor,
        visit_mode=card.revisit_way,
        confirmed_orally=True if card.confirmed_by_person == "orally" else None,
        visited_on=card.revisited_on,
        visited_mode=card.revisit_way if card.revisited_on else "",
        visit_changes=texts.revisit_note if texts else "",
        visit_result=label(read, "revisit_result", row.revisit_result),
    )


def invitation(card: TalkCard) -> str:
    """Return the invitation to the cadre: one wording for every trigger (OFFICE §4.3 e).

    Empty until time, place and talker are known.
    """
    row = card.row
    if row.scheduled_at is None or not row.place or not row.talker_name:
        return ""
    at = civil_time(row.scheduled_at)
    time = f"{at.hour}时" if at.minute == 0 else f"{at.hour}时{at.minute}分"
    return (
        f"{row.person_name}同志：请于{at.month}月{at.day}日{time}到{row.place}，"
        f"与{row.talker_name}同志谈心交流。"
    )


def _occasion(read: Read, shown: str) -> str:
    """Return the label at the box; every talk planned by hand wears 谈心谈话 (SETTLED §9.4)."""
    for value, row in codes(read).get(TRIGGERS, {}).items():
        if value not in HEART_TO_HEART and shown in (row.zh, row.short_zh):
            return row.zh
    return "谈心谈话"


def _at(on: date | None, text: str) -> datetime | None:
    if on is None:
        return None
    hour, _, minute = text.partition(":")
    return instant(on, int(hour or 0), int(minute or 0)) if text else None


def _month(text: str) -> date | None:
    if len(text) != 7:
        return None
    year, month = text.split(".")
    return date(int(year), int(month), 1)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _task(row: DifficultyRow) -> TalkTask:
    return TalkTask(
        problem=row.text,
        responsible="".join(part for part in (row.unit, row.responsible) if part),
        measure=row.measure,
        due_on=row.due_on,
        progress=row.progress,
        done_on=row.done_on,
    )
