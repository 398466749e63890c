"""The deeds on the books: opened, moved, decided and compared as the people of the plan would."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from db.appeals.tables import Appeal, HandOver
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.books.commands import Open, Take
from db.core.clock import civil_date
from db.core.tables import Approval, Event
from db.core.tx import Behalf
from db.demo.acting import Stage, told
from db.demo.appeal_deeds import Deed
from db.demo.books import BookStep
from db.demo.script import Step
from db.documents.filing import Attach
from db.meetings.tables import MeetingTopic
from db.registers.copies import AskCopy
from db.registers.leader_lists import ListWish


def _book(stage: Stage, step: Step) -> None:
    made: BookStep = told(step)["step"]
    if made.move == "decide":
        _decide(stage, step.actor, made)
    elif made.move == "sign":
        _sign(stage, step.actor, made)
    elif made.move == "compare":
        _compare(stage, step.actor, made)
    elif made.opens:
        stage.entries[made.key] = stage.write(
            step.actor, _opening(stage, made, step.actor)
        ).entry_id
    else:
        stage.write(
            step.actor,
            Take(
                made.book,
                stage.entries[made.key],
                made.move,
                values(stage, made, step.actor),
                behalf=paper(stage, made),
            ),
        )


def _opening(stage: Stage, made: BookStep, login: str) -> Open | AskCopy:
    told = values(stage, made, login)
    if made.book == "numbered_copy":
        # What leaves in numbered copies is computed and kept with the asking.
        wish = ListWish(told["list_name"])
        return AskCopy(wish, told["purpose"], told["recipient"], told["copies"])
    parent = stage.entries[made.parent] if made.parent else None
    return Open(made.book, made.move, told, parent, paper(stage, made))


def values(stage: Stage, made: BookStep, login: str) -> dict[str, Any]:
    """Return what the form is filled with: the plan's keys as the store knows them.

    `{ scan = "…" }` is a file that whoever makes the move files with the entry first.
    """
    found: dict[str, Any] = {}
    for name, value in made.values.items():
        if isinstance(value, dict) and "scan" in value:
            text = str(value["scan"])
            filed = Attach(made.book, stage.entries[made.key], text, text.encode(), "scan")
            found[name] = stage.write(login, filed)
        else:
            found[name] = _value(stage, value)
    return found


def _value(stage: Stage, value: Any) -> Any:
    if not isinstance(value, dict):
        return tuple(value) if isinstance(value, list) else value
    kind, key = next(iter(value.items()))
    if kind == "day":
        return civil_date(stage.clock.now()) + timedelta(days=int(key))
    if kind == "person":
        return list(stage.people.values())[int(key)]
    if kind == "appeal":
        # The first appeals of the plan stand for any: 0 is the first that was entered.
        return [row for case, row in stage.cases.items() if case.startswith("A")][int(key)]
    if kind == "topic":
        # What is talked over is a case that was a topic of the meeting before.
        return stage.session.get_one(MeetingTopic, stage.entries[str(key)]).appeal_id
    if kind == "closed":
        return _closed(stage, int(key))
    if kind == "phoned":
        return _phoned(stage, int(key))
    if kind == "handed":
        return _handed(stage, stage.units[str(key)])
    places: Mapping[str, Mapping[str, int]] = {
        "unit": stage.units,
        "account": stage.accounts,
        "entry": stage.entries,
    }
    return places[kind][str(key)]


def _closed(stage: Stage, place: int) -> str:
    """Return the number of an appeal that has ended: 0 is the first that was."""
    numbers = stage.session.scalars(
        select(Appeal.number)
        .where(Appeal.state == "closed", Appeal.number.is_not(None))
        .order_by(Appeal.id)
        .limit(place + 1)
    )
    return str(list(numbers)[place])


def _phoned(stage: Stage, place: int) -> int:
    """Return an appeal whose person may be called."""
    found = stage.session.scalars(
        select(Appeal.id)
        .where(Appeal.contact_preference.in_(("office_phone", "own_mobile")))
        .order_by(Appeal.id.desc())
        .limit(place + 1)
    )
    return list(found)[place]


def _handed(stage: Stage, unit_id: int) -> int:
    """Return the newest appeal that a unit has in hand, or has answered."""
    running = HandOver.state.in_(("sent", "signed"))
    return stage.find(
        select(HandOver.appeal_id)
        .where(HandOver.unit_id == unit_id, HandOver.state.in_(("sent", "signed", "answered")))
        .order_by(running.desc(), HandOver.id.desc())
        .limit(1)
    )


def paper(stage: Stage, made: BookStep) -> Behalf | None:
    """Return the paper of somebody who does not log in."""
    if made.paper is None:
        return None
    on = civil_date(stage.clock.now()) + timedelta(days=int(made.paper.get("day", 0)))
    return Behalf(made.paper["signer"], made.paper["post"], str(made.paper.get("number", "")), on)


def _decide(stage: Stage, login: str, made: BookStep) -> None:
    opinion = "" if made.decision == "agreed" else "请补充后再报。"
    stage.write(login, Decide(_pending(stage, made), made.decision, opinion))


def _pending(stage: Stage, made: BookStep) -> int:
    return stage.find(
        select(Approval.id).where(
            Approval.track == made.book,
            Approval.case_id == stage.entries[made.key],
            Approval.state == "pending",
        )
    )


def _sign(stage: Stage, login: str, made: BookStep) -> None:
    told = made.paper or {}
    on = civil_date(stage.clock.now())
    command = RecordDecision(
        _pending(stage, made), "agreed", told["signer"], told["post"], on, str(told["number"])
    )
    stage.write(login, command)


def _compare(stage: Stage, login: str, made: BookStep) -> None:
    entry = stage.entries[made.key]
    for row in stage.session.scalars(
        select(Approval.id).where(
            Approval.track == made.book,
            Approval.case_id == entry,
            Approval.state == "recorded",
        )
    ).all():
        stage.write(login, ConfirmDecision(row))
    for event in stage.session.scalars(
        select(Event.id).where(
            Event.track == made.book, Event.case_id == entry, Event.needs_confirmation
        )
    ).all():
        stage.write(login, ConfirmEvent(event))


DEEDS: Mapping[str, Deed] = {"book": _book}
